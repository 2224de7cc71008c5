"""The rows of the list: each running course, and each case that waits for an answer, with what is owed in it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from visitation.pathway import Course
from visitation.register.cases import Case
from visitation.register.due import DueItem

STATUSES = ("broken", "due", "soon", "later")


@dataclass(frozen=True)
class Line:
    """A course, or (course None) the applications of a case, with what is owed in it, the oldest date first."""

    case: Case
    course: Course | None
    items: tuple[DueItem, ...]

    @property
    def id(self) -> str:
        """What names the row on the screen and in actions."""
        return f"{self.case.reference}/{self.course.id if self.course else ''}"

    @property
    def running(self) -> bool:
        """Whether something is going on: the course has not ended, or something is owed."""
        return bool(self.items) or (self.course is not None and not self.course.ended)

    @property
    def state(self) -> str:
        """Where the course stands; "" for applications."""
        return self.course.state if self.course else ""


@dataclass(frozen=True)
class Filters:
    """What the reader wants to see: one owner, state or timer ("" is all), and any of the pressed statuses (none is all).

    `case`: the beginning of an alias; it finds closed courses too, which the list does not show otherwise."""

    owner: str = ""
    state: str = ""
    timer: str = ""
    case: str = ""
    statuses: frozenset[str] = frozenset()

    def wants(self, line: Line, item: DueItem) -> bool:
        """Whether an item passes what was selected; the statuses are left aside."""
        return all((self.owner in ("", item.owner), self.state in ("", line.state), self.timer in ("", item.timer), self.finds(line)))

    def finds(self, line: Line) -> bool:
        """Whether the line is of a case that is looked for."""
        return line.case.alias.startswith(self.case)


def in_turn(item: DueItem) -> tuple:
    """The order in which items are owed, that of the due list."""
    return item.due, item.alias, item.course, item.timer


def lines(cases: Mapping[str, Case], items: Iterable[DueItem]) -> list[Line]:
    """Every course, and all that owes something: what is owed soonest first, at the end what has no date."""
    owed: dict[tuple[str, str], list[DueItem]] = {}
    for item in items:
        owed.setdefault((item.case, item.course), []).append(item)
    with_items = [Line(cases[case], _course(cases[case], course), tuple(found)) for (case, course), found in owed.items()]
    others = [(case, course) for case in cases.values() for course in case.courses if (case.reference, course.id) not in owed]
    return with_items + [Line(case, course, ()) for case, course in others]


def _course(case: Case, course: str) -> Course | None:
    return case.course(course) if course else None


def chosen(found: Iterable[Line], filters: Filters) -> list[Line]:
    """The lines that pass the filters, each with the items that do; what owes nothing is shown only while nothing is filtered for it."""
    if filters == Filters(case=filters.case):
        return [line for line in found if filters.finds(line) and (line.running or filters.case)]
    kept = (replace(line, items=tuple(item for item in line.items if _passes(line, item, filters))) for line in found)
    return [line for line in kept if line.items]


def _passes(line: Line, item: DueItem, filters: Filters) -> bool:
    return filters.wants(line, item) and (not filters.statuses or item.status in filters.statuses)


def counts(found: Iterable[Line], filters: Filters) -> Counter[str]:
    """How many items of each status pass what was selected."""
    return Counter(item.status for line in found for item in line.items if filters.wants(line, item))
