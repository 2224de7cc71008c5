"""What the facts, the questions and the parts of the page are called on the screen, and which key stands for what."""

from collections.abc import Iterable

from visitation.model.base import Text
from visitation.overlap.citizen import FIRST, Answers, Citizen, Rating
from widgets.overlap.state import OverlapState
from widgets.text import count, translator

# The questions' rows of keys lie above each other on the keyboard as the questions do on the screen.
ROWS = {"subcategories": "qwerty", "criteria": "asdfgh", "tags": "zxcvb"}
OUTSIDE_KEY, DIGITS = "0", "123456789"


def tab_label(tab: str, lang: str) -> str:
    """What a part of the page is called."""
    _ = translator(lang)
    return {
        "review": _("Gennemgang"),
        "overview": _("Overblik"),
        "agreement": _("Enighed"),
        "selection": _("Udvælgelse"),
        "grants": _("Dobbeltbevillinger"),
        "types": _("Typer"),
        "about": _("Om gennemgangen"),
    }[tab]


def age_label(age: str, lang: str) -> str:
    """An age group in words."""
    _ = translator(lang)
    return {"under18": _("under 18 år"), "over65": _("over 65 år")}.get(age, _("%(ages)s år") % {"ages": age.replace("-", "–")})


def condition_label(condition: str, lang: str) -> str:
    """What kind of difficulty a citizen lives with."""
    _ = translator(lang)
    return {"psykisk": _("psykisk"), "fysisk": _("fysisk"), "socialt": _("socialt")}.get(condition, condition)


def efforts_label(citizen: Citizen, lang: str) -> str:
    """How many efforts there have been, and whether one of them has helped, as the list says."""
    _ = translator(lang)
    if citizen.efforts is None:
        return _("ikke oplyst")
    helped = {"ja": _("mindst én har hjulpet"), "nej": _("ingen har hjulpet"), "ukendt": _("om en har hjulpet, er ikke oplyst")}
    return f"{count(citizen.efforts, lang)}, {helped[citizen.helped]}" if citizen.efforts else _("ingen")


def labels(named: Iterable, ids: Iterable[str], lang: str, field: str = "label") -> list[str]:
    """The labels of some of the municipality's own ids, in the order of its list."""
    wanted = set(ids)
    found = [getattr(one, field) for one in named if one.id in wanted]
    return [one.in_(lang) if isinstance(one, Text) else one for one in found]


def alias(number: int, lang: str) -> str:
    """A citizen on the wall: the place on the list, no reference."""
    return translator(lang)("Borger %(number)s") % {"number": count(number, lang)}


def person(state: OverlapState, reference: str) -> dict:
    """A citizen's two names: the place on the list, and the reference."""
    return {"alias": alias(list(state.review.citizens).index(reference) + 1, state.session.lang), "id": reference}


def round_label(number: int, lang: str) -> str:
    """Which rating of a citizen it is."""
    _ = translator(lang)
    return _("første") if number == FIRST else _("anden, blind")


def rating_data(state: OverlapState, rating: Rating | None) -> dict | None:
    """A rating as the screen has it; of another rater's no more than whose it is, so that nobody leans on it."""
    if rating is None:
        return None
    return answers_data(rating.answers) if rating.by == state.rater else {"by": rating.by.name}


def answers_data(answers: Answers) -> dict:
    """What was answered, in the order of the form."""
    return {
        "type": answers.type,
        "subcategories": list(answers.subcategories),
        "criteria": list(answers.criteria),
        "tags": list(answers.tags),
        "note": answers.note,
    }
