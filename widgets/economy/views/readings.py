"""The document's own contradictions as choices, and all readings side by side."""

from visitation.economy.outcome import Outcome
from visitation.economy.schema import Alternative
from widgets.charts.figure import column, numbers
from widgets.economy.names import parameter_label
from widgets.economy.says import net
from widgets.economy.state import AS_WRITTEN, EconomyState
from widgets.economy.views.cited import caveat, source_cell
from widgets.economy.views.reckoned import even
from widgets.text import translator


def choices(state: EconomyState) -> list[dict]:
    """Each contradiction with the ways to read it, the document's own first."""
    return [_choice(state, group, found) for group, found in state.groups.items()]


def _choice(state: EconomyState, group: str, found: list[Alternative]) -> dict:
    _, lang, chosen = translator(state.session.lang), state.session.lang, state.chosen(group)
    written = {"id": AS_WRITTEN, "label": _("Som dokumentet"), "reason": None}
    others = [
        {"id": one.id, "label": one.label.in_(lang), "reason": f"{one.reason.in_(lang)} ({source_cell(state, one)})"} for one in found
    ]
    note = caveat(state, group) if group in state.notes else None
    return {
        "id": group,
        "label": note["label"] if note else parameter_label(state.economy.case, group, lang),
        "found": note and note["found"],
        "options": [one | {"current": one["id"] == chosen} for one in (written, *others)],
        "own": None if chosen is not None else _("Egne tal"),
    }


def side_by_side(state: EconomyState) -> dict | None:
    """What every reading comes to; the reader's own case last where it is another. None when there is but one."""
    if not state.alternatives:
        return None
    _, lang = translator(state.session.lang), state.session.lang
    columns = [
        column("label", _("Læsning")),
        column("total", _("Netto, mio. kr.")),
        column("present", _("Værdi i %(year)s, mio. kr.") % {"year": state.base.price_year}),
        column("even", _("Går lige op ved")),
        column("payback", _("Tjent hjem fra")),
        column("reason", _("Hvorfor")),
    ]
    rows = [_row(_("Som dokumentet"), state.document, "", lang), *(_reading(state, *one) for one in state.alternatives)]
    if state.edited:
        rows.append(_row(_("Det, der er valgt her"), state.outcome, "", lang) | {"own": True})
    return numbers("laesninger", _("Alle læsninger side om side"), columns, rows)


def _reading(state: EconomyState, one: Alternative, found: Outcome) -> dict:
    lang = state.session.lang
    return _row(one.label.in_(lang), found, f"{one.reason.in_(lang)} ({source_cell(state, one)})", lang)


def _row(label: str, found: Outcome, reason: str, lang: str) -> dict:
    _ = translator(lang)
    late = _("ikke inden %(year)s") % {"year": found.case.last_year}
    return {
        "label": label,
        "total": net(found.total, lang),
        "present": net(found.present_value, lang),
        "even": even(found.break_even, lang),
        "payback": str(found.payback_year or late),
        "reason": reason,
        "own": False,
    }
