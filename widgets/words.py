"""The words on the screen for the ids that the register and the models use."""

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
        "support_now": {"§ 85": "§ 85", "anden": _("anden støtte")},
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
