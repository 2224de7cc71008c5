"""The other readings of the document, and how much hangs on the two numbers that matter most."""

from visitation.economy.outcome import Cell, Outcome
from widgets.report.investment_case.result import even, payback
from widgets.report.investment_case.study import Study
from widgets.report.money import kr, mio, share
from widgets.report.piece import Piece, paragraph, table
from widgets.report.told import Told

COLUMNS = ["", "netto", "nutidsværdi", "går lige op ved", "tjent hjem fra", "hvorfor"]
CELLS = "I hver rude: netto i mio. kr. (minus er sparet), og fra hvilket år investeringen er tjent hjem."


def alternatives(study: Study) -> Piece:
    """What the case comes to when the document is read otherwise, each from the document's own numbers."""
    rows = [_row("som dokumentet regner", study.document, "")]
    rows += [_row(one.label.da, found, f"{one.kind}: {one.reason.da}") for one, found in study.alternatives]
    return table("Læst på andre måder, mio. kr.", COLUMNS, rows, study.ground, wide=True)


def sensitivity(study: Study) -> Piece:
    """The case at other savings and other investments."""
    columns: dict[int, list[Cell]] = {}
    for cell in study.cells:
        columns.setdefault(cell.investment, []).append(cell)
    rows = zip(*columns.values(), strict=True)
    told = [(share(row[0].saving_share), *(_cell(study, cell) for cell in row)) for row in rows]
    heads = ["besparelse", *(f"investeret {kr(investment)}" for investment in columns)]
    return table("Besparelse mod investering", heads, told, study.ground) + paragraph(CELLS, "note")


def _row(label: str, found: Outcome, why: str) -> tuple[str, ...]:
    return label, mio(found.total), mio(found.present_value), even(found), payback(found.payback_year, found.case.last_year), why


def _cell(study: Study, cell: Cell) -> str:
    net, paid = mio(cell.total), payback(cell.payback_year, study.chosen.last_year)
    return Told(f"{net} ({paid})", net.numbers | {"tjent hjem fra": paid})
