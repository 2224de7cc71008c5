"""A number that the reader can set, as plain data."""

from widgets.economy.fields import INVESTMENT, OWN, case_fields, shares_text, value_of
from widgets.economy.names import own_label, parameter_label, unit
from widgets.economy.state import EconomyState
from widgets.text import translator


def own_entries(state: EconomyState) -> list[dict]:
    """The numbers of the unit and of support."""
    lang = state.session.lang
    return [_entry(state, key, own_label(key, lang), field.text(state.own[key], lang), None) for key, field in OWN.items()]


def case_entries(state: EconomyState) -> dict[str, list[dict]]:
    """The numbers of the case: those most is asked about, what is invested in each year, and the rest."""
    lang, fields = state.session.lang, case_fields(state.case)
    found = {key: field.text(value_of(state.case, key), lang) for key, field in fields.items()}
    before = {key: field.text(value_of(state.base, key), lang) for key, field in fields.items()}
    found["phase_in"], before["phase_in"] = (shares_text(case.phase_in, lang) for case in (state.case, state.base))
    first = ("saving_share", "phase_in", "discount_rate")
    groups = {
        "first": first,
        "investment": [key for key in found if key.startswith(INVESTMENT)],
        "rest": [key for key in found if key not in first and not key.startswith(INVESTMENT)],
    }
    return {name: [_entry(state, key, _label(state, key), found[key], before[key]) for key in keys] for name, keys in groups.items()}


def _label(state: EconomyState, key: str) -> str:
    """What the number is called under its heading: of what is invested, the year."""
    if key.startswith(INVESTMENT):
        return key.removeprefix(INVESTMENT)
    return parameter_label(state.economy.case, key, state.session.lang)


def _entry(state: EconomyState, key: str, label: str, text: str, before: str | None) -> dict:
    _ = translator(state.session.lang)
    refused = state.refused if state.refused and state.refused[0] == key else None
    moved = before is not None and before != text
    return {
        "key": key,
        "id": key.replace(".", "-"),
        "label": label,
        "unit": unit(key, state.session.lang),
        "text": refused[1] if refused else text,
        "before": _("Dokumentet: %(text)s") % {"text": before} if moved and state.economy.case else None,
        "changed": moved,
        "refused": refused[2] if refused else None,
    }
