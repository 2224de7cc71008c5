"""Hold pathways, contact protocol and timers against each other: every id that is named exists."""

from collections.abc import Iterable

from visitation.model import Model, Timer
from visitation.model.check import known, unique
from visitation.model.yaml import Document
from visitation.pathway.dates import dated
from visitation.pathway.move import FIRST_TRY
from visitation.pathway.schema import Pathway, Protocol


def marks_of(pathway: Pathway, protocol: Protocol | None) -> set[str]:
    """Every mark that can be dated on a pathway, by its events or by the tries of its contact states."""
    marks = {*pathway.marks, *(mark for event in pathway.events for mark in event.marks)}
    return marks | (try_marks(protocol) if any(state.contact for state in pathway.states) else set())


def try_marks(protocol: Protocol | None) -> set[str]:
    """The marks that tries can date: the first of a phase, the first over each channel, the date to answer by."""
    if protocol is None:
        return set()
    answers = {f"{way.channel}_frist" for way in protocol.ways if way.answer}
    return {FIRST_TRY, *(way.channel for way in protocol.ways), *answers}


def check_pathway(document: Document, pathway: Pathway, model: Model, others: dict[str, Pathway]) -> None:
    """States, events and what begins the pathway fit each other and the tables; nothing else is begun by the same outcome."""
    if pathway.id != document.path.stem:
        raise document.wrong(document.line(("id",)), f"forløbet hedder '{pathway.id}', men filen {document.path.name}; de skal være ens")
    unique(document, ("states",), pathway.states)
    unique(document, ("events",), pathway.events)
    outcomes = [f"{table.id}.{outcome}" for table in model.tables.values() for outcome in table.outcomes]
    for outcome in pathway.begun_by:
        known(document, ("begun_by",), "udfald", outcome, outcomes)
        if taken := [other.id for other in others.values() if other is not pathway and outcome in other.begun_by]:
            raise document.wrong(document.line(("begun_by",)), f"'{outcome}' begynder også {taken[0]}; et udfald må kun begynde ét forløb")
    _check_events(document, pathway)


def _check_events(document: Document, pathway: Pathway) -> None:
    states = [state.id for state in pathway.states]
    known(document, ("starts",), "tilstand", pathway.starts, states)
    for i, event in enumerate(pathway.events):
        for state in event.from_:
            known(document, ("events", i, "from"), f"tilstand i hændelse {event.id}:", state, states)
        if event.to is not None:
            known(document, ("events", i, "to"), f"tilstand i hændelse {event.id}:", event.to, states)


def check_protocol(document: Document, protocol: Protocol, model: Model, pathways: Iterable[Pathway]) -> None:
    """The protocol counts from marks that the pathways date, and ends with a dated timer."""
    unique(document, ("ways",), protocol.ways)
    marks = sorted(set().union(*(marks_of(pathway, protocol) for pathway in pathways)))
    known(document, ("counts_from",), "hændelse", protocol.counts_from, marks)
    timers = [timer.id for timer in model.timers.timers if timer.anchor and dated(timer.length)]
    known(document, ("report", "timer"), "frist", protocol.report.timer, timers)
    for i, way in enumerate(protocol.ways):
        if way.each:
            known(document, ("ways", i, "each"), f"kanal i {way.id}:", way.each, [other.channel for other in protocol.ways])


def check_timers(document: Document, timers: Iterable[Timer], pathways: Iterable[Pathway], protocol: Protocol | None) -> None:
    """Every timer in use names a state of some pathway, and events that can be dated there."""
    pathways = list(pathways)
    states = sorted({state.id for pathway in pathways for state in pathway.states})
    for i, timer in enumerate(timers):
        if timer.practice or timer.agenda:
            continue
        known(document, ("timers", i, "state"), f"tilstand i frist {timer.id}:", timer.state, states)
        here = [pathway for pathway in pathways if any(state.id == timer.state for state in pathway.states)]
        marks = sorted(set().union(*(marks_of(pathway, protocol) for pathway in here)))
        for event in (*((timer.anchor.event, *timer.anchor.choices) if timer.anchor else ()), *timer.met_by):
            known(document, ("timers", i), f"hændelse i frist {timer.id}:", event, marks)
