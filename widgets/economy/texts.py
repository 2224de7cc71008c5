"""The words on the screen of the economy that do not depend on what it shows."""

from widgets.text import translator


def texts(lang: str) -> dict:
    """The words by what they are for."""
    _ = translator(lang)
    return {
        "links": _("Sider"),
        "municipality": _("Kommune"),
        "parts": _("Dele af siden"),
        "print": _("Udskriv én side"),
        "numbers": _("Vis tal"),
        "csv": _("Hent tal (CSV)"),
        "file": _("oekonomi"),
        "caveats": _("Forbehold"),
        "balance": _("Hvad skal der til, for at det går lige op?"),
        "reckon_on": _("Regn på budgettet"),
        "parameters": _("Regn selv"),
        "investment": _("Investering i kr."),
        "rest": _("Budgetter og år"),
        "reset": _("Tilbage til dokumentets tal"),
        "reset_own": _("Ryd tallene"),
        "readings": _("Hvor dokumentet siger flere ting"),
        "document": _("dokumentet"),
        "same": _("som trykt"),
        "differs": _("afviger"),
        "by_saving": _("Besparelse"),
        "by_investment": _("Investering"),
        "not_costed": _("Nævnt uden beløb"),
        "other_caveats": _("Andre forbehold"),
        "kind": _("Ydelse"),
        "tables": _("Tabellerne"),
        "supports": _("Tallene er budgetter, forbrug og beregninger. De viser ikke, hvad der er en følge af hvad."),
    }
