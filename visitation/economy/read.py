"""Reads a model's economy.yaml and holds it against the rest of the model."""

from collections.abc import Iterable, Iterator

from visitation.economy.case import case_of, changed
from visitation.economy.schema import Caveat, Economy
from visitation.errors import VisitationError
from visitation.model import Model
from visitation.model.base import Part, Place
from visitation.model.check import check_sources, known, unique
from visitation.model.contradictions import Contradiction
from visitation.model.load import read_part
from visitation.model.yaml import Document

FILE = "economy.yaml"


def read_economy(model: Model) -> Economy:
    """The economy of a model, empty when it has no such file; ModelError when it names what the model does not have, or is no case."""
    path = model.folder / FILE
    if not path.exists():
        return Economy()
    document, read = read_part(path, Economy)
    check_sources(document, read, model.head.documents)
    for name in ("budgets", "volumes", "caveats"):
        unique(document, (name,), getattr(read, name))
    for place, name in _named(read):
        known(document, place, "forbehold", name, notes(model, read))
    if read.case:
        _check_case(document, read)
    return read


def notes(model: Model, economy: Economy) -> dict[str, Caveat | Contradiction]:
    """What `notes` can name: the caveats of the economy and the contradictions of the model, by id."""
    return {one.id: one for one in (*model.contradictions.contradictions, *economy.caveats)}


def _named(part: object, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Every note that is named inside a part, with its place."""
    items: Iterable = ()
    if isinstance(part, Part):
        yield from (((*place, "notes"), name) for name in getattr(part, "notes", ()))
        items = ((name, getattr(part, name)) for name in part.__struct_fields__)
    elif isinstance(part, tuple):
        items = enumerate(part)
    for key, item in items:
        yield from _named(item, (*place, key))


def _check_case(document: Document, read: Economy) -> None:
    """The case's figures make a case, so does every alternative, and a printed row has a figure for every year."""
    place = ("case",)
    try:
        base = case_of(read.case)
    except ValueError as refused:
        raise document.wrong(document.line(place), str(refused)) from None
    unique(document, (*place, "alternatives"), read.case.alternatives)
    for i, one in enumerate(read.case.alternatives):
        try:
            changed(base, one.set.data(), one.id)
        except VisitationError as refused:
            raise document.wrong(document.line((*place, "alternatives", i)), str(refused)) from None
    for i, row in enumerate(read.case.printed):
        if len(row.kr) != len(base.years):
            said = f"rækken '{row.row}' har {len(row.kr)} tal; tilladt er {len(base.years)}, ét for hvert år"
            raise document.wrong(document.line((*place, "printed", i)), said)
