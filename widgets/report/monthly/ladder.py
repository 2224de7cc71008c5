"""What the meeting decided in the month, step by step of the ladder."""

from collections import Counter
from typing import Any

from visitation.model import Model
from visitation.register.month import decided
from visitation.statistics.small import Share
from widgets.report import said
from widgets.report.monthly.study import Study
from widgets.report.names import days
from widgets.report.piece import Piece, paragraph, table
from widgets.report.told import number


def ladder(study: Study) -> Piece:
    """The decisions of the month on each step, the lowest first, and beside the ladder; and those that come back to the meeting."""
    model, made = study.session.model, decided(study.cases, study.month, study.session.today)
    final = [decision for decision in made if not decision["returns"]]
    found = Counter(_label(model, decision) for decision in final)
    steps = [step.label.da for step in model.steps.values()]
    rows = [(label, *said.share_cells(Share(found[label], len(final)))) for label in dict.fromkeys([*steps, *sorted(found)])]
    told = (
        f"{number(len(final))} sager blev besluttet, {days((study.month.first, study.seen))}; "
        f"{number(len(made) - len(final))} beslutninger var at tage sagen op igen."
    )
    ground = study.ground(len(final), "beslutninger")
    return paragraph(told, "lead") + table("Besluttet på trappen, nederste trin først", ["", *said.SHARE], rows, ground)


def _label(model: Model, decision: dict[str, Any]) -> str:
    """The step, or what was decided beside the ladder; the id of what the model no longer has."""
    if decision["step"] is not None:
        step = model.steps.get(decision["step"])
        return step.label.da if step else decision["step"]
    table_ = model.tables.get(decision["table"])
    outcome = table_ and table_.outcomes.get(decision["outcome"])
    return f"ved siden af trappen: {outcome.label.da if outcome else decision['outcome']}"
