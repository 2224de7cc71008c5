"""What the parts of the outcomes are called on the screen."""

from collections.abc import Callable

from visitation.outcomes.read import read_outcomes
from visitation.pathway import pathways
from widgets.session import Session
from widgets.text import translator


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
    words = {"standing": standings(lang), "form": _forms(session)}.get(by, {})
    return lambda group: words.get(group, group) or _("ikke oplyst")


def standings(lang: str) -> dict[str, str]:
    """Where a course stands."""
    _ = translator(lang)
    return {"gennemfoert": _("Gennemført"), "stoppet": _("Stoppet før tid"), "i_gang": _("I gang"), "ikke_startet": _("Ikke startet")}


def _forms(session: Session) -> dict[str, str]:
    """The forms in which courses begin, in the words of the pathway's events."""
    stages = read_outcomes(session.model).stages
    events = pathways(session.model)[stages.pathway].events if stages else ()
    return {event.form.letter: event.label.in_(session.lang) for event in events if event.form and event.id in stages.started}


def area_label(area: str, lang: str) -> str:
    """The four areas of wellbeing by their names alone."""
    _ = translator(lang)
    return {"individual": _("Individuelt"), "relations": _("Nære relationer"), "social": _("Socialt"), "overall": _("Generelt")}[area]


def mix_part(of: str, part: str, session: Session) -> str:
    """What a part of a mix is called."""
    _ = translator(session.lang)
    words = {
        "target_group": {"psykisk": _("psykisk"), "fysisk": _("fysisk"), "socialt": _("socialt")},
        "sender": {"borger": _("borger eller pårørende"), "fagprofessionel": _("fagprofessionel")},
        "form": _forms(session),
    }
    return words[of].get(part, part)
