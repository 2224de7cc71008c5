"""How a report writes the numbers of a forecast, in Danish and in the words of the forecast's own page."""

from datetime import date
from math import isnan

from visitation.forecast.bands import Band
from widgets import forecast_words, numbers
from widgets.forecast_words import MEASURED
from widgets.report.told import NONE, Told, around, number
from widgets.text import full_date

THOUSANDS = {"cost_kr": 1000}  # how many make one of what a series is told in, where it is not one


def label(key: str) -> str:
    """What a number of a scenario is called, as the first word of a row."""
    return forecast_words.label(key, "da")


def series_label(series: str) -> str:
    """What a series counts."""
    return forecast_words.series_unit(series, "da")


def measure_label(measure: str) -> str:
    """What a measure counts, and when."""
    return forecast_words.measure_unit(measure, "da")


def amount(key: str, value: float | None) -> str:
    """The value of a scenario's key with its unit, on one line; "ukendt" when nobody knows it."""
    if value is None:
        return "ukendt"
    return Told(_unbroken(forecast_words.amount(key, value, "da")), {"": forecast_words.shown(key, value)} | _unit(key))


def span(key: str, low: float | None, high: float | None) -> str:
    """An 80 % range with its unit; a dash where there is none."""
    if low is None:
        return NONE
    words = f"{forecast_words.span(key, low, high, 'da')} {forecast_words.unit(key, 'da')}".strip()
    ends = {"fra": forecast_words.shown(key, low), "til": forecast_words.shown(key, high)}
    return Told(_unbroken(words), ends | _unit(key))


def banded(series: str, band: Band, week: int) -> Told:
    """The middle of a series' band in a week, and in brackets the ends that four of five futures lie between."""
    one = THOUSANDS.get(series, 1)
    return around(*(values[week] / one for values in (band.p50, band.p10, band.p90)))


def measured(measure: str, value: float) -> str:
    """The value of a measure in its unit; a dash where there is none."""
    factor, decimals = MEASURED[measure]
    return NONE if isnan(value) else number(value * factor, decimals)


def signed(measure: str, change: float) -> str:
    """A change of a measure with its sign; a dash where there is none."""
    factor, decimals = MEASURED[measure]
    return NONE if isnan(change) else Told(numbers.signed(change * factor, "da", decimals), {"": change * factor})


def days(period: tuple[date, date]) -> str:
    """A period, both days included; a day is one too."""
    return " – ".join(dict.fromkeys(full_date(day, "da") for day in period))


def and_list(words: list[str]) -> str:
    """Words as a sentence has them: a, b og c."""
    return " og ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def short_day(day: date) -> str:
    """A date as a table has it: 09.03.2021."""
    return f"{day:%d.%m.%Y}"


def _unit(key: str) -> dict[str, str]:
    return {"enhed": forecast_words.unit(key, "da")}


def _unbroken(said: str) -> str:
    """A number on one line with its unit."""
    return said.replace(" ", "\N{NO-BREAK SPACE}")
