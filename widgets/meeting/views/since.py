"""What happened in a case since the meeting last saw it, and what its course has promised."""

from datetime import date

from visitation.model import Model
from visitation.pathway import Deadline, Move, Try, contact_protocol, deadlines, pathways, status
from visitation.register.agenda import decided_on
from visitation.register.cases import Happening
from widgets.meeting.state import MeetingState
from widgets.text import short_date, translator

MOST_FACTS = 4


def since(state: MeetingState) -> list[dict]:
    """Facts for the head of a case: what was decided, what happened since, where its course stands, what it owes next."""
    _, session, item = translator(state.session.lang), state.session, state.item
    earlier = [made for made in item.case.decisions if decided_on(made) < session.today]
    facts = []
    if earlier:
        facts.append((_("Siden sidst"), _happened(state, earlier[-1]), False))
    if item.course:
        facts.append((_("Forløb"), _standing(state), False))
        facts += [_promise(state, deadline) for deadline in deadlines(session.model, item.course, session.today)[:1] if not deadline.met]
    return [{"label": label, "value": value, "late": late} for label, value, late in facts]


def _happened(state: MeetingState, decision: dict) -> str:
    _, session = translator(state.session.lang), state.session
    days = (session.today - decided_on(decision)).days
    made = _("%(step)s for %(days)d dage siden") % {"step": state.chosen(decision), "days": days}
    facts = [happening_text(session.model, happening, session.lang) for happening in state.item.since]
    hidden = len(facts) - MOST_FACTS
    more = [_("+ %(count)d tidligere") % {"count": hidden}] if hidden > 0 else []
    return " · ".join([made, *more, *facts[-MOST_FACTS:]])


def happening_text(model: Model, happening: Happening, lang: str) -> str:
    """A move or a try in plain words with its day."""
    fact = happening.fact
    if isinstance(fact, Try):
        return f"{try_label(model, fact, lang)} {on(fact.at.date(), lang)}"
    return f"{move_label(model, happening.pathway, fact, lang)} {on(fact.on, lang)}"


def on(day: date, lang: str) -> str:
    """A date that no line break parts."""
    return short_date(day, lang).replace(" ", "\u00a0")


def try_label(model: Model, fact: Try, lang: str) -> str:
    """The channel of a try and what came of it, in the protocol's words while the model has them."""
    ways = {way.channel: way for way in protocol.ways} if (protocol := contact_protocol(model)) else {}
    way = ways.get(fact.channel)
    result = way and way.results.get(fact.result)
    return f"{way.label.in_(lang) if way else fact.channel}: {result.in_(lang) if result else fact.result}"


def move_label(model: Model, pathway_id: str, move: Move, lang: str) -> str:
    """The event of a move, in the pathway's words while the model has them."""
    pathway = pathways(model).get(pathway_id)
    event = next((event for event in pathway.events if event.id == move.event), None) if pathway else None
    return event.label.in_(lang) if event else move.event


def _standing(state: MeetingState) -> str:
    """Pathway and state, and for how long: "FOKUS · læringsforløb, 34 dage"."""
    _, session, course = translator(state.session.lang), state.session, state.item.course
    pathway = pathways(session.model).get(course.pathway)
    if pathway is None:
        return course.pathway
    days = _("%(days)d dage") % {"days": (session.today - course.since).days}
    return f"{pathway.label.in_(session.lang)} · {pathway.state(course.state).label.in_(session.lang)}, {days}"


def _promise(state: MeetingState, deadline: Deadline) -> tuple[str, str, bool]:
    """The next date the course owes, and whether it is broken."""
    _, session = translator(state.session.lang), state.session
    late = status(deadline.due, session.today) == "broken"
    said = f"{deadline.label.in_(session.lang)} {_('senest')} {on(deadline.due, session.lang)}"
    return (_("Overskredet") if late else _("Næste løfte"), said, late)
