"""How a report says kroner and shares of them, rounded half up as the documents do."""

from decimal import Decimal

from visitation.economy.money import millions, rounded
from widgets.report.told import Told, number


def kr(value: Decimal | int, about: bool = False) -> Told:
    """ "350.000 kr.", with "ca." before it where the document has it."""
    return Told(f"{'ca. ' if about else ''}{number(rounded(Decimal(value)))}\N{NO-BREAK SPACE}kr.", {"kr.": value})


def mio(value: Decimal | int) -> Told:
    """Kroner in millions with one decimal, or two where the second says something: "12,0", "7,65"."""
    two = millions(value, 2) + 0  # what rounds to nothing has no sign
    return Told(number(two, 1 if two == millions(value, 1) else 2), {"": Decimal(value) / 10**6})


def share(value: Decimal | float) -> Told:
    """A share in per cent with as few decimals as it has, at most two: "2,5 %", "10 %"."""
    whole, _, decimals = number(rounded(100 * Decimal(str(value)), 2), 2).partition(",")
    kept = decimals.rstrip("0")
    return Told(f"{whole}{',' if kept else ''}{kept}\N{NO-BREAK SPACE}%", {"%": 100 * value})
