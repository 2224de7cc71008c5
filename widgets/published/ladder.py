"""The help itself: every step in plain words, the lowest first, and how many stand on it."""

from collections.abc import Iterator
from html import escape

from visitation.model import Step
from visitation.publishing.counted import BESIDE, UNDECIDED
from visitation.register.standing import ACT
from widgets.published.frame import month_name, top
from widgets.published.numbers import Number, away, marked, standing
from widgets.published.part import Marked, Part, download, facts_of, fold, heading, html_of, joined, listed, paragraph, table, wrapped
from widgets.published.public import Public
from widgets.words import word


def opening(public: Public) -> Part:
    """The heading and the page in a few short sentences."""
    _ = public.say
    return top(
        public,
        "trappen",
        _("Hjælpen trin for trin"),
        _("Hjælpen er ordnet som en trappe. Nederst er den hjælp, der griber mindst ind i hverdagen."),
        _("Man får den hjælp, der er lavest på trappen og stadig er nok."),
        _("Nogle trin har man ret til, hvis man opfylder loven. Andre kan kommunen tilbyde."),
    )


def stair(public: Public) -> Part:
    """The stair with those who stand on it, and the file of it."""
    _, lang = public.say, public.lang
    found = [(step, _here(public, step.id)) for step in public.model.ladder.steps]
    drawn = "".join(_drawn(public, step, number) for step, number in found)
    beside = [(_("ved siden af trappen"), _here(public, BESIDE)), (_("venter på mødets første beslutning"), _here(public, UNDECIDED))]
    named = [(step.label.in_(lang), number) for step, number in found] + beside
    ids = [*(step.id for step, _number in found), BESIDE, UNDECIDED]
    rows = [[name, marked(number, lang)] for name, number in named]
    lines = [[str(public.last), place, number.value, number.off] for place, (_name, number) in zip(ids, named, strict=True)]
    when = {"month": month_name(public.last, lang), "off": away(found[0][1], lang)}
    return joined((
        heading(_("Trappen")),
        paragraph(_("Så mange stod på hvert trin ved udgangen af %(month)s. Hvert tal er %(off)s.") % when),
        Part(f'<ol class="vbo-stair">{drawn}</ol>'),
        paragraph(_("Læs nedefra: det nederste trin er det mindst indgribende."), "vbo-note"),
        fold(_("Vis tallene"), table(_("Borgere ved månedens udgang"), [_("Trin"), _("borgere")], rows)),
        download("csv/trappen.csv", _("Hent tallene (CSV)"), ["maaned", "trin", "antal", "hoejst_fra"], lines),
    ))  # fmt: skip


def steps(public: Public) -> Part:
    """Every step in plain words, the lowest first."""
    _ = public.say
    told = (wrapped("section", "vbo-step", *_step(public, one)) for one in public.model.ladder.steps)
    return joined((heading(_("Hvad er hvert trin?")), *told))


def _here(public: Public, step: str) -> Number:
    return standing(public, step=[step])[-1]


def _drawn(public: Public, step: Step, number: Number) -> str:
    lang = public.lang
    kind = ' class="is-dashed"' if step.dashed else ""
    said = html_of(marked(number, lang))
    return f"<li{kind}><strong>{escape(step.label.in_(lang))}</strong> <span>{escape(step.note.in_(lang))}</span> <b>{said}</b></li>"


def _what(public: Public, step: Step) -> str:
    """What kind of help a step is, to whoever may need it."""
    _ = public.say
    if step.outside:
        return _("Trinnet ligger uden for den hjælp, siderne handler om. Det står her, så trappen er hel.")
    return {
        "skal": _("Kommunen skal give hjælpen til den, der opfylder loven."),
        "kan": _("Kommunen kan tilbyde hjælpen. Man bestemmer selv, om man siger ja, og man har ikke krav på den."),
        "ingen": _("Her træffer kommunen ingen afgørelse."),
    }[step.duty]


def _step(public: Public, step: Step) -> Iterator[Part]:
    _, lang = public.say, public.lang
    yield heading(step.label.in_(lang), 3)
    yield paragraph(_what(public, step))
    if step.offers:
        yield listed(Marked(f"<strong>{escape(one.label.in_(lang))}:</strong> {escape(one.about.in_(lang))}") for one in step.offers)
    facts = {_("Hvem bestemmer"): step.decided_by.in_(lang)}
    if step.law:
        facts |= {_("Lov"): ", ".join(law.replace(ACT, _("Serviceloven ")) for law in step.law)}
        facts |= {_("Klage"): word("appeal", step.appeal, lang)}
    yield facts_of(facts)
