"""Reads a model's outcomes.yaml and holds it against the rest of the model."""

from visitation.model import Model
from visitation.model.check import check_sources, known, unique
from visitation.model.load import read_part
from visitation.model.yaml import Document
from visitation.outcomes.schema import Outcomes
from visitation.pathway import pathways

FILE = "outcomes.yaml"


def read_outcomes(model: Model) -> Outcomes:
    """The outcomes of a model, empty when it has no such file; ModelError when it names what the model does not have."""
    path = model.folder / FILE
    if not path.exists():
        return Outcomes()
    document, read = read_part(path, Outcomes)
    check_sources(document, read, model.head.documents)
    unique(document, ("criteria",), read.criteria)
    unique(document, ("published", "started"), read.published.started)
    _check_pathways(document, read, model)
    _check_contradictions(document, read, model)
    return read


def _check_pathways(document: Document, read: Outcomes, model: Model) -> None:
    """The pathways exist, and the stages' events stand on theirs."""
    if read.stages is None:
        return
    there = pathways(model)
    known(document, ("stages", "pathway"), "forløb", read.stages.pathway, there)
    events = [event.id for event in there[read.stages.pathway].events]
    for stage, named in read.stages.named.items():
        for event in named:
            known(document, ("stages", stage), "hændelse", event, events)
    for pathway in read.support.pathways:
        known(document, ("support", "pathways"), "forløb", pathway, there)


def _check_contradictions(document: Document, read: Outcomes, model: Model) -> None:
    named = [one.id for one in model.contradictions.contradictions]
    parts = {("published", "started", i): one for i, one in enumerate(read.published.started)}
    parts |= {("published", key): getattr(read.published, key) for key in ("completed", "inflow")}
    for place, part in parts.items():
        for one in part.contradictions if part else ():
            known(document, place, "modstrid", one, named)
