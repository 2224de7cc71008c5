"""What follows from a register's whole history: worked out once in a process, and anew when register, model or day are others."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from visitation.outcomes.followed import Followed, as_of
from visitation.outcomes.register import TOLD, followed
from visitation.register.cases import cases
from visitation.register.told import events_told
from widgets.session import Session

Found = TypeVar("Found")


def remembered(work: Callable[[Session], Found]) -> Callable[[Session], Found]:
    """The same work, done once for each municipality while all that it rests on is as it was; nobody changes what it found."""
    found: dict[str, tuple[tuple[Any, ...], Found]] = {}

    @wraps(work)
    def asked(session: Session) -> Found:
        rests_on = session.register.head(), session.today, session.versions
        place = session.model.head.id
        if place not in found or found[place][0] != rests_on:
            found[place] = rests_on, work(session)
        return found[place][1]

    return asked


@remembered
def courses(session: Session) -> list[Followed]:
    """The municipality's courses as they stand on the session's day."""
    known = cases(session.register, session.model.head.id).values()
    return as_of(followed(session.model, known, events_told(session.register, session.model.head.id, TOLD)), session.today)
