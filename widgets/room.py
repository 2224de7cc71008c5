"""The words of the room round every dashboard: its tools and keys, what the screen promises, and what stands at its foot."""

from widgets.session import Session
from widgets.text import translator


def room(session: Session) -> dict:
    """The fixed words, in the language of the session, and what the screen shows numbers of."""
    _ = translator(session.lang)
    return _words(session.lang) | {
        "display": _display(session.lang),
        "keys": _keys(session.lang),
        "promises": [
            _("Sager vises med alias, aldrig med navn. Et CPR-nummer kommer ikke ind i registret."),
            _("Støtter en drøftelse. Afgør aldrig en sag, og sætter aldrig et tal på et menneske."),
        ],
        "about": _about(session),
    }


def _words(lang: str) -> dict[str, str]:
    _ = translator(lang)
    return {
        "skip": _("Gå til indholdet"),
        "tools": _("Værktøjer"),
        "hide": _("Skjul skærm"),
        "hidden": _("Skærmen er skjult – tryk B"),
        "shown": _("Skærmen vises igen."),
        "help": _("Hjælp"),
        "help_title": _("Taster"),
        "close": _("Luk"),
        "lost": _("Forbindelsen er afbrudt – genindlæs siden. Intet, der er gemt, er tabt."),
        "late": _("Der er ikke kommet svar i et halvt minut. Vent lidt endnu, eller genindlæs siden. Intet, der er gemt, er tabt."),
        "heard": _("Forbindelsen er her igen."),
        "reload": _("Genindlæs"),
    }


def _display(lang: str) -> dict[str, str]:
    """How the screen can be set: each choice, and the values of it."""
    _ = translator(lang)
    return {
        "title": _("Visning"),
        "density": _("Plads"),
        "density_auto": _("Efter skærmen"),
        "density_dense": _("Tæt"),
        "density_airy": _("Luftig"),
        "contrast": _("Kontrast"),
        "contrast_auto": _("Som systemet"),
        "contrast_plain": _("Almindelig"),
        "contrast_more": _("Høj"),
    }


def _keys(lang: str) -> dict[str, list[list[str]]]:
    """The keys that all dashboards hear, and those of a list; a dashboard has its own besides."""
    _ = translator(lang)
    return {
        "entries": [["J / K", _("næste / forrige på listen")], ["Enter", _("åbn det, der er valgt")]],
        "all": [
            ["Tab", _("til næste knap eller felt")],
            ["B / F9", _("skjul eller vis skærmen; F9 også midt i et felt")],
            ["?", _("denne hjælp")],
        ],
    }


def _about(session: Session) -> list[str]:
    """What the numbers and rules on the screen are: whose model, which version, and its fingerprint."""
    _, head = translator(session.lang), session.model.head
    told = {"name": head.label.in_(session.lang), "version": head.version, "print": session.model.sha256[:12]}
    data = _("Eksempeldata") if session.sample else _("Kommunens eget register")
    return [_("Model: %(name)s %(version)s") % told, _("fingeraftryk %(print)s") % told, data, _("støtter, beslutter ikke")]
