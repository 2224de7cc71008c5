"""The questions about one citizen, and where this round stands."""

from visitation.overlap.hints import partners
from widgets.overlap.names import DIGITS, OUTSIDE_KEY, ROWS, answers_data, labels, person, rating_data
from widgets.overlap.state import OverlapState, Refused, Undone
from widgets.text import translator


def questions(state: OverlapState) -> dict:
    """The four questions with their keys, and whom a sub-category suggests to work with."""
    _, lang, data = translator(state.session.lang), state.session.lang, state.data
    return {
        "fields": [
            _field("type", _("Borgertype"), _types(state), one=True),
            _field("subcategories", _("Underkategorier, så mange som passer"), _choices("subcategories", data.subcategories, lang)),
            _field("criteria", _("Kriterier, der er opfyldt"), _choices("criteria", data.criteria, lang)),
            _field("tags", _("Mærker med begrundelse"), _tags(state)),
        ],
        "partners": {one.id: labels(data.centres, partners(data, (one.id,)), lang, "short") for one in data.subcategories},
    }


def _field(name: str, legend: str, choices: list[dict], one: bool = False) -> dict:
    return {"id": name, "legend": legend, "choices": choices, "one": one}


def _types(state: OverlapState) -> list[dict]:
    lang, digits = state.session.lang, iter(DIGITS)
    return [
        {"id": one.id, "label": state.review.type_name(state.data, one.id, lang), "key": OUTSIDE_KEY if one.outside else next(digits, "")}
        for one in state.data.types
    ]


def _choices(name: str, named, lang: str) -> list[dict]:
    keys = iter(ROWS[name])
    return [{"id": one.id, "label": one.label.in_(lang), "key": next(keys, "")} for one in named]


def _tags(state: OverlapState) -> list[dict]:
    lang, reasons = state.session.lang, {one.id: one.reason.in_(state.session.lang) for one in state.data.tags}
    return [choice | {"reason": reasons[choice["id"]]} for choice in _choices("tags", state.data.tags, lang)]


def review(state: OverlapState) -> dict:
    """Where the round stands, the latest changes, and what came back."""
    progress = state.progress
    return {
        "progress": {"done": progress.done, "of": progress.total},
        "recent": [[citizen, rating_data(state, rating)] for citizen, rating in state.recent],
        "refused": _refused(state),
        "undone": _undone(state),
    }


def _refused(state: OverlapState) -> dict | None:
    _, one = translator(state.session.lang), state.refused
    said = _("%(who)s blev ikke gemt: %(why)s")
    return one and _came_back(one, said % {"who": person(state, one.citizen)["alias"], "why": one.why})


def _undone(state: OverlapState) -> dict | None:
    _, one = translator(state.session.lang), state.undone
    return one and _came_back(one, _("Fortrudt: %(who)s") % {"who": person(state, one.citizen)["alias"]})


def _came_back(one: Refused | Undone, said: str) -> dict:
    """A rating that stands no longer, to be shown again with what is said of it."""
    return {"number": one.number, "citizen": one.citizen, "rating": answers_data(one.answers), "said": said}
