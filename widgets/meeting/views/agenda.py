"""The agenda: sections with counts and minutes, and the cases in them."""

from visitation.pathway import deadlines
from visitation.register.agenda import SECTIONS, Item
from widgets.meeting.acts import follow_up
from widgets.meeting.state import MeetingState
from widgets.meeting.texts import section_titles
from widgets.text import short_date, translator
from widgets.words import short_channel

MOST_ITEMS = 40  # a section longer than a meeting is counted, not listed


def agenda(state: MeetingState) -> list[dict]:
    """The sections that have something in them; the first that may be confirmed together offers to."""
    together = next((item.section for item in follow_up.items(state)), None)
    return [section | {"together": section["id"] == together} for name in SECTIONS if (section := _section(state, name))["count"]]


def progress(state: MeetingState) -> str:
    """Where the meeting is, and how many minutes what is left may take."""
    _, items = translator(state.session.lang), state.agenda
    number = next((i for i, item in enumerate(items, 1) if item.case.reference == state.current), 0)
    return _("%(number)d af %(count)d · ca. %(minutes)d min. igen") % {"number": number, "count": len(items), "minutes": minutes(items)}


def minutes(items: list[Item]) -> int:
    """The minutes that the open ones among these items may take."""
    return round(sum(item.minutes for item in items if not item.done))


def _section(state: MeetingState, name: str) -> dict:
    _, items = translator(state.session.lang), [item for item in state.agenda if item.section == name]
    shown = [item for i, item in enumerate(items) if i < MOST_ITEMS or item.case.reference == state.current]
    open_items = [item for item in items if not item.done]
    return {
        "id": name,
        "title": section_titles(state.session.lang)[name],
        "count": len(items),
        "minutes": _("%(minutes)d min.") % {"minutes": minutes(items)} if open_items else None,
        "items": [_item(state, item) for item in shown],
        "more": _("+ %(count)d flere") % {"count": len(items) - len(shown)} if len(items) > len(shown) else None,
    }


def _item(state: MeetingState, item: Item) -> dict:
    _ = translator(state.session.lang)
    current = item.case.reference == state.current
    kind = "late" if item.section == "overskredet" and not item.done else "parked" if item.section == "parkeret" else "open"
    return {
        "id": item.case.reference,
        "label": _("Sag %(alias)s") % {"alias": item.case.alias},
        "note": _("nu") if current and not item.done else _note(state, item),
        "state": "current" if current else "done" if item.done else kind,
        "done": item.done,
    }


def _note(state: MeetingState, item: Item) -> str:
    _, session, case = translator(state.session.lang), state.session, item.case
    if item.done:
        return state.chosen(case.decisions[-1]) if case.decisions and not item.course else _("afklaret")
    if item.section == "venter":
        return _("venter %(days)d dage") % {"days": (session.today - case.enquiry.received).days}
    if item.section in ("nye", "parkeret"):
        return short_channel(case.enquiry.channel, session.lang)
    return _course_note(state, item) if item.course else _("siden sidst")


def _course_note(state: MeetingState, item: Item) -> str:
    """How late a broken promise is, when help ends, or since when the course stands where it does."""
    _, session = translator(state.session.lang), state.session
    promised = [one.due for one in deadlines(session.model, item.course, session.today) if not one.met]
    if item.section == "overskredet" and promised:
        return _("%(days)d dage over") % {"days": (session.today - promised[0]).days}
    if item.section == "udloeb" and promised:
        return _("senest %(day)s") % {"day": short_date(promised[0], session.lang)}
    return _("siden %(day)s") % {"day": short_date(item.course.latest, session.lang)}
