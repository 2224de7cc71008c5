"""The page of the political guideposts: every focus point, with a number where one may be shown, and else why there is none."""

from collections.abc import Iterator
from html import escape

from visitation.guideposts.read import read_guideposts
from visitation.guideposts.schema import Guideposts, Indicator, Point
from visitation.publishing.folder import Written
from visitation.register.month import MONTHS
from widgets.numbers import number
from widgets.published.frame import full, top
from widgets.published.numbers import between, data, percent, results
from widgets.published.part import Marked, Part, download, heading, html_of, joined, paragraph, wrapped
from widgets.published.public import Public
from widgets.text import translator

FROM_CRITERIA = {"blev_aktiv": "faellesskab"}  # the measures that the table of results holds as well, under the criterion's name
Found = tuple[str | Marked, str, str]  # what is shown, of when, and why not


def opening(public: Public) -> Part:
    """The heading and the page in a few short sentences."""
    _, read = public.say, read_guideposts(public.model)
    if not read.guideposts:
        said = (_("Kommunens politikere har ikke sat pejlemærker i de dokumenter, som siderne bygger på."),)
    else:
        told = {"goals": len(read.guideposts), "points": len(read.points)}
        shown = sum(any(not _found(public, point, one)[2] for one in point.indicators) for point in read.points.values())
        counted = {"shown": html_of(data(shown, str(shown)))}
        said = (
            _("Politikerne har valgt %(goals)s pejlemærker med %(points)s punkter, som de vil holde øje med.") % told,
            Marked(_("%(shown)s punkter har et tal, der må vises. Ved de andre står der, hvorfor de ikke har.") % counted),
        )
    return top(public, "pejlemaerker", _("Politikernes pejlemærker"), *said)


def points(public: Public) -> Part:
    """Every guidepost with its points, and the file of them all."""
    _, lang, read = public.say, public.lang, read_guideposts(public.model)
    if not read.guideposts:
        return Part("")
    parts, lines = [], []
    for guidepost in read.guideposts:
        parts.append(heading(guidepost.label.in_(lang)))
        parts += [_point(public, read, point) for point in guidepost.points]
        lines += [line for point in guidepost.points for line in _lines(public, point)]
    header = ["pejlemaerke", "punkt", "maaling", "tal", "hvornaar", "hvorfor_ikke"]
    return joined((*parts, download("csv/pejlemaerker.csv", _("Hent alle punkter (CSV)"), header, lines)))


def _point(public: Public, read: Guideposts, point: Point) -> Part:
    _, lang = public.say, public.lang
    status = {"maalbar": _("målbar nu"), "nye_data": _("kræver nye data"), "kvalitativ": _("kvalitativ")}[point.status]
    told = f"{status} · {_('ansvarlig')}: {read.role(point.responsible).label.in_(lang)}"
    said = "".join(_indicator(public, point, one) for one in point.indicators)
    inside = (heading(f"{point.id} {point.label.in_(lang)}", 3), paragraph(told, "vbo-note"), Part(f"<dl>{said}</dl>"))
    return wrapped("section", "vbo-point", *inside)


def _indicator(public: Public, point: Point, one: Indicator) -> str:
    shown, when, why = _found(public, point, one)
    more = f'<span class="vbo-note">{escape(why or when)}</span>'
    kind = ' class="is-none"' if why else ""
    return f"<div><dt>{escape(one.label.in_(public.lang))}</dt><dd{kind}>{html_of(shown)} {more}</dd></div>"


def _lines(public: Public, point: Point) -> Iterator[list[str]]:
    lang = public.lang
    for one in point.indicators:
        shown, when, why = _found(public, point, one)
        plain = Part(html_of(shown))._repr_mimebundle_()["text/plain"].replace("\n", " ")
        yield [point.id, point.label.in_(lang), one.label.in_(lang), "" if why else plain, when, why]


def _found(public: Public, point: Point, one: Indicator) -> Found:
    _, lang = public.say, public.lang
    if note := _written(public, point, one):
        return _in_unit(note.value, one, lang), _("pr. %(day)s") % {"day": full(note.on, lang)}, ""
    if (criterion := FROM_CRITERIA.get(one.measure)) and (found := _share(public, criterion)):
        return found, _("de seneste tolv måneder"), ""
    none = _("ingen data offentliggjort")
    if one.measure:
        return none, "", _("Tallet tælles i kommunen, men er ikke gjort sikkert at vise.")
    if f"{point.id}/{one.id}" in public.settings.values:
        return none, "", _("Kommunen må vise tallet, men har ikke skrevet det endnu.")
    return none, "", one.missing.in_(lang)


def _written(public: Public, point: Point, one: Indicator) -> Written | None:
    place = public.unit, point.id, one.id
    return next((note for note in public.site.values if (note.unit, note.point, note.indicator) == place), None)


def _share(public: Public, criterion: str) -> Marked | None:
    """The share that reached a criterion in the latest twelve months; None where they are too few."""
    last = len(public.months) - 1
    share = results(public, criterion, last, last - MONTHS).share if public.results and last >= MONTHS else None
    return data(share[0], f"{percent(share[0], public.lang)}, {between(*share[1:], public.lang)}") if share else None


def _in_unit(value: float, one: Indicator, lang: str) -> str:
    """A number in its unit, with the decimals that somebody wrote."""
    _ = translator(lang)
    units = {
        "procent": "%(n)s %%", "antal": "%(n)s", "dage": _("%(n)s dage"), "pr_1000": _("%(n)s pr. 1.000"),
        "kr": _("%(n)s kr."), "point": _("%(n)s point"), "aar": _("%(n)s år"),
    }  # fmt: skip
    return units[one.unit] % {"n": number(value, lang, 4, trim=True)}
