"""The words on the screen of the forecast that do not depend on what it shows."""

from widgets.text import translator


def texts(lang: str) -> dict:
    """The words by what they are for."""
    _ = translator(lang)
    return {
        "links": _("Sider"),
        "municipality": _("Kommune"),
        "scenarios": _("Scenarier"),
        "edited": _("ændret"),
        "save_as": _("Gem som …"),
        "save": _("Gem"),
        "save_name": _("Scenariets navn"),
        "cancel": _("Annullér"),
        "delete": _("Slet"),
        "undo": _("Tilbage til det gemte"),
        "undo_base": _("Tilbage til Grundlag"),
        "print": _("Udskriv én side"),
        "horizon": _("År frem"),
        "headline": _("Det, der er at vente"),
        "assumptions": _("Antagelser"),
        "decisions": _("Det beslutter I"),
        "unknowns": _("Det er usikkert"),
        "further": _("Flere antagelser"),
        "reset": _("Nulstil"),
        "contradiction": _("Modstrid"),
        "handled": _("Sådan håndteres det"),
        "series": _("Vis"),
        "measure": _("Vejet efter"),
        "numbers": _("Vis tal"),
        "csv": _("Hent tal (CSV)"),
        "beside": _("Sammenlign scenarier"),
        "beside_help": _("Vælg et eller to gemte scenarier; de stilles op ved siden af Grundlag."),
        "change": _("forskel"),
        "past": _("Hvordan gik det sidst?"),
        "past_help": _("Prognosen laves om, som om det var dengang, og holdes op mod det, der kom. Det tager et øjeblik."),
        "past_busy": _("Regner de tidligere prognoser efter …"),
        "published": _("Offentliggjorte tal"),
        "published_help": _("Hvad modellens tal af i dag ville have ventet dengang, med den tids pladser. Intet er tilpasset."),
        "number": _("Tal"),
        "ours": _("Vores bånd (80 %)"),
        "verdict": _("Holder det?"),
        "source": _("Begrundelse og kilde"),
        "register": _("Alle antagelser"),
        "supports": _(
            "Prognosen handler om antal og aldrig om en bestemt borger. Den støtter en beslutning og træffer den ikke;"
            " den viser, hvad der følger af antagelserne, ikke hvorfor."
        ),
    }
