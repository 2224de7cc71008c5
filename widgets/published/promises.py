"""What is promised to those who apply: how long things may take and whether that was kept, what one can complain about and how."""

from collections.abc import Iterable
from html import escape

from visitation.model.published import ProcessingDeadline
from visitation.model.schema import Length
from visitation.publishing.promised import Told, told
from visitation.screening.explain import source_text
from widgets.published import kept
from widgets.published.part import Marked, Part, download, fold, heading, joined, listed, paragraph, table, wrapped
from widgets.published.public import Public
from widgets.text import translator

COLUMNS = ("paragraf", "hvad", "hvor_laenge", "grundlag", "kilde")


def times(public: Public) -> Part:
    """How long things may take, as promised, and whether it was kept."""
    _ = public.say
    promises = [one for one in told(public.model) if one.valid is None or one.valid.covers(public.day)]
    answers, under_way = ([one for one in promises if isinstance(one, ProcessingDeadline) == answer] for answer in (True, False))
    rows = [kept.cells(public, one) for one in promises]
    assumed = any(one.kind == "antagelse" for one in answers)
    unsaid = _("Antagelse: kommunens dokumenter nævner ingen frist; kommunen skal skrive sin egen.")
    return joined((
        heading(_("Hvor længe må det tage, og blev det holdt?")),
        paragraph(_("Fra man søger, til man får svar, må der højst gå:")),
        _list(public, answers),
        paragraph(unsaid, "vbo-note") if assumed else Part(""),
        paragraph(_("Kan kommunen ikke nå det, skal den skrive, hvornår svaret så kommer.")),
        paragraph(_("Når et forløb er i gang, gælder:")),
        _list(public, under_way),
        fold(_("Sådan er tallene lavet"), _counted(public)),
        fold(_("Vis tallene"), table(_("Løfter i de seneste tolv måneder"), kept.heads(public), rows)),
        download("csv/frister.csv", _("Hent tallene (CSV)"), [*COLUMNS, *kept.COLUMNS], [_row(public, one) for one in promises]),
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


def length(span: Length, lang: str) -> str:
    """How long: "6 uger", "4–16 uger", "ca. 4 uger"."""
    _ = translator(lang)
    units = {"days": _("dage"), "weeks": _("uger"), "months": _("måneder"), "workdays": _("arbejdsdage")}
    unit, number = next((name, getattr(span, name)) for name in units if getattr(span, name) is not None)
    said = f"{number}–{span.to}" if span.to else str(number)
    one = {"days": _("dag"), "weeks": _("uge"), "months": _("måned"), "workdays": _("arbejdsdag")}
    return f"{_('ca.') + ' ' if span.approximate else ''}{said} {one[unit] if said == '1' else units[unit]}"


def _list(public: Public, promises: Iterable[Told]) -> Part:
    return wrapped("ul", "vbo-promises", *(kept.line(public, one, _said(public, one)) for one in promises))


def _counted(public: Public) -> Part:
    """How the numbers of the promises are counted."""
    _ = public.say
    return listed((
        _("Et løfte tæller med i den måned, hvor tiden var gået."),
        _("Det er holdt, når det skete senest på dagen. Ellers er det brudt, også når det ikke er sket endnu."),
        _("Over den dobbelte tid tæller med i den måned, hvor den dobbelte tid var gået."),
        _("Hvad et forløb skyldte, da det sluttede, er faldet bort. Begyndte tiden forfra, gælder den sidste begyndelse."),
        _("Tallene er forskellen på to afrundede måneder med et år imellem. Derfor er hvert af dem højst 8 fra det rigtige antal."),
    ))  # fmt: skip


def _said(public: Public, promise: Told) -> str:
    """A promise as it was given: how long, from when, and whether it is our assumption."""
    _, lang = public.say, public.lang
    if isinstance(promise, ProcessingDeadline):
        return _("højst %s") % length(promise.length, lang) + (f" ({_('antagelse')})" if promise.kind == "antagelse" else "")
    return f"{length(promise.length, lang)} {promise.anchor.label.in_(lang)}"


def _row(public: Public, promise: Told) -> list[object]:
    lang, section = public.lang, promise.section if isinstance(promise, ProcessingDeadline) else ""
    said = [section, promise.label.in_(lang), length(promise.length, lang), promise.kind, source_text(public.model, promise.source)]
    return [*said, *kept.columns(public, promise)]
