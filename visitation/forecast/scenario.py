"""A scenario: the numbers that a forecast goes by, refused by name when they make no sense."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from visitation.errors import ModelError, VisitationError, allowed
from visitation.model.base import Part, Refused
from visitation.model.yaml import Document, read_yaml

MOST = 20_000_000  # enquiries in all weeks and replications; more does not fit an ordinary computer's memory
MOST_A_WEEK, YEAR = 500, 52  # enquiries at any time of a forecast; weeks
BOUNDS = {
    "enquiries_per_week": (0, MOST_A_WEEK),
    "growth_per_year": (-0.5, 1),
    "season_amplitude": (0, 0.95),
    "share_82": (0, 1),
    "share_85_direct": (0, 1),
    "places": (0, 5000),
    "course_weeks": (1, 104),
    "dropout_per_week": (0, 1),
    "renege_per_week": (0, 1),
    "no_show_share": (0, 0.9),
    "onward_85_share": (0, 1),
    "stay_85_mean_weeks": (1, 2600),
    "horizon_weeks": (1, 520),
    "replications": (1, 10_000),
    "seed": (0, 2**31),
}
DECIDED = ("places", "course_weeks", "horizon_weeks", "replications", "seed")  # chosen, so never uncertain
PARTS = ("initial", "unit_prices")  # the keys that have keys of their own
UNCERTAIN = tuple(key for key in BOUNDS if key not in DECIDED)


class Initial(Part):
    """How many are there when the forecast begins; how long each has been is spread evenly."""

    waiting: int = 0
    courses: int = 0
    s85: int = 0


class UnitPrices(Part):
    """Kroner: a course begun, a week of support under § 85, a year's post. None: unknown, and left out of the cost.

    The price of a course holds its staff, so that a post is not added to the cost; it tells what more places would take."""

    course_kr: float | None = None
    s85_week_kr: float | None = None
    staff_year_kr: float | None = None


class Scenario(Part, kw_only=True):
    """What a forecast goes by. Shares are of all enquiries, of those offered a place (`no_show_share`: they do not come, and leave the
    queue), and of those who end a course (`onward_85_share`).

    `uncertainty` gives keys the 80 % range in which they may lie; without it only chance from week to week remains."""

    enquiries_per_week: float
    growth_per_year: float
    season_amplitude: float
    share_82: float
    share_85_direct: float
    places: int
    course_weeks: int
    dropout_per_week: float
    renege_per_week: float
    no_show_share: float = 0.0
    onward_85_share: float
    stay_85_mean_weeks: float
    initial: Initial = Initial()
    horizon_weeks: int = 104
    replications: int = 500
    seed: int = 1
    unit_prices: UnitPrices = UnitPrices()
    uncertainty: dict[str, tuple[float, ...]] = {}  # noqa: RUF012 - frozen, and msgspec copies it

    def __post_init__(self):
        if refused := [*_outside(self), *_ranges(self), *_together(self)]:
            raise ValueError(refused[0])


def read_scenario(path: Path, base: Scenario) -> Scenario:
    """The base with what a YAML file says instead; ModelError with line, key and what is allowed."""
    document = read_yaml(path)
    if not isinstance(document.data, Mapping):
        raise document.wrong(1, f"et scenarie skal være en tabel med nogle af nøglerne {allowed(Scenario.__struct_fields__)}")
    try:
        return Scenario.read(_over(base, document.data))
    except Refused as refused:
        place, said = refused.faults[0]
        raise document.wrong(document.line(_about(place, said)), _sentence(place, said)) from None


def with_set(scenario: Scenario, settings: Iterable[str]) -> Scenario:
    """The scenario with `key=value` of each setting; VisitationError names key and what is allowed. initial.waiting reaches inside."""
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not equals:
            raise VisitationError(f"--set {setting}: skriv nøgle=værdi, for eksempel places=92")
        scenario = with_data(scenario, _setting(scenario, key.strip(), _value(value)), f"--set {setting}")
    return scenario


def with_data(base: Scenario, given: Mapping[str, Any], what: str) -> Scenario:
    """The base with what plain data say instead; VisitationError names `what` they are, key and what is allowed."""
    try:
        return Scenario.read(_over(base, given))
    except Refused as refused:
        raise VisitationError(f"{what}: {_sentence(*refused.faults[0])}") from None


def _over(base: Scenario, given: Mapping[str, Any]) -> dict[str, Any]:
    """The base with what is given instead. A number that is given is known: the base's range of it goes, unless a range is given too."""
    before = base.data()
    parts = {key: before.get(key, {}) | given[key] for key in PARTS if isinstance(given.get(key), Mapping)}
    ranges = {key: ends for key, ends in before.get("uncertainty", {}).items() if key not in given}
    return before | {"uncertainty": ranges} | dict(given) | parts


def _setting(base: Scenario, key: str, value: Any) -> dict[str, Any]:
    """What `key=value` gives; uncertainty.KEY keeps the other ranges."""
    name, dot, inner = key.partition(".")
    if not dot:
        return {name: value}
    return {name: (dict(base.uncertainty) if name == "uncertainty" else {}) | {inner: value}}


def _value(text: str) -> Any:
    try:
        return Document(Path("--set"), text.encode()).data
    except ModelError:
        return text


def _sentence(place: tuple, said: str) -> str:
    where = ".".join(str(part) for part in place)
    return f"{where}: {said}" if where else said


def _about(place: tuple, said: str) -> tuple:
    """Where in the file a fault is; what holds between keys begins with the key it names."""
    return place or tuple(said.split(" ", 1)[0].split("."))


def _outside(scenario: Scenario) -> Iterator[str]:
    for key, (low, high) in BOUNDS.items():
        if not low <= getattr(scenario, key) <= high:
            yield f"{key} er {getattr(scenario, key)}; tilladt er {low} til {high}"
    for name in PARTS:
        part = getattr(scenario, name)
        for key in part.__struct_fields__:
            if (getattr(part, key) or 0) < 0:
                yield f"{name}.{key} er {getattr(part, key)}; tilladt er 0 og opefter"


def _ranges(scenario: Scenario) -> Iterator[str]:
    for key, ends in scenario.uncertainty.items():
        if key not in UNCERTAIN:
            yield f"uncertainty.{key} kan ikke være usikker; tilladt er {allowed(UNCERTAIN)}"
        elif len(ends) != 2 or not ends[0] < ends[1]:
            yield f"uncertainty.{key} er {list(ends)}; skriv to tal, det laveste først"
        elif not BOUNDS[key][0] <= ends[0] <= getattr(scenario, key) <= ends[1] <= BOUNDS[key][1]:
            low, high = BOUNDS[key]
            yield f"uncertainty.{key} er {list(ends)}; {key} ({getattr(scenario, key)}) skal ligge i det, og det i {low} til {high}"


def _together(scenario: Scenario) -> Iterator[str]:
    shares = scenario.share_82 + scenario.share_85_direct
    if shares > 1:
        yield f"share_82 og share_85_direct er tilsammen {shares:g}; tilladt er højst 1"
    level = scenario.enquiries_per_week * max(1, (1 + scenario.growth_per_year) ** (scenario.horizon_weeks / YEAR))
    if level > MOST_A_WEEK:
        yield f"growth_per_year er {scenario.growth_per_year:g}: det bliver {level:.0f} om ugen; tilladt er højst {MOST_A_WEEK}"
    many = level * scenario.horizon_weeks * scenario.replications
    if many > MOST:
        yield f"replications × horizon_weeks × enquiries_per_week, med vækst, er {many:.0f}; tilladt er højst {MOST}"
