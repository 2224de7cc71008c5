"""Finds what looks like a CPR number, so that none gets into the register."""

import re
from collections.abc import Iterator
from datetime import date

MASK = "******-****"
# Six digits of a date, four more; dots, dashes or spaces between the groups. Longer runs of digits are something else.
# Inside a look-ahead, so that a number is found even where an impossible one begins just before it.
GAP = r"[ \u00a0]?[-\u2010-\u2015.]?[ \u00a0]?"
PATTERN = re.compile(rf"(?<!\d)(?=((\d\d)[-./ ]?(\d\d)[-./ ]?(\d\d){GAP}\d{{4}})(?!\d))")
SERIAL = re.compile(r"\d\W{0,3}\d{4}")  # how every CPR number ends, and few texts: quickly looked for
NO_REAL_NUMBER = 60  # is added to the day of a number given to someone who has none


def has_personnumber(text: str) -> bool:
    """Whether ten digits begin with a possible date; the check digit is no sign, as new numbers do without (cpr.dk)."""
    return SERIAL.search(text) is not None and any(_found(text))


def lost_its_zero(text: str) -> bool:
    """Whether nothing but nine digits stand there, which Excel leaves of a CPR number that begins with 0."""
    return re.fullmatch(r"\d{9}", text) is not None and has_personnumber("0" + text)


def mask(text: str) -> str:
    """The text with everything that looks like a CPR number covered."""
    for found in set(_found(text)):
        text = text.replace(found, MASK)
    return text


def _found(text: str) -> Iterator[str]:
    for match in PATTERN.finditer(text):
        number, *day_month_year = match.groups()
        if _possible_date(*map(int, day_month_year)):
            yield number


def _possible_date(day: int, month: int, year: int) -> bool:
    return any(_is_date(century + year, month, day % NO_REAL_NUMBER) for century in (1800, 1900, 2000))


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
