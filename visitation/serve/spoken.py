"""What a page says before its dashboard is there, in the language that its address asks for."""

from tornado.web import RequestHandler

from visitation.language import LANGUAGES, translator


def spoken(handler: RequestHandler, notebook: dict, cwd: str) -> None:  # noqa: ARG001 Voila gives the folder as well
    """Puts language and words into the notebook that is about to be shown, and its title in that language.

    The template reads them there."""
    asked = handler.get_query_argument("sprog", "da")
    lang = asked if asked in LANGUAGES else "da"
    known = notebook["metadata"]
    known |= {"lang": lang, "words": words(lang)}
    if "title" in known:
        known["title"] = translator(lang)(known["title"])


def words(lang: str) -> dict[str, str]:
    """What is said on the way, when it takes long, and when it goes wrong, by name."""
    _ = translator(lang)
    return {
        "starting": _("Gør siden klar …"),
        "reading": _("Læser registret …"),
        "drawing": _("Tegner siden …"),
        "late": _("Det tager længere end normalt. Vent lidt endnu, eller genindlæs siden; intet er tabt."),
        "cut": _("Forbindelsen blev afbrudt, før siden var klar. Intet er tabt."),
        "failed": _("Siden kunne ikke åbnes"),
        "timeout": _("Det tog for lang tid at gøre siden klar."),
        "error": _("Der skete en fejl, da siden blev gjort klar."),
        "saved": _("Det, der er gemt, er stadig gemt. Genindlæs siden; sker det igen, så giv besked til jeres it-ansvarlige."),
        "reload": _("Genindlæs siden"),
        "script": _("Siden kræver, at browseren må køre JavaScript."),
    }
