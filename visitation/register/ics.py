"""Promised dates as a calendar file (iCalendar, RFC 5545), with the alias in place of the case's reference."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from visitation.language import translator
from visitation.register.due import DueItem


def calendar(items: Iterable[DueItem], on: date, lang: str = "da") -> bytes:
    """The items as all-day events, stamped with the day `on`: the same items give the same bytes."""
    import icalendar

    _ = translator(lang)
    found = icalendar.Calendar()
    found.add("prodid", "-//Visitationsbordet//Frister//DA")
    found.add("version", "2.0")
    for item in items:
        event = icalendar.Event()
        event.add("uid", f"{item.alias}-{item.course}-{item.timer}@visitationsbordet")
        event.add("dtstamp", datetime.combine(on, time(), UTC))
        event.add("dtstart", item.due)
        event.add("summary", _("Sag %(alias)s: %(what)s") % {"alias": item.alias, "what": item.label.in_(lang)})
        event.add("description", _("Ansvarlig: %(owner)s. Kilde: %(source)s") % {"owner": item.owner, "source": item.source or item.kind})
        found.add_component(event)
    return found.to_ical()
