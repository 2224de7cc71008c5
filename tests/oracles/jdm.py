"""A decision table in JDM, the format of zen-engine."""

import json

from tests.oracles.subjects import Subject
from visitation.screening import build


def to_jdm(subject: Subject) -> str:
    """The rules in force as one decision table of zen; questions are called q0, q1 ..."""
    inputs = [{"id": f"i{i}", "name": q.id, "field": f"q{i}"} for i, q in enumerate(subject.table.inputs)]
    content = {
        "hitPolicy": "first",
        "inputs": inputs,
        "outputs": [{"id": "o", "name": "saa", "field": "saa"}],
        "rules": [_row(subject, rule) for rule in build(subject.table, subject.on).rules],
    }
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode"},
        {"id": "table", "name": "table", "type": "decisionTableNode", "content": content},
        {"id": "out", "name": "out", "type": "outputNode"},
    ]
    edges = [{"id": "1", "sourceId": "in", "targetId": "table"}, {"id": "2", "sourceId": "table", "targetId": "out"}]
    return json.dumps({"nodes": nodes, "edges": edges})


def _row(subject: Subject, rule) -> dict:
    cells = {f"i{i}": ", ".join(map(_literal, rule.when.get(q.id, ()))) for i, q in enumerate(subject.table.inputs)}
    return {"_id": rule.id, **cells, "o": _literal(rule.then)}


def _literal(text: str) -> str:
    return f"'{text}'"  # zen has no escapes; no id of ours holds a single quote
