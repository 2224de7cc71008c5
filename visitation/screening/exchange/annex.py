"""What DMN has no place for (kind, sources, English, sections, ladder, dates): plain data in extension elements of our own.

A DMN editor keeps them, and a table without them reads too. What both hold (cells, answers, outcomes) is DMN's."""

import xml.etree.ElementTree as ET

from visitation.errors import VisitationError
from visitation.model import Input, Model, Part, Rule, Table
from visitation.screening.exchange.feel import packed, shown, unpacked
from visitation.screening.exchange.xml import OURS, add


def plain(part: Part, *without: str) -> dict:
    """A part of a model as plain data that reads back equal."""
    return {key: value for key, value in part.data().items() if key not in without}


def of_table(table: Table, written: tuple[Rule, ...]) -> dict:
    """The table's own facts, its sections, and the rules that are not in force (`written` are), each with its place."""
    return {
        **plain(table, "inputs", "outcomes", "sections"),
        "sections": [plain(section, "rules") for section in table.sections],
        "not_in_force": [
            {"at": at, **of_rule(table, rule), "when": plain(rule).get("when", {}), "then": rule.then}
            for at, rule in enumerate(table.rules)
            if rule not in written
        ],
    }


def of_rule(table: Table, rule: Rule) -> dict:
    """A rule without its cells, and the number of its section."""
    section = next(i for i, section in enumerate(table.sections) if rule in section.rules)
    return {"section": section, **plain(rule, "when", "then")}


def of_input(question: Input) -> dict:
    """A question with the labels of its answers."""
    return plain(question)


def description(reason: str, kind: str, source: list[dict], model: Model | None) -> str:
    """What an editor shows beside a rule: why, whose word it is, and where it stands."""
    lines = [reason, f"Slags: {kind}"]
    for said in source:
        known = model.head.documents.get(said["document"]) if model else None
        lines.append(f"Kilde: {known.title if known else said['document']}, {said['section']}: »{said['anchor']}«")
    return shown("\n".join(lines))


def put(element: ET.Element, data: dict) -> None:
    """Add the data as an extension element."""
    add(add(element, "extensionElements"), "visitation:annex").text = packed(data)


def get(element: ET.Element, namespace: str) -> dict | None:
    """The data of an element's extension, None when it has none; VisitationError when it is damaged."""
    found = element.find(f"{{{namespace}}}extensionElements/{{{OURS}}}annex")
    if found is None:
        return None
    try:
        data = unpacked(found.text or "")
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        raise VisitationError(
            "oplysningerne fra Visitationsbordet i filen er beskadiget; fjern elementet annex, eller eksportér tabellen igen"
        )
    return data
