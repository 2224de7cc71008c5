"""The line that is open as plain data for the screen: what to do next, what is promised, what has happened."""

from collections.abc import Iterator

from visitation.documents.names import TEMPLATES
from visitation.pathway import deadlines
from visitation.pathway import status as standing
from visitation.register.due import DueItem
from visitation.screening.explain import source_text
from widgets.deadlines.forms import answer, contact, move
from widgets.deadlines.history import history, undoable
from widgets.deadlines.letters import DELAY, choices, letter
from widgets.deadlines.lines import Line
from widgets.deadlines.names import about, day_label, pathway_label, state_label
from widgets.deadlines.rows import support_runs_on
from widgets.deadlines.state import DeadlinesState
from widgets.deadlines.texts import stands
from widgets.text import full_date, translator
from widgets.words import word


def detail(state: DeadlinesState) -> dict:
    """Everything that is shown of the line that is open."""
    line, events = state.line, state.events
    return {
        "id": line.id,
        "head": _head(state, line),
        "contact": contact(state, line),
        "tasks": _tasks(state, line),
        "answer": answer(state, line),
        "move": move(state, line),
        "documents": _documents(state, line),
        "promises": list(_promises(state, line)),
        "history": history(state.session, line, events),
        "undo": undoable(state.session, line, events),
    }


def _head(state: DeadlinesState, line: Line) -> dict:
    _, session = translator(state.session.lang), state.session
    case = _("Sag %(alias)s") % {"alias": line.case.alias}
    runs_on = _("Støtten løber, til myndigheden har afgjort.") if support_runs_on(session, line) else None
    if line.course is None:
        received = _("modtaget %(day)s") % {"day": full_date(line.case.enquiry.received, session.lang)}
        return {"title": f"{case} · {_('Ansøgning')}", "state": _("Venter på svar"), "about": received, "notice": None}
    begun = _("begyndt %(day)s") % {"day": full_date(line.course.begun, session.lang)}
    return {
        "title": f"{case} · {pathway_label(session, line.course)}",
        "state": state_label(session, line.course),
        "about": begun,
        "notice": runs_on,
    }


def _tasks(state: DeadlinesState, line: Line) -> list[dict]:
    session, tasks = state.session, line.course.tasks if line.course else ()
    return [
        {
            "task": task.id,
            "label": task.label.in_(session.lang),
            "note": f"{session.model.timers.owner(task.owner, session.lang)} · {day_label(session, task.due)}",
            "stands": standing(task.due, session.today),
        }
        for task in tasks
    ]


def _documents(state: DeadlinesState, line: Line) -> dict:
    offered = choices(state.session, line)
    return {
        "choices": [{"template": template, "title": TEMPLATES[template]} for template in offered],
        "shown": _letter(state, line, state.template) if state.template in offered else None,
    }


def _letter(state: DeadlinesState, line: Line, template: str) -> dict:
    _, written = translator(state.session.lang), letter(state.session, line, template, state.blanks)
    return {
        "template": template,
        "title": written.title,
        "text": written.text,
        "awaiting": _("Til juridisk godkendelse: ordene om klage er ikke godkendt endnu.") if written.awaiting_lawyer else None,
        "missing": _("Udfyldes i fagsystemet: %(names)s.") % {"names": ", ".join(written.missing)} if written.missing else None,
        "fields": _delay_fields(state) if template == DELAY else [],
    }


def _delay_fields(state: DeadlinesState) -> list[dict]:
    _, day = translator(state.session.lang), state.blanks.get("ny_frist")
    return [
        {"name": "ny_frist", "label": _("Ny frist"), "type": "date", "value": day.isoformat() if day else ""},
        {"name": "aarsag", "label": _("Årsag"), "type": "note", "value": state.blanks.get("aarsag", "")},
    ]


def _promises(state: DeadlinesState, line: Line) -> Iterator[dict]:
    """What is owed, then what was kept; tasks stand in a list of their own."""
    session, tasks = state.session, {task.id for task in line.course.tasks} if line.course else set()
    items = next((one.items for one in state.lines if one.id == line.id), ())
    yield from (_owed(state, item) for item in items if item.timer not in tasks)
    kept = (one for one in deadlines(session.model, line.course, session.today) if one.met) if line.course else ()
    for one in kept:
        yield _promise(state, "met", one.label.in_(session.lang), day_label(session, one.met_on), one.owner, one.kind) | {
            "source": source_text(session.model, one.source)
        }


def _owed(state: DeadlinesState, item: DueItem) -> dict:
    when = about(state.session, item.due, item.approximate)
    if item.window_from:
        when = f"{day_label(state.session, item.window_from)} – {when}"
    return _promise(state, item.status, item.label.in_(state.session.lang), when, item.owner, item.kind) | {"source": item.source}


def _promise(state: DeadlinesState, how: str, label: str, when: str, owner: str, kind: str) -> dict:
    lang, who = state.session.lang, state.session.model.timers.owner(owner, state.session.lang)
    return {"stands": how, "word": stands(lang)[how], "label": label, "when": when, "note": who, "kind": word("kind", kind, lang)}
