"""The words on the screen of the ladder that do not depend on what it shows."""

from widgets.text import translator


def texts(lang: str) -> dict:
    """The words by what they are for."""
    _ = translator(lang)
    return {
        "links": _("Sider"),
        "municipality": _("Kommune"),
        "parts": _("Dele af siden"),
        "numbers": _("Vis tal"),
        "csv": _("Hent tal (CSV)"),
        "source": _("Kilde"),
        "offers": _("Tilbud"),
        "order": _("Om rækkefølgen"),
        "contradiction": _("Modstrid"),
        "handled": _("Sådan håndteres det"),
        "file": _("trappen"),
    } | _parts(lang)


def _parts(lang: str) -> dict:
    _ = translator(lang)
    return {
        "print": _("Udskriv trappen på én side"),
        "with_counts": _("med antal sager"),
        "search": _("Søg i ydelseskataloget"),
        "found": _("%(n)s af %(all)s tilbud"),
        "none_found": _("Intet tilbud passer. Fjern et ord eller et valg."),
        "clear": _("Fjern alle valg"),
        "unsaid": _("Det siger dokumenterne ikke"),
        "from": _("Fra"),
        "to": _("Til"),
        "points_to": _("peger oftest på"),
    }
