"""The third true table that is protected: what was promised to citizens, whether it was kept, and how long it took.

Whether it was kept is asked of the register as the monthly report asks it; how long it took, by asking the same on other days: halfway to
the promised day, and when the promised time has passed once more after it. As in the table of results all promises until the end of a
month are counted, so that a year is the difference of two months."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from visitation.disclosure import Axis, Cube
from visitation.model import Model, Timer
from visitation.model.published import ProcessingDeadline
from visitation.pathway import add
from visitation.publishing.counted import cube_of
from visitation.register.case import Case
from visitation.register.month import Month, Promise, promises

HELD, BROKEN = "holdt", "brudt"
SHORT, LONG = "kort", "lang"  # of a kept promise: at most half its time; of a broken one: at most twice its time
Told = ProcessingDeadline | Timer


@dataclass(frozen=True)
class Timed:
    """A promise whose day has come; `long_on` is when a broken one had taken twice its time, None when it never did."""

    promise: str
    due: date
    held: bool
    early: bool
    long_on: date | None

    def at(self, day: date) -> tuple[str, str]:
        """Where it is counted at the end of a day, from its own day on."""
        if self.held:
            return HELD, SHORT if self.early else LONG
        return BROKEN, LONG if self.long_on and self.long_on <= day else SHORT


def told(model: Model) -> tuple[Told, ...]:
    """What is promised to citizens: the processing deadlines, the earlier ones too, and the times that a document promises.

    Not an earlier practice, not what we read into a document, not what the meeting promises itself."""
    return (*model.deadlines.deadlines, *(timer for timer in model.timers.timers if _told(timer)))


def timed(model: Model, cases: Iterable[Case], months: Sequence[Month], today: date) -> list[Timed]:
    """The promises of told() that came due in these months, as they are known at the end of `today`."""
    known = {one.id: one for one in told(model)}
    return [
        _timed(model, case, month, one, known[one.timer])
        for case in cases
        for month in months
        for one in promises([case], model, month, today)
        if one.timer in known
    ]


def kept(models: Sequence[Model], found: Mapping[str, Iterable[Timed]], months: Sequence[Month]) -> Cube:
    """How many promises had come due until the end of every month, by municipality, promise, whether it was kept, and its time.

    True numbers, not to be published; `found` is by municipality."""
    ids = dict.fromkeys(one.id for model in models for one in told(model))
    axes = (
        Axis("unit", tuple(model.head.id for model in models)),
        Axis("promise", tuple(ids)),
        Axis("held", (HELD, BROKEN)),
        Axis("time", (SHORT, LONG)),
    )
    counts = Counter((at, unit, *cell) for unit, all_ in found.items() for one in all_ for at, cell in _counted(one, months))
    return cube_of(axes, months, counts)


def _told(timer: Timer) -> bool:
    dated = timer.length is not None and timer.length.calls is None and timer.anchor is not None
    return dated and timer.kind == "kilde" and timer.practice is None and not timer.agenda


def _timed(model: Model, case: Case, month: Month, one: Promise, promise: Told) -> Timed:
    span = (add(one.due, promise.length, end=True) - one.due).days
    held, again = one.status == "kept", one.due + timedelta(days=span)
    asked = one.due - timedelta(days=-(-span // 2)) if held else again
    then = {other.status for other in promises([case], model, month, asked) if (other.timer, other.due) == (one.timer, one.due)}
    return Timed(one.timer, one.due, held, held and "kept" in then, again if not held and "open" in then else None)


def _counted(one: Timed, months: Sequence[Month]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for at, month in enumerate(months):
        if one.due <= month.last:
            yield at, (one.promise, *one.at(month.last))
