"""The fixed words of the meeting's screen."""

from widgets.text import translator


def section_titles(lang: str) -> dict[str, str]:
    """The names of the agenda's sections."""
    _ = translator(lang)
    return {
        "overskredet": _("Overskredne frister"),
        "nye": _("Nye henvendelser"),
        "venter": _("Venter fra tidligere"),
        "tilbage": _("Tilbage på mødet"),
        "kontakt_tilbage": _("Tilbage fra kontakt"),
        "ingen_kontakt": _("Ingen kontakt"),
        "beskrivelser": _("Forløbsbeskrivelser"),
        "udloeb": _("Udløber snart"),
        "opfoelgning": _("Opfølgning"),
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
        "copy": _("Kopiér"),
        "copied": _("Kopieret"),
        "guards": _("at huske"),
        "changes": _("Hvad ville ændre det?"),
        "lower": _("Lavere trin holdes ude af"),
        "reason": _("Begrundelse"),
        "choose": _("Vælg trin"),
        "save": _("Gem beslutning"),
        "cancel": _("Annullér"),
        "undo": _("Fortryd"),
        "closing": _("Afslut mødet"),
        "follows": _("Det følger"),
        "people_title": _("Hvem deltager i dag?"),
        "people_hint": _("Roller, aldrig navne. Kan springes over."),
        "people_save": _("Gem deltagere"),
        "people_skip": _("Spring over"),
        "together": _("Bekræft samlet"),
        "together_none": _("Alt, der kan bekræftes uden drøftelse, er bekræftet."),
        "together_save": _("Bekræft de valgte"),
        "closing_counts": _("Beslutninger"),
        "closing_todo": _("Skal gøres"),
        "close_meeting": _("Afslut og gem"),
        "anchor": _("Registrets fingeraftryk ved mødets slutning; visitation audit --anchor efterprøver det."),
        "minutes_show": _("Vis referatet"),
        "minutes_text": _("Referat"),
        "as_word": _("Hent som Word"),
        "as_sheet": _("Hent som regneark"),
        "as_text": _("Hent som tekst"),
        "back": _("Tilbage til mødet"),
        "note": _("Journalnotat"),
        "of_about": _("af ca."),
        "minutes": _("min."),
        "empty": _("Der er ingen sager på dagsordenen. Indlæs ugens henvendelser på forsiden."),
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
        "links": _("Sider"),
        "help_keys": [
            ["J / K", _("næste / forrige sag")],
            ["1-9", _("svar på spørgsmålet")],
            ["0", _("uafklaret")],
            ["Enter", _("udfyld det, der mangler, beslut, og gå videre")],
            ["A", _("vælg et andet trin")],
            ["P", _("parkér sagen")],
            ["Z", _("fortryd det seneste")],
            ["V", _("ny vurdering af en sag i forløb")],
            ["F", _("bekræft det, der ikke kræver drøftelse")],
            ["D", _("deltagere")],
            ["S", _("mødets opsummering")],
            ["Backspace", _("fjern svaret")],
            ["Esc", _("forlad feltet")],
        ],
    }
