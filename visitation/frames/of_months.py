"""Frames over time: the months as the monthly report counts them, who stood where, and the enquiries week by week."""

from collections import Counter

import pandas as pd

from visitation.frames.extract import Extract
from visitation.frames.of_promises import KEPT, promises
from visitation.frames.schema import CATEGORY, DAY, WHOLE, Column, Schema
from visitation.model import Text
from visitation.register.flow import paths
from visitation.register.flow import stock as stock_of
from visitation.register.month import Month, arrived, decided, queues, whole_months
from visitation.register.standing import BESIDE, steps_of

MONTHS = Schema(
    "months",
    Text(da="En måned, der er slut, fra den første hele", en="A month that is over, from the first whole one"),
    "visitation.register.month",
    (
        Column("month", DAY, "Den første dag i måneden", "The first day of the month"),
        Column("enquiries", WHOLE, "Henvendelser modtaget", "Enquiries received", "antal"),
        Column("decisions", WHOLE, "Mødets beslutninger", "The meeting's decisions", "antal"),
        Column("waiting", WHOLE, "Venter på mødet ved dens slutning", "Waiting for the meeting at its end", "antal"),
        Column("coming_back", WHOLE, "Skal tilbage til mødet ved dens slutning", "To come back to the meeting at its end", "antal"),
        Column("undecided", WHOLE, "Ansøgninger uden afgørelse ved dens slutning", "Applications without a decision at its end", "antal"),
        Column("promised", WHOLE, "Lovede dage, der kom i måneden", "Promised days that came in the month", "antal"),
        Column("kept", WHOLE, "Heraf holdt", "Of these kept", "antal"),
        Column("late", WHOLE, "Heraf opfyldt for sent", "Of these met too late", "antal"),
        Column("open", WHOLE, "Heraf endnu ikke opfyldt", "Of these not met yet", "antal"),
    ),
)
STOCK = Schema(
    "stock",
    Text(da="Et sted på trappen ved slutningen af en måned, der er slut", en="A place on the ladder at the end of a month that is over"),
    "visitation.register.flow",
    (
        Column("day", DAY, "Månedens sidste dag", "The last day of the month"),
        Column("stands", CATEGORY, "Trinnet, eller ved siden af trappen", "The step, or beside the ladder"),
        Column("cases", WHOLE, "Sager, der stod der", "Cases that stood there", "antal"),
    ),
)
WEEKS = Schema(
    "weeks",
    Text(da="En hel uge, som prognosen tæller den", en="A whole week as the forecast counts it"),
    "visitation.forecast.weeks",
    (
        Column("week", DAY, "Ugens mandag", "The Monday of the week"),
        Column("enquiries", WHOLE, "Henvendelser", "Enquiries", "antal"),
    ),
)


def months(extract: Extract) -> pd.DataFrame:
    """MONTHS: one row a month, the earliest first."""
    owed = promises(extract)
    counted = Counter(zip(owed["due"].dt.strftime("%Y-%m"), owed["status"], strict=True))
    return MONTHS.made(_month(extract, month, [counted[str(month), status] for status in KEPT]) for month in _over(extract))


def stock(extract: Extract) -> pd.DataFrame:
    """STOCK: one row a month and a place, also where nobody stood."""
    places = [*extract.steps, BESIDE]
    found = paths(extract.cases.values(), extract.helps, steps_of(extract.model), extract.today)
    counted = ((month.last, stock_of(found, month.last)) for month in _over(extract))
    return STOCK.made(((day, where, count[where]) for day, count in counted for where in places), {"stands": places})


def weeks(extract: Extract) -> pd.DataFrame:
    """WEEKS: one row a week, the earliest first."""
    known = extract.basis.weeks
    return WEEKS.made(zip(pd.date_range(known.first, periods=len(known), freq="7D"), known.counts, strict=True))


def _over(extract: Extract) -> list[Month]:
    return whole_months(extract.cases.values(), extract.today)


def _month(extract: Extract, month: Month, kept: list[int]) -> tuple:
    known = extract.cases.values()
    came, made, queue = arrived(known, month, extract.today), decided(known, month, extract.today), queues(known, month.last)
    return (month.first, len(came), len(made), *map(len, queue.values()), sum(kept), *kept)
