"""What is promised to those who apply: how long things may take, and what one can complain about and how."""

from html import escape

from visitation.model import Timer
from visitation.model.schema import Length
from widgets.published.part import Marked, Part, download, heading, joined, listed, paragraph, table
from widgets.published.public import Public
from widgets.text import translator


def times(public: Public) -> Part:
    """How long things may take, as promised."""
    _, lang = public.say, public.lang
    deadlines = [one for one in public.model.deadlines.deadlines if one.valid.covers(public.day)]
    rows = [[one.label.in_(lang), length(one.length, lang) + _founded(public, one.kind)] for one in deadlines]
    timers = [one for one in public.model.timers.timers if _promised(one)]
    promised = [[one.label.in_(lang), " ".join((length(one.length, lang), one.anchor.label.in_(lang)))] for one in timers]
    assumed = any(one.kind == "antagelse" for one in deadlines)
    unsaid = _("Antagelse: kommunens dokumenter nævner ingen frist; kommunen skal skrive sin egen.")
    lines = [[one.section, one.label.in_(lang), length(one.length, lang), one.kind] for one in deadlines]
    lines += [["", one.label.in_(lang), length(one.length, lang), one.kind] for one in timers]
    return joined((
        heading(_("Hvor længe må det tage?")),
        paragraph(_("Fra man søger, til man får svar, må der højst gå:")),
        table(_("Frister for svar"), [_("Svar"), _("højst")], rows, "words"),
        paragraph(unsaid, "vbo-note") if assumed else Part(""),
        paragraph(_("Kan kommunen ikke nå det, skal den skrive, hvornår svaret så kommer.")),
        paragraph(_("Når et forløb er i gang, gælder:")),
        table(_("Frister undervejs"), [_("Hvad"), _("hvornår")], promised, "words"),
        download("csv/frister.csv", _("Hent fristerne (CSV)"), ["paragraf", "hvad", "hvor_laenge", "grundlag"], lines),
        paragraph(
            _("Hvor lang tid det i virkeligheden har taget, står her ikke: de tal er ikke gjort sikre at vise."), "vbo-note"
        ),
    ))  # fmt: skip


def complaints(public: Public) -> Part:
    """What one can complain about, and how."""
    _, lang = public.say, public.lang
    by_appeal = {
        appeal: ", ".join(step.label.in_(lang) for step in public.model.ladder.steps if step.appeal == appeal and not step.outside)
        for appeal in ("ja", "nej", "ikke_relevant")
    }
    said = {
        "ja": _(
            "Man kan klage over afgørelsen. Sig eller skriv det til kommunen inden fire uger, efter at man har fået den. "
            "Kommunen ser på sagen igen inden fire uger. Holder den fast, sender den klagen videre til Ankestyrelsen."
        ),
        "nej": _(
            "Afgørelsen kan ikke indbringes for en anden myndighed. "
            "Man kan altid klage til kommunen over, hvordan man er blevet mødt, og hvordan sagen er behandlet."
        ),
        "ikke_relevant": _("Her træffer kommunen ingen afgørelse, så der er ingen at klage over."),
    }
    items = [Marked(f"<strong>{escape(names)}.</strong> {escape(said[appeal])}") for appeal, names in by_appeal.items() if names]
    return joined((
        heading(_("Hvad kan man klage over, og hvordan?")),
        listed(items),
        paragraph(_("Har man søgt om § 85, skal man have en afgørelse om det, også når man bliver tilbudt noget andet.")),
        paragraph(_("Man må have en bisidder med, og man må lade en anden tale sin sag.")),
        paragraph(_("Dette er en vejledning. Det, der står i brevet med afgørelsen, gælder."), "vbo-note"),
    ))  # fmt: skip


def length(told: Length | None, lang: str) -> str:
    """How long: "6 uger", "4–16 uger", "ca. 4 uger"."""
    _ = translator(lang)
    if told is None:
        return "–"
    units = {"days": _("dage"), "weeks": _("uger"), "months": _("måneder"), "calls": _("opkald"), "workdays": _("arbejdsdage")}
    unit, number = next((name, getattr(told, name)) for name in units if getattr(told, name) is not None)
    said = f"{number}–{told.to}" if told.to else str(number)
    one = {"days": _("dag"), "weeks": _("uge"), "months": _("måned"), "calls": _("opkald"), "workdays": _("arbejdsdag")}
    return f"{_('ca.') + ' ' if told.approximate else ''}{said} {one[unit] if said == '1' else units[unit]}"


def _promised(timer: Timer) -> bool:
    """Whether the document promises it to a citizen: a length in time, not an earlier practice, not the meeting's own."""
    said = timer.length is not None and timer.length.calls is None and timer.anchor is not None
    return said and timer.kind == "kilde" and timer.practice is None and not timer.agenda


def _founded(public: Public, kind: str) -> str:
    _ = public.say
    return f" ({_('antagelse')})" if kind == "antagelse" else ""
