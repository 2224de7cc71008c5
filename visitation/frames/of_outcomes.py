"""Frames of what came of it: the courses that are followed, the success criteria, return to support, and shares of a group of one's own."""

from datetime import date, timedelta
from operator import attrgetter
from typing import Any

import pandas as pd
from pandas.api import types

from visitation.errors import VisitationError, allowed
from visitation.frames.extract import Extract
from visitation.frames.of_cases import CASE
from visitation.frames.schema import CATEGORY, DAY, NUMBER, WHOLE, WORD, YES_NO, Column, Schema
from visitation.model import Text
from visitation.outcomes.criteria import tiles
from visitation.outcomes.followed import Followed
from visitation.outcomes.read import read_outcomes
from visitation.outcomes.returns import returns as returned
from visitation.statistics.small import Share
from visitation.vocabulary import VOCABULARY

ON_THE_DAY = "paa_dagen"
SMALL = "visitation.statistics.small"
SHARE = (
    Column("k", WHOLE, "Hvor mange", "How many", "antal"),
    Column("n", WHOLE, "Af hvor mange", "Of how many", "antal"),
    Column("percent", NUMBER, "Andelen; tom ved under 5", "The share; empty below 5", "pct", source=SMALL),
    Column("low", NUMBER, "Nedre ende af 95 %-intervallet (Wilson)", "Lower end of Wilson's 95 % interval", "pct", source=SMALL),
    Column("high", NUMBER, "Øvre ende", "Upper end", "pct", source=SMALL),
)
FOLLOWED = Schema(
    "followed",
    Text(da="Et forløb, som modellens kriterier følger", en="A course that the model's criteria follow"),
    "visitation.outcomes.register",
    (
        CASE,
        Column("unit", CATEGORY, "Forløbstypen", "The pathway"),
        Column("form", CATEGORY, "Formen, det begyndte i", "The form it began in"),
        Column("target_group", CATEGORY, "Målgruppe", "Target group", values=VOCABULARY["target_group"]),
        Column("standing", CATEGORY, "Hvor det står", "Where it stands", values=("ikke_startet", "i_gang", "gennemfoert", "stoppet")),
        Column("referred", DAY, "Henvist", "Referred"),
        Column("started", DAY, "Startet", "Started"),
        Column("completed", DAY, "Gennemført", "Completed"),
        Column("ended", DAY, "Dagen, hjælpen sluttede", "The day the help ended"),
        Column("applied", DAY, "Søgt om støtte efter forløbet", "Applied for support after it"),
        Column("sessions", WHOLE, "Sessioner med score", "Sessions with scores", "antal"),
        Column("ors_first", NUMBER, "Den første trivselsscore (ORS)", "The first wellbeing score (ORS)", "p40"),
        Column("ors_last", NUMBER, "Den seneste af mindst to", "The latest of at least two", "p40"),
        Column("support_before", YES_NO, "Støtte dagen før start; tom: ukendt", "Support on the day before the start; empty: unknown"),
        Column("support_now", YES_NO, "Støtte på dagen; tom: ukendt", "Support on the day; empty: unknown"),
    ),
)
CRITERIA = Schema(
    "criteria",
    Text(da="Et succeskriterium, for forløb startet i perioden", en="A success criterion, of courses started in the period"),
    "visitation.outcomes.criteria",
    (
        Column("criterion", WORD, "Kriteriets nummer i modellen", "The criterion's id in the model"),
        Column("label", WORD, "Hvad det hedder", "What it is called"),
        *SHARE,
        Column("started", WHOLE, "Forløb startet i perioden", "Courses started in the period", "antal"),
        Column("missing", WHOLE, "Heraf ikke målt eller fulgt længe nok", "Of these not measured or followed long enough", "antal"),
        Column("first", DAY, "Periodens første dag", "First day of the period"),
        Column("last", DAY, "Periodens sidste dag", "Last day of the period"),
    ),
)
RETURNS = Schema(
    "returns",
    Text(da="Et startår og en måde at følge op på", en="A year of starts and a way to follow up"),
    "visitation.outcomes.returns",
    (
        Column("year", WHOLE, "Året, forløbet startede", "The year in which the course started", "aar"),
        Column("follow_up", CATEGORY, "Måneder efter hjælpens slutning", "Months after the help ended", values=(ON_THE_DAY, "12", "24")),
        *SHARE,
    ),
)
SHARES = Schema(
    "shares",
    Text(da="En gruppe, man selv har valgt, og andelen i den", en="A group of one's own and the share in it"),
    "visitation.statistics.small",
    (Column("group", WORD, "Gruppen", "The group"), *SHARE),
)


def followed(extract: Extract) -> pd.DataFrame:
    """FOLLOWED: one row a course; nothing for a model that follows none."""
    facts = attrgetter("case", "unit", "form", "target_group", "standing", "referred", "started", "completed", "ended", "applied")
    return FOLLOWED.made((*facts(one), *_scores(one), *_support(one, extract.today)) for one in extract.followed)


def criteria(extract: Extract, first: date, last: date) -> pd.DataFrame:
    """CRITERIA: one row a criterion that the register can tell, of the courses started from `first` to `last`, as they stand on the day.

    They say how it went and not why: nobody is compared with."""
    found = [one for one in tiles(read_outcomes(extract.model), extract.followed, first, last, extract.today) if one.share]
    named = attrgetter("criterion.id", "criterion.label.da")
    return CRITERIA.made((*named(one), *_share(one.share), one.started, one.missing, first, last) for one in found)


def returns(extract: Extract) -> pd.DataFrame:
    """RETURNS: one row a year and a follow-up: how many have support, on the day and 12 and 24 months after the help ended."""
    rows: list[tuple] = []
    for year in returned(extract.followed, extract.today):
        rows.append((year.year, ON_THE_DAY, *_share(year.on_the_day.share)))
        rows += [(year.year, str(one.months), *_share(one.share)) for one in year.equal]
    return RETURNS.made(rows)


def shares(frame: pd.DataFrame, reached: str, by: str) -> pd.DataFrame:
    """SHARES: one row a group, the values of the column `by`: in how many of its rows the column `reached` has a day or says yes.

    Rows that say neither yes nor no, or belong to no group, are left out. VisitationError when there are no such columns."""
    for name in (reached, by):
        if name not in frame:
            raise VisitationError(f"Tabellen har ingen kolonne '{name}'; den har {allowed(frame.columns)}.")
    told = _reached(frame[reached]).dropna()
    groups = told.astype(bool).groupby(frame.loc[told.index, by], observed=True)
    return SHARES.made((str(name), *_share(Share(int(found.sum()), len(found)))) for name, found in groups)


def _reached(told: pd.Series) -> pd.Series:
    """Yes or no for every row: whether there is a day, or what a yes-no column says."""
    if types.is_datetime64_dtype(told.dtype):
        return told.notna()
    if not types.is_bool_dtype(told.dtype):
        raise VisitationError(f"Kolonnen '{told.name}' er {told.dtype}; en andel kan tælles af dage eller af ja og nej.")
    return told


def _share(share: Share) -> tuple[Any, ...]:
    interval = share.interval
    return (share.k, share.n, share.percent, *((interval.low, interval.high) if interval else (None, None)))


def _scores(one: Followed) -> tuple:
    given = _given(one)
    return (len(one.sessions), given[0] if given else None, given[-1] if len(given) > 1 else None)


def _given(one: Followed) -> list[float]:
    return [session.ors for session in sorted(one.sessions, key=attrgetter("day")) if session.ors is not None]


def _support(one: Followed, today: date) -> tuple[bool | None, bool | None]:
    return (one.supported(one.started - timedelta(days=1)) if one.started else None, one.supported(today))
