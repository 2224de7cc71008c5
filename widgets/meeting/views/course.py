"""A course on the table: how it may go on, what follows from the choice, and where the case stands on the ladder."""

from visitation.pathway import Event, Task, add, pathways
from widgets.meeting.acts import course as acts
from widgets.meeting.state import MeetingState
from widgets.meeting.views.ladder import guard
from widgets.text import short_date, translator

on_table = acts.on_table


def course(state: MeetingState) -> dict:
    """The choice instead of the questions, and what follows instead of the reasons."""
    done, sentence = state.item.done, acts.blocked(state)
    return {
        "questions": [],
        "outcomes": None if done else _outcomes(state),
        "ladder": _standing(state),
        "reason": None,
        "changes": [],
        "lower": [],
        "guards": [] if done else [guard(met, state.session.lang) for met in acts.guards(state)],
        "follows": None if done else _follows(state),
        "why": None,
        "deviate": {"open": False, "options": [], "chosen": None, "reason": ""},
        "can_decide": not done and sentence is None,
        "blocked": None if done else sentence,
    }


def _outcomes(state: MeetingState) -> dict:
    """The events as options, and the note with what the chosen one asks for."""
    _, lang, chosen = translator(state.session.lang), state.session.lang, acts.chosen(state)
    return {
        "legend": _("Hvordan går forløbet videre?"),
        "options": [{"id": event.id, "label": event.label.in_(lang)} for event in acts.events(state)],
        "chosen": chosen.id if chosen else None,
        "note": {"label": _note_label(chosen, lang), "value": state.draft.note, "required": bool(chosen and chosen.asks)},
    }


def _note_label(event: Event | None, lang: str) -> str:
    """What the note must say for this event; it may always say more."""
    _ = translator(lang)
    asked = {
        "note": _("hvorfor"),
        "tovholder": _("at borgeren selv har valgt tovholder og læringsforløb"),
        "interval": _("hvilket tidsinterval"),
    }
    wanted = [asked[each] for each in event.asks] if event else []
    return _("Note: %(what)s") % {"what": _(" og ").join(wanted)} if wanted else _("Note (kan udelades)")


def _follows(state: MeetingState) -> dict | None:
    """What the chosen event leads to: the state, the tasks with owner and day, the letters."""
    _, lang, event = translator(state.session.lang), state.session.lang, acts.chosen(state)
    if event is None:
        return None
    pathway = pathways(state.session.model)[state.item.course.pathway]
    to = pathway.state(event.to or state.item.course.state)
    support = _("Støtten fortsætter imens.") if to.support_runs else ""
    return {
        "title": to.label.in_(lang),
        "text": f"{event.reason.in_(lang)} {support}".strip(),
        "items": [_task(state, task) for task in event.tasks],
    }


def _task(state: MeetingState, task: Task) -> str:
    session, lang = state.session, state.session.lang
    due = add(session.today, task.length, end=True) if task.length else session.today
    return f"{task.label.in_(lang)} ({session.model.timers.owner(task.owner, lang)}, {short_date(due, lang)})"


def _standing(state: MeetingState) -> dict:
    """The ladder with the step that the last decision put the case on."""
    _, lang, model, made = translator(state.session.lang), state.session.lang, state.session.model, state.item.case.decisions
    step = made[-1]["step"] if made else None
    return {
        "title": f"{model.ladder.label.in_(lang)} – {_('her står sagen')}",
        "steps": [
            {
                "id": each.id,
                "label": each.label.in_(lang),
                "note": each.note.in_(lang),
                "dashed": each.dashed,
                "state": "chosen" if each.id == step else "out",
            }
            for each in model.ladder.steps
        ],
        "beside": [],
    }
