"""The fixed words of the exercise's screen."""

from widgets.text import translator


def texts(lang: str) -> dict:
    """Buttons, headings and help of the screen."""
    _ = translator(lang)
    return {
        "links": _("Sider"),
        "municipality": _("Kommune"),
        "lead": _("Svar hver for sig på den samme opdigtede sag, og tal bagefter om de spørgsmål, I læser forskelligt."),
        "how": [
            _("Vælg en øvelsessag."),
            _("Svar på skift, og giv computeren videre. Ingen ser de andres svar."),
            _("Se svarene sammen, og tal først om dér, hvor I er mindst enige."),
        ],
        "none": _("Modellen har ingen øvelsessager; de skal stå i filen vignettes.yaml i modellens mappe."),
        "nothing_kept": _("Intet gemmes i registret. Svarene forsvinder, når siden lukkes eller genindlæses."),
        "no_scores": _("Øvelsen sammenligner, hvordan I forstår spørgsmålene. Den bedømmer ingen; deltagerne er kun numre."),
        "reset": _("Nulstil øvelsen …"),
        "reset_sure": _("Alle svar slettes."),
        "reset_now": _("Nulstil"),
        "case": _("Øvelsessagen"),
        "questions": _("Spørgsmålene"),
        "open": _("uafklaret"),
        "key": "",
        "hidden": _("Svarene vises først, når alle er færdige."),
        "done": _("Færdig – skjul mine svar"),
        "leave": _("Alle øvelsessager"),
        "handed_in": _("Svarene er skjult. Giv computeren videre."),
        "show": _("Alle har svaret – vis svarene"),
        "first": _("Tal om disse først"),
        "agreed": _("Her svarede alle ens"),
        "again": _("Læs sagen igen"),
        "where": _("Hvor førte svarene hen?"),
        "beside": _("Ved siden af trappen"),
        "lost": _("Forbindelsen er afbrudt – genindlæs siden. Svarene i øvelsen er ikke gemt."),
        "help_keys": [["1-9", _("svar på spørgsmålet")], ["0", _("uafklaret")], ["Backspace", _("fjern svaret")]],
        "state_out": _("ingen kom hertil"),
        "state_possible": "",
        "about_kappa": _(
            "Kappa er Fleiss' kappa: 1 er fuld enighed, 0 er som tilfældige svar med samme fordeling. Ordene følger Altman (1991). "
            "Få sager og få deltagere giver usikre tal; brug dem til at finde samtalen."
        ),
    }


def agreement_words(kappa: float, lang: str) -> str:
    """A kappa in words, by Altman's division (1991)."""
    _ = translator(lang)
    words = [(0.2, _("ringe enighed")), (0.4, _("nogenlunde enighed")), (0.6, _("moderat enighed")), (0.8, _("god enighed"))]
    return next((said for limit, said in words if round(kappa, 2) <= limit), _("meget god enighed"))
