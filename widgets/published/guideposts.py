"""The page of the political guideposts: every focus point, with a number where one may be shown, and else why there is none."""

from collections.abc import Iterator
from html import escape

from visitation.guideposts.read import read_guideposts
from visitation.guideposts.schema import Guideposts, Indicator, Point
from visitation.publishing.folder import Written
from visitation.register.month import MONTHS
from widgets.guideposts.names import status_label
from widgets.guideposts.says import of_day, written
from widgets.published.frame import top
from widgets.published.numbers import between, data, percent, results
from widgets.published.part import Marked, Part, download, heading, html_of, joined, paragraph, wrapped
from widgets.published.public import Public

FROM_CRITERIA = {"blev_aktiv": "faellesskab"}  # the measures that the table of results holds as well, under the criterion's name
Found = tuple[str | Marked, str, str]  # what is shown, of when, and why not


def opening(public: Public) -> Part:
    """The heading and the page in a few short sentences."""
    _, read = public.say, read_guideposts(public.model)
    if not read.guideposts:
        said = (_("Kommunens politikere har ikke sat pejlemærker i de dokumenter, som siderne bygger på."),)
    else:
        told = {"goals": len(read.guideposts), "points": len(read.points)}
        said = (
            _("Politikerne har valgt %(goals)s pejlemærker med %(points)s punkter, som de vil holde øje med.") % told,
            _("Ved hvert punkt står et tal, hvis det må vises. Ellers står der, hvorfor det ikke gør."),
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
    role = read.role(point.responsible)
    told = f"{status_label(point.status, lang)} · {_('ansvarlig')}: {role.label.in_(lang)}"
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
        return written(note.value, one.unit, lang), of_day(_day(note), lang), ""
    if (criterion := FROM_CRITERIA.get(one.measure)) and (found := _share(public, criterion)):
        return found, _("de seneste tolv måneder"), ""
    none = _("ingen data offentliggjort")
    if one.measure:
        return none, "", _("Tallet tælles i kommunen, men er ikke gjort sikkert at vise.")
    if f"{point.id}/{one.id}" in public.settings.values:
        return none, "", _("Kommunen må vise tallet, men har ikke skrevet det endnu.")
    return none, "", _missing(public, one)


def _missing(public: Public, one: Indicator) -> str:
    return one.missing.in_(public.lang)


def _written(public: Public, point: Point, one: Indicator) -> Written | None:
    place = public.unit, point.id, one.id
    return next((note for note in public.site.values if (note.unit, note.point, note.indicator) == place), None)


def _share(public: Public, criterion: str) -> Marked | None:
    """The share that reached a criterion in the latest twelve months; None where they are too few."""
    last = len(public.months) - 1
    share = results(public, criterion, last, last - MONTHS).share if public.results and last >= MONTHS else None
    return data(share[0], f"{percent(share[0], public.lang)}, {between(*share[1:], public.lang)}") if share else None


def _day(note: Written):
    from datetime import date

    return date.fromisoformat(note.on)
