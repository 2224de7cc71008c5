"""Money as people read it: rounded half up, as the documents do."""

from decimal import ROUND_HALF_UP, Decimal

MILLION = 1_000_000


def rounded(value: Decimal, places: int = 0) -> Decimal:
    """The value with so many decimals; a half goes away from zero."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def millions(kr: Decimal | int, places: int = 1) -> Decimal:
    """Kroner as millions of kroner with so many decimals."""
    return rounded(Decimal(kr) / MILLION, places)
