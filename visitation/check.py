"""What `check` says: the proof of a model as a plain dictionary for JSON, and as sentences for people."""

from dataclasses import asdict
from pathlib import Path

from visitation.catalogue.read import read_catalogue
from visitation.documents import templates
from visitation.documents.docx import check_letterhead
from visitation.economy.read import read_economy
from visitation.errors import VisitationError
from visitation.forecast.figures import read_figures
from visitation.guideposts.read import read_guideposts
from visitation.model import Model, Table, load
from visitation.outcomes.read import read_outcomes
from visitation.overlap.read import read_overlap
from visitation.pathway import contact_protocol, pathways
from visitation.pathway.check import findings as pathway_findings
from visitation.pathway.load import running_timers
from visitation.screening import build, periods, prove
from visitation.screening.findings import findings
from visitation.screening.verify import anchors, read_documents
from visitation.statbank.query import read_queries

PARTS = ("head", "ladder", "timers", "guards", "contradictions", "deadlines", "prices")  # what names documents besides the tables
READ = {  # and what is read by those who need it
    "contact": contact_protocol,
    "forecast": read_figures,
    "outcomes": read_outcomes,
    "economy": read_economy,
    "overlap": read_overlap,
    "statbank": read_queries,
    "guideposts": read_guideposts,
    "catalogue": read_catalogue,
}


def model_proof(name: str, sources: Path | None) -> dict:
    """The proof of a whole model, with the keys that `visitation check --json` prints."""
    if sources and not sources.is_dir():
        raise VisitationError(f"--sources: '{sources.name}' er ikke en mappe")
    model = load(name)
    templates(model)
    check_letterhead(model)
    documents = read_documents(model.head.documents, sources) if sources else None
    proofs = [_proofs(table) for table in model.tables.values()]
    tables = [row | _anchors(model.tables[row["table"]], documents) for rows in proofs for row in rows]
    courses = _pathways(model, documents)
    parts = {name: getattr(model, name) for name in PARTS} | {name: read(model) for name, read in READ.items()}
    others = {name: _anchors(part, documents) for name, part in parts.items()}
    found = all(not part["anchors_not_found"] for part in (*tables, *courses, *others.values()))
    return {
        "ok": found and all(row.pop("ok") for row in tables) and not any(row["findings"] for row in courses),
        "model": model.head.id,
        "version": model.head.version,
        "sha256": model.sha256,
        "tables": tables,
        "pathways": courses,
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


def _pathways(model: Model, documents: dict[str, str] | None) -> list[dict]:
    """What is wrong with each pathway, with how much it holds."""
    wrong = pathway_findings(model)
    return [
        {
            "pathway": pathway.id,
            "states": len(pathway.states),
            "events": len(pathway.events),
            "timers": len(running_timers(model, pathway.id)),
            "findings": wrong[pathway.id],
        }
        | _anchors(pathway, documents)
        for pathway in pathways(model).values()
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
    for row in result["pathways"]:
        held = f"{row['states']} tilstande, {row['events']} hændelser, {row['timers']} frister, {row['anchors']} kildesteder"
        lines.append(f"  {row['pathway']}: {held}")
        lines += [f"    {finding}" for finding in row["findings"]]
        lines += [f"    kildested ikke fundet: {anchor}" for anchor in row["anchors_not_found"]]
    lines += [f"  {part}: kildested ikke fundet: {anchor}" for part in (*PARTS, *READ) for anchor in result[part]["anchors_not_found"]]
    return "\n".join(lines)
