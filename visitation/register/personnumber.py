"""Finds what looks like a CPR number, so that none gets into the register."""

import re
from collections.abc import Iterator
from datetime import date

MASK = "******-****"
# Six digits of a date, four more; dots, dashes or spaces between the groups. Longer runs of digits are something else.
# Inside a look-ahead, so that a number is found even where an impossible one begins just before it.
GAP = r"[ \u00a0]?[-\u2010-\u2015.]?[ \u00a0]?"
PATTERN = re.compile(rf"(?<!\d)(?=((\d\d)[-./ ]?(\d\d)[-./ ]?(\d\d){GAP}\d{{4}})(?!\d))")
# What goes of a text in UTF-8 when it is only asked for many digits: all but line breaks, 0-9, and what digits of other scripts begin with.
NO_DIGITS = bytes(set(range(256)) - set(b"\n0123456789\xd9\xdb\xdf\xe0\xe1\xea\xef\xf0"))
NINE = re.compile(rb"[^\n]{9}")
NO_REAL_NUMBER = 60  # is added to the day of a number given to someone who has none


def many_digits(text: str) -> bool:
    """Whether some line has nine digits or more, whatever stands between them: few have, and without them there is no CPR number."""
    return NINE.search(text.encode("utf-8", "surrogatepass").translate(None, NO_DIGITS)) is not None


def has_personnumber(text: str) -> bool:
    """Whether ten digits begin with a possible date; the check digit is no sign, as new numbers do without (cpr.dk)."""
    return many_digits(text) and any(_found(text))


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
