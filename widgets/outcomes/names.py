"""What the parts of the outcomes are called on the screen."""

from collections.abc import Callable

from visitation.pathway import pathways
from widgets.session import Session
from widgets.text import translator
from widgets.words import form_words, word


def threshold_label(key: str, lang: str) -> str:
    """What a number that scores are held against is called."""
    _ = translator(lang)
    return {
        "reliable": _("Sikker ændring"),
        "cutoff": _("Skæringspunkt"),
        "alliance": _("Grænse for samarbejde"),
        "gate": _("Grænse for dækning"),
    }[key]


def threshold_note(key: str, lang: str) -> str:
    """What such a number means, and where the usual one comes from."""
    _ = translator(lang)
    return {
        "reliable": _("Så meget skal en måling flytte sig for at være mere end sin egen usikkerhed. 5 er ældre praksis, 6 bruges også."),
        "cutoff": _("Under det ligger voksne, der søger hjælp; derover ligger de fleste andre."),
        "alliance": _("Ligger den seneste SRS under grænsen, er samarbejdet noget at tale om."),
        "gate": _("Er færre målt to gange, siger tallene ikke noget om dem alle."),
    }[key]


def group_label(by: str, lang: str) -> str:
    """What the scores are grouped by."""
    _ = translator(lang)
    return {
        "standing": _("Hvor forløbet står"),
        "form": _("Forløbets form"),
        "unit": _("Enhed"),
        "year": _("År"),
        "quarter": _("Kvartal"),
    }[by]


def member_label(session: Session, by: str) -> Callable[[str], str]:
    """What a group is called, by the id it has in the register."""
    _, lang = translator(session.lang), session.lang
    there = pathways(session.model)
    if by == "unit":
        return lambda unit: there[unit].label.in_(lang)
    if by == "standing":
        return lambda standing: word(by, standing, lang)
    forms = form_words(session.model, lang) if by == "form" else {}
    return lambda group: forms.get(group, group) or _("ikke oplyst")


def mix_part(of: str, part: str, session: Session) -> str:
    """What a part of a mix is called."""
    if of == "form":
        return form_words(session.model, session.lang).get(part, part)
    return word(of, part, session.lang)
