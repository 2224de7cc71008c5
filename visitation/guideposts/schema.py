"""What guideposts.yaml consists of: the guideposts with their focus points, figures from elsewhere, and what is due when in the year."""

from typing import Literal

from visitation.model.base import Id, MonthOfYear, Part, Percent, Some, Sourced, Text

Unit = Literal["procent", "antal", "dage", "pr_1000", "kr", "point", "aar"]
Status = Literal["maalbar", "nye_data", "kvalitativ"]
STATUSES: tuple[Status, ...] = ("maalbar", "nye_data", "kvalitativ")
ROUNDING = 0.05  # of published per cents with one decimal
WHOLE = 100


class Named(Part):
    """An id and what it is called: a role, or a theme that goes across the guideposts."""

    id: Id
    label: Text


class Indicator(Sourced, kw_only=True):
    """How a point is measured.

    `measure` names what counts it in the register; else `missing` says why the register cannot tell. `denominator` is None where
    something is only counted."""

    id: Id
    label: Text
    definition: Text
    numerator: Text
    denominator: Text | None = None
    data: Text
    unit: Unit
    measure: Id | None = None
    missing: Text | None = None

    def __post_init__(self):
        super().__post_init__()
        if (self.measure is None) == (self.missing is None):
            raise ValueError("skal have netop én af measure og missing: hvad der tæller den, eller hvorfor registret ikke kan")


class Point(Sourced, kw_only=True):
    """A focus point. `responsible` is a role, `target` what the document asks for in figures: None where it asks for none."""

    id: Id
    label: Text
    status: Status
    responsible: Id
    target: Text | None = None
    themes: tuple[Id, ...] = ()
    indicators: Some[Indicator]

    def __post_init__(self):
        super().__post_init__()
        if (self.status == "maalbar") != any(one.measure for one in self.indicators):
            raise ValueError("status er maalbar, netop når en af indikatorerne har en measure")

    def indicator(self, indicator_id: str) -> Indicator | None:
        """The indicator of that id, None when the point has none such."""
        return next((one for one in self.indicators if one.id == indicator_id), None)


class Guidepost(Sourced, kw_only=True):
    """A guidepost with its focus points."""

    id: Id
    label: Text
    points: Some[Point]


class Growth(Part):
    """A growth over so many years, in per cent of where it began."""

    percent: float
    years: int

    def __post_init__(self):
        if self.years < 1 or self.percent <= -WHOLE:
            raise ValueError(f"percent er {self.percent:g} og years {self.years}; tilladt er over -100 og mindst 1 år")

    @property
    def a_year(self) -> float:
        """The same growth as an even one, in per cent a year."""
        return WHOLE * ((1 + self.percent / WHOLE) ** (1 / self.years) - 1)


class Portion(Part):
    """A part of a whole in per cent; `counted` when the figure is made of it."""

    label: Text
    percent: Percent
    counted: bool = False


class Context(Sourced, kw_only=True):
    """A figure from elsewhere that the points stand in connection with and that is not our own measurement.

    `figure` as it is published, or the sum of the counted `portions`, which make up a whole."""

    id: Id
    label: Text
    figure: Text | None = None
    growth: Growth | None = None
    portions: tuple[Portion, ...] = ()
    points: tuple[Id, ...] = ()

    def __post_init__(self):
        super().__post_init__()
        if (self.figure is None) != bool(self.portions):
            raise ValueError("skal have netop én af figure og portions")
        if self.portions and abs(sum(one.percent for one in self.portions) - WHOLE) > ROUNDING:
            raise ValueError(f"portions giver {sum(one.percent for one in self.portions):g} %; tilladt er 100")

    @property
    def counted(self) -> float:
        """What the counted portions come to."""
        return sum(one.percent for one in self.portions if one.counted)


class Due(Sourced, kw_only=True):
    """Something that comes back every year in a month (1-12)."""

    id: Id
    month: MonthOfYear
    label: Text
    about: Text
    points: tuple[Id, ...] = ()


class Guideposts(Part):
    """All of it; empty for a municipality that has none."""

    committee: Text | None = None
    roles: tuple[Named, ...] = ()
    themes: tuple[Named, ...] = ()
    guideposts: tuple[Guidepost, ...] = ()
    context: tuple[Context, ...] = ()
    year: tuple[Due, ...] = ()

    def __post_init__(self):
        if bool(self.guideposts) != (self.committee is not None):
            raise ValueError("committee og guideposts hører sammen; skriv begge eller ingen")

    @property
    def points(self) -> dict[str, Point]:
        """All focus points by id, in the document's order."""
        return {point.id: point for guidepost in self.guideposts for point in guidepost.points}

    def role(self, role_id: str) -> Named | None:
        """The role of that id, None when there is none such."""
        return next((one for one in self.roles if one.id == role_id), None)
