"""How the screen says what an indicator comes to, with its n, its period and how sure it is; few are said as a count."""

from datetime import date

from visitation.guideposts.found import Found, Period
from visitation.guideposts.schema import Indicator, Unit
from widgets.numbers import between, number
from widgets.text import count, full_date, translator

DECIMALS: dict[Unit, int] = {"procent": 1, "antal": 0, "dage": 0, "pr_1000": 2, "kr": 0, "point": 1, "aar": 0}


def amount(value: float, unit: Unit, lang: str) -> str:
    """A number in its unit, "57,9 %"."""
    return _in_unit(number(value, lang, DECIMALS[unit]), unit, lang)


def _in_unit(shown: str, unit: Unit, lang: str) -> str:
    _ = translator(lang)
    whole = {
        "procent": "%(n)s %%",
        "antal": "%(n)s",
        "dage": _("%(n)s dage"),
        "pr_1000": _("%(n)s pr. 1.000"),
        "kr": _("%(n)s kr."),
        "point": _("%(n)s point"),
        "aar": _("%(n)s år"),
    }
    return (whole[unit] % {"n": shown}).replace(" ", "\u00a0")


def written(value: float, unit: Unit, lang: str) -> str:
    """A value in its unit, with the decimals that somebody wrote."""
    return _in_unit(number(value, lang, 4, trim=True), unit, lang)


def short(found: Found, unit: Unit, lang: str) -> str:
    """The number to show first: the amount, where there are few the count, where there is nobody that there are no data."""
    if found.amount is not None:
        return amount(found.amount, unit, lang)
    if unit == "pr_1000":
        return count(found.k, lang)
    return of(found, unit, lang) if found.n else translator(lang)("ingen data")


def of(found: Found, unit: Unit, lang: str) -> str:
    """What the number rests on: "677 af 1.168"; "alle talt" where nothing is divided."""
    _ = translator(lang)
    if unit == "antal" or (unit == "pr_1000" and not found.n):
        return _("alle talt")
    if unit == "dage":
        return _("%(k)s nået af %(n)s") % {"k": count(found.k, lang), "n": count(found.n, lang)}
    return _("%(k)s af %(n)s") % {"k": count(found.k, lang), "n": count(round(found.n), lang)}


def sure(found: Found, unit: Unit, lang: str) -> str | None:
    """How sure it is, or how far apart days lie; None where there is nothing more to say."""
    _ = translator(lang)
    if found.low is None:
        few = found.n and found.amount is None and unit != "antal"
        return _("for få til et interval") if few else None
    decimals = DECIMALS[unit]
    said = _("halvdelen ligger på %(range)s dage") if unit == "dage" else _("95 %%: %(range)s")
    return (said % {"range": between(found.low, found.high, lang, decimals)}).replace("95 %", "95\u00a0%")


def days(period: Period, lang: str) -> str:
    """From a day to another."""
    return "–".join(full_date(day, lang) for day in (period.first, period.last))


def of_day(day: date, lang: str) -> str:
    """The day that a written number is of."""
    return translator(lang)("pr. %(day)s") % {"day": full_date(day, lang)}


def moved(indicator: Indicator, first: str, last: str, over: str, lang: str) -> str:
    """A trend in words: from where to where, over how many periods."""
    told = {"name": indicator.label.in_(lang), "first": first, "last": last, "over": over}
    return translator(lang)("%(name)s: fra %(first)s til %(last)s over %(over)s") % told
