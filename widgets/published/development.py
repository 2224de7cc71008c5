"""The page of what changes: how many stand on each step, month by month, who they are, and the results that became known year by year."""

from collections.abc import Iterator
from functools import partial

from visitation.model import Step
from visitation.register.month import MONTHS
from visitation.vocabulary import VOCABULARY
from widgets.published.drawn import Line, trend
from widgets.published.frame import month_name, top
from widgets.published.numbers import AWAY, COLUMNS, Number, away, columns, data, marked, percent, results, said, standing
from widgets.published.numbers import between as range_of
from widgets.published.part import Cell, Marked, Part, download, heading, html_of, joined, listed, paragraph, table, wrapped
from widgets.published.public import Public
from widgets.text import translator
from widgets.words import word


def opening(public: Public) -> Part:
    """The heading and the page in a few short sentences."""
    _ = public.say
    return top(
        public,
        "udvikling",
        _("Hvad har ændret sig?"),
        *(_in_short(public, step) for step in public.model.ladder.steps if len(public.months) > MONTHS),
        _("Hvert antal er rundet af til et tal, som 5 går op i. En lille ændring kan derfor være afrunding."),
        _("Tallene siger, hvad der skete. De siger ikke hvorfor."),
    )


def _in_short(public: Public, step: Step) -> Marked:
    """A step as it is said to somebody who has a moment."""
    _, lang, found = public.say, public.lang, standing(public, step=[step.id])
    now, then = (html_of(marked(found[at], lang)) for at in (-1, -1 - MONTHS))
    told = {"name": html_of(step.label.in_(lang)), "now": now, "then": then}
    return Marked(_("%(name)s: %(now)s borgere. Et år før: %(then)s.") % told)


def stocks(public: Public) -> Part:
    """How many stood on each step at the end of every month."""
    _ = public.say
    return joined((
        heading(_("Borgere på hvert trin")),
        paragraph(_("Hver tegning har sin egen målestok. Hvert antal er %s.") % away(Number(0), public.lang)),
        wrapped("div", "vbo-many", *(wrapped("section", "vbo-one", *_stock(public, step.id)) for step in public.model.ladder.steps)),
    ))  # fmt: skip


def people(public: Public) -> Part:
    """Who stands on each step now: by age, and by what the help is for."""
    _, lang = public.say, public.lang
    when = {"month": month_name(public.last, lang), "off": away(Number(0), lang)}
    return joined((
        heading(_("Hvem er de?")),
        paragraph(_("Ved udgangen af %(month)s. Små antal står som »færre end 5«. Hvert antal er %(off)s.") % when),
        *_by(public, "age_group", _("Alder")),
        *_by(public, "target_group", _("Hvad hjælpen handler om")),
    ))  # fmt: skip


def years(public: Public) -> Part:
    """The results that became known in each calendar year."""
    _, lang = public.say, public.lang
    found = [(one, year, last, first) for one in public.criteria if one.measure for year, last, first in _years(public)]
    if not found:
        return Part("")
    rows, lines = [], []
    for criterion, year, last, first in found:
        one = results(public, criterion.id, last, first)
        share = data(one.share[0], f"{percent(one.share[0], lang)}, {range_of(*one.share[1:], lang)}") if one.share else "–"
        rows.append([f"{criterion.label.in_(lang)}, {year}", marked(one.reached, lang), marked(one.known, lang), share])
        lines.append([criterion.id, year, *columns(one)])
    heads = [_("Mål"), _("nåede det"), _("kendte resultater"), _("andel")]
    return joined((
        heading(_("Resultater år for år")),
        paragraph(_("Et resultat hører til det år, det blev kendt i. Det første antal er højst 8 fra det rigtige, det andet højst 16.")),
        table(_("Resultater, der blev kendt i året"), heads, rows),
        download("csv/resultater.csv", _("Hent tabellen (CSV)"), ["maal", "aar", *COLUMNS], lines),
    ))  # fmt: skip


def limits(public: Public) -> Part:
    """What the numbers do not say."""
    _ = public.say
    return joined((
        heading(_("Hvad tallene ikke siger")),
        listed((
            _("Ingen er sammenlignet med nogen, der ikke fik hjælpen. Derfor kan tallene ikke vise, hvad hjælpen betød."),
            _("Tallene er af dem, der blev målt. Hvor mange der mangler, står der ikke her."),
            _("Den samme borger kan have haft flere forløb."),
            _("Forløb, der er i gang, har endnu intet resultat."),
        )),
    ))  # fmt: skip


def _stock(public: Public, step: str) -> Iterator[Part]:
    _, lang = public.say, public.lang
    label = public.model.steps[step].label.in_(lang)
    found = standing(public, step=[step])
    points = [(month, (one.value, one.low, one.high)) for month, one in zip(public.months, found, strict=True)]
    yield heading(label, 3)
    if not any(one.value for one in found):
        yield paragraph(_("I hele perioden: %s.") % said(found[-1], lang))
        return
    read = partial(_count, lang=lang)
    line = Line(label, f"trin-{step}", _("borgere"), read, _("måned"), ("maaned", "antal", "mindst", "hoejst"))
    yield trend(public, line, points, _("Det lyse bånd er, hvad tallet kan være."))


def _count(value: float, lang: str) -> str:
    return said(Number(int(value)), lang)


def _by(public: Public, axis: str, label: str) -> Iterator[Part]:
    _, lang = public.say, public.lang
    steps = public.model.ladder.steps
    members = VOCABULARY[axis]
    found = {(step.id, one): standing(public, step=[step.id], **{axis: [one]})[-1] for step in steps for one in members}
    rows: list[list[Cell]] = [[step.label.in_(lang), *(marked(found[step.id, one], lang) for one in members)] for step in steps]
    lines = [[str(public.last), step.id, one, found[step.id, one].value, AWAY] for step in steps for one in members]
    yield table(label, [_("Trin"), *(_member(axis, one, lang) for one in members)], rows)
    header = ["maaned", "trin", "alder" if axis == "age_group" else "maalgruppe", "antal", "hoejst_fra"]
    yield download(f"csv/{header[2]}.csv", _("Hent tabellen (CSV)"), header, lines)


def _member(axis: str, value: str, lang: str) -> str:
    _ = translator(lang)
    ages = {"under18": _("under 18 år"), "over65": _("over 65 år")}
    return word(axis, value, lang) if axis == "target_group" else ages.get(value, _("%s år") % value.replace("-", "–"))


def _years(public: Public) -> Iterator[tuple[int, int, int]]:
    """The calendar years that are covered whole, with the places of their last month and of the last one before them."""
    lasts = {month.first.year: at for at, month in enumerate(public.months) if month.first.month == 12}
    yield from ((year, at, lasts[year - 1]) for year, at in lasts.items() if year - 1 in lasts)
