"""What the screen may ask for: each action is carried out on the state, and what goes wrong becomes a message."""

from dataclasses import replace
from datetime import date, datetime

from visitation.documents import to_docx
from visitation.errors import VisitationError
from visitation.register import actions
from visitation.register.ics import calendar as ics
from widgets.acts import Actions, asked
from widgets.deadlines.letters import letter
from widgets.deadlines.state import DeadlinesState
from widgets.text import translator

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def perform(state: DeadlinesState, action: dict) -> None:
    """Carries out an action of the screen; what was written stays in its form when it cannot be stored."""
    state.message = state.file = None
    try:
        _perform(state, action)
    except VisitationError as error:
        state.message = ("error", str(error))
        state.given = {name: value for name, value in action.items() if isinstance(value, str)}
        state.reload()


def _perform(state: DeadlinesState, action: dict) -> None:
    do, given = asked(CHOICES | OF_THE_OPEN, action, state.session.lang, str | None)
    if action["do"] in OF_THE_OPEN and (state.line is None or action.get("row") != state.opened):
        return  # meant for a course that is no longer open
    do(state, *given)


def try_contact(state: DeadlinesState, channel: str | None, result: str | None, at: str | None, answer_by: str | None) -> None:
    """Stores a try to reach the citizen."""
    _, line = translator(state.session.lang), state.line
    if not channel or not result:
        raise VisitationError(_("Vælg, hvordan kontakten er forsøgt, og hvad der kom ud af det."))
    told = actions.Tried(channel, _read(state, datetime, at) or state.at, result, _read(state, date, answer_by))
    state.store(actions.try_contact(state.session.model, line.case, line.course.id, told, state.at), _("Forsøget er gemt."))


def move(state: DeadlinesState, event: str | None, on: str | None, note: str | None) -> None:
    """Moves the course on."""
    _, line = translator(state.session.lang), state.line
    if not event:
        raise VisitationError(_("Vælg, hvad der er sket."))
    day = _read(state, date, on)
    moved = actions.move_course(state.session.model, line.case, line.course.id, event, state.at, on=day, note=note or "")
    state.store(moved, _("Forløbet er ført videre."))


def finish_task(state: DeadlinesState, task: str | None) -> None:
    """Marks a task as done."""
    _, line = translator(state.session.lang), state.line
    state.store(actions.finish_task(line.case, line.course.id, task or "", state.at), _("Opgaven er udført."))


def answered(state: DeadlinesState, section: str | None, reason: str | None) -> None:
    """Says that an application has been answered, and how."""
    _ = translator(state.session.lang)
    state.store(actions.answer_application(state.line.case, section or "", reason or "", state.at), _("Ansøgningen er besvaret."))


def undo(state: DeadlinesState) -> None:
    """Takes back the latest action of the case."""
    _ = translator(state.session.lang)
    state.store(actions.undo_last(state.line.case, state.events, state.at), _("Det seneste er fortrudt."))


def document(state: DeadlinesState, template: str | None, ny_frist: str | None, aarsag: str | None) -> None:
    """Shows a letter or a note, or puts it away when it is shown as it is."""
    given = {"ny_frist": _read(state, date, ny_frist), "aarsag": (aarsag or "").strip()}
    blanks = {name: value for name, value in given.items() if value}
    again = (template, blanks) == (state.template, state.blanks)
    state.template, state.blanks = (None, {}) if again else (template, blanks)


def docx(state: DeadlinesState) -> None:
    """Hands out the letter that is shown as a Word file."""
    if state.template:
        written = letter(state.session, state.line, state.template, state.blanks)
        state.file = (f"{state.template}-{state.line.case.alias}.docx", DOCX, to_docx(written, state.session.model))


def calendar(state: DeadlinesState) -> None:
    """Hands out what the filters show as a calendar file."""
    session = state.session
    named = [replace(item, owner=session.model.timers.owner(item.owner, session.lang)) for line in state.chosen for item in line.items]
    state.file = ("frister.ics", "text/calendar", ics(named, session.today, session.lang))


def _read(state: DeadlinesState, kind: type[date], given: str | None) -> date | None:
    """A day or a point in time from a field, None from an empty one."""
    try:
        return kind.fromisoformat(given) if given else None
    except ValueError:
        raise VisitationError(translator(state.session.lang)("Datoen kan ikke læses; skriv den som 2021-03-09.")) from None


CHOICES: Actions = {
    "status": (DeadlinesState.status, ("status",)),
    "filter": (DeadlinesState.filter, ("by", "value")),
    "clear": (DeadlinesState.clear, ()),
    "weeks": (DeadlinesState.weeks, ("by",)),
    "more": (DeadlinesState.more, ()),
    "open": (DeadlinesState.open, ("row",)),
    "close": (DeadlinesState.close, ()),
    "calendar": (calendar, ()),
}
OF_THE_OPEN: Actions = {  # these name the row they are meant for
    "try": (try_contact, ("channel", "result", "at", "answer_by")),
    "move": (move, ("event", "on", "note")),
    "task": (finish_task, ("task",)),
    "answered": (answered, ("section", "reason")),
    "undo": (undo, ()),
    "document": (document, ("template", "ny_frist", "aarsag")),
    "docx": (docx, ()),
}
