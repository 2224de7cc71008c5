"""Hold the parts of a model against each other: every id that is named exists, every id stands once."""

from collections.abc import Iterable, Iterator, Mapping

from visitation.errors import allowed
from visitation.model.base import Part, Source
from visitation.model.schema import Guards, Head, Rule, Table
from visitation.model.yaml import Document
from visitation.vocabulary import VOCABULARY

FACTS = VOCABULARY | {"words": ("",)}  # of the citizen's own words a guard can only see that they are missing


def unique(document: Document, place: tuple, items: Iterable) -> None:
    """Refuse a second item of the same id."""
    seen = set()
    for i, item in enumerate(items):
        if item.id in seen:
            raise document.wrong(document.line((*place, i)), f"'{item.id}' står to gange; et id må kun bruges én gang")
        seen.add(item.id)


def known(document: Document, place: tuple, what: str, value: str, choices: Iterable[str]) -> None:
    """Refuse a value that is not among `choices`."""
    choices = tuple(choices)
    if value not in choices:
        raise document.wrong(document.line(place), f"ukendt {what} '{value}'; tilladt er {allowed(choices)}")


def check_head(read: tuple[Document, Head], tables: list[str]) -> None:
    """The meeting's table exists."""
    document, head = read
    known(document, ("meeting", "table"), "tabel", head.meeting.table, tables)


def check_table(document: Document, table: Table, steps: list[str]) -> None:
    """Questions, answers, outcomes, steps and rule ids of a table fit each other."""
    unique(document, ("inputs",), table.inputs)
    for i, question in enumerate(table.inputs):
        unique(document, ("inputs", i, "answers"), question.answers)
    for name, outcome in table.outcomes.items():
        if outcome.step is not None:
            known(document, ("outcomes", name, "step"), "trin", outcome.step, steps)
    seen: set[str] = set()
    for place, rule in _rules(table):
        _check_rule(document, place, rule, table)
        if rule.id in seen:
            raise document.wrong(document.line(place), f"reglen '{rule.id}' står to gange; et id må kun bruges én gang")
        seen.add(rule.id)


def _rules(table: Table) -> Iterator[tuple[tuple, Rule]]:
    for i, section in enumerate(table.sections):
        for j, rule in enumerate(section.rules):
            yield ("sections", i, "rules", j), rule


def _check_rule(document: Document, place: tuple, rule: Rule, table: Table) -> None:
    known(document, (*place, "then"), f"udfald i regel {rule.id}:", rule.then, table.outcomes)
    answers = {question.id: [answer.id for answer in question.answers] for question in table.inputs}
    for name, values in rule.when.items():
        known(document, (*place, "when", name), f"spørgsmål i regel {rule.id}:", name, answers)
        for value in values:
            known(document, (*place, "when", name), f"svar på '{name}' i regel {rule.id}:", value, answers[name])


def check_guards(read: tuple[Document, Guards], tables: list[Table], meeting: Table) -> None:
    """Guards look at facts that an enquiry has, at answers of the meeting's table and at outcomes that some table gives."""
    document, guards = read
    outcomes = [name for table in tables for name in table.outcomes]
    answers = {question.id: [answer.id for answer in question.answers] for question in meeting.inputs}
    unique(document, ("guards",), guards.guards)
    for i, guard in enumerate(guards.guards):
        place = ("guards", i)
        _check_choices(document, (*place, "when"), ("oplysning", "værdi af"), guard.when, FACTS)
        _check_choices(document, (*place, "answers"), ("spørgsmål", "svar på"), guard.answers, answers)
        for outcome in guard.outcomes:
            known(document, (*place, "outcomes"), "udfald", outcome, outcomes)


def _check_choices(document: Document, place: tuple, what: tuple[str, str], chosen: Mapping, choices: Mapping) -> None:
    for name, values in chosen.items():
        known(document, (*place, name), what[0], name, choices)
        for value in values:
            known(document, (*place, name), f"{what[1]} '{name}':", value, choices[name])


def check_sources(document: Document, part: Part, documents: Iterable[str]) -> None:
    """Every source names a document of the model."""
    for place, source in sources(part):
        known(document, place, "dokument", source.document, documents)


def sources(part, place: tuple = ()) -> Iterator[tuple[tuple, Source]]:
    """Every source inside `part` with its place."""
    if isinstance(part, Source):
        yield place, part
    elif isinstance(part, Part):
        for name, key in zip(part.__struct_fields__, part.__struct_encode_fields__, strict=True):
            yield from sources(getattr(part, name), (*place, key))
    elif isinstance(part, tuple):
        for i, item in enumerate(part):
            yield from sources(item, (*place, i))
