"""The meeting's state as plain data for the screen (panel.js draws it); no choosing and no computing here."""

from visitation.register.agenda import SECTIONS, Item
from visitation.register.guards import guards_for
from visitation.screening.explain import capital, explain, moot
from widgets.header import header
from widgets.meeting.state import MeetingState
from widgets.meeting.texts import section_titles, texts
from widgets.text import short_date, translator
from widgets.words import short_channel, word

MOST_ITEMS = 40  # a section longer than a meeting is counted, not listed


def view(state: MeetingState) -> dict:
    """Everything the screen shows."""
    session = state.session
    return {
        "lang": session.lang,
        "texts": texts(session.lang),
        "header": _header(state),
        "minutes": session.model.head.meeting.minutes,
        "agenda": [section for name in SECTIONS if (section := _section(state, name))["count"]],
        "case": _case(state) if state.item else None,
        "message": {"tone": state.message[0], "text": state.message[1]} if state.message else None,
    }


def _header(state: MeetingState) -> dict:
    _ = translator(state.session.lang)
    return header(state.session, "moede", _("Visitationsmøde"), to=("start", "trappen")) | {"progress": _progress(state)}


def _progress(state: MeetingState) -> str:
    _, items = translator(state.session.lang), state.agenda
    number = next((i for i, item in enumerate(items, 1) if item.case.reference == state.current), 0)
    minutes = round(sum(not item.done for item in items) * state.session.model.head.meeting.minutes)
    return _("%(number)d af %(count)d · ca. %(minutes)d min. igen") % {"number": number, "count": len(items), "minutes": minutes}


def _section(state: MeetingState, name: str) -> dict:
    items = [item for item in state.agenda if item.section == name]
    shown = [item for i, item in enumerate(items) if i < MOST_ITEMS or item.case.reference == state.current]
    more = translator(state.session.lang)("+ %(count)d flere") % {"count": len(items) - len(shown)}
    return {
        "id": name,
        "title": section_titles(state.session.lang)[name],
        "count": len(items),
        "items": [_item(state, item) for item in shown],
        "more": more if len(items) > len(shown) else None,
    }


def _item(state: MeetingState, item: Item) -> dict:
    _ = translator(state.session.lang)
    current = item.case.reference == state.current
    return {
        "id": item.case.reference,
        "label": _("Sag %(alias)s") % {"alias": item.case.alias},
        "note": _("nu") if current and not item.done else _note(state, item),
        "state": "current" if current else "done" if item.done else "parked" if item.section == "parkeret" else "open",
        "done": item.done,
    }


def _note(state: MeetingState, item: Item) -> str:
    _, lang = translator(state.session.lang), state.session.lang
    if item.done:
        return _chosen(state, item.case.decisions[-1])
    if item.section == "venter":
        return _("venter %(days)d dage") % {"days": (state.session.today - item.case.enquiry.received).days}
    if item.section == "tilbage":
        return _("siden sidst")
    return short_channel(item.case.enquiry.channel, lang)


def _chosen(state: MeetingState, decision: dict) -> str:
    """What a decision chose, in the words of the version it was made under."""
    session = state.session
    model = next((m for m in session.versions if m.sha256 == decision["sha256"]), session.model)
    table = model.tables.get(decision["table"])
    named = model.steps.get(decision["step"]) or (table and table.outcomes.get(decision["outcome"]))
    return named.label.in_(session.lang) if named else decision["outcome"]


def _case(state: MeetingState) -> dict:
    _, lang, case, draft = translator(state.session.lang), state.session.lang, state.item.case, state.draft
    decided = state.decided
    return {
        "id": case.reference,
        "label": _("Sag %(alias)s") % {"alias": case.alias},
        "words": case.enquiry.words,
        "words_missing": None if case.enquiry.words else _("Borgerens egne ord er ikke med i henvendelsen."),
        "facts": _facts(state),
        "questions": _questions(state),
        "ladder": _ladder(state),
        **_reasons(state),
        "guards": [] if decided else [_guard(g, lang) for g in _guards(state)],
        "why": {"label": _("Hvorfor ikke et trin lavere?"), "value": draft.why_not_lower}
        if state.asks_why_not_lower() and not decided
        else None,
        "deviate": {"open": draft.deviating and not decided, "options": _options(state), "chosen": None, "reason": draft.deviation},
        "can_decide": not decided and state.blocked() is None,
        "blocked": None if decided or draft.deviating else state.blocked(),
        "decision": _decision(state) if decided else None,
        "since": round(state.seconds),
    }


def _guards(state: MeetingState):
    return guards_for(state.model, state.item.case.enquiry, state.screening.possible, state.screening.answers)


def _guard(guard, lang: str) -> dict:
    """A guard with its evidence mark, unless a document says it and the municipality's lawyer has agreed.

    A general one reminds of something that goes for every such case; the screen folds it away."""
    marks = [word("kind", guard.kind, lang)] if guard.kind != "kilde" else []
    marks += [translator(lang)("til juridisk godkendelse")] if guard.awaiting_lawyer else []
    general = not (guard.when or guard.answers)
    return {"title": f"{guard.label.in_(lang)}:", "text": guard.text.in_(lang), "kind": " · ".join(marks) or None, "general": general}


def _facts(state: MeetingState) -> list[dict]:
    _, lang, enquiry = translator(state.session.lang), state.session.lang, state.item.case.enquiry
    section = enquiry.asks_section or _("ingen § nævnt")
    sender = f"{word('sender', enquiry.sender, lang)}, {word('channel', enquiry.channel, lang)} {short_date(enquiry.received, lang)}"
    facts = [(_("Søger"), f"{enquiry.asks_for or _('ikke oplyst')} ({section})"), (_("Fra"), sender)]
    if enquiry.support_now not in ("", "ingen", "ukendt"):
        facts.append((_("Støtte i dag"), word("support_now", enquiry.support_now, lang)))
    if missing := _missing(state):
        facts.append((_("Mangler"), missing))
    return [{"label": name, "value": value} for name, value in facts]


def _missing(state: MeetingState) -> str:
    _, enquiry = translator(state.session.lang), state.item.case.enquiry
    lacks = [
        (enquiry.consent != "ja", _("samtykke")),
        (not enquiry.words, _("borgerens egne ord")),
        (not enquiry.asks_for, _("hvad der søges om")),
    ]
    return ", ".join(words for missing, words in lacks if missing)


def _questions(state: MeetingState) -> list[dict]:
    lang, case, decided = state.session.lang, state.screening, state.decided
    given = {q: a or "" for q, a in state.draft.answers.items()}
    if decided:
        given = dict.fromkeys(decided["unclear"], "") | decided["answers"]
    no_matter = moot(case, lang)
    return [
        {
            "id": question.id,
            "text": question.label.in_(lang),
            "answers": [{"id": answer.id, "text": answer.label.in_(lang)} for answer in question.answers],
            "answer": given.get(question.id),
            "moot": no_matter.get(question.id),
            "key": not decided and question.id == case.clarifying and bool(case.answers),
        }
        for question in case.cube.table.inputs
    ]


def _ladder(state: MeetingState) -> dict:
    _, lang, case, model = translator(state.session.lang), state.session.lang, state.screening, state.model
    outcomes, decided = case.cube.table.outcomes, state.decided
    steps = {outcomes[name].step for name in case.possible}
    beside = [name for name in case.possible if outcomes[name].step is None]
    title = _("besluttet") if decided else _("anbefalet til drøftelse") if case.outcome else _("stadig muligt")

    def mark(possible: bool, chosen: bool) -> str:
        return "chosen" if chosen else "out" if not possible else "recommended" if case.outcome else "possible"

    if decided and decided["step"] is None and decided["outcome"] not in beside:
        beside.append(decided["outcome"])
    return {
        "title": f"{model.ladder.label.in_(lang)} – {title}",
        "steps": [
            {
                "id": step.id,
                "label": step.label.in_(lang),
                "note": step.note.in_(lang),
                "dashed": step.dashed,
                "state": mark(step.id in steps, bool(decided) and decided["step"] == step.id),
            }
            for step in model.ladder.steps
        ],
        "beside": [
            {
                "label": outcomes[name].label.in_(lang),
                "note": outcomes[name].note.in_(lang) if outcomes[name].note else "",
                "state": mark(name in case.possible, bool(decided) and decided["outcome"] == name),
            }
            for name in beside
        ],
    }


def _reasons(state: MeetingState) -> dict:
    _, lang, case = translator(state.session.lang), state.session.lang, state.screening
    why = explain(state.model, case, lang)
    tone = "open" if case.outcome is None else "recommended" if case.cube.table.outcomes[case.outcome].step else "beside"
    if not case.answers:
        reason = None
    else:
        reason = {
            "tone": tone,
            "title": why.title,
            "text": why.reason,
            "kind": why.kind and word("kind", why.kind, lang),
            "source": why.source,
            "sufficient": why.sufficient,
        }
    return {"reason": reason, "changes": [capital(change) for change in why.changes], "lower": list(why.lower)}


def _options(state: MeetingState) -> list[dict]:
    outcomes = state.screening.cube.table.outcomes
    return [{"id": name, "label": outcomes[name].label.in_(state.session.lang)} for name in outcomes if name != state.screening.outcome]


def _decision(state: MeetingState) -> dict:
    _, decided = translator(state.session.lang), state.decided
    return {
        "title": _("Besluttet: %(step)s") % {"step": _chosen(state, decided)},
        "text": decided["deviation"] or decided["why_not_lower"],
        "note": state.note,
    }
