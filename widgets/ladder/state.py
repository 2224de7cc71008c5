"""What the reader has opened of the ladder and for which period; the moves and the resources are only reckoned once asked for."""

from collections import Counter
from datetime import date
from functools import cached_property

from visitation.catalogue.read import Entry, entries, read_catalogue
from visitation.catalogue.resources import Activity, Use, activities, used
from visitation.register.cases import cases
from visitation.register.flow import Flow, Path, Place, flow, paths, stock
from visitation.register.month import known_months
from visitation.register.standing import Standing, helps, standing, steps_of
from widgets.session import Session
from widgets.text import translator

TABS = ("stair", "catalogue", "flow", "resources", "forms")
MONTHS = 12  # of the period that is shown first


class LadderState:
    """The ladder of one municipality on the session's day."""

    def __init__(self, session: Session):
        self.session, self.steps = session, steps_of(session.model)
        self.cases = cases(session.register, session.model.head.id)
        self.helps = helps(session.register)
        self.standing: Standing = standing(self.cases.values(), self.helps, session.model, session.today)
        self.catalogue = read_catalogue(session.model)
        self.entries: tuple[Entry, ...] = entries(session.model, self.catalogue)
        self.days = self._days()
        self.first, self.last = self.days[-1 - min(MONTHS, len(self.days) - 1)], self.days[-1]
        self.tab = TABS[0]
        self.message: str | None = None

    def _days(self) -> list[date]:
        """The days between which moves can be counted: the end of every known month that is over, and today."""
        today = self.session.today
        ends = [month.last for month in known_months(self.cases.values(), today)]
        return [*(day for day in ends if day < today), today]

    @cached_property
    def paths(self) -> tuple[Path, ...]:
        """Where every case came to stand, and when."""
        return paths(self.cases.values(), self.helps, self.steps, self.session.today)

    @cached_property
    def stocks(self) -> dict[date, Counter[Place]]:
        """How many stood at each place at the end of each of the days."""
        return {day: stock(self.paths, day) for day in self.days}

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        """What the unit's own sheet holds."""
        return activities(self.session.register, self.cases)

    @property
    def flow(self) -> Flow | None:
        """The moves of the period; None while there is no period yet."""
        return flow(self.paths, self.first, self.last) if self.first < self.last else None

    @property
    def used(self) -> tuple[Use, ...]:
        """What was used in the period."""
        return used(self.activities, self.first, self.last)

    # What the reader can choose; each is an action of the screen.

    def show(self, tab: str) -> None:
        """Opens a part of the page."""
        if tab in TABS:
            self.tab = tab

    def period(self, first: str, last: str) -> None:
        """Counts moves and resources between the ends of two days; refused unless the first comes before the last."""
        known = {day.isoformat(): day for day in self.days}
        if first not in known or last not in known:
            return
        if known[first] >= known[last]:
            self.message = translator(self.session.lang)("Perioden skal begynde, før den slutter; den viste er uændret.")
            return
        self.first, self.last = known[first], known[last]
