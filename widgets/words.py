"""The words on the screen for the ids that the register and the models use."""

from visitation.model import Model
from visitation.outcomes.read import read_outcomes
from visitation.pathway import pathways
from widgets.text import translator


def word(what: str, value: str, lang: str) -> str:
    """The screen's word for an id, for example word("channel", "reham", "da")."""
    _ = translator(lang)
    words = {
        "channel": {
            "telefon": _("telefon"),
            "mail": _("mail"),
            "fremskudt": _("fremskudt sagsbehandling"),
            "reham": _("reham-møde"),
            "overdragelse": _("ung → voksen"),
        },
        "channel_short": {"fremskudt": _("fremskudt")},
        "sender": {"borger": _("borger eller pårørende"), "fagprofessionel": _("fagprofessionel")},
        "target_group": {"psykisk": _("psykisk"), "fysisk": _("fysisk"), "socialt": _("socialt")},
        "support_now": {"§ 85": "§ 85", "anden": _("anden støtte")},
        "standing": {
            "gennemfoert": _("Gennemført"),
            "stoppet": _("Stoppet før tid"),
            "i_gang": _("I gang"),
            "ikke_startet": _("Ikke startet"),
        },
        "area": {
            "individual": _("Individuelt"),
            "relations": _("Nære relationer"),
            "social": _("Socialt"),
            "overall": _("Generelt"),
        },
        "handled": {
            "parameter": _("parameter"),
            "profil": _("forskel mellem kommuner"),
            "antagelse": _("antagelse"),
            "note": _("note"),
        },
        "kind": {"kilde": _("kilde"), "fortolkning": _("fortolkning"), "antagelse": _("antagelse")},
        "duty": {"kan": _("kan-regel"), "skal": _("skal-regel"), "ingen": _("ingen afgørelse")},
        "appeal": {"ja": _("kan påklages"), "nej": _("kan ikke indbringes for anden myndighed"), "ikke_relevant": _("ikke relevant")},
    }
    return words[what][value]


def short_channel(value: str, lang: str) -> str:
    """The word for a channel where there is little room."""
    return word("channel_short" if value == "fremskudt" else "channel", value, lang)


def form_words(model: Model, lang: str) -> dict[str, str]:
    """The forms in which courses begin, by the letter each begins with, in the words of the pathway's events."""
    stages = read_outcomes(model).stages
    events = pathways(model)[stages.pathway].events if stages else ()
    return {event.form.letter: event.label.in_(lang) for event in events if event.form and event.id in stages.started}
