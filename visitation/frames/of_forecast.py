"""Frames of the forecast: what may come week by week, the difference that a changed scenario makes, and every number it goes by."""

from operator import attrgetter
from typing import Any

import pandas as pd

from visitation.errors import VisitationError
from visitation.forecast.assumptions import assumptions as numbers_of
from visitation.forecast.bands import Series, band
from visitation.forecast.basis import futures, run
from visitation.forecast.outlook import SERIES
from visitation.forecast.scenario import with_data
from visitation.frames.extract import Extract
from visitation.frames.schema import CATEGORY, DAY, NUMBER, WHOLE, WORD, Column, Schema
from visitation.model import Text

FOUNDED = ("kilde", "fortolkning", "antagelse")
UNIT = Column("unit", CATEGORY, "Hvad tallene tæller", "What the numbers count", values=("antal", "kr"))
SHOWN = tuple(name for name in SERIES if name != "cost_kr")
WEEK = Column("week", DAY, "Ugens mandag; et antal gælder ved ugens slutning", "The Monday of the week; a stock holds at its end")
OF = "visitation.forecast.outlook"
FORECAST = Schema(
    "forecast",
    Text(da="En uge af en talrække i et scenarie", en="A week of a series in a scenario"),
    OF,
    (
        Column("scenario", WORD, "Scenariets navn", "The scenario's name"),
        Column("series", CATEGORY, "Talrækken", "The series", values=SERIES),
        WEEK,
        Column("mean", NUMBER, "Gennemsnittet af fremtiderne", "The mean of the futures", "egen"),
        Column("p10", NUMBER, "Hver tiende fremtid ligger under", "One future in ten lies below", "egen"),
        Column("p50", NUMBER, "Det midterste tal", "The middle", "egen"),
        Column("p90", NUMBER, "Hver tiende fremtid ligger over", "One future in ten lies above", "egen"),
        Column("process_p10", NUMBER, "Som p10, når kun tilfældet råder", "As p10, by chance alone", "egen"),
        Column("process_p90", NUMBER, "Som p90, når kun tilfældet råder", "As p90, by chance alone", "egen"),
        UNIT,
    ),
)
DIFFERENCE = Schema(
    "difference",
    Text(da="En uge af forskellen på et scenarie og grundlaget", en="A week of the difference of a scenario and the basis"),
    OF,
    (
        Column("scenario", WORD, "Scenariets navn", "The scenario's name"),
        Column("series", CATEGORY, "Talrækken", "The series", values=SHOWN),
        WEEK,
        Column("mean", NUMBER, "Gennemsnittet af forskellene", "The mean of the differences", "antal"),
        Column("p10", NUMBER, "I hver tiende fremtid er forskellen mindre", "In one future in ten it is less", "antal"),
        Column("p50", NUMBER, "Den midterste forskel", "The middle", "antal"),
        Column("p90", NUMBER, "I hver tiende fremtid er forskellen større", "In one future in ten it is more", "antal"),
    ),
)
ASSUMPTIONS = Schema(
    "assumptions",
    Text(da="Et tal, som prognosen går ud fra", en="A number that the forecast goes by"),
    "visitation.forecast.assumptions",
    (
        Column("key", WORD, "Scenariets nøgle", "The scenario's key"),
        Column("value", NUMBER, "Tallet; tom: ingen ved det", "The number; empty: nobody knows"),
        Column("low", NUMBER, "Nedre ende af 80 %-intervallet; tom: sikkert", "Lower end of the 80 % range; empty: known"),
        Column("high", NUMBER, "Øvre ende", "Upper end"),
        Column("basis", CATEGORY, "Hvor tallet er fra", "Where it comes from", values=("register", *FOUNDED, "ukendt")),
        Column("stated", NUMBER, "Hvad modellen selv siger", "What the model itself says"),
        Column("n", WHOLE, "Hvor mange, registrets tal hviler på", "How many the register's number rests on", "antal"),
        Column("first", DAY, "Første dag i perioden", "First day of the period"),
        Column("last", DAY, "Sidste dag i perioden", "Last day of the period"),
        Column("reason", WORD, "Hvorfor", "Why"),
        Column("contradictions", WORD, "Modstrid i dokumenterne, der rører ved det", "Contradictions of the documents that touch it"),
    ),
)
BASIS = "Grundlag"
PRICED = ("course_kr", "s85_week_kr")  # what the cost is made of
DRAWN = ("horizon_weeks", "replications", "seed")  # how a forecast is drawn: the same on both sides of a difference


def forecast(extract: Extract, name: str = BASIS, **changes: Any) -> pd.DataFrame:
    """FORECAST: one row a series and a week; `changes` are keys of the scenario with other values, as `places=96`.

    The cost holds what has a price, and is left out where nothing has. VisitationError names key and what is allowed."""
    found = run(extract.basis, with_data(extract.basis.scenario, changes, name))
    priced = len(found.unpriced) < len(PRICED)
    rows = [
        (name, series, week, *numbers, "kr" if series == "cost_kr" else "antal")
        for series, told in found.series.items()
        if priced or series != "cost_kr"
        for week, *numbers in zip(found.begins, *_bands(told), strict=True)
    ]
    return FORECAST.made(rows)


def difference(extract: Extract, name: str, **changes: Any) -> pd.DataFrame:
    """DIFFERENCE: one row a series and a week, what the changes make of the basis.

    Both meet the same citizens with the same fate, so that what differs is what was changed and not luck. VisitationError names key and
    what is allowed."""
    basis = extract.basis
    scenario = with_data(basis.scenario, changes, name)
    if drawn := [key for key in DRAWN if key in changes]:
        raise VisitationError(f"{name}: {drawn[0]} skal være det samme på begge sider af en forskel.")
    before, after = futures(basis, basis.scenario), futures(basis, scenario)
    weeks = pd.date_range(basis.begins, periods=scenario.horizon_weeks, freq="7D")
    found = {series: band(getattr(after, series) - getattr(before, series)) for series in SHOWN}
    told = ((series, row) for series, one in found.items() for row in zip(weeks, one.mean, one.p10, one.p50, one.p90, strict=True))
    return DIFFERENCE.made((name, series, *row) for series, row in told)


def assumptions(extract: Extract) -> pd.DataFrame:
    """ASSUMPTIONS: one row a number, the model's figures first, then who is there today and the prices."""
    facts = attrgetter("key", "value", "low", "high", "basis", "stated", "n")
    found = ((one, one.period or (None, None)) for one in numbers_of(extract.basis))
    return ASSUMPTIONS.made((*facts(one), *period, one.reason.da, ", ".join(one.contradictions)) for one, period in found)


def _bands(told: Series) -> tuple:
    both, chance = told.total, told.process
    return both.mean, both.p10, both.p50, both.p90, chance.p10, chance.p90
