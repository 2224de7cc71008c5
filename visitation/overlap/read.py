"""Reads a model's overlap.yaml and holds it against the rest of the model."""

from visitation.model import Model
from visitation.model.check import check_sources, known, unique
from visitation.model.load import read_part
from visitation.model.yaml import Document
from visitation.overlap.schema import Overlap

FILE = "overlap.yaml"
LISTS = (
    "centres", "benefits", "types", "subcategories", "criteria", "tags",
    "milestones", "contents", "capacity", "one_entrance", "unknown",
)  # fmt: skip


def read_overlap(model: Model) -> Overlap:
    """The review of a model, empty when it has no such file; ModelError when it names what the model does not have."""
    path = model.folder / FILE
    if not path.exists():
        return Overlap()
    document, read = read_part(path, Overlap)
    check_sources(document, read, model.head.documents)
    for name in LISTS:
        unique(document, (name,), getattr(read, name))
    _check_centres(document, read)
    _check_responsibility(document, read, model)
    return read


def _check_centres(document: Document, read: Overlap) -> None:
    there = [one.id for one in read.centres]
    for centre in read.both:
        known(document, ("both",), "center", centre, there)
    for i, one in enumerate(read.subcategories):
        for centre in one.partners:
            known(document, ("subcategories", i, "partners"), "center", centre, there)


def _check_responsibility(document: Document, read: Overlap, model: Model) -> None:
    """The table exists, so does its question, and every benefit answers it."""
    if read.responsibility is None:
        return
    known(document, ("responsibility", "table"), "tabel", read.responsibility.table, model.tables)
    questions = {one.id: one for one in model.tables[read.responsibility.table].inputs}
    known(document, ("responsibility", "question"), "spørgsmål", read.responsibility.question, questions)
    answers = [one.id for one in questions[read.responsibility.question].answers]
    for i, one in enumerate(read.benefits):
        known(document, ("benefits", i, "answer"), "svar", one.answer, answers)
