"""The forms of the line that is open as plain data: an attempt to reach the citizen, where the course goes on, an answered application."""

from collections.abc import Iterable

from visitation.documents.names import TEMPLATES
from visitation.model import Guard
from visitation.pathway import Course, Event, Task, Way, add, contact_protocol, next_contact
from visitation.pathway import status as standing
from visitation.register.actions import blocked, blocked_contact
from visitation.register.cases import Case
from visitation.screening.explain import source_text
from widgets.deadlines.letters import letter
from widgets.deadlines.lines import Line
from widgets.deadlines.names import day_label, pathway_of, state_label
from widgets.deadlines.state import DeadlinesState
from widgets.text import translator
from widgets.words import word


def _guard(guard: Guard, lang: str) -> dict:
    """A guard with its evidence mark, unless a document says it and the municipality's lawyer has agreed."""
    marks = [word("kind", guard.kind, lang)] if guard.kind != "kilde" else []
    marks += [translator(lang)("til juridisk godkendelse")] if guard.awaiting_lawyer else []
    return {"title": f"{guard.label.in_(lang)}:", "text": guard.text.in_(lang), "kind": " · ".join(marks) or None}


def contact(state: DeadlinesState, line: Line) -> dict | None:
    """What is to be tried next, with its text, and the form for what was tried; None outside the contact phases."""
    session, protocol = state.session, contact_protocol(state.session.model)
    if protocol is None or line.course is None or not line.course.contact:
        return None
    step = next_contact(session.model, line.course, session.today)
    text = letter(session, line, step.template, {}) if step and step.template else None
    return {
        "step": _step(state, step) if step else None,
        "text": {"title": text.title, "text": text.text} if text else None,
        "form": _try_form(state, line, protocol.ways, step.channel if step else None),
    }


def _step(state: DeadlinesState, step) -> dict:
    _, session = translator(state.session.lang), state.session
    parts = {"formiddag": _("om formiddagen"), "eftermiddag": _("om eftermiddagen")}
    return {
        "stands": standing(step.due, session.today),
        "label": step.label.in_(session.lang),
        "when": " ".join([day_label(session, step.due), *([parts[step.part]] if step.part else [])]),
        "owner": session.model.timers.owner(step.owner, session.lang),
        "kind": word("kind", step.kind, session.lang) if step.kind != "kilde" else None,
        "source": source_text(session.model, step.source),
    }


def _try_form(state: DeadlinesState, line: Line, ways: Iterable[Way], suggested: str | None) -> dict:
    _, given = translator(state.session.lang), state.given
    channels = [way.channel for way in ways]
    return {
        "legend": _("Hvad er forsøgt?"),
        "picked": given.get("channel") or (suggested if suggested in channels else None),
        "result": given.get("result"),
        "at": {"name": "at", "label": _("Hvornår (tomt: nu)"), "type": "datetime-local", "value": given.get("at", "")},
        "result_legend": _("Hvad kom der ud af det?"),
        "ways": [_way(state, line, way) for way in ways],
    }


def _way(state: DeadlinesState, line: Line, way: Way) -> dict:
    _, session = translator(state.session.lang), state.session
    proposed = state.given.get("answer_by") or (add(session.today, way.answer).isoformat() if way.answer else "")
    answer = {"name": "answer_by", "label": _("Svar senest"), "type": "date", "value": proposed}
    return {
        "id": way.channel,
        "label": way.label.in_(session.lang),
        "results": [{"id": name, "label": text.in_(session.lang)} for name, text in way.results.items()],
        "answer": answer if way.answer else None,
        "blocked": _guards(blocked_contact(session.model, line.case, line.course, way.channel, session.today), session.lang),
    }


def _guards(guards: Iterable[Guard], lang: str) -> list[dict] | None:
    return [_guard(guard, lang) for guard in guards] or None


def move(state: DeadlinesState, line: Line) -> dict | None:
    """Where the course can go from here: the outcomes with a letter in groups of their own, then the other events."""
    pathway = line.course and pathway_of(state.session, line.course)
    if not pathway:
        return None
    _, groups = translator(state.session.lang), {}
    for event in pathway.events_from(line.course.state):
        groups.setdefault(event.form.group if event.form else "", []).append(event)
    ordered = sorted(groups.items(), key=lambda group: group[0] == "")  # outcomes first
    legend = {True: _("Udfald"), False: _("Andet") if len(groups) > 1 else _("Mulige hændelser")}
    return {
        "picked": state.given.get("event"),
        "values": {name: state.given[name] for name in ("note", "on") if name in state.given},
        "groups": [
            {"legend": legend[bool(group)], "options": [_option(state, line.case, line.course, event) for event in events]}
            for group, events in ordered
        ],
    }


def _option(state: DeadlinesState, case: Case, course: Course, event: Event) -> dict:
    session, lang = state.session, state.session.lang
    digit = event.form.letter if event.form and len(event.form.letter) == 1 else None
    return {
        "id": event.id,
        "digit": digit,
        "label": event.label.in_(lang).removeprefix(f"{digit}: "),
        "to": state_label(session, course, event.to),
        "tasks": [_task(state, task) for task in event.tasks],
        "documents": [TEMPLATES[template] for template in event.documents],
        "fields": _fields(state, event),
        "blocked": _guards(blocked(session.model, case, course, event.id, session.today), lang),
    }


def _task(state: DeadlinesState, task: Task) -> str:
    session = state.session
    due = add(session.today, task.length) if task.length else session.today
    return f"{task.label.in_(session.lang)} · {session.model.timers.owner(task.owner, session.lang)} · {day_label(session, due)}"


def _fields(state: DeadlinesState, event: Event) -> list[dict]:
    _ = translator(state.session.lang)
    asked = {
        "note": _("Begrundelse (skal udfyldes)"),
        "tovholder": _("Borgerens eget valg af tovholder og læringsforløb (skal udfyldes)"),
        "interval": _("Tidsintervallet, støtten bestilles i (skal udfyldes)"),
    }
    label = " · ".join(asked[name] for name in event.asks) or _("Bemærkning")
    return [
        {"name": "on", "label": _("Dato"), "type": "date", "value": state.session.today.isoformat()},
        {"name": "note", "label": label, "type": "note", "value": ""},
    ]


def answer(state: DeadlinesState, line: Line) -> dict | None:
    """The form that says an application has been answered; None for a course."""
    if line.course or not line.items:
        return None
    _, given = translator(state.session.lang), state.given
    waiting = {deadline.id: deadline.section for deadline in state.session.model.deadlines.deadlines}
    sections = dict.fromkeys(waiting[item.timer] for item in line.items)
    return {
        "legend": _("Hvilken ansøgning?"),
        "picked": given.get("section") or next(iter(sections)),
        "options": [{"id": section, "label": section} for section in sections],
        "field": {"name": "reason", "label": _("Hvordan (skal udfyldes)"), "type": "note", "value": given.get("reason", "")},
    }
