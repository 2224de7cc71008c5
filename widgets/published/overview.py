"""The first page: a sentence and a number for every success criterion, then how it went, then how the number was made."""

from collections.abc import Iterator
from functools import partial
from itertools import takewhile

from visitation.outcomes.schema import Criterion
from visitation.register.month import MONTHS, Month
from widgets.published.drawn import Line, trend
from widgets.published.frame import span, top
from widgets.published.numbers import COLUMNS, Results, between, columns, data, marked, percent, results, years
from widgets.published.part import Cell, Marked, Part, download, fold, heading, html_of, joined, listed, paragraph, table, wrapped
from widgets.published.public import Public


def opening(public: Public) -> Part:
    """The heading and the page in a few short sentences."""
    _ = public.say
    where = {"place": public.model.head.label.in_(public.lang)}
    if not public.criteria:
        return top(public, "index", *_nothing(public))
    return top(
        public,
        "index",
        _("Hvordan går det dem, der får hjælp i %(place)s?") % where,
        *(_in_short(public, one) for one in _counted(public)),
        _("Tallene er rundet af, så ingen kan kendes. De siger, hvordan det gik. De siger ikke hvorfor."),
    )


def criteria(public: Public) -> Part:
    """Every success criterion."""
    return joined(wrapped("section", "vbo-goal", *_criterion(public, one)) for one in public.criteria)


def numbers(public: Public) -> Part:
    """All criteria in one table, with the file of it."""
    _ = public.say
    if not public.criteria:
        return Part("")
    heads = [_("Mål"), _("nåede det"), _("kendte resultater"), _("andel"), _("kan være")]
    last = len(public.months) - 1
    rows, lines = [], []
    for criterion in _counted(public):
        for name, found in ((_("seneste år"), _latest(public, criterion)), (_("i alt"), results(public, criterion.id, last))):
            if found:
                label = f"{criterion.label.in_(public.lang)}, {name}"
                rows.append([label, *_cells(found, public.lang)])
                lines.append([criterion.id, name, *columns(found)])
    return joined((
        heading(_("Alle mål i én tabel")),
        paragraph(_("»I alt« er alle resultater, der er blevet kendt, siden registret begyndte.")),
        table(_("Kommunens mål i tal"), heads, rows),
        download("csv/maal.csv", _("Hent tabellen (CSV)"), ["maal", "periode", *COLUMNS], lines),
    ))  # fmt: skip


def _in_short(public: Public, criterion: Criterion) -> Marked:
    """A criterion as it is said to somebody who has a moment."""
    _, lang = public.say, public.lang
    label, found = criterion.label.in_(lang), _latest(public, criterion)
    if not found or not found.share:
        return Marked(_("%(name)s: for få til at sige det.") % {"name": html_of(label)})
    tenths = int(found.share[0] / 10 + 0.5)
    told = {"name": html_of(label), "tenths": html_of(data(tenths, str(tenths)))}
    return Marked(_("%(name)s: ca. %(tenths)s ud af 10 forløb.") % told)


def _nothing(public: Public) -> tuple[str, ...]:
    _ = public.say
    where = {"place": public.model.head.label.in_(public.lang)}
    return (
        _("Hjælpen til voksne i %(place)s") % where,
        _("Kommunens dokumenter nævner ingen mål, som kan tælles. Derfor er her ingen tal for, hvordan det går."),
        _("På de andre sider står, hvad hjælpen er, og hvor mange der får den."),
    )


def _counted(public: Public) -> list[Criterion]:
    return [one for one in public.criteria if one.measure]


def _latest(public: Public, criterion: Criterion) -> Results | None:
    """The results of the latest twelve months; None before there are so many."""
    last = len(public.months) - 1
    return results(public, criterion.id, last, last - MONTHS) if last >= MONTHS else None


def _criterion(public: Public, criterion: Criterion) -> Iterator[Part]:
    _, lang = public.say, public.lang
    yield heading(criterion.label.in_(lang))
    found = _latest(public, criterion) if criterion.measure else None
    if found is None:
        yield paragraph(_("Ingen data offentliggjort"), "vbo-none")
        yield paragraph(criterion.data.in_(lang))
    else:
        yield from _number(public, criterion, found)
        yield from _trend(public, criterion)
    yield fold(_("Sådan er tallet lavet"), *_made(public, criterion))


def _number(public: Public, criterion: Criterion, found: Results) -> Iterator[Part]:
    _, lang = public.say, public.lang
    year = span(Month(public.last.first).before(MONTHS - 1)[0], public.last, lang)
    told = {"k": html_of(marked(found.reached, lang)), "n": html_of(marked(found.known, lang))}
    told["what"] = html_of(_lower(criterion.numerator.in_(lang)))
    if found.share:
        share, low, high = found.share
        big = data(share, _("ca. %s") % percent(share, lang))
        yield paragraph(Marked(f"{big.html} <span>{data(low, between(low, high, lang)).html}</span>"), "vbo-big")
    else:
        yield paragraph(_("For få til en procent"), "vbo-none")
    yield paragraph(Marked(_("Af ca. %(n)s forløb med et kendt resultat er der ca. %(k)s %(what)s.") % told))
    yield paragraph(year, "vbo-note")


def _trend(public: Public, criterion: Criterion) -> Iterator[Part]:
    _, lang = public.say, public.lang
    latest = takewhile(lambda one: one[1].share, reversed(years(public, criterion.id)))  # a line has no holes
    points = [(public.months[at], found.share) for at, found in latest][::-1]
    if len(points) < 2:
        return
    named = ("tolv_maaneder_til", "andel", "andel_mindst", "andel_hoejst")
    read = partial(percent, lang=lang)
    line = Line(criterion.label.in_(lang), f"udvikling-{criterion.id}", _("procent"), read, _("tolv måneder til"), named)
    yield trend(public, line, points, _("Hvert punkt er de tolv måneder op til det; det lyse bånd er, hvad tallet kan være."))


def _made(public: Public, criterion: Criterion) -> Iterator[Part]:
    _, lang = public.say, public.lang
    yield paragraph(criterion.definition.in_(lang))
    yield listed((
        _("Tæller: %s.") % criterion.numerator.in_(lang),
        _("Ud af: %s.") % criterion.denominator.in_(lang),
        _("Hvorfra: %s.") % criterion.data.in_(lang).rstrip("."),
        criterion.reason.in_(lang),
    ))  # fmt: skip
    if criterion.measure:
        yield paragraph(_("Et forløb tæller med, når resultatet er kendt: tidligst når hjælpen er slut, og for støtte seks måneder efter."))


def _cells(found: Results, lang: str) -> list[Cell]:
    share = found.share
    told = [data(share[0], percent(share[0], lang)), data(share[1], between(*share[1:], lang))] if share else ["–", "–"]
    return [marked(found.reached, lang), marked(found.known, lang), *told]


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]
