"""Numbers as the screen of the forecast says them and reads them."""

import re

import numpy as np
from babel.numbers import format_decimal
from numpy.typing import NDArray

from visitation.errors import VisitationError
from visitation.forecast.bands import Band
from widgets.text import LOCALES, translator

THOUSANDS = re.compile(r"[-−]?\d{1,3}(\.\d{3})+")


def number(value: float, lang: str, decimals: int = 0) -> str:
    """A number with so many decimals at most, its thousands set apart: "1.145,5"; what rounds to zero has no sign."""
    shown = round(float(value), decimals) + 0.0
    pattern = f"#,##0.{'#' * decimals}" if decimals else "#,##0"
    return format_decimal(shown, format=pattern, locale=LOCALES[lang]).replace("-", "−")


def between(low: float, high: float, lang: str, decimals: int = 0) -> str:
    """A range: "268–433"; one number when both ends are told alike."""
    ends = list(dict.fromkeys(number(end, lang, decimals) for end in (low, high)))
    return (translator(lang)(" til ") if low < 0 else "–").join(ends)


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
        if not np.isfinite(found := float(text)):
            raise ValueError
    except ValueError:
        raise VisitationError(translator(lang)("Skriv et tal, for eksempel 92 eller 2,5.")) from None
    return found


def rounded(values: NDArray, decimals: int = 2) -> list[float]:
    """The values in plain type."""
    return np.round(np.asarray(values, float), decimals).tolist()


def at(band: Band, week: int) -> tuple[float, float, float]:
    """Middle and ends of a band in a week."""
    return float(band.p50[week]), float(band.p10[week]), float(band.p90[week])
