"""Frames of what is promised: every date that is owed, and how those that have come were kept."""

from operator import attrgetter

import pandas as pd

from visitation.frames.extract import Extract
from visitation.frames.of_cases import CASE
from visitation.frames.schema import CATEGORY, DAY, WHOLE, WORD, YES_NO, Column, Schema
from visitation.guideposts.found import Period
from visitation.model import Text
from visitation.register.due import due as owed
from visitation.register.month import promises as promised

URGENCY, KEPT = ("broken", "due", "soon", "later"), ("kept", "late", "open")
DUE = Schema(
    "due",
    Text(da="En dato, som nogen skylder ved dagens slutning", en="A date that somebody owes at the end of the day"),
    "visitation.register.due",
    (
        CASE,
        Column("course", WORD, "Forløbet; tom: en sagsbehandlingsfrist", "The course; empty: a processing deadline"),
        Column("timer", CATEGORY, "Fristen, opgaven eller kanalen", "The timer, task or channel"),
        Column("label", WORD, "Hvad der skyldes", "What is owed"),
        Column("due", DAY, "Dagen, det skal være sket", "The day it is due"),
        Column("left", WHOLE, "Dage tilbage; under nul er fristen overskredet", "Days left; below zero it is broken", "dage"),
        Column("status", CATEGORY, "Overskredet, i dag, inden en uge, senere", "Broken, today, within a week, later", values=URGENCY),
        Column("owner", CATEGORY, "Hvem der skylder den", "Who owes it"),
        Column("kind", CATEGORY, "Hvordan datoen er begrundet", "How the date is founded", values=("kilde", "fortolkning", "antagelse")),
        Column("approximate", YES_NO, "Om datoen er omtrentlig", "Whether the date is approximate"),
    ),
)
PROMISES = Schema(
    "promises",
    Text(da="En lovet dag, der er kommet", en="A promised day that has come"),
    "visitation.register.month",
    (
        CASE,
        Column("timer", CATEGORY, "Fristen", "The timer"),
        Column("label", WORD, "Hvad der er lovet", "What is promised"),
        Column("owner", CATEGORY, "Hvem der skylder den", "Who owes it"),
        Column("due", DAY, "Den lovede dag", "The promised day"),
        Column("status", CATEGORY, "Holdt, opfyldt for sent eller endnu åben", "Kept, met too late, or still open", values=KEPT),
    ),
)


def due(extract: Extract) -> pd.DataFrame:
    """DUE: one row a date that is owed, the oldest first."""
    facts = attrgetter("status", "owner", "kind", "approximate")
    found = owed(extract.cases.values(), extract.model, extract.today)
    return DUE.made((one.case, one.course, one.timer, one.label.da, one.due, (one.due - extract.today).days, *facts(one)) for one in found)


def promises(extract: Extract) -> pd.DataFrame:
    """PROMISES: one row a promised day until today, case by case. What a course still owed when it ended has lapsed and is left out."""
    always = Period(min((case.enquiry.received for case in extract.cases.values()), default=extract.today), extract.today)
    rows = [
        (case.reference, one.timer, one.label.da, one.owner, one.due, one.status)
        for case in extract.cases.values()
        for one in promised([case], extract.model, always, extract.today)
    ]
    return PROMISES.made(rows)
