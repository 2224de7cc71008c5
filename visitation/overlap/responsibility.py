"""Who was responsible for § 85 to a citizen on a day, by the model's dated table."""

from dataclasses import dataclass
from datetime import date

from visitation.model import Model, Rule, Text
from visitation.overlap.schema import Overlap
from visitation.screening import build, screen


@dataclass(frozen=True)
class Responsible:
    """The table's outcome, what it is called, and the rule that gave it."""

    id: str
    label: Text
    rule: Rule


def responsible(model: Model, data: Overlap, benefit: str, on: date) -> Responsible | None:
    """Who was responsible that day for somebody who lives on that benefit; None before the table's first day."""
    table = model.table(data.responsibility.table)
    if not table.valid.covers(on):
        return None
    answer = next(one.answer for one in data.benefits if one.id == benefit)
    found = screen(build(table, on), {data.responsibility.question: answer})
    return Responsible(found.outcome, table.outcomes[found.outcome].label, found.rule)
