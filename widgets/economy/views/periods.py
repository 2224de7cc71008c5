"""The periods of the StatBank: a year, a quarter ("2020K1") or a month ("2020M03")."""

import re
from datetime import date

from babel.dates import format_date

from visitation.errors import VisitationError
from widgets.text import LOCALES, translator

PERIOD = re.compile(r"(\d{4})(?:([KM])(\d{1,2}))?")


def first_day(period: str) -> date:
    """The first day of a period; VisitationError for another form."""
    found = PERIOD.fullmatch(period)
    if not found:
        raise VisitationError(f"'{period}' er ikke en periode; tilladt er år, kvartal (2020K1) og måned (2020M03)")
    year, unit, which = int(found[1]), found[2], int(found[3] or 1)
    return date(year, which if unit != "K" else 3 * which - 2, 1)


def period_label(period: str, lang: str) -> str:
    """A period in words, "4. kvartal 2020"; of another form as it stands."""
    found = PERIOD.fullmatch(period)
    if not found or not found[2]:
        return period
    if found[2] == "M":
        return format_date(first_day(period), "MMMM y", locale=LOCALES[lang])
    return translator(lang)("%(n)s. kvartal %(year)s") % {"n": found[3], "year": found[1]}
