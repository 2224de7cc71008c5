"""What is wrong with a model's pathways although every id is known: places where a citizen could be forgotten."""

from collections.abc import Iterator

from visitation.model import Model, Timer
from visitation.pathway.dates import dated
from visitation.pathway.load import read_pathways
from visitation.pathway.schema import Pathway, Protocol, State


def findings(model: Model) -> dict[str, list[str]]:
    """For every pathway of a model what is wrong with it, in Danish sentences; nothing when it is in order."""
    read = read_pathways(model)
    return {
        pathway.id: [*_state_findings(pathway, read.protocol), *_timer_findings(model, pathway, read.protocol)]
        for pathway in read.pathways.values()
    }


def reachable(pathway: Pathway, state_id: str) -> set[str]:
    """The states that a course can come to from one of them, that one included."""
    found, ahead = {state_id}, [state_id]
    while ahead:
        new = {event.to for event in pathway.events_from(ahead.pop()) if event.to} - found
        found |= new
        ahead += new
    return found


def _state_findings(pathway: Pathway, protocol: Protocol | None) -> Iterator[str]:
    reached = reachable(pathway, pathway.starts)
    for state in pathway.states:
        if state.id not in reached:
            yield f"tilstanden '{state.id}' kan ikke nås fra '{pathway.starts}'"
        yield from _final_findings(pathway, state) if state.final else _running_findings(pathway, state, protocol)


def _final_findings(pathway: Pathway, state: State) -> Iterator[str]:
    if (state.letter is None) == (state.no_letter is None):
        yield f"sluttilstanden '{state.id}' skal have enten letter eller no_letter (hvorfor der intet brev er)"
    if not any(event.to not in (None, state.id) for event in pathway.events_from(state.id)):
        yield f"sluttilstanden '{state.id}' kan ikke genåbnes; skriv en hændelse fra den"


def _running_findings(pathway: Pathway, state: State, protocol: Protocol | None) -> Iterator[str]:
    final = {other.id for other in pathway.states if other.final}
    if not any(event.to not in (None, state.id) for event in pathway.events_from(state.id)):
        yield f"tilstanden '{state.id}' har ingen vej ud; skriv en hændelse fra den, eller final: true"
    elif not reachable(pathway, state.id) & final:
        yield f"fra tilstanden '{state.id}' kan forløbet aldrig slutte"
    if state.contact and protocol is None:
        yield f"tilstanden '{state.id}' søger kontakt, men modellen har ingen contact.yaml"
    if state.review is None:
        yield f"tilstanden '{state.id}' kan stå uden en næste dato; skriv review"


def _timer_findings(model: Model, pathway: Pathway, protocol: Protocol | None) -> Iterator[str]:
    states = {state.id for state in pathway.states}
    for timer in model.timers.timers:
        if timer.state in states and not timer.practice and not timer.agenda:
            yield from _end_findings(timer, protocol)


def _end_findings(timer: Timer, protocol: Protocol | None) -> Iterator[str]:
    if dated(timer.length) and not timer.met_by:
        yield f"fristen {timer.id} slutter aldrig; skriv i met_by, hvilke hændelser der holder den"
    if dated(timer.length) and timer.anchor is None:
        yield f"fristen {timer.id} tæller ikke fra noget; skriv en anchor"
    if timer.length and timer.length.calls and protocol and timer.length.calls not in [way.times for way in protocol.ways]:
        yield f"fristen {timer.id} siger {timer.length.calls} opkald, men contact.yaml noget andet; ret dem sammen"
