"""A number or a name that somebody writes on the screen."""

from widgets.overlap.fields import FIELDS
from widgets.overlap.state import OverlapState
from widgets.text import count, translator


def field(state: OverlapState, key: str, label: str, unit: str, help_: str = "") -> dict:
    """A number with what is allowed, and beside it what was refused and why."""
    lang, allowed = state.session.lang, FIELDS[key]
    refused = state.fault if state.fault and state.fault[0] == key else None
    limits = translator(lang)("%(low)s til %(high)s") % {"low": count(allowed.low, lang), "high": count(allowed.high, lang)}
    return {
        "key": key,
        "label": label,
        "unit": unit,
        "note": " ".join(part for part in (help_, f"({limits})") if part),
        "value": refused[1] if refused else str(state.given[key]),
        "refused": refused[2] if refused else None,
    }
