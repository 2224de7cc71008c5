"""The citizens on the list, sent to the screen once: facts in words, and what has been said of each in this round."""

from visitation.overlap.citizen import Citizen
from visitation.overlap.hints import criteria_known, tags_suggested
from visitation.overlap.responsibility import responsible
from widgets.overlap.names import age_label, alias, condition_label, efforts_label, labels, rating_data
from widgets.overlap.state import OverlapState
from widgets.text import translator


def citizens(state: OverlapState) -> dict:
    """Everybody this rater goes through, in the list's order; of the first rating a blind rater gets nothing."""
    lang, places = state.session.lang, {reference: number for number, reference in enumerate(state.review.citizens, 1)}
    responsible_for = {one.id: _responsible(state, one.id) for one in state.data.benefits}
    listed = state.listed
    rated = {one.reference: rating_data(state, one.rating(state.rater.round)) for one in listed}
    return {
        "labels": _labels(lang),
        "list": [
            {
                "id": one.reference,
                "alias": alias(places[one.reference], lang),
                "facts": _facts(state, one, responsible_for),
                "hints": {"criteria": criteria_known(state.data, one), "tags": tags_suggested(state.data, one)},
            }
            for one in listed
        ],
        "given": {reference: rating for reference, rating in rated.items() if rating},
        "start": state.start,
    }


def _labels(lang: str) -> list[str]:
    _ = translator(lang)
    return [
        _("Alder"),
        _("Forsørgelse"),
        _("Vanskelighed"),
        _("Kendt i"),
        _("Indsatser hidtil"),
        _("Ansvar for § 85 i dag"),
    ]


def _facts(state: OverlapState, one: Citizen, responsible_for: dict[str, str]) -> list[str]:
    """A value for each of `_labels`."""
    _, lang, data = translator(state.session.lang), state.session.lang, state.data
    return [
        age_label(one.age_group, lang),
        ", ".join(labels(data.benefits, [one.benefit], lang)),
        condition_label(one.condition, lang),
        ", ".join(labels(data.centres, one.centres, lang, "short")) or _("ingen af centrene"),
        efforts_label(one, lang),
        responsible_for[one.benefit],
    ]


def _responsible(state: OverlapState, benefit: str) -> str:
    found = responsible(state.session.model, state.data, benefit, state.session.today)
    return found.label.in_(state.session.lang) if found else translator(state.session.lang)("ingen regel")
