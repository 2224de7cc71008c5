"""The frame of the political guideposts: every indicator, counted in the latest twelve months and quarter by quarter."""

from typing import get_args

import pandas as pd

from visitation.frames.extract import Extract
from visitation.frames.schema import CATEGORY, DAY, NUMBER, WHOLE, WORD, YES_NO, Column, Schema
from visitation.guided import guided
from visitation.guideposts.facts import Facts
from visitation.guideposts.found import Found, Period
from visitation.guideposts.indicators import measured
from visitation.guideposts.read import read_guideposts
from visitation.guideposts.schema import Unit
from visitation.model import Text

GUIDEPOSTS = Schema(
    "guideposts",
    Text(da="En indikator i en periode; tom, hvor ingen kan tælle den", en="An indicator in a period; empty where none can count it"),
    "visitation.guideposts.indicators",
    (
        Column("point", WORD, "Fokuspunktet", "The focus point"),
        Column("indicator", WORD, "Indikatorens nummer i modellen", "The indicator's id in the model"),
        Column("label", WORD, "Hvad den måler", "What it measures"),
        Column("first", DAY, "Periodens første dag", "First day of the period"),
        Column("last", DAY, "Periodens sidste dag", "Last day of the period"),
        Column("trend", YES_NO, "En periode i udviklingen, ikke de seneste 12 måneder", "A period of the trend, not the latest 12 months"),
        Column("amount", NUMBER, "Tallet; tomt ved under 5", "The number; empty below 5", "egen"),
        Column("low", NUMBER, "Nedre ende af intervallet", "Lower end of the interval", "egen"),
        Column("high", NUMBER, "Øvre ende", "Upper end", "egen"),
        Column("k", WHOLE, "Hvor mange", "How many", "antal"),
        Column("n", NUMBER, "Af hvor mange; tom: kun talt", "Of how many; empty: only counted", "antal"),
        Column("unit", CATEGORY, "Enheden", "The unit", values=get_args(Unit)),
        Column("missing", WORD, "Hvorfor registret ikke kan sige det", "Why the register cannot tell"),
    ),
)


def guideposts(extract: Extract) -> pd.DataFrame:
    """GUIDEPOSTS: one row an indicator and a period, point by point; nothing for a model without guideposts."""
    read = read_guideposts(extract.model)
    found = measured(read, _facts(extract), extract.today) if read.guideposts else {}
    rows: list[tuple] = []
    for point in read.points.values():
        for one in point.indicators:
            named = (point.id, one.id, one.label.da)
            if told := found.get((point.id, one.id)):
                rows.append((*named, *_period(told.period, told.found, False), one.unit, None))
                rows += [(*named, *_period(period, there, True), one.unit, None) for period, there in told.trend]
            else:
                rows.append((*named, *[None] * 8, one.unit, one.missing and one.missing.da))
    return GUIDEPOSTS.made(rows)


def _period(period: Period, found: Found, trend: bool) -> tuple:
    return (period.first, period.last, trend, found.amount, found.low, found.high, found.k, found.n)


def _facts(extract: Extract) -> Facts:
    return guided(extract.model, extract.today, extract.cases.values(), extract.events, extract.followed, extract.sample)
