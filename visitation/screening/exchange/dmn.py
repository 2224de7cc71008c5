"""A decision table as a DMN 1.3 document: its logic is standard DMN, what DMN has no place for rides along."""

import re
import xml.etree.ElementTree as ET
from datetime import date

from visitation.model import Input, Model, Rule, Table
from visitation.screening.cube import build
from visitation.screening.exchange import annex
from visitation.screening.exchange.feel import cell, names
from visitation.screening.exchange.layout import add_layout
from visitation.screening.exchange.xml import PREFIXES, add

XML_ID = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


def to_dmn(table: Table, model: Model, on: date | None = None) -> str:
    """DMN 1.3 XML, the same bytes for the same table. Its rules are those in force on a date, without one those that have no end.

    The other rules ride along unseen, so that `from_dmn` gives all of them back."""
    rules = build(table, on or table.valid.to).rules
    root = ET.Element("definitions", PREFIXES | {"id": f"{_id(table)}_definitions", "name": table.id})
    root.set("namespace", f"urn:visitationsbordet:{model.head.id}")
    decision = add(root, "decision", id=_id(table), name=table.label.da)
    annex.put(decision, annex.of_table(table, rules))
    add(decision, "variable", id=f"{_id(table)}_variable", name=table.label.da, typeRef="string")
    questions, arrows = _requirements(root, decision, table)
    _decision_table(decision, table, rules, model)
    add_layout(root, _id(table), questions, arrows)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _id(table: Table) -> str:
    return table.id if XML_ID.fullmatch(table.id) else "table"


def _names(table: Table) -> dict[str, str]:
    return names(tuple(question.id for question in table.inputs))


def _requirements(root: ET.Element, decision: ET.Element, table: Table) -> tuple[list[str], list[str]]:
    """The questions as input data that the decision needs; their ids and those of the requirements."""
    questions, arrows = [], []
    for n, name in enumerate(_names(table).values(), start=1):
        questions.append(f"{_id(table)}_data_{n}")
        arrows.append(f"{_id(table)}_requirement_{n}")
        data = add(root, "inputData", id=questions[-1], name=name)
        add(data, "variable", id=f"{questions[-1]}_variable", name=name, typeRef="string")
        add(add(decision, "informationRequirement", id=arrows[-1]), "requiredInput", href=f"#{questions[-1]}")
    return questions, arrows


def _decision_table(decision: ET.Element, table: Table, rules: tuple[Rule, ...], model: Model) -> None:
    body = add(decision, "decisionTable", id=f"{_id(table)}_table", hitPolicy="FIRST")
    for n, question in enumerate(table.inputs, start=1):
        _input(body, f"{_id(table)}_input_{n}", question, _names(table)[question.id])
    output = add(body, "output", id=f"{_id(table)}_output", label="Så", name="saa", typeRef="string")
    annex.put(output, {name: annex.plain(outcome) for name, outcome in table.outcomes.items()})
    add(add(output, "outputValues", id=f"{_id(table)}_output_values"), "text", cell(tuple(table.outcomes)))
    for n, rule in enumerate(rules, start=1):
        _rule(body, f"{_id(table)}_rule_{n}", rule, table, model)


def _input(body: ET.Element, name: str, question: Input, variable: str) -> None:
    column = add(body, "input", id=name, label=question.label.da)
    annex.put(column, annex.of_input(question))
    add(add(column, "inputExpression", id=f"{name}_expression", typeRef="string"), "text", variable)
    add(add(column, "inputValues", id=f"{name}_values"), "text", cell(tuple(answer.id for answer in question.answers)))


def _rule(body: ET.Element, name: str, rule: Rule, table: Table, model: Model) -> None:
    row, data = add(body, "rule", id=name), annex.of_rule(table, rule)
    add(row, "description", annex.description(rule.reason.da, rule.kind, data["source"], model))
    annex.put(row, data)
    for n, question in enumerate(table.inputs, start=1):
        add(add(row, "inputEntry", id=f"{name}_entry_{n}"), "text", cell(rule.when.get(question.id)))
    add(add(row, "outputEntry", id=f"{name}_outcome"), "text", cell((rule.then,)))
