"""Numbers as a screen says them and reads them, in Danish or English."""

import re
from math import isfinite

from babel.numbers import format_decimal

from visitation.errors import VisitationError
from widgets.text import LOCALES, translator

THOUSANDS = re.compile(r"[-−]?\d{1,3}(\.\d{3})+")


def number(value: float, lang: str, decimals: int = 0) -> str:
    """A number with so many decimals, its thousands set apart: "1.145,5"; what rounds to zero has no sign."""
    shown = round(float(value), decimals) + 0.0
    pattern = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
    return format_decimal(shown, format=pattern, locale=LOCALES[lang]).replace("-", "−")


def between(low: float, high: float, lang: str, decimals: int = 0) -> str:
    """A range: "268–433"; with "til" where an end has a sign."""
    ends = number(low, lang, decimals), number(high, lang, decimals)
    return (
        translator(lang)("%(low)s til %(high)s") % dict(zip(("low", "high"), ends, strict=True)) if "−" in "".join(ends) else "–".join(ends)
    )


def signed(value: float, lang: str, decimals: int = 0) -> str:
    """A change with its sign: "+12", "−3"."""
    shown = number(abs(value), lang, decimals)
    return shown if not re.search("[1-9]", shown) else f"{'+' if value > 0 else '−'}{shown}"


def parse(given: str, lang: str) -> float:
    """A number as somebody wrote it; VisitationError when it is none."""
    text = given.strip().replace(" ", "").replace("−", "-")
    if lang == "da" and ("," in text or THOUSANDS.fullmatch(text)):
        text = text.replace(".", "").replace(",", ".")
    try:
        if not isfinite(found := float(text)):
            raise ValueError
    except ValueError:
        raise VisitationError(translator(lang)("Skriv et tal, for eksempel 92 eller 2,5.")) from None
    return found
