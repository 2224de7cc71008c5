"""What `screen` and `check` say: plain dictionaries for JSON, and sentences for people."""

from dataclasses import asdict
from pathlib import Path

from visitation.errors import VisitationError
from visitation.model import Table, dated, load
from visitation.screening import build, periods, prove, screen
from visitation.screening.explain import explain
from visitation.screening.findings import findings
from visitation.screening.verify import anchors, read_documents

PARTS = ("ladder", "timers", "guards", "contradictions")  # what names documents besides the tables


def screening_report(path: str, answers: dict[str, str | None]) -> dict:
    """One case through MODEL/TABLE, with the keys that `visitation screen --json` prints."""
    name, _, table = path.rpartition("/")
    if not name:
        raise VisitationError(f"'{path}': skriv MODEL/TABEL, for eksempel ringsted/T1")
    name, on = dated(name)
    model = load(name, on)
    case = screen(build(model.table(table), on), answers)
    return {
        "model": model.head.id,
        "version": model.head.version,
        "sha256": model.sha256,
        "table": table,
        "answers": case.answers,
        "open": case.open,
        "possible": case.possible,
        "outcome": case.outcome,
        "rule": case.rule.id if case.rule else None,
        "kind": case.rule.kind if case.rule else None,
        "relevant": case.relevant,
        "sufficient": case.sufficient,
        "changes": [{"set": {change.question: change.answer}, "outcome": change.outcome} for change in case.changes],
        "text": explain(model, case).in_words(),
    }


def model_proof(name: str, sources: Path | None) -> dict:
    """The proof of a whole model, with the keys that `visitation check --json` prints."""
    if sources and not sources.is_dir():
        raise VisitationError(f"--sources: '{sources.name}' er ikke en mappe")
    model = load(name)
    documents = read_documents(model.head.documents, sources) if sources else None
    proofs = [_proofs(table) for table in model.tables.values()]
    tables = [row | _anchors(model.tables[row["table"]], documents) for rows in proofs for row in rows]
    others = {name: _anchors(getattr(model, name), documents) for name in PARTS}
    found = all(not part["anchors_not_found"] for part in (*tables, *others.values()))
    return {
        "ok": found and all(row.pop("ok") for row in tables),
        "model": model.head.id,
        "version": model.head.version,
        "sha256": model.sha256,
        "tables": tables,
        **others,
    }


def _proofs(table: Table) -> list[dict]:
    """The proof of a table; one for each period when its rules change in time."""
    days = periods(table)
    proofs = [(day, prove(build(table, day))) for day in days]
    return [
        asdict(proof)
        | {"ok": proof.ok, "findings": [found.text for found in findings(table, proof, on=day)]}
        | ({"from": day} if len(days) > 1 else {})
        for day, proof in proofs
    ]


def _anchors(part, documents: dict[str, str] | None) -> dict:
    count, missing = anchors(part, documents)
    return {"anchors": count, "anchors_not_found": missing}


def proof_text(result: dict) -> str:
    """The proof in Danish sentences, one finding a line."""
    lines = [f"{result['model']} {result['version']}: {'bevist' if result['ok'] else 'ikke i orden'}"]
    for table in result["tables"]:
        since = f" fra {table['from']}" if "from" in table else ""
        lines.append(f"  {table['table']}{since}: {table['cells']} kombinationer, {table['rules']} regler, {table['anchors']} kildesteder")
        lines += [f"    {finding}" for finding in table["findings"]]
        lines += [f"    kildested ikke fundet: {anchor}" for anchor in table["anchors_not_found"]]
    lines += [f"  {part}: kildested ikke fundet: {anchor}" for part in PARTS for anchor in result[part]["anchors_not_found"]]
    return "\n".join(lines)
