"""What the case comes to: in all, at which saving it breaks even, and when it is paid back; and the net added up over the years."""

from decimal import Decimal

from visitation.economy.money import millions
from visitation.economy.outcome import Outcome
from widgets.charts import cumulative
from widgets.report.drawings import drawn
from widgets.report.investment_case.study import Study
from widgets.report.money import mio, share
from widgets.report.piece import Piece, figure, paragraph, table

MILLIONS = "mio. kr."


def result(study: Study) -> Piece:
    """A sentence, the numbers beside the document's own, and the drawing."""
    found, least = study.outcome, max(study.alternatives, key=lambda one: one[1].total, default=None)
    own = study.chosen != study.base
    told = f"{'Med rapportens tal' if own else 'Som dokumentet regner,'} {_clause(found.total)} i årene {_period(found)}; "
    told += f"det går lige op ved en besparelse på {even(found)}."
    other = f" Læst som ”{least[0].label.da}” {_clause(least[1].total)}." if least else ""
    shown = {"rapporten": found, "dokumentet": study.document} if own else {"dokumentet": found}
    rows = [(label, *map(say, shown.values())) for label, say in SAID.items()]
    return paragraph(told + other, "lead") + table(f"Resultatet, {MILLIONS}", ["", *shown], rows, study.ground) + _drawing(study)


def even(found: Outcome) -> str:
    """The share at which it breaks even; that not even all of it would do is said."""
    if found.break_even is None:
        return "–"
    return share(found.break_even) if found.break_even <= 1 else "over 100 %"


def payback(year: int | None, last: int) -> str:
    """The year from which on the investment stays paid back."""
    return f"ikke inden {last}" if year is None else str(year)


SAID = {
    "netto i alle år (minus er sparet)": lambda found: mio(found.total),
    "nutidsværdi": lambda found: mio(found.present_value),
    "investeret i alt": lambda found: mio(sum(found.case.investment.values())),
    "sparet i et år med fuld besparelse": lambda found: mio(found.am.saving + found.hp.saving),
    "går lige op ved": even,
    "tjent hjem fra": lambda found: payback(found.payback_year, found.case.last_year),
}


def _clause(net: Decimal) -> str:
    """A net as a clause: below zero is saved."""
    return f"spares der {mio(-net)} {MILLIONS}" if net < 0 else f"bruges der {mio(net)} {MILLIONS} mere, end der spares"


def _period(found: Outcome) -> str:
    return f"{found.case.first_year}–{found.case.last_year}"


def _drawing(study: Study) -> Piece:
    """The net of each year and added up, with the document's own beside it where it is another."""
    found, own = study.outcome, study.chosen != study.base
    years = _added(found) | {"net": [_mio(row.net) for row in found.years], "text": [mio(row.cumulative) for row in found.years]}
    labels = {"own": "rapporten" if own else "", "base": "dokumentet"}
    data = cumulative.rows(years, labels=labels, base=_added(study.document) if own else None)
    ends = ", ".join(f"{row.year}: {mio(row.cumulative)}" for row in found.years)
    told = f"Årene lagt sammen, i {MILLIONS}: {ends}; søjlen er året selv, og under 0 er sparet."
    return figure(drawn(cumulative.chart(data, unit=MILLIONS, description=told)), told, study.ground)


def _added(found: Outcome) -> dict:
    return {"year": [str(row.year) for row in found.years], "cumulative": [_mio(row.cumulative) for row in found.years]}


def _mio(kr: Decimal) -> float:
    return float(millions(kr, 3))
