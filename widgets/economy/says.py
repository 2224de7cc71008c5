"""Kroner, shares and counts as the screen says them, rounded half up as the documents do."""

from decimal import Decimal

from visitation.economy.money import millions, rounded
from widgets.numbers import number
from widgets.text import translator

HUNDRED = 100


def kr(value: Decimal | int, lang: str, about: bool = False) -> str:
    """ "33.333 kr.", with "ca." before it where the document has it."""
    return _about(translator(lang)("%(n)s kr.") % {"n": number(rounded(Decimal(value)), lang)}, lang, about)


def mio(value: Decimal | int, lang: str, about: bool = False) -> str:
    """ "76,3 mio. kr."."""
    return _about(in_millions(mio_number(value, lang), lang), lang, about)


def in_millions(number: str, lang: str) -> str:
    """A number with its unit."""
    return translator(lang)("%(n)s mio. kr.") % {"n": number}


def mio_number(value: Decimal | int, lang: str) -> str:
    """Kroner in millions with one decimal, or two where the second says something: "12,0", "7,65"."""
    two = millions(value, 2)
    return number(two, lang, 1 if two == millions(value, 1) else 2)


def net(value: Decimal, lang: str) -> str:
    """A net in millions with its sign, since it is what tells saved from spent: "−4,5", "+0,54"."""
    return f"{'+' if value > 0 else ''}{mio_number(value, lang)}"


def percent(value: Decimal | float, lang: str, places: int = 1) -> str:
    """ "-12,3 %"."""
    return f"{number(rounded(Decimal(value), places), lang, places)} %"


def signed_percent(value: Decimal, lang: str) -> str:
    """ "+30,0 %"."""
    return f"{'+' if value > 0 else ''}{percent(value, lang)}"


def share(value: float, lang: str) -> str:
    """A share as a percentage, with as few decimals as it has: "2,5 %", "10 %"."""
    return f"{number(value * HUNDRED, lang, 2, trim=True)} %"


def counted(value: Decimal | int, lang: str, about: bool = False) -> str:
    """ "ca. 300"."""
    return _about(number(rounded(Decimal(value)), lang), lang, about)


def ended(said: str) -> str:
    """A sentence with its full stop, also where its last word is an abbreviation."""
    return said if said.endswith(".") else f"{said}."


def _about(said: str, lang: str, about: bool) -> str:
    return translator(lang)("ca. %(what)s") % {"what": said} if about else said
