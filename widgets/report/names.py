"""What the numbers of a forecast are called in a report, and how they are written."""

from datetime import date
from math import isnan

from visitation.forecast.bands import Band
from widgets.text import full_date

SERIES = {  # what each is called, and how many make one
    "enquiries": ("henvendelser om ugen", 1),
    "waiting": ("borgere, der venter", 1),
    "courses": ("forløb i gang", 1),
    "s85": ("borgere med støtte efter § 85", 1),
    "cost_kr": ("1.000 kr. om ugen", 1000),
}
MEASURES = {  # what each is called, how many make one, and with how many decimals it is said
    "wait_weeks": ("ventetid i gennemsnit, uger", 1, 1),
    "courses": ("forløb i gang til sidst", 1, 0),
    "s85": ("støtte efter § 85 til sidst", 1, 0),
    "kr_a_year": ("1.000 kr. om året", 1000, 0),
}
PERCENT, WEEKS, KR, COUNT, DECIMAL = "%", "uger", "kr.", "", "1"
KEYS = {
    "enquiries_per_week": ("henvendelser om ugen", DECIMAL),
    "growth_per_year": ("vækst om året", PERCENT),
    "season_amplitude": ("udsving over året", PERCENT),
    "share_82": ("andel, der henvises til § 82", PERCENT),
    "share_85_direct": ("andel, der går direkte til § 85", PERCENT),
    "places": ("pladser", COUNT),
    "course_weeks": ("et forløbs længde", WEEKS),
    "prolonged_share": ("andel af forløb, der forlænges", PERCENT),
    "prolonged_weeks": ("længde, når et forløb forlænges", WEEKS),
    "dropout_per_week": ("frafald om ugen", PERCENT),
    "renege_per_week": ("andel, der opgiver at vente, om ugen", PERCENT),
    "no_show_share": ("udebliver, når der er plads", PERCENT),
    "onward_85_share": ("andel, der går videre til § 85", PERCENT),
    "stay_85_mean_weeks": ("længden af støtte efter § 85", WEEKS),
    "initial": ("hvem der er der i dag", COUNT),
    "initial.waiting": ("ventende i dag", COUNT),
    "initial.courses": ("forløb i gang i dag", COUNT),
    "initial.s85": ("støtte efter § 85 i dag", COUNT),
    "unit_prices": ("priserne", COUNT),
    "unit_prices.course_kr": ("pris for et forløb", KR),
    "unit_prices.s85_week_kr": ("pris for en uges støtte efter § 85", KR),
    "unit_prices.staff_year_kr": ("pris for et årsværk", KR),
}


def number(value: float, decimals: int = 0) -> str:
    """A number as Danish writes it: 1.234,5."""
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def amount(key: str, value: float | None) -> str:
    """The value of a scenario's key with its unit; "ukendt" when nobody knows it."""
    return "ukendt" if value is None else _with_unit(key, _digits(key, value))


def span(key: str, low: float | None, high: float | None) -> str:
    """An 80 % range with its unit; a dash where there is none."""
    return "–" if low is None else _with_unit(key, f"{_digits(key, low)} til {_digits(key, high)}")


def banded(band: Band, week: int, one: int = 1) -> str:
    """The middle of a band in a week, and in brackets the ends that four of five futures lie between; `one` is the unit."""
    middle, low, high = (number(values[week] / one) for values in (band.p50, band.p10, band.p90))
    return f"{middle} ({low}–{high})"


def measured(measure: str, value: float) -> str:
    """The value of a measure in its unit; a dash where there is none."""
    _, one, decimals = MEASURES[measure]
    return "–" if isnan(value) else number(value / one, decimals)


def signed(measure: str, change: float) -> str:
    """A change of a measure with its sign."""
    return f"{'+' if change > 0 else ''}{measured(measure, change)}"


def days(period: tuple[date, date]) -> str:
    """A period, both days included; a day is one too."""
    return " – ".join(dict.fromkeys(full_date(day, "da") for day in period))


def and_list(words: list[str]) -> str:
    """Words as a sentence has them: a, b og c."""
    return " og ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def short_day(day: date) -> str:
    """A date as a table has it: 09.03.2021."""
    return f"{day:%d.%m.%Y}"


def _digits(key: str, value: float) -> str:
    unit = KEYS[key][1]
    return number(100 * value if unit == PERCENT else value, 1 if unit in (PERCENT, DECIMAL) else 0)


def _with_unit(key: str, said: str) -> str:
    """The number with its unit, on one line with it."""
    unit = KEYS[key][1]
    return said if unit in (COUNT, DECIMAL) else f"{said}\N{NO-BREAK SPACE}{unit}"
