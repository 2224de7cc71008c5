"""The case on the table: the citizen's words, the facts, what happened since last, and the questions."""

from visitation.screening.explain import moot
from widgets.meeting.acts.deciding import asks_why_not_lower, blocked
from widgets.meeting.state import MeetingState
from widgets.meeting.views import course, ladder
from widgets.meeting.views.done import done
from widgets.meeting.views.levels import levels
from widgets.meeting.views.since import since
from widgets.text import short_date, translator
from widgets.words import word


def case(state: MeetingState) -> dict:
    """Everything about the case on the table."""
    _, found = translator(state.session.lang), state.item.case
    words = found.enquiry.words
    head = {
        "id": found.reference,
        "label": _("Sag %(alias)s") % {"alias": found.alias},
        "words": words,
        "words_missing": None if words else _("Borgerens egne ord er ikke med i henvendelsen."),
        "facts": _facts(state) + since(state),
        "levels": levels(state),
        "since": round(state.clock.seconds(found.reference)),
        "minutes": state.item.minutes,
        "turn": _turn(state),
        "decision": done(state),
    }
    return head | (course.course(state) if course.on_table(state) else _screening(state))


def _screening(state: MeetingState) -> dict:
    """The questions with what they lead to."""
    _, draft, decided = translator(state.session.lang), state.draft, state.decided
    sentence = None if decided else blocked(state)
    asks = asks_why_not_lower(state) and not decided
    return {
        "questions": _questions(state),
        "outcomes": None,
        "ladder": ladder.ladder(state),
        **ladder.reasons(state),
        "guards": [] if decided else ladder.guards(state),
        "follows": None,
        "why": {"label": _("Hvorfor ikke et trin lavere?"), "value": draft.why_not_lower} if asks else None,
        "deviate": {"open": draft.deviating and not decided, "options": _options(state), "chosen": None, "reason": draft.deviation},
        "can_decide": not decided and sentence is None,
        "blocked": None if draft.deviating else sentence,
    }


def _turn(state: MeetingState) -> str | None:
    """What leads from a course to the questions, or back; None where there is nothing to turn to."""
    _ = translator(state.session.lang)
    if state.item.course is None or state.item.done:
        return None
    return _("Ny vurdering") if course.on_table(state) else _("Se forløbet")


def _facts(state: MeetingState) -> list[dict]:
    _, lang, enquiry = translator(state.session.lang), state.session.lang, state.item.case.enquiry
    section = enquiry.asks_section or _("ingen § nævnt")
    sender = f"{word('sender', enquiry.sender, lang)}, {word('channel', enquiry.channel, lang)} {short_date(enquiry.received, lang)}"
    facts = [(_("Søger"), f"{enquiry.asks_for or _('ikke oplyst')} ({section})"), (_("Fra"), sender)]
    if enquiry.support_now not in ("", "ingen", "ukendt"):
        facts.append((_("Støtte i dag"), word("support_now", enquiry.support_now, lang)))
    if missing := _missing(state):
        facts.append((_("Mangler"), missing))
    return [{"label": name, "value": value, "late": False} for name, value in facts]


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


def _options(state: MeetingState) -> list[dict]:
    outcomes = state.screening.cube.table.outcomes
    return [{"id": name, "label": outcomes[name].label.in_(state.session.lang)} for name in outcomes if name != state.screening.outcome]
