"""Read the pathways and the contact protocol of a model, held against its tables and timers."""

from dataclasses import dataclass

from visitation.model import Model, Timer
from visitation.model.check import check_sources
from visitation.model.load import read_part
from visitation.model.yaml import read_yaml
from visitation.pathway.dates import dated
from visitation.pathway.ids import check_pathway, check_protocol, check_timers, marks_of
from visitation.pathway.schema import Pathway, Protocol


@dataclass(frozen=True)
class Pathways:
    """What a model says about courses; `timers` are those that run on each pathway, with a length that leads to a date."""

    pathways: dict[str, Pathway]
    protocol: Protocol | None
    timers: dict[str, tuple[Timer, ...]]


_read: dict[tuple[str, str], Pathways] = {}


def read_pathways(model: Model) -> Pathways:
    """The pathways, protocol and running timers of a model, read once; ModelError names file, line and what is allowed."""
    key = (str(model.folder), model.sha256)
    if key not in _read:
        _read[key] = _load(model)
    return _read[key]


def pathways(model: Model) -> dict[str, Pathway]:
    """The pathways of a model by id; none when it has no folder `pathways`."""
    return read_pathways(model).pathways


def contact_protocol(model: Model) -> Protocol | None:
    """The model's contact protocol, if it has one."""
    return read_pathways(model).protocol


def running_timers(model: Model, pathway_id: str) -> tuple[Timer, ...]:
    """The timers that run on a pathway and lead to a date."""
    return read_pathways(model).timers[pathway_id]


def _load(model: Model) -> Pathways:
    read = [read_part(path, Pathway) for path in sorted((model.folder / "pathways").glob("*.yaml"))]
    contact = model.folder / "contact.yaml"
    protocol = read_part(contact, Protocol) if contact.exists() else None
    found = {pathway.id: pathway for _, pathway in read}
    for document, pathway in read:
        check_pathway(document, pathway, model, found)
    if protocol:
        check_protocol(*protocol, model, found.values())
    for document, part in (*read, *([protocol] if protocol else [])):
        check_sources(document, part, model.head.documents)
    if found:
        check_timers(read_yaml(model.folder / "timers.yaml"), model.timers.timers, found.values(), protocol and protocol[1])
    timers = {pathway.id: _running(model, pathway, protocol and protocol[1]) for pathway in found.values()}
    return Pathways(found, protocol and protocol[1], timers)


def _running(model: Model, pathway: Pathway, protocol: Protocol | None) -> tuple[Timer, ...]:
    states, marks = {state.id for state in pathway.states}, marks_of(pathway, protocol)
    return tuple(
        timer
        for timer in model.timers.timers
        if not timer.practice and dated(timer.length) and timer.anchor and timer.state in states and timer.anchor.event in marks
    )
