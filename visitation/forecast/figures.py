"""The figures of a municipal model that a forecast begins with: each with its range, where it comes from, and why."""

from datetime import date
from inspect import signature

from visitation.errors import ModelError, allowed
from visitation.forecast.past import Past
from visitation.forecast.people import Laws
from visitation.forecast.scenario import BOUNDS, DECIDED, Initial, Scenario, UnitPrices
from visitation.forecast.staff import Staffing
from visitation.model.base import Id, Part, Sourced, Text
from visitation.model.check import check_sources, known
from visitation.model.load import Model, read_part
from visitation.model.yaml import Document

FILE = "forecast.yaml"
PROLONGED = ("prolonged_share", "prolonged_weeks")  # which share of the courses goes on, and until how many weeks
PRICES = {"course_kr": "forloeb", "s85_week_kr": "p85_uge", "staff_year_kr": "aarsvaerk"}  # the model's price of each key
FIGURES = tuple(key for key in BOUNDS if key not in ("horizon_weeks", "replications", "seed"))
NEEDED = tuple(name for name, field in signature(Scenario).parameters.items() if field.default is field.empty)


class Figure(Sourced, kw_only=True):
    """A number of a scenario by its key; `low` and `high` are the ends of the 80 % range in which it may lie.

    `owner` is who in the municipality can answer for it; `noted` the day on which it was assumed, or else the date of its latest document,
    as precise as that has one. `contradictions` are the ids of those that touch it."""

    key: Id
    value: float
    low: float | None = None
    high: float | None = None
    owner: Text
    noted: Id | None = None
    contradictions: tuple[Id, ...] = ()

    def __post_init__(self):
        super().__post_init__()
        if not (self.source or self.noted):
            raise ValueError("mangler 'noted'; et tal uden kilde skal sige, hvilken dag det er antaget")
        if (self.low, self.high) != (None, None) and (self.low is None or self.high is None or not self.low <= self.value <= self.high):
            raise ValueError(f"low og high skal stå begge to, med value ({self.value:g}) mellem sig")


class Figures(Part):
    """What a model gives a forecast: its figures, what its staff carries, and what it has published of its past."""

    figures: tuple[Figure, ...] = ()
    staffing: Staffing | None = None
    past: Past | None = None


def read_figures(model: Model) -> Figures:
    """The forecast file of a model, empty when it has none; ModelError when a figure is missing, unknown or named twice, or when a source
    or a contradiction is not one of the model's."""
    path = model.folder / FILE
    if not path.exists():
        return Figures()
    document, read = read_part(path, Figures)
    check_sources(document, read, model.head.documents)
    _check_keys(document, [figure.key for figure in read.figures])
    contradictions = [one.id for one in model.contradictions.contradictions]
    for i, figure in enumerate(read.figures):
        for named in figure.contradictions:
            known(document, ("figures", i, "contradictions"), "modstrid", named, contradictions)
    return read


def figures(model: Model) -> dict[str, Figure]:
    """The figures of a model by key, each with its date; ModelError when the model has none."""
    found = {figure.key: _dated(figure, model) for figure in read_figures(model).figures}
    if not found:
        raise ModelError(f"{model.folder.name}/{FILE}: filen mangler; en prognose begynder med dens tal")
    return found


def from_model(model: Model, on: date) -> Scenario:
    """The scenario of a model's own figures, with the prices of that day, and as many courses as its figures balance at.

    ModelError when they make no scenario."""
    found = figures(model)
    values = {key: int(found[key].value) if key in DECIDED else found[key].value for key in FIGURES if key in found}
    ranges = {key: (figure.low, figure.high) for key, figure in found.items() if figure.low is not None and figure.high is not None}
    prices = {key: price.kr for key, name in PRICES.items() if (price := model.prices.of(name, on))}
    try:
        return Scenario(**values, initial=_balanced(values), unit_prices=UnitPrices(**prices), uncertainty=ranges)
    except ValueError as refused:
        raise ModelError(f"{model.folder.name}/{FILE}: {refused}") from None


def laws(model: Model) -> Laws:
    """The shapes that a model's figures give."""
    share, weeks = (figures(model).get(key) for key in PROLONGED)
    return Laws(prolonged=(share.value, int(weeks.value)) if share and weeks else None)


def _check_keys(document: Document, keys: list[str]) -> None:
    possible = (*FIGURES, *PROLONGED)
    for i, key in enumerate(keys):
        if key not in possible or key in keys[:i]:
            raise document.wrong(document.line(("figures", i)), f"'{key}' er ukendt eller står to gange; tilladt er {allowed(possible)}")
    if missing := [key for key in NEEDED if key not in keys]:
        raise document.wrong(document.line(("figures",)), f"mangler {allowed(missing)}")


def _dated(figure: Figure, model: Model) -> Figure:
    """The figure with the date of its latest document, unless it has one of its own."""
    return figure if figure.noted else figure.replace(noted=max(model.head.documents[source.document].date for source in figure.source))


def _balanced(values: dict[str, float]) -> Initial:
    """As many as arrive a week times the weeks that each stays (Little's law); nobody waits."""
    referred = values["enquiries_per_week"] * values["share_82"]
    courses = min(referred * values["course_weeks"], values["places"])
    began = courses / values["course_weeks"] * values["onward_85_share"] + values["enquiries_per_week"] * values["share_85_direct"]
    return Initial(courses=round(courses), s85=round(began * values["stay_85_mean_weeks"]))
