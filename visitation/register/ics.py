"""Promised dates as a calendar file (iCalendar, RFC 5545), with the alias in place of the case's reference."""

from collections import Counter
from collections.abc import Iterable, Iterator
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
    for uid, item in _identified(items):
        event = icalendar.Event()
        event.add("uid", f"{uid}@visitationsbordet")
        event.add("dtstamp", datetime.combine(on, time(), UTC))
        event.add("dtstart", item.due)
        event.add("summary", _("Sag %(alias)s: %(what)s") % {"alias": item.alias, "what": item.label.in_(lang)})
        event.add("description", _("Ansvarlig: %(owner)s. Kilde: %(source)s") % {"owner": item.owner, "source": item.source or item.kind})
        found.add_component(event)
    return found.to_ical()


def _identified(items: Iterable[DueItem]) -> Iterator[tuple[str, DueItem]]:
    """Each item with its own name: applications under one section, which have no course, are told apart by day, and then by number."""
    named: Counter[str] = Counter()
    for item in items:
        name = f"{item.alias}-{item.course or item.due}-{item.timer}"
        named[name] += 1
        yield (name if named[name] == 1 else f"{name}-{named[name]}"), item
