"""The words on the screen of the guideposts that do not depend on what it shows."""

from widgets.text import translator


def texts(lang: str) -> dict:
    """The words by what they are for."""
    _ = translator(lang)
    return {
        "links": _("Sider"),
        "municipality": _("Kommune"),
        "numbers": _("Vis tal"),
        "csv": _("Hent tal (CSV)"),
        "print": _("Udskriv én side til udvalget"),
        "points": _("Fokuspunkter"),
        "point": _("Fokuspunkt"),
        "number": _("Tal"),
        "trend": _("Udvikling"),
        "status": _("Status"),
        "responsible": _("Ansvarlig"),
        "aim": _("Mål"),
        "done": _("Hvad gjorde vi"),
        "nothing_done": _("intet skrevet endnu"),
        "none_shown": _("Ingen fokuspunkter passer til valget."),
        "year": _("Årshjul"),
        "month_empty": _("intet fast"),
        "context": _("Sammenhæng, ikke vores måling"),
    } | _detail(lang)


def _detail(lang: str) -> dict:
    _ = translator(lang)
    return {
        "guidepost": _("Pejlemærke"),
        "back": _("Alle fokuspunkter"),
        "before": _("Forrige"),
        "after": _("Næste"),
        "themes": _("Temaer på tværs"),
        "source": _("Kilde"),
        "indicators": _("Sådan måles det"),
        "definition": _("Definition"),
        "counted": _("Tælles"),
        "of": _("Ud af"),
        "data": _("Kilde til tallet"),
        "period": _("Periode"),
        "founded": _("Begrundelse og kilde"),
        "history": _("Historik"),
        "no_history": _("Her er ikke skrevet noget endnu."),
        "written_by": _("skrevet af"),
    } | _form(lang)


def _form(lang: str) -> dict:
    _ = translator(lang)
    return {
        "write": _("Skriv ved fokuspunktet"),
        "correcting": _("Du retter note"),
        "stop_correcting": _("Ret ikke alligevel"),
        "what": _("Hvad skriver du?"),
        "on": _("Dato, det gælder"),
        "measures": _("Hvad måler tallet?"),
        "no_number": _("intet tal, kun tekst"),
        "value": _("Værdi"),
        "text": _("Tekst"),
        "who": _("Rolle"),
        "save": _("Gem"),
        "correct": _("Ret"),
        "withdraw": _("Træk tilbage"),
        "why": _("Hvorfor trækkes noten tilbage?"),
    }
