"""How each success criterion is measured on one course: what was before, what was after, and whether that counts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from visitation.model.schema import Length
from visitation.outcomes.followed import Followed, Help, Level, fell
from visitation.outcomes.scores import Thresholds, reliably_better
from visitation.pathway import add

DAY = timedelta(days=1)
NOTHING, WITH, WITHOUT = "ingen", "med støtte", "uden støtte"


@dataclass(frozen=True)
class Terms:
    """What a course is measured by: the day it is seen on, how many months after its end, a theme, and what is held against scores."""

    seen: date
    months: int
    theme: str | None
    thresholds: Thresholds


@dataclass(frozen=True)
class Pair:
    """One course before and after: a score, a level or a name. `reached` is None when the course is outside the denominator."""

    case: str
    before: float | str
    after: float | str
    reached: bool | None


def wellbeing(one: Followed, terms: Terms) -> Pair | None:
    """The first and the last ORS."""
    scores = [session.ors for session in sorted(one.sessions, key=lambda session: session.day) if session.ors is not None]
    if len(scores) < 2:
        return None
    return Pair(one.case, scores[0], scores[-1], reliably_better(scores[0], scores[-1], terms.thresholds))


def less_limited(one: Followed, terms: Terms) -> Pair | None:
    """The level in the theme: the last one rated before, until the help ended, and the first one after that."""
    levels = sorted((level for level in one.levels if level.theme == terms.theme), key=lambda level: level.day)
    before = [level for level in levels if level.phase == "foer" and level.day <= (one.ended or terms.seen)]
    after = [level for level in levels if level.phase == "efter" and before and level.day >= before[-1].day]
    return _levels(one, before[-1], after[0]) if after else None


def less_support(one: Followed, terms: Terms) -> Pair | None:
    """The help of the day before the start, and of a day so many months after the end."""
    found = _before_and_after(one, terms)
    if found is None:
        return None
    before, after = found
    less = fell(before, after) if before else False
    return None if less is None else Pair(one.case, _name(before), _name(after), less if before else None)


def without_support(one: Followed, terms: Terms) -> Pair | None:
    """With or without support on the same two days."""
    day = _looked_at(one, terms)
    if one.helps is None or day is None:
        return None
    before, after = (WITH if one.supported(on) else WITHOUT for on in (one.started - DAY, day))
    return Pair(one.case, before, after, after == WITHOUT)


MEASURES: dict[str, Callable[[Followed, Terms], Pair | None]] = {
    "trivsel": wellbeing,
    "fald_i_tema": less_limited,
    "fald_i_stoette": less_support,
    "uden_stoette": without_support,
}


def _levels(one: Followed, before: Level, after: Level) -> Pair:
    """A level that was not limited cannot fall."""
    return Pair(one.case, str(before.level), str(after.level), after.level < before.level if before.level else None)


def _looked_at(one: Followed, terms: Terms) -> date | None:
    day = add(one.ended, Length(months=terms.months)) if one.ended else None
    return day if day and day <= terms.seen else None


def _before_and_after(one: Followed, terms: Terms) -> tuple[Help | None, Help | None] | None:
    day = _looked_at(one, terms)
    return None if one.helps is None or day is None else (one.help_on(one.started - DAY), one.help_on(day))


def _name(help_: Help | None) -> str:
    return f"{help_.section} {help_.band}".strip() if help_ else NOTHING
