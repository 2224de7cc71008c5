"""A row of the list: the course on its time line, with every promise as a mark, and what is done next."""

from collections.abc import Iterator
from datetime import date, timedelta

from visitation.pathway import deadlines
from visitation.register.due import DueItem
from widgets.deadlines.lines import Line
from widgets.deadlines.names import about, month, owed_label, pathway_label, pathway_of, state_label
from widgets.deadlines.state import DeadlinesState
from widgets.deadlines.texts import stands
from widgets.session import Session
from widgets.text import translator

BACK, WEEKS = 4, 18  # weeks before today's, and in all
DAYS = 7 * WEEKS


def weeks(session: Session, offset: int) -> dict:
    """The columns: the number of each week, the month above the first week that begins in it, and where today is."""
    _, first = translator(session.lang), _first(session, offset)
    mondays = [first + timedelta(weeks=number) for number in range(WEEKS)]
    numbers = [monday.isocalendar().week for monday in mondays]
    here = _place(session.today, first)
    return {
        "title": _("Uge %(first)d til %(last)d") % {"first": numbers[0], "last": numbers[-1]},
        "columns": [
            {"number": str(number), "month": name, "current": 0 <= (session.today - monday).days < 7}
            for number, monday, name in zip(numbers, mondays, _months(mondays, session.lang), strict=True)
        ],
        "today": here if 0 <= here <= 1 else None,
        "moved": offset != 0,
    }


def _first(session: Session, offset: int) -> date:
    return session.today - timedelta(days=session.today.weekday(), weeks=BACK - offset)


def _months(mondays: list[date], lang: str) -> Iterator[str | None]:
    """The name of a month stands where it begins; at the left edge only when the next one leaves it room."""
    for number, day in enumerate(mondays):
        begins = number == 0 or day.month != mondays[number - 1].month
        crowded = number == 0 and mondays[1].month != day.month
        yield month(day, lang) if begins and not crowded else None


def _place(day: date, first: date) -> float:
    """Where the middle of a day lies: 0 at the left edge of the weeks, 1 at their right one."""
    return round(((day - first).days + 0.5) / DAYS, 4)


def row(state: DeadlinesState, line: Line) -> dict:
    """Everything that is shown of a line."""
    session, first = state.session, _first(state.session, state.offset)
    next_one = _next(session, line)
    return {
        "id": line.id,
        "label": line.case.alias,
        "current": line.id == state.opened,
        **_named(session, line),
        "sentence": _sentence(session, line, next_one),
        "bar": _bar(session, line, first),
        "bands": [_span(item.window_from, item.due, first) for item in line.items if item.window_from and _reaches(item, first)],
        "marks": _marks(session, line, first),
        "next": next_one,
    }


def _named(session: Session, line: Line) -> dict:
    if line.course is None:
        _ = translator(session.lang)
        return {"pathway": _("Ansøgning"), "state": _("venter på svar"), "runs_on": False}
    return {
        "pathway": pathway_label(session, line.course),
        "state": state_label(session, line.course),
        "runs_on": support_runs_on(session, line),
    }


def support_runs_on(session: Session, line: Line) -> bool:
    """Whether the support goes on while the authority makes up its mind (Ringsted, outcome D)."""
    pathway = line.course and pathway_of(session, line.course)
    states = (state for state in pathway.states if state.id == line.state) if pathway else ()
    return any(state.support_runs and state.meets for state in states)


def _next(session: Session, line: Line) -> dict:
    _, lang = translator(session.lang), session.lang
    if not line.items:
        return {"stands": "later", "word": _("ingen dato"), "what": _("Ingen frist løber"), "when": "–", "owner": "", "others": None}
    first, *others = line.items
    return {
        "stands": first.status,
        "word": stands(lang)[first.status],
        "what": owed_label(session, first),
        "when": about(session, first.due, first.approximate),
        "owner": session.model.timers.owner(first.owner, lang),
        "others": _("+ %(n)d mere") % {"n": len(others)} if others else None,
    }


def _sentence(session: Session, line: Line, said: dict) -> str:
    """The row in words: whose it is, where it stands, and what comes next."""
    _, named = translator(session.lang), _named(session, line)
    who = _("Sag %(alias)s, %(pathway)s: %(state)s.") % {"alias": line.case.alias, "pathway": named["pathway"], "state": named["state"]}
    comes = _("%(what)s, %(when)s, %(word)s. %(owner)s.") % said if line.items else f"{said['what']}."
    return " ".join([who, comes, *([_("Støtten løber, til myndigheden har afgjort.")] if named["runs_on"] else [])])


def _bar(session: Session, line: Line, first: date) -> dict | None:
    """From where the course began until today, or to the edge when the support runs on."""
    if line.course is None:
        return None
    runs_on = support_runs_on(session, line)
    end = first + timedelta(days=DAYS) if runs_on else line.course.latest if line.course.ended else session.today
    return _span(line.course.begun, end, first) | {"runs_on": runs_on} if end >= first else None


def _span(begins: date, ends: date, first: date) -> dict:
    return {"from": min(1, max(0, _place(begins, first))), "to": min(1, max(0, _place(ends, first)))}


def _reaches(item: DueItem, first: date) -> bool:
    return item.due >= first and item.window_from < first + timedelta(days=DAYS)


def _promises(session: Session, line: Line) -> Iterator[tuple[date, str, str, bool]]:
    """Day, how it stands, what it is, whether it is about: kept ones first, so that open ones are drawn over them."""
    lang = session.lang
    if line.course:
        kept = (one for one in deadlines(session.model, line.course, session.today) if one.met)
        yield from ((one.met_on, "met", one.label.in_(lang), False) for one in kept)
    yield from ((item.due, item.status, item.label.in_(lang), item.approximate) for item in reversed(line.items))


def _marks(session: Session, line: Line, first: date) -> list[dict]:
    """Where the promises are drawn, those outside the weeks at their edge; what lies upon each other is one mark.

    Kept ones outside the weeks are left out."""
    found: dict[tuple, list[str]] = {}
    for day, how, what, approximate in _promises(session, line):
        at = _place(day, first)
        beyond = "before" if at < 0 else "after" if at > 1 else None
        if how != "met" or not beyond:
            title = f"{what}: {about(session, day, approximate)}, {stands(session.lang)[how]}"
            found.setdefault((min(1, max(0, at)), how, beyond), []).append(title)
    return [{"at": at, "stands": how, "beyond": beyond, "title": "\n".join(titles)} for (at, how, beyond), titles in found.items()]
