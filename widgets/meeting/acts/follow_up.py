"""Items that need no talk: confirmed together, each with its own reason."""

from visitation.errors import VisitationError
from visitation.register.agenda import Item
from visitation.register.courses import confirm
from widgets.meeting.state import MeetingState
from widgets.text import translator

SECTIONS = ("opfoelgning", "beskrivelser")


def items(state: MeetingState) -> list[Item]:
    """What may be confirmed without talk and is not yet done."""
    return [item for item in state.agenda if item.section in SECTIONS and not item.done]


def toggle(state: MeetingState) -> None:
    """Shows or leaves the list."""
    state.over = None if state.over == "follow_up" else "follow_up"


def tick(state: MeetingState, case: str, value: str | None) -> None:
    """Marks an item as one to confirm, or takes the mark away when there is no value."""
    _say(state, case, confirming=bool(value))


def reason(state: MeetingState, case: str, value: str | None) -> None:
    """Keeps the reason that is being written for an item."""
    _say(state, case, reason=value or "")


def _say(state: MeetingState, case: str, **what) -> None:
    if case in {item.case.reference for item in items(state)}:
        state.drafts.say(case, state.at(), **what)


def marked(state: MeetingState) -> list[Item]:
    """The items marked to be confirmed."""
    return [item for item in items(state) if state.drafts.of(item.case.reference).confirming]


def blocked(state: MeetingState) -> str | None:
    """Why the marked items cannot be confirmed yet, in one sentence; None when they can."""
    _, chosen = translator(state.session.lang), marked(state)
    if not chosen:
        return _("Sæt hak ved det, der kan bekræftes.")
    silent = [item.case.alias for item in chosen if not state.drafts.of(item.case.reference).reason.strip()]
    return _("Skriv en begrundelse for sag %(cases)s.") % {"cases": ", ".join(silent)} if silent else None


def save(state: MeetingState) -> None:
    """Confirms every marked item, all in one, or none."""
    if sentence := blocked(state):
        raise VisitationError(sentence)
    chosen, at = marked(state), state.at()
    state.write(*(state.event(item.case, "confirmed", _confirmed(state, item), at) for item in chosen))
    state.over = None
    said = translator(state.session.lang)("Bekræftet: %(count)d.")
    state.message = ("ok", said % {"count": len(chosen)})


def _confirmed(state: MeetingState, item: Item) -> dict:
    case, why = item.case, state.drafts.of(item.case.reference).reason
    return confirm(case, "course", item.course.id, why) if item.course else confirm(case, "decision", case.decisions[-1]["event"], why)
