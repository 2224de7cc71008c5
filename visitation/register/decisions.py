"""What a meeting decided, as the register keeps it: enough to replay the screening under its own model."""

from visitation.errors import VisitationError
from visitation.model import Model
from visitation.screening import Screening


def needs_why_not_lower(model: Model, case: Screening, outcome: str) -> bool:
    """Whether choosing this outcome asks "Hvorfor ikke et trin lavere?" (Ringsted Indsatsmodel, the lowest possible step)."""
    step = case.cube.table.outcomes[outcome].step
    return step is not None and model.steps[step].why_not_lower


def decision(
    model: Model,
    case: Screening,
    outcome: str,
    *,
    why_not_lower: str = "",
    deviation: str = "",
    unclear: tuple[str, ...] = (),
    capacity: str = "",
) -> dict:
    """The data of a `decided` event. `unclear` names the questions that were answered "uafklaret", `capacity` who decided:
    "myndighed" or "udfører" (document 000 gives one unit both), "" when the meeting did not say.

    VisitationError when a reason is missing: for a step that asks why not a lower one, or for another outcome than recommended."""
    table = case.cube.table
    if outcome not in table.outcomes:
        raise VisitationError(f"{table.id}: ukendt udfald '{outcome}'; tilladt er {', '.join(table.outcomes)}")
    if outcome != case.outcome and not deviation.strip():
        raise VisitationError("Skriv en begrundelse for at vælge et andet trin end det anbefalede.")
    if needs_why_not_lower(model, case, outcome) and not why_not_lower.strip():
        raise VisitationError("Skriv, hvorfor det ikke er et trin lavere.")
    return {
        "model": model.head.id,
        "version": model.head.version,
        "sha256": model.sha256,
        "table": table.id,
        "answers": case.answers,
        "unclear": list(unclear),
        "open": list(case.open),
        "possible": list(case.possible),
        "recommended": case.outcome,
        "rule": case.rule.id if case.rule else None,
        "outcome": outcome,
        "step": table.outcomes[outcome].step,
        "returns": table.outcomes[outcome].returns,
        "why_not_lower": why_not_lower.strip(),
        "deviation": deviation.strip() if outcome != case.outcome else "",
        "capacity": capacity,
    }
