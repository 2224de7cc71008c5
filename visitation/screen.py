"""What `screen` says: one case through one table."""

from visitation.errors import VisitationError
from visitation.model import dated, load
from visitation.screening.cube import build
from visitation.screening.evaluate import screen
from visitation.screening.explain import explain


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
