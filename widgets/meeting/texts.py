"""The fixed words of the meeting's screen."""

from widgets.text import translator


def section_titles(lang: str) -> dict[str, str]:
    """The names of the agenda's sections."""
    _ = translator(lang)
    return {
        "venter": _("Venter fra tidligere"),
        "nye": _("Nye henvendelser"),
        "tilbage": _("Tilbage på mødet"),
        "parkeret": _("Parkeret"),
    }


def texts(lang: str) -> dict:
    """Buttons, headings and help of the screen."""
    _ = translator(lang)
    return {
        "agenda": _("Dagsorden"),
        "decide": _("Beslut"),
        "deviate": _("Andet trin …"),
        "park": _("Parkér"),
        "next": _("Næste"),
        "open": _("uafklaret"),
        "hide": _("Skjul skærm"),
        "hidden": _("Skærmen er skjult – tryk B"),
        "help": _("Hjælp"),
        "copy": _("Kopiér"),
        "copied": _("Kopieret"),
        "guards": _("at huske"),
        "changes": _("Hvad ville ændre det?"),
        "lower": _("Lavere trin holdes ude af"),
        "reason": _("Begrundelse"),
        "choose": _("Vælg trin"),
        "save": _("Gem beslutning"),
        "cancel": _("Fortryd"),
        "note": _("Journalnotat"),
        "of_about": _("af ca."),
        "minutes": _("min."),
        "empty": _("Der er ingen sager på dagsordenen."),
        "close": _("Luk"),
        "state_out": _("ikke muligt"),
        "state_possible": _("stadig muligt"),
        "state_recommended": _("anbefalet til drøftelse"),
        "state_chosen": _("besluttet"),
        "done": _("besluttet"),
        "parked": _("parkeret"),
        "late": _("overskredet"),
        "case": _("Sag"),
        "answers": _("Svarene"),
        "key": _("afklarer mest"),
        "beside": _("Ved siden af trappen"),
        "links": _("Andre sider"),
        "lost": _("Forbindelsen er afbrudt – genindlæs siden. Det, der er gemt, er stadig gemt."),
        "help_title": _("Taster"),
        "help_keys": [
            ["J / K", _("næste / forrige sag")],
            ["1-9", _("svar på spørgsmålet")],
            ["0", _("uafklaret")],
            ["Enter", _("beslut det anbefalede trin")],
            ["A", _("vælg et andet trin")],
            ["P", _("parkér sagen")],
            ["Backspace", _("fjern svaret")],
            ["B / F9", _("skjul eller vis skærmen")],
            ["Esc", _("forlad feltet")],
        ],
    }
