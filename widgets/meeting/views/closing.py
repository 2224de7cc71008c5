"""The summary of the meeting, before and after it is closed."""

from collections.abc import Iterable
from itertools import groupby

from visitation.documents.write import as_text
from visitation.register.summary import Summary, Todo
from widgets.meeting.acts import closing as acts
from widgets.meeting.state import MeetingState
from widgets.session import Session
from widgets.text import short_date, translator


def closing(state: MeetingState) -> dict:
    """Counts, what is to be done by whom, and once the meeting is closed its anchor and its minutes."""
    _, kept, found = translator(state.session.lang), state.meeting.closing, acts.so_far(state, state.session.lang)
    closed = acts.is_closed(state)
    return {
        "facts": [{"label": label, "value": value} for label, value in _facts(state, found)],
        "counts": [{"label": label, "count": count} for label, count in (*found.decided.items(), *found.moved.items())],
        "todo": list(_by_owner(found.todo, state.session)),
        "title": _("Afsluttet kl. %(time)s") % {"time": kept.at[11:16]} if closed else _("Mødet indtil nu"),
        "closed": closed,
        "anchor": kept.anchor if closed else None,
        "text": as_text(acts.document(state)) if closed else None,
    }


def _facts(state: MeetingState, found: Summary) -> list[tuple[str, str]]:
    _ = translator(state.session.lang)
    facts = [
        (
            _("Gennemgået"),
            _("%(done)d af %(items)d på %(minutes)d min.") % {"done": found.done, "items": found.items, "minutes": found.minutes},
        ),
        (_("Deltagere"), ", ".join(acts.roles(state, state.session.lang))),
        (_("Bekræftet uden drøftelse"), str(found.confirmed)),
        (_("Parkeret"), ", ".join(_("sag %(alias)s") % {"alias": alias} for alias in found.parked)),
    ]
    return [(label, value) for label, value in facts if value not in ("", "0")]


def _by_owner(todo: Iterable[Todo], session: Session):
    """One line for everybody who has something to do: how much, and what comes first."""
    _ = translator(session.lang)
    for owner, mine in groupby(todo, key=lambda each: each.owner):
        first, *rest = mine
        said = _("%(what)s (sag %(alias)s, senest %(day)s)") % {
            "what": first.what,
            "alias": first.alias,
            "day": short_date(first.due, session.lang),
        }
        yield {"owner": session.model.timers.owner(owner, session.lang), "count": 1 + len(rest), "first": said}
