"""What the indicators of a session's municipality are counted by."""

from visitation.guided import guided
from visitation.guideposts.facts import TOLD, Facts
from visitation.register.cases import cases
from visitation.register.told import events_told
from widgets.remembered import courses
from widgets.session import Session


def facts(session: Session) -> Facts:
    """The facts of the session's municipality."""
    name = session.model.head.id
    there = tuple(cases(session.register, name).values())
    return guided(session.model, session.today, there, events_told(session.register, name, TOLD), courses(session), session.sample)
