"""The words on the screen of the outcomes that do not depend on what it shows."""

from widgets.text import translator


def texts(lang: str) -> dict:
    """The words by what they are for."""
    _ = translator(lang)
    return {
        "links": _("Sider"),
        "parts": _("Dele af siden"),
        "municipality": _("Kommune"),
        "numbers": _("Vis tal"),
        "csv": _("Hent tal (CSV)"),
        "how": _("Sådan er tallet lavet"),
        "counted": _("Tælles"),
        "of": _("Ud af"),
        "source": _("Begrundelse og kilde"),
        "flow": _("Fra og til"),
        "from": _("Før"),
        "to": _("Efter"),
        "courses": _("Forløb"),
        "contradiction": _("Modstrid"),
        "handled": _("Sådan håndteres det"),
    } | _sections(lang)


def _sections(lang: str) -> dict:
    _ = translator(lang)
    return {
        "criteria": _("Kommunens succeskriterier"),
        "cohorts": _("Tilbage i støtte"),
        "funnel": _("Fra henvist til støtte efter § 85"),
        "scores": _("Borgernes egne målinger (FIT)"),
        "grouped": _("Målingerne delt op efter"),
        "published": _("Offentliggjort, og hvad registret siger om det samme"),
        "held": _("Målingerne holdes op mod"),
        "percents": _("Fremskridt i procent: to måder at regne på"),
    }
