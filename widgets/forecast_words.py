"""What the numbers, series and measures of a forecast are called, and how they are said, on the screen and in reports."""

from widgets.numbers import between, number
from widgets.text import translator

PERCENT, YEARS, MILLION = 100.0, 1 / 52, 1e-6
SHARES = (
    "share_82",
    "onward_85_share",
    "growth_per_year",
    "season_amplitude",
    "share_85_direct",
    "dropout_per_week",
    "renege_per_week",
    "no_show_share",
    "prolonged_share",
)
# What a number of a scenario is multiplied with to be shown, and with how many decimals at most; others are shown whole, as they are.
SHOWN = dict.fromkeys(SHARES, (PERCENT, 1)) | {"enquiries_per_week": (1.0, 1), "stay_85_mean_weeks": (YEARS, 1)}
MEASURED = {"s85": (1.0, 0), "wait_weeks": (1.0, 1), "courses": (1.0, 0), "kr_a_year": (MILLION, 2)}  # the same of a measure


def shown(key: str, value: float) -> float:
    """A number of a scenario in the unit it is shown in."""
    return value * SHOWN.get(key, (1.0, 0))[0]


def written(key: str, value: float, lang: str) -> str:
    """A number of a scenario as it is shown: "22,5"."""
    return number(shown(key, value), lang, _decimals(key), trim=True)


def amount(key: str, value: float, lang: str) -> str:
    """A number of a scenario with its unit: "22,5 %"."""
    return f"{written(key, value, lang)} {unit(key, lang)}".strip()


def span(key: str, low: float, high: float, lang: str) -> str:
    """A range of a number of a scenario: "21,3–24"."""
    return between(shown(key, low), shown(key, high), lang, _decimals(key), trim=True)


def label(key: str, lang: str) -> str:
    """What a number of a scenario is called."""
    _ = translator(lang)
    return {
        "enquiries_per_week": _("Henvendelser om ugen"),
        "share_82": _("Andel, der henvises til § 82"),
        "places": _("Pladser"),
        "onward_85_share": _("Andel, der siden får § 85"),
        "stay_85_mean_weeks": _("Støtte efter § 85 varer"),
        "course_weeks": _("Et forløb varer højst"),
        "growth_per_year": _("Vækst i henvendelser"),
        "season_amplitude": _("Udsving over året"),
        "share_85_direct": _("Andel, der får § 85 med det samme"),
        "dropout_per_week": _("Frafald i forløb"),
        "renege_per_week": _("Opgiver at vente"),
        "no_show_share": _("Kommer ikke til opstart"),
        "prolonged_share": _("Andel af forløb, der forlænges"),
        "prolonged_weeks": _("Forlængede forløb varer"),
        "initial": _("Hvem der er der i dag"),
        "initial.waiting": _("Venter i dag"),
        "initial.courses": _("Forløb i gang i dag"),
        "initial.s85": _("§ 85 i dag"),
        "unit_prices": _("Priserne"),
        "unit_prices.course_kr": _("Pris på et forløb"),
        "unit_prices.s85_week_kr": _("Pris på en uges § 85"),
        "unit_prices.staff_year_kr": _("Pris på et årsværk"),
        "uncertainty": _("Usikkerhed"),
    }[key]


def unit(key: str, lang: str) -> str:
    """The unit in which a number is shown."""
    _ = translator(lang)
    percent, weekly = "%", _("% om ugen")
    return {
        "enquiries_per_week": "",
        "share_82": percent,
        "onward_85_share": percent,
        "stay_85_mean_weeks": _("år"),
        "course_weeks": _("uger"),
        "growth_per_year": _("% om året"),
        "season_amplitude": percent,
        "share_85_direct": percent,
        "dropout_per_week": weekly,
        "renege_per_week": weekly,
        "no_show_share": percent,
        "prolonged_share": percent,
        "prolonged_weeks": _("uger"),
        "unit_prices.course_kr": _("kr."),
        "unit_prices.s85_week_kr": _("kr."),
        "unit_prices.staff_year_kr": _("kr."),
    }.get(key, "")


def series_label(series: str, lang: str) -> str:
    """What a series is called, as a heading."""
    _ = translator(lang)
    return {
        "enquiries": _("Henvendelser"),
        "waiting": _("Venter"),
        "courses": _("Forløb i gang"),
        "s85": _("§ 85"),
        "posts": _("Årsværk"),
        "cost_kr": _("Kroner"),
    }[series]


def series_unit(series: str, lang: str) -> str:
    """What a series counts."""
    _ = translator(lang)
    return {
        "enquiries": _("henvendelser om ugen"),
        "waiting": _("borgere, der venter"),
        "courses": _("forløb i gang"),
        "s85": _("borgere med § 85"),
        "posts": _("årsværk"),
        "cost_kr": _("1.000 kr. om ugen"),
    }[series]


def measure_label(measure: str, lang: str) -> str:
    """What moves are weighed by."""
    _ = translator(lang)
    return {"s85": _("§ 85"), "wait_weeks": _("Ventetid"), "courses": _("Forløb i gang"), "kr_a_year": _("Kroner")}[measure]


def measure_unit(measure: str, lang: str) -> str:
    """What a measure counts, and when."""
    _ = translator(lang)
    return {
        "s85": _("borgere med § 85 ved slutningen"),
        "wait_weeks": _("ugers ventetid i gennemsnit"),
        "courses": _("forløb i gang ved slutningen"),
        "kr_a_year": _("mio. kr. om året"),
    }[measure]


def price_label(key: str, lang: str) -> str:
    """What a missing price is the price of."""
    _ = translator(lang)
    return {"course_kr": _("et forløb"), "s85_week_kr": _("en uges støtte efter § 85")}[key]


def _decimals(key: str) -> int:
    return SHOWN.get(key, (1.0, 0))[1]
