"""The catalogue of services as plain data: the offers with their tags; the screen itself searches and sorts out."""

from collections.abc import Iterable

from visitation.catalogue.read import Entry
from visitation.screening.explain import source_text
from widgets.ladder.names import form_label, purpose_label
from widgets.ladder.state import LadderState
from widgets.text import count, translator
from widgets.words import word

GROUPS = ("step", "law", "form", "purpose", "unit")


def catalogue(state: LadderState) -> dict:
    """The offers, the tags to choose among, and what the whole of it is."""
    _, lang = translator(state.session.lang), state.session.lang
    offers = [_offer(state, entry) for entry in state.entries]
    return {
        "lead": _lead(state),
        "note": _("Tilbuddene på trappen er de samme her; kataloget føjer til, hvad dokumenterne ellers siger om dem."),
        "groups": [{"id": group, "label": _group_label(group, lang), "tags": tags} for group in GROUPS if (tags := _tags(offers, group))],
        "offers": offers,
    }


def _lead(state: LadderState) -> str:
    _, lang = translator(state.session.lang), state.session.lang
    if not state.entries:
        return _("Kommunens model har intet ydelseskatalog.")
    planned = sum(entry.listed.planned is not None for entry in state.entries)
    said = _("%(n)s tilbud, som kommunens dokumenter nævner.") % {"n": count(len(state.entries), lang)}
    later = _("%(n)s af dem var kun planlagt, da dokumentet blev skrevet.") % {"n": count(planned, lang)}
    return f"{said} {later}" if planned else said


def _group_label(group: str, lang: str) -> str:
    _ = translator(lang)
    return {"step": _("Trin"), "law": _("Lov"), "form": _("Form"), "purpose": _("Formål"), "unit": _("Sted")}[group]


def _tags(offers: Iterable[dict], group: str) -> list[dict]:
    """The tags of a group in the order in which they come, with how many offers have each."""
    worn = [tag for offer in offers for tag in offer["tags"][group]]
    return [{"label": tag, "count": worn.count(tag)} for tag in dict.fromkeys(worn)]


def _offer(state: LadderState, entry: Entry) -> dict:
    lang, listed = state.session.lang, entry.listed
    return {
        "id": listed.id,
        "label": entry.label.in_(lang),
        "about": entry.about.in_(lang),
        "planned": _planned(listed.planned, lang),
        "tags": _worn(entry, lang),
        "facts": _facts(entry, lang),
        "unsaid": _unsaid(entry, lang),
        "kind": word("kind", listed.kind, lang),
        "reason": listed.reason.in_(lang),
        "source": source_text(state.session.model, listed.source),
    }


def _planned(year: int | None, lang: str) -> str | None:
    return translator(lang)("planlagt %(year)d") % {"year": year} if year else None


def _worn(entry: Entry, lang: str) -> dict[str, list[str]]:
    """The tags of an offer by their group."""
    _ = translator(lang)
    return {
        "step": [entry.step.label.in_(lang) if entry.step else _("ved siden af trappen")],
        "law": list(entry.law),
        "form": [form_label(form, lang) for form in entry.listed.form],
        "purpose": [purpose_label(purpose, lang) for purpose in entry.listed.purpose],
        "unit": [entry.listed.unit.in_(lang)] if entry.listed.unit else [],
    }


def _facts(entry: Entry, lang: str) -> list[dict]:
    """What the documents say of an offer, under its name."""
    worn = _worn(entry, lang)
    told = {group: ", ".join(worn[group]) for group in GROUPS} | {"extent": entry.listed.extent.in_(lang) if entry.listed.extent else ""}
    return [{"label": _fact_label(name, lang), "value": value} for name, value in told.items() if value]


def _fact_label(name: str, lang: str) -> str:
    return translator(lang)("Omfang") if name == "extent" else _group_label(name, lang)


def _unsaid(entry: Entry, lang: str) -> str:
    """What the documents leave open."""
    listed = entry.listed
    told = {"law": entry.law, "form": listed.form, "purpose": listed.purpose, "unit": listed.unit, "extent": listed.extent}
    return ", ".join(_fact_label(name, lang).lower() for name, value in told.items() if not value)
