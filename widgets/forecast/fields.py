"""The numbers of a scenario that the screen can change: in which unit they are shown, and how far a slider goes."""

from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor, log10

from visitation.errors import VisitationError
from visitation.forecast.scenario import BOUNDS, Scenario
from widgets.forecast_words import SHOWN, shown
from widgets.numbers import number
from widgets.text import translator


@dataclass(frozen=True)
class Field:
    """A number of a scenario by its key; `part.key` reaches inside. `step` and `span`, the slider's steps and ends, are in what is shown;
    without a `span` the ends follow the value."""

    key: str
    step: float = 1.0
    span: tuple[float, float] | None = None

    @cached_property
    def bounds(self) -> tuple[float, float]:
        """What the scenario allows, in what is shown."""
        low, high = BOUNDS.get(self.key, (0, 10**9))
        return shown(self.key, low), shown(self.key, high)

    @property
    def id(self) -> str:
        """The key as the id of an element may be."""
        return self.key.replace(".", "-")

    def value(self, scenario: Scenario) -> float | None:
        """The scenario's number, None when it is not known."""
        found = scenario
        for name in self.key.split("."):
            found = getattr(found, name)
        return found

    def data(self, value: float | None) -> dict:
        """The number as plain data that a scenario is made of."""
        part, dot, inner = self.key.rpartition(".")
        return {part: {inner: value}} if dot else {self.key: value}

    def ends(self, reach: float) -> tuple[float, float]:
        """The slider's ends, when it has to reach this far: a round number about twice of it."""
        low, high = self.bounds
        if self.span:
            return self.span
        return min(low, reach), max(min(high, _round_up(2 * reach)), reach, self.step)

    def read(self, given: float, name: str, lang: str) -> float | int:
        """The scenario's number of what was written; VisitationError in the words of the screen when it is not allowed."""
        low, high = self.bounds
        if not low - 1e-9 <= given <= high + 1e-9:
            said = translator(lang)("%(name)s: %(given)s går ikke; tilladt er %(low)s til %(high)s.")
            told = {key: number(value, lang, 2, trim=True) for key, value in (("given", given), ("low", low), ("high", high))}
            raise VisitationError(said % {"name": name, **told})
        value = given / shown(self.key, 1)
        whole = self.step == 1 and self.key not in SHOWN
        if whole and value != int(value):
            raise VisitationError(translator(lang)("%(name)s: skriv et helt tal.") % {"name": name})
        return int(value) if whole else round(value, 9)


DECISIONS = (Field("places"), Field("course_weeks"))
UNKNOWNS = (
    Field("enquiries_per_week", step=0.1),
    Field("share_82", step=0.5),
    Field("onward_85_share", step=0.5),
    Field("stay_85_mean_weeks", step=0.1),
)
FURTHER = tuple(
    field
    for field in (
        Field("growth_per_year", step=0.5, span=(-10.0, 10.0)),
        Field("season_amplitude", step=1.0, span=(0.0, 50.0)),
        Field("share_85_direct", step=0.5),
        Field("dropout_per_week", step=0.1),
        Field("renege_per_week", step=0.1),
        Field("no_show_share", step=0.5, span=(0.0, 50.0)),
    )
    if field.key in BOUNDS
)
COUNTS = (Field("initial.waiting"), Field("initial.courses"), Field("initial.s85"))
PRICES = (Field("unit_prices.course_kr", step=100), Field("unit_prices.s85_week_kr", step=100))
GROUPS = {"decisions": DECISIONS, "unknowns": UNKNOWNS, "further": (*FURTHER, *COUNTS, *PRICES)}
FIELDS = {field.key: field for group in GROUPS.values() for field in group}


def _round_up(value: float) -> float:
    """The next number of one or two round digits: 45.3 becomes 50, 184 becomes 200."""
    if value <= 0:
        return 0.0
    unit = 10 ** floor(log10(value)) / 2
    return ceil(value / unit) * unit
