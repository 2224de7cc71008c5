"""What surrounds every page: the title, the way to the other pages and to the other language, and where the numbers come from."""

from collections.abc import Iterable
from datetime import date
from html import escape

from babel.dates import format_date

from visitation.language import LANGUAGES
from visitation.model import load
from visitation.publishing.folder import place
from visitation.register.month import Month
from widgets.published.part import Cell, Part, facts_of, html_of
from widgets.published.public import Public
from widgets.text import LOCALES, full_date, translator

LANGUAGE = {"da": "Dansk", "en": "English"}


def titles(lang: str) -> dict[str, str]:
    """The pages by their file's name, in their order."""
    _ = translator(lang)
    return {
        "index": _("Overblik"),
        "trappen": _("Hjælpen trin for trin"),
        "udvikling": _("Udvikling"),
        "pejlemaerker": _("Pejlemærker"),
        "metode": _("Om tallene"),
        "tilgaengelighed": _("Tilgængelighed"),
    }


def top(public: Public, name: str, title: str, *short: Cell) -> Part:
    """The beginning of a page: its heading and, in a few short sentences, what it says."""
    _ = public.say
    label = public.model.head.label.in_(public.lang)
    banner = f'<p class="vbo-sample">{escape(_("Eksempeldata – ikke rigtige borgere"))}</p>' if public.site.sample else ""
    said = "".join(f"<p>{html_of(sentence)}</p>" for sentence in short)
    brief = f'<section class="vbo-short" aria-labelledby="kort"><h2 id="kort">{escape(_("Kort sagt"))}</h2>{said}</section>'
    head = f'<h1>{escape(title)}</h1>\n<p class="vbo-of">{escape(label)} · {escape(period(public))}</p>\n{banner}\n{brief}'
    frame = {
        "lang": public.lang,
        "title": escape(f"{titles(public.lang)[name]} – {label}"),
        "up": public.up,
        "skip": escape(_("Gå til indholdet")),
        "header": _header(public, name),
        "footer": _footer(public),
    }
    return Part(head, frame=frame)


def month_name(month: Month, lang: str) -> str:
    """A month: "februar 2021"."""
    return format_date(month.first, "MMMM y", locale=LOCALES[lang])


def span(first: Month, last: Month, lang: str) -> str:
    """From a month to another, both included."""
    return f"{month_name(first, lang)} – {month_name(last, lang)}"


def period(public: Public) -> str:
    """The months that the publication covers."""
    return span(public.months[0], public.last, public.lang)


def full(day: date | str, lang: str) -> str:
    """A day: "9. marts 2021"."""
    return full_date(day if isinstance(day, date) else date.fromisoformat(day), lang)


def _header(public: Public, name: str) -> str:
    _ = public.say
    pages = ((f"{page}.html", label, page == name) for page, label in titles(public.lang).items())
    units = {unit: load(unit).head.label.in_(public.lang) for unit in public.site.units} if len(public.site.units) > 1 else {}
    others = ((_to(public, unit, public.lang, "index"), label, unit == public.unit) for unit, label in units.items())
    tongues = "".join(
        f'<a lang="{lang}" hreflang="{lang}" href="{_to(public, public.unit, lang, name)}">{LANGUAGE[lang]}</a>'
        for lang in LANGUAGES
        if lang != public.lang
    )
    municipality = _links(others, _("Kommune")) if units else f"<p>{escape(public.model.head.label.in_(public.lang))}</p>"
    return f'<div class="vbo-bar">{municipality}<p class="vbo-lang">{tongues}</p></div>\n{_links(pages, _("Sider"))}'


def _footer(public: Public) -> str:
    _ = public.say
    contact = public.settings.contact
    whom = (
        f"{contact.unit.in_(public.lang)}, {contact.phone}, {contact.mail}"
        if contact
        else _("Kommunen har endnu ikke skrevet, hvem man kan spørge.")
    )
    version = public.site.units[public.unit]
    told = {
        _("Tallene dækker"): period(public),
        _("Offentliggjort"): full(public.day, public.lang),
        _("Udgave"): f"Visitationsbordet {public.site.version}, {_('model')} {version}",
        _("Spørgsmål"): whom,
    }
    return facts_of(told).html


def _to(public: Public, unit: str, lang: str, name: str) -> str:
    return f"{public.up}{place(public.site.units, unit, lang)}{name}.html"


def _links(links: Iterable[tuple[str, str, bool]], label: str) -> str:
    """Links with the one that is open now."""
    items = (
        f'<li><a href="{address}"{" aria-current=" + chr(34) + "page" + chr(34) if here else ""}>{escape(text)}</a></li>'
        for address, text, here in links
    )
    return f'<nav aria-label="{escape(label)}"><ul>{"".join(items)}</ul></nav>'
