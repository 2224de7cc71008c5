"""What came of a meeting: counts per outcome, what was parked, and who has to do what; nothing that names a citizen."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from visitation.model import Model
from visitation.pathway import Course, deadlines, pathways
from visitation.register.agenda import Item, decided_on


@dataclass(frozen=True)
class Todo:
    """What somebody has to do in a case after the meeting, and by when; the case by its alias."""

    owner: str
    alias: str
    what: str
    due: date


@dataclass(frozen=True)
class Summary:
    """A meeting in numbers. `decided` and `moved` count cases by the words of the outcome; `parked` are aliases, `todo` by owner."""

    items: int
    done: int
    minutes: int
    decided: dict[str, int]
    moved: dict[str, int]
    confirmed: int
    parked: tuple[str, ...]
    todo: tuple[Todo, ...]


def summary(agenda: Iterable[Item], model: Model, today: date, seconds: float, lang: str = "da") -> Summary:
    """The meeting of `today` by its agenda; `seconds` is how long its cases were on the table."""
    items = list(agenda)
    decided = [made for item in items for made in item.case.decisions[-1:] if decided_on(made) == today]
    moved = [(course, course.moves[-1]) for course in _touched(items, today) if course.moves and course.moves[-1].on == today]
    todo = [each for item in items for course in _touched([item], today) for each in _todo(item, course, model, today, lang)]
    return Summary(
        items=len(items),
        done=sum(item.done for item in items),
        minutes=round(seconds / 60),
        decided=dict(Counter(_outcome(model, made, lang) for made in decided)),
        moved=dict(Counter(_event(model, course.pathway, move.event, lang) for course, move in moved)),
        confirmed=sum(one.on == today for item in items for one in item.case.confirmed),
        parked=tuple(item.case.alias for item in items if item.section == "parkeret" and not item.done),
        todo=tuple(sorted(todo, key=lambda each: (each.owner, each.due, each.alias))),
    )


def numbers(found: Summary) -> dict[str, Any]:
    """The summary as the register keeps it: counts alone, so that a case can be forgotten without it."""
    todo = dict(Counter(each.owner for each in found.todo))
    return asdict(found) | {"parked": len(found.parked), "todo": todo}


def _touched(items: Iterable[Item], today: date) -> list[Course]:
    """The courses that began or moved today."""
    return [course for item in items for course in item.case.courses if course.since == today]


def _todo(item: Item, course: Course, model: Model, today: date, lang: str) -> Iterator[Todo]:
    """The open tasks of a course and the next date it has promised."""
    yield from (Todo(task.owner, item.case.alias, task.label.in_(lang), task.due) for task in course.tasks)
    promised = [one for one in deadlines(model, course, today) if not one.met][:1]
    yield from (Todo(one.owner, item.case.alias, one.label.in_(lang), one.due) for one in promised)


def _outcome(model: Model, decision: dict, lang: str) -> str:
    table = model.tables.get(decision["table"])
    outcome = table and table.outcomes.get(decision["outcome"])
    return outcome.label.in_(lang) if outcome else decision["outcome"]


def _event(model: Model, pathway_id: str, event_id: str, lang: str) -> str:
    pathway = pathways(model).get(pathway_id)
    found = next((event for event in pathway.events if event.id == event_id), None) if pathway else None
    return found.label.in_(lang) if found else event_id
