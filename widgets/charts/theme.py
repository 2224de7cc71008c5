"""How charts look: the colours and letters of the screen's tokens, a calm grid, and the numbers and dates of the reader's language.

All sizes count in letters (the parameter `letter`, in pixels), so that a projector and a phone only differ in that one number."""

import re
from functools import cache
from pathlib import Path

import altair as alt
from babel import Locale

from widgets.text import LOCALES

TOKENS = (Path(__file__).parent.parent / "theme" / "tokens.css").read_text(encoding="utf-8")
COLOURS = dict(reversed(re.findall(r"--vb-([a-z-]+):\s*(#[0-9a-f]{6})", TOKENS)))  # the first of a name; other displays come after
FONT = re.search(r"--vb-font:\s*([^;]+)", TOKENS)[1].replace('"', "'")
INK, SOFT, MUTE, LINE, PAPER = (COLOURS[name] for name in ("ink", "soft", "mute", "line", "paper"))
BLUE, BLUE_DEEP, BLUE_WASH, GREEN, AMBER = (COLOURS[name] for name in ("blue", "blue-deep", "blue-wash", "green", "amber"))
LETTER = 18  # pixels: read from four metres on a projector
STRONG = 600


def letters(count: float) -> alt.ExprRef:
    """So many letters in pixels."""
    return alt.ExprRef(f"letter * {count}")


@cache
def config(lang: str) -> dict:
    """The looks of every chart, with the numbers and dates of the language."""
    axis = {
        "domain": False,
        "ticks": False,
        "gridColor": LINE,
        "gridOpacity": 0.6,
        "labelColor": SOFT,
        "labelFontSize": letters(1),
        "labelPadding": letters(0.4),
        "titleColor": SOFT,
        "titleFontSize": letters(1),
        "titleFontWeight": 400,
        "titlePadding": letters(0.6),
    }
    return {
        "aria": False,  # one description for the whole picture; a reader of the numbers has the table beside it
        "background": PAPER,
        "font": FONT,
        "locale": {"number": number_locale(lang), "time": time_locale(lang)},
        "view": {"stroke": None},
        "axis": axis,
        "axisX": {"grid": False, "labelPadding": letters(0.6), "labelFlush": False, "labelOverlap": True},
        "axisY": {"titleAngle": 0, "titleAlign": "left", "titleBaseline": "bottom", "titleX": 0, "titleY": letters(-0.8)},
        "text": {"fontSize": letters(1), "color": INK, "lineBreak": "\n", "lineHeight": letters(1.2), "baseline": "middle"},
        "title": {"anchor": "start", "frame": "bounds", "fontSize": letters(1.3), "fontWeight": STRONG, "color": INK, "offset": letters(1)}
        | {"subtitleColor": SOFT, "subtitleFontSize": letters(0.9), "subtitlePadding": letters(0.4)},
    }


def number_locale(lang: str) -> dict:
    """Decimal mark, thousands and percent as the language writes them, in the form of d3-format."""
    locale = Locale.parse(LOCALES[lang])
    symbols, percent = locale.number_symbols["latn"], locale.percent_formats[None].suffix[0]
    return {"decimal": symbols["decimal"], "thousands": symbols["group"], "grouping": [3], "currency": ["", ""], "percent": percent}


def time_locale(lang: str) -> dict:
    """The names of months and days as the language writes them, in the form of d3-time-format."""
    locale = Locale.parse(LOCALES[lang])
    months, days = locale.months["format"], locale.days["format"]
    sunday_first = (6, 0, 1, 2, 3, 4, 5)
    return {
        "dateTime": "%A %-d. %B %Y %X",
        "date": "%-d.%-m.%Y" if lang == "da" else "%-d/%-m/%Y",
        "time": "%H:%M:%S",
        "periods": ["AM", "PM"],
        "days": [days["wide"][day] for day in sunday_first],
        "shortDays": [days["abbreviated"][day].rstrip(".") for day in sunday_first],
        "months": [months["wide"][month] for month in range(1, 13)],
        "shortMonths": [months["abbreviated"][month].rstrip(".") for month in range(1, 13)],
    }
