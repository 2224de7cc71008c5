"""The promised dates that came in the month: kept, late or still open, by what was promised."""

from collections.abc import Sequence

from visitation.register.month import Promise
from visitation.register.month import promises as promised
from visitation.statistics.small import Share
from widgets.report import said
from widgets.report.monthly.study import Study
from widgets.report.names import days
from widgets.report.piece import Piece, paragraph, table
from widgets.report.told import number

COLUMNS = ["Frist", "ejer", "holdt", "andel", "95 %-interval", "for sent", "endnu ikke"]


def promises(study: Study) -> Piece:
    """A row for each timer and each published deadline that came due."""
    found = promised(study.cases, study.session.model, study.month, study.session.today)
    if not found:
        return paragraph("Ingen frister faldt i måneden.")
    kept = _kept(found)
    told = f"{said.share(kept)} frister blev holdt, {days((study.month.first, study.seen))}."
    by: dict[tuple[str, str, str], list[Promise]] = {}
    for one in sorted(found, key=lambda one: one.timer):
        by.setdefault((one.timer, one.label.da, one.owner), []).append(one)
    rows = [(label, owner, *_cells(some)) for (_, label, owner), some in by.items()]
    return paragraph(told, "lead") + table("Frister, der faldt i måneden", COLUMNS, rows, study.ground(len(found), "frister"), wide=True)


def _cells(found: Sequence[Promise]) -> tuple[str, ...]:
    late, still = (sum(one.status == status for one in found) for status in ("late", "open"))
    return *said.share_cells(_kept(found)), number(late), number(still)


def _kept(found: Sequence[Promise]) -> Share:
    return Share(sum(one.status == "kept" for one in found), len(found))
