"""Followed courses for tests, and the published years as such, by construction."""

from dataclasses import replace
from datetime import date, timedelta

from visitation.outcomes.followed import Followed, Help, Session
from visitation.outcomes.published import Published

START = date(2020, 1, 6)
WEEK = timedelta(weeks=1)


def course(number: int = 1, **facts) -> Followed:
    """A course that started at START, completed in sixteen weeks, of a citizen without support."""
    end = (facts.get("started") or START) + 16 * WEEK
    days = {"referred": START, "started": START, "completed": end, "ended": end, "closed": end}
    usual = {"case": f"EKS-{number}", "unit": "fokus", "form": "gruppe", "target_group": "psykisk", "helps": ()}
    return Followed(**{**usual, **days, **facts})


def scored(*ors: float, srs: tuple[float | None, ...] = (), **facts) -> Followed:
    """A course with these ORS, one every four weeks; the first ones with these SRS."""
    alliance = (*srs, *[None] * len(ors))
    return course(sessions=tuple(Session(START + 4 * i * WEEK, score, alliance[i]) for i, score in enumerate(ors)), **facts)


def as_published(told: Published) -> list[Followed]:
    """Invented courses that give the published counts by construction: all completed; the remainder started after the last cohort.

    So many as there are registrations are scored twice, 17 points and then the progress as a per cent of means."""
    days = [(one.first, one.started, one.active) for one in told.started]
    rest = told.completed.completed - sum(n for _, n, _ in days), told.completed.active - sum(k for *_, k in days)
    days.append((date(2020, 2, 1), *rest))
    found = [_invented(day, i < active) for day, count, active in days for i in range(count)]
    scores = (17.0, 17.0 * (1 + told.progress.percent / 100))
    sessions = [tuple(Session(one.started + 8 * i * WEEK, score) for i, score in enumerate(scores)) for one in found]
    measured = told.progress.registrations
    return [replace(one, sessions=given if i < measured else given[:1]) for i, (one, given) in enumerate(zip(found, sessions, strict=True))]


def _invented(day: date, active: bool) -> Followed:
    return course(started=day, referred=day, helps=(Help("§ 85", date(2020, 12, 1), None),) if active else ())
