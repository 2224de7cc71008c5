"""What the reader has chosen of the outcomes, and what the register says of it; nothing here is stored."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from visitation.errors import VisitationError
from visitation.outcomes import fit
from visitation.outcomes.criteria import Tile, tiles
from visitation.outcomes.followed import Followed
from visitation.outcomes.funnel import Funnel, funnel
from visitation.outcomes.read import read_outcomes
from visitation.outcomes.returns import MONTHS, Returns, returns
from visitation.outcomes.scores import STANDARD, Thresholds
from visitation.register.cases import cases
from visitation.statistics.small import Share
from widgets.numbers import number, parse
from widgets.outcomes.names import threshold_label
from widgets.remembered import courses
from widgets.session import Session
from widgets.text import translator

TABS = ("criteria", "cohorts", "published", "funnel", "scores")


@dataclass(frozen=True)
class Field:
    """A number that the scores are held against: what may be written, and how many of what is written make one."""

    low: float
    high: float
    factor: float = 1


FIELDS = {"reliable": Field(1, 40), "cutoff": Field(1, 40), "alliance": Field(1, 40), "gate": Field(0, 100, 100)}


class OutcomesState:
    """The courses of one municipality as they stand on the session's day.

    `tab`: the part of the page that is open. `year`: the year they started in (of the funnel: were referred in), None for all. `by`: how
    the scores are grouped. `refused`: a field that could not be taken, what was written in it, and why."""

    def __init__(self, session: Session):
        self.session, self.read = session, read_outcomes(session.model)
        self.cases = tuple(cases(session.register, session.model.head.id).values())
        self.courses: list[Followed] = courses(session)
        self.started = [one for one in self.courses if one.started]
        self.years = sorted({one.started.year for one in self.started})
        self.tab = TABS[0]
        self.year: int | None = None
        self.by = "standing"
        self.thresholds: Thresholds = STANDARD
        self.refused: tuple[str, str, str] | None = None
        self.message: str | None = None
        self._reports: dict[tuple[int | None, Thresholds], fit.Report] = {}

    @property
    def tabs(self) -> list[str]:
        """The parts of the page: all, or without the published numbers where nobody published any."""
        return [tab for tab in TABS if tab != "published" or self.read.published.completed]

    @cached_property
    def returns(self) -> tuple[Returns, ...]:
        """The return to support, by the year of the start."""
        return returns(self.courses, self.session.today)

    @property
    def chosen(self) -> list[Followed]:
        """The courses that started in the period."""
        return [one for one in self.started if self.year in (None, one.started.year)]

    @property
    def period(self) -> tuple[date, date] | None:
        """The days of the first and the last start of the period; None when nothing started in it."""
        days = [one.started for one in self.chosen]
        return (min(days), max(days)) if days else None

    @property
    def report(self) -> fit.Report:
        """The scores of the period's courses; many parts of the page rest on it."""
        key = self.year, self.thresholds
        if key not in self._reports:
            self._reports[key] = fit.report(self.chosen, self.thresholds)
        return self._reports[key]

    def grouped(self, by: str) -> dict[str, fit.Report]:
        """The scores of the period's courses by one of fit.GROUPS."""
        return fit.grouped(self.chosen, by, self.thresholds)

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """The success criteria of the period's courses."""
        return tiles(self.read, self.chosen, *self.period, self.session.today, self.thresholds) if self.period else ()

    @property
    def funnel(self) -> Funnel:
        """How far the courses got that were referred in the period."""
        referred = [one for one in self.courses if self.year in (None, one.referred.year)]
        return funnel(referred, self.read.stages, self.thresholds.few)

    def equal(self, months: int = MONTHS[0]) -> Share:
        """Of the period's courses that have been followed so long: how many had support that long after."""
        found = [equal.share for one in self.returns if self.year in (None, one.year) for equal in one.equal if equal.months == months]
        return Share(sum(share.k for share in found), sum(share.n for share in found), self.thresholds.few)

    # What the reader can choose; each is an action of the screen.

    def show(self, tab: str) -> None:
        """Opens a part of the page."""
        if tab in self.tabs:
            self.tab = tab

    def choose(self, year: str) -> None:
        """Shows the courses of one year; "" shows all."""
        if year in ("", *map(str, self.years)):
            self.year = int(year) if year else None

    def group(self, by: str) -> None:
        """Groups the scores."""
        if by in fit.GROUPS:
            self.by = by

    def set(self, key: str, given: str) -> None:
        """Holds the scores against another number; nothing written takes the usual one. Refused, the last good one stays."""
        if key not in FIELDS:
            return
        field, lang = FIELDS[key], self.session.lang
        try:
            value = _within(field, parse(given, lang), key, lang) / field.factor if given.strip() else getattr(STANDARD, key)
            self.thresholds = replace(self.thresholds, **{key: value})
        except VisitationError as error:
            self.refused = (key, given, str(error))


def _within(field: Field, value: float, key: str, lang: str) -> float:
    """The value when it is allowed; else VisitationError."""
    if not field.low <= value <= field.high:
        said = translator(lang)("%(what)s er %(value)s; tilladt er %(low)s til %(high)s.")
        told = {"what": threshold_label(key, lang), "value": number(value, lang, 1)}
        raise VisitationError(said % (told | {"low": number(field.low, lang), "high": number(field.high, lang)}))
    return value
