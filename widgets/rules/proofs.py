"""The proof of a table over all its periods, ready for the screen."""

from dataclasses import dataclass, replace
from datetime import date

from visitation.model import Table
from visitation.screening import build, periods, prove
from visitation.screening.findings import Finding, findings
from widgets.text import full_date, translator


@dataclass(frozen=True)
class TableProof:
    """How many combinations were looked at, and what was found in any period."""

    cells: int
    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing wrong was found."""
        return not self.wrong

    @property
    def wrong(self) -> tuple[Finding, ...]:
        """What stands in the way."""
        return tuple(found for found in self.findings if found.tone == "wrong")


def prove_table(table: Table, lang: str) -> TableProof:
    """The proof of a table, period by period; what is found in a later period alone says from when."""
    found: dict[str, Finding] = {}
    for day in periods(table):
        proof = prove(build(table, day))
        for each in findings(table, proof, lang, day):
            later = each if day == table.valid.from_ else replace(each, text=f"{since(day, lang)}: {each.text}")
            found.setdefault(each.text, later)
    return TableProof(proof.cells, tuple(sorted(found.values(), key=lambda each: each.tone != "wrong")))


def since(day: date, lang: str) -> str:
    """ "Fra 1. juli 2021"."""
    return translator(lang)("Fra %(day)s") % {"day": full_date(day, lang)}
