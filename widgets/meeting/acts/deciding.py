"""Deciding the case on the table: the recommended step, another one with its reason, or later."""

from visitation.errors import VisitationError
from visitation.register import settling
from visitation.register.decisions import decision, needs_why_not_lower
from widgets.meeting.acts import course
from widgets.meeting.state import MeetingState
from widgets.text import translator


def asks_why_not_lower(state: MeetingState) -> bool:
    """Whether the recommended step asks "Hvorfor ikke et trin lavere?"."""
    outcome = state.screening.outcome
    return outcome is not None and needs_why_not_lower(state.session.model, state.screening, outcome)


def blocked(state: MeetingState) -> str | None:
    """Why the recommendation cannot be decided yet, in one sentence; None when it can."""
    _ = translator(state.session.lang)
    if state.screening.outcome is None:
        return _("Svar på det, der mangler, eller vælg et andet trin med en begrundelse.")
    if asks_why_not_lower(state) and not state.draft.why_not_lower.strip():
        return _("Skriv, hvorfor det ikke er et trin lavere.")
    return None


def decide(state: MeetingState) -> None:
    """Stores what is recommended as the decision; for a course, how it goes on."""
    if course.on_table(state):
        course.move(state)
        return
    if sentence := blocked(state):
        raise VisitationError(sentence)
    _store(state, state.screening.outcome, state.draft.why_not_lower, "")


def deviate_open(state: MeetingState) -> None:
    """Shows the choice of another step."""
    state.say(deviating=True)


def deviate_cancel(state: MeetingState) -> None:
    """Leaves the choice of another step."""
    state.say(deviating=False)


def deviate(state: MeetingState, outcome: str | None, reason: str | None) -> None:
    """Stores another step than the recommended one, with its reason."""
    state.say(deviation=reason or "")
    if outcome is None:
        raise VisitationError(translator(state.session.lang)("Vælg et trin."))
    _store(state, outcome, state.draft.why_not_lower or state.draft.deviation, state.draft.deviation)


def _store(state: MeetingState, outcome: str, why_not_lower: str, deviation: str) -> None:
    if state.item is None or state.item.done:
        raise VisitationError(translator(state.session.lang)("Sagen er allerede besluttet på dette møde."))
    made = decision(
        state.session.model,
        state.screening,
        outcome,
        why_not_lower=why_not_lower,
        deviation=deviation,
        unclear=tuple(q for q, a in state.draft.answers.items() if a is None),
        capacity=state.meeting.capacity,
    )
    state.write(*settling.decide(state.session.model, state.item.case, state.item.course, made, state.at()))


def park(state: MeetingState) -> None:
    """Puts the case aside and goes on to the next one."""
    if state.item and not state.item.done and state.item.case.status != "parkeret":
        case = state.item.case
        state.next()
        state.write(state.event(case, "parked", {}, state.at()))
