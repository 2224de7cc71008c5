"""How the screen says a share, a mean or a difference, with how sure it is; few are said as a count and never in per cent."""

from datetime import date

from babel.dates import format_date

from visitation.statistics.intervals import Interval
from visitation.statistics.small import Mean, Share
from widgets.charts.figure import column
from widgets.numbers import between, number, signed
from widgets.text import LOCALES, count, full_date, translator

DECIMALS = 1


def percent(value: float, lang: str) -> str:
    """A percentage, "24,5 %", that no line break parts."""
    return f"{number(value, lang, DECIMALS)}\u00a0%"


def counts(share: Share, lang: str) -> str:
    """ "49 af 200"."""
    return translator(lang)("%(k)s af %(n)s") % {"k": count(share.k, lang), "n": count(share.n, lang)}


def short(share: Share, lang: str) -> str:
    """ "24,5 %", the count where there are few, a dash where there is nobody."""
    if not share.n:
        return "–"
    return counts(share, lang) if share.percent is None else percent(share.percent, lang)


def sure(interval: Interval | None, lang: str) -> str:
    """How sure it is, "95 %: 19,1–30,9", or why that is not said."""
    _ = translator(lang)
    if interval is None:
        return _("for få til et interval")
    said = _("95 %%: %(range)s") % {"range": between(interval.low, interval.high, lang, DECIMALS)}
    return said.replace(" %", "\u00a0%")


def whole(share: Share, lang: str) -> str:
    """ "49 af 200 (24,5 %; 95 %: 19,1–30,9)"."""
    said = counts(share, lang)
    return said if share.percent is None else f"{said} ({percent(share.percent, lang)}; {sure(share.interval, lang)})"


def mean(found: Mean, lang: str) -> str:
    """A mean with one decimal, a dash where there are too few."""
    return "–" if found.mean is None else number(found.mean, lang, DECIMALS)


def moved(found: Mean, lang: str) -> str:
    """A mean change with its sign and how sure it is: "+5,9 (95 %: 5,6–6,2)"."""
    if found.mean is None:
        return "–"
    said = signed(found.mean, lang, DECIMALS)
    return said if found.interval is None else f"{said} ({sure(found.interval, lang)})"


def period(days: tuple[date, date] | None, lang: str) -> str:
    """From a day to another."""
    return "" if days is None else "–".join(full_date(day, lang) for day in days)


def months(first: date, last: date, lang: str) -> str:
    """From a month to another: "april 2018–marts 2021"."""
    return "–".join(dict.fromkeys(format_date(day, "MMMM y", locale=LOCALES[lang]) for day in (first, last)))


def share_columns(name: str, label: str, lang: str) -> list[dict]:
    """The columns of a share in a table: how many, of how many, in per cent, and both ends."""
    _ = translator(lang)
    words = {"k": _("antal"), "n": _("af"), "percent": "%", "low": _("lav (95 %)"), "high": _("høj (95 %)")}
    return [column(f"{name}_{part}", f"{label}: {word}", 0 if part in "kn" else DECIMALS) for part, word in words.items()]


def share_cells(name: str, share: Share | None) -> dict:
    """The cells of `share_columns`."""
    parts = (None,) * 5 if share is None else (share.k, share.n, share.percent, *_ends(share.interval))
    return {f"{name}_{part}": value for part, value in zip(("k", "n", "percent", "low", "high"), parts, strict=True)}


def mean_columns(name: str, label: str, lang: str) -> list[dict]:
    """The columns of a mean in a table: of how many, the mean, and both ends."""
    _ = translator(lang)
    words = {"n": "n", "mean": _("gennemsnit"), "low": _("lav (95 %)"), "high": _("høj (95 %)")}
    return [column(f"{name}_{part}", f"{label}: {word}", 0 if part == "n" else DECIMALS) for part, word in words.items()]


def mean_cells(name: str, found: Mean) -> dict:
    """The cells of `mean_columns`."""
    parts = (found.n, found.mean, *_ends(found.interval))
    return {f"{name}_{part}": value for part, value in zip(("n", "mean", "low", "high"), parts, strict=True)}


def _ends(interval: Interval | None) -> tuple[float | None, float | None]:
    return (None, None) if interval is None else (interval.low, interval.high)
