"""Words, dates and numbers as the screen says them, in Danish or English."""

from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

from visitation.language import translator

__all__ = ["count", "full_date", "long_date", "short_date", "translator"]

LOCALES = {"da": "da_DK", "en": "en_GB"}


def count(number: int, lang: str) -> str:
    """A count with its thousands set apart: "1.145"."""
    return format_decimal(number, locale=LOCALES[lang])


def long_date(day: date, lang: str) -> str:
    """A date with its weekday: "tirsdag 9. marts 2021"."""
    return format_date(day, "EEEE d. MMMM y" if lang == "da" else "EEEE d MMMM y", locale=LOCALES[lang])


def full_date(day: date, lang: str) -> str:
    """A date: "9. marts 2021"."""
    return format_date(day, "d. MMMM y" if lang == "da" else "d MMMM y", locale=LOCALES[lang])


def short_date(day: date, lang: str) -> str:
    """A date without its year: "2. marts"."""
    return format_date(day, "d. MMMM" if lang == "da" else "d MMMM", locale=LOCALES[lang])
