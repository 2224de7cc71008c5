"""The figures of a municipal model that a forecast begins with: each with its range, where it comes from, and why."""

from datetime import date

from visitation.errors import ModelError, allowed
from visitation.forecast.people import Laws
from visitation.forecast.scenario import BOUNDS, DECIDED, Initial, Scenario, UnitPrices
from visitation.model.base import Id, Part, Sourced
from visitation.model.check import check_sources
from visitation.model.load import Model, read_part

FILE = "forecast.yaml"
PROLONGED = ("prolonged_share", "prolonged_weeks")  # which share of the courses goes on, and until how many weeks
PRICES = {"course_kr": "forloeb", "s85_week_kr": "p85_uge", "staff_year_kr": "aarsvaerk"}  # the model's price of each key
NEEDED = tuple(key for key in BOUNDS if key not in ("horizon_weeks", "replications", "seed"))


class Figure(Sourced, kw_only=True):
    """A number of a scenario by its key; `low` and `high` are the ends of the 80 % range in which it may lie."""

    key: Id
    value: float
    low: float | None = None
    high: float | None = None


class Figures(Part):
    """All figures of a model."""

    figures: tuple[Figure, ...]


def figures(model: Model) -> dict[str, Figure]:
    """The figures of a model by key; ModelError when one is missing, unknown or named twice, or its source is no document of the model."""
    document, read = read_part(model.folder / FILE, Figures)
    check_sources(document, read, model.head.documents)
    found = {figure.key: figure for figure in read.figures}
    keys, possible = [figure.key for figure in read.figures], (*NEEDED, *PROLONGED)
    for i, key in enumerate(keys):
        if key not in possible or key in keys[:i]:
            raise document.wrong(document.line(("figures", i)), f"'{key}' er ukendt eller står to gange; tilladt er {allowed(possible)}")
    if missing := [key for key in NEEDED if key not in found]:
        raise ModelError(f"{model.folder.name}/{FILE}: mangler {allowed(missing)}")
    return found


def from_model(model: Model, on: date) -> Scenario:
    """The scenario of a model's own figures, with the prices of that day, and as many courses as its figures balance at."""
    found = figures(model)
    values = {key: int(found[key].value) if key in DECIDED else found[key].value for key in NEEDED}
    ranges = {key: (figure.low, figure.high) for key, figure in found.items() if figure.low is not None and figure.high is not None}
    prices = {key: price.kr for key, name in PRICES.items() if (price := model.prices.of(name, on))}
    return Scenario(**values, initial=_balanced(values), unit_prices=UnitPrices(**prices), uncertainty=ranges)


def laws(model: Model) -> Laws:
    """The shapes that a model's figures give."""
    share, weeks = (figures(model).get(key) for key in PROLONGED)
    return Laws(prolonged=(share.value, int(weeks.value)) if share and weeks else None)


def _balanced(values: dict[str, float]) -> Initial:
    """As many as arrive a week times the weeks that each stays (Little's law); nobody waits."""
    referred = values["enquiries_per_week"] * values["share_82"]
    courses = min(referred * values["course_weeks"], values["places"])
    began = courses / values["course_weeks"] * values["onward_85_share"] + values["enquiries_per_week"] * values["share_85_direct"]
    return Initial(courses=round(courses), s85=round(began * values["stay_85_mean_weeks"]))
