"""Numbers as a screen says them and reads them, in Danish or English."""

import re
from math import isfinite

from babel.numbers import format_decimal

from visitation.errors import VisitationError
from widgets.text import LOCALES, translator

DANISH_THOUSANDS = re.compile(r"-?\d{1,3}(\.\d{3})+")
ENGLISH_THOUSANDS = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")


def number(value: float, lang: str, decimals: int = 0, trim: bool = False, grouped: bool = True) -> str:
    """A number with so many decimals (at most so many with `trim`), its thousands set apart unless it is a year: "1.145,5", "2016".

    What rounds to zero has no sign."""
    shown = round(float(value), decimals) + 0.0
    whole, part = "#,##0" if grouped else "0", f".{('#' if trim else '0') * decimals}" if decimals else ""
    return format_decimal(shown, format=whole + part, locale=LOCALES[lang]).replace("-", "−")


def between(low: float, high: float, lang: str, decimals: int = 0, trim: bool = False) -> str:
    """A range: "268–433"; with "til" where an end has a sign, and with `trim` one number where both ends are told alike."""
    ends = [number(end, lang, decimals, trim) for end in (low, high)]
    ends = list(dict.fromkeys(ends)) if trim else ends
    return (translator(lang)(" til ") if "−" in "".join(ends) else "–").join(ends)


def signed(value: float, lang: str, decimals: int = 0, trim: bool = False) -> str:
    """A change with its sign: "+12", "−3"."""
    shown = number(abs(value), lang, decimals, trim)
    return shown if not re.search("[1-9]", shown) else f"{'+' if value > 0 else '−'}{shown}"


def parse(given: str, lang: str) -> float:
    """A number as somebody wrote it; VisitationError when it is none."""
    try:
        if not isfinite(found := float(_plain(given.strip().replace(" ", "").replace("−", "-"), lang))):
            raise ValueError
    except ValueError:
        raise VisitationError(translator(lang)("Skriv et tal, for eksempel 92 eller 2,5.")) from None
    return found


def _plain(text: str, lang: str) -> str:
    """The number without marks between its thousands and with a decimal point; an English comma elsewhere is left to be refused."""
    if lang == "da":
        return text.replace(".", "").replace(",", ".") if "," in text or DANISH_THOUSANDS.fullmatch(text) else text
    return text.replace(",", "") if ENGLISH_THOUSANDS.fullmatch(text) else text
