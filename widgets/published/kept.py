"""Whether what was promised was kept in the latest twelve months: a drawn share, a table and a file, all of the published counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from visitation.disclosure import pieces
from visitation.publishing.promised import BROKEN, HELD, LONG, SHORT, Told
from visitation.register.month import MONTHS
from visitation.screening.explain import source_text
from widgets.numbers import number
from widgets.published.frame import month_name
from widgets.published.numbers import AWAY, Number, Results, away, data, marked, plain
from widgets.published.part import Cell, Marked, Part, figure, html_of, paragraph, wrapped
from widgets.published.public import Public

WIDE, HIGH = 300, 12  # pixels of the strip
COLUMNS = (
    "tolv_maaneder_til", "antal", "antal_holdt", "antal_halv_tid", "antal_dobbelt_tid", "hoejst_fra",
    "af_100", "af_100_mindst", "af_100_hoejst",
)  # fmt: skip


@dataclass(frozen=True)
class Kept:
    """A promise in the latest twelve months: how often it came due, was kept and was broken, how often it took at most half its time,
    and how often its time had passed twice."""

    due: Number
    results: Results
    early: Number
    long: Number


def latest(public: Public, promise: Told) -> Kept | None:
    """What became of a promise; None before there are twelve months."""
    if public.promises is None or len(public.promises.cube.months) <= MONTHS:
        return None
    held, broken = (_year(public, promise, held=[one]) for one in (HELD, BROKEN))
    early = _year(public, promise, held=[HELD], time=[SHORT])
    return Kept(_year(public, promise), Results(held, broken), early, _year(public, promise, held=[BROKEN], time=[LONG]))


def line(public: Public, promise: Told, said: str) -> Part:
    """A promise, `said` as it was given, and whether it was kept."""
    _, lang = public.say, public.lang
    label, source = promise.label.in_(lang), source_text(public.model, promise.source)
    parts = [Part(f"<strong>{html_of(label)}</strong>"), paragraph(said)]
    parts += [paragraph(_("Kilde: %s") % source, "vbo-note")] if source else []
    return wrapped("li", "vbo-promise", wrapped("div", "vbo-said", *parts), wrapped("div", "vbo-done", *_done(public, label, promise)))


def cells(public: Public, promise: Told) -> list[Cell]:
    """A promise in a row of the table, as heads() names its cells."""
    lang, found, name = public.lang, latest(public, promise), promise.label.in_(public.lang)
    if not found:
        return [name, *["–"] * (len(heads(public)) - 1)]
    share = found.results.share
    told = [data(share[0], number(share[0], lang)), data(share[1], _between(public, share))] if share else ["–", "–"]
    return [name, *(marked(one, lang) for one in (found.due, found.results.reached, found.early, found.long)), *told]


def heads(public: Public) -> list[str]:
    """What stands above the table's columns."""
    _ = public.say
    return [_("Løfte"), _("løfter"), _("holdt"), _("højst den halve tid"), _("over den dobbelte tid"), _("holdt af 100"), _("kan være")]


def columns(public: Public, promise: Told) -> Sequence[object]:
    """A promise in a row of the file, as COLUMNS names its values; empty where there is none."""
    if not (found := latest(public, promise)):
        return [""] * len(COLUMNS)
    shares = [plain(value) for value in found.results.share] if found.results.share else [""] * 3
    counts = (found.due, found.results.reached, found.early, found.long)
    return [str(public.last), *(one.value for one in counts), found.due.off, *shares]


def _year(public: Public, promise: Told, **chosen: list[str]) -> Number:
    cube, place = public.promises.cube, {"unit": [public.unit], "promise": [promise.id]} | chosen
    ever = cube.series(**place)
    return Number(int(ever[-1] - ever[-1 - MONTHS]), 2 * AWAY * pieces(cube.axes, **place))


def _done(public: Public, label: str, promise: Told) -> list[Part]:
    _, lang, found = public.say, public.lang, latest(public, promise)
    if not found:
        return [paragraph(_("Ingen data offentliggjort"), "vbo-none")]
    counts = {"due": found.due, "early": found.early, "long": found.long}
    said = {name: html_of(marked(one, lang)) for name, one in counts.items()}
    said |= {"month": month_name(public.last, lang), "off": away(found.due, lang)}
    if not found.results.share:
        few = Marked(_("12 måneder til %(month)s: %(due)s løfter, %(off)s.") % said)
        return [paragraph(_("For få til at sige det"), "vbo-none"), paragraph(few, "vbo-note")]
    full = _(
        "12 måneder til %(month)s: %(due)s løfter. Højst den halve tid: %(early)s. Over den dobbelte tid: %(long)s. Hvert tal er %(off)s."
    )
    return [_drawn(public, label, found.results.share), paragraph(Marked(full % said), "vbo-note")]


def _drawn(public: Public, label: str, share: tuple[float, float, float]) -> Part:
    """The share as a strip from 0 to 100, with what it can be, above its sentence."""
    _, lang = public.say, public.lang
    told, between = _("ca. %s af 100 blev holdt") % number(share[0], lang), _between(public, share)
    value, low, high = (round(one * WIDE / 100, 1) for one in share)
    bars = (("is-whole", 0, WIDE), ("is-sure", 0, low), ("is-open", low, high - low), ("is-value", value - 1, 2))
    drawn = "".join(f'<rect class="{kind}" x="{x:g}" y="0" width="{wide:g}" height="{HIGH}"/>' for kind, x, wide in bars)
    svg = f'<svg viewBox="0 0 {WIDE} {HIGH}" preserveAspectRatio="none">{drawn}</svg>'
    caption = Marked(f"<b>{data(share[0], told).html}</b> <span>{data(share[1], between).html}</span>")
    return figure(svg, f"{label}: {told}, {between}", caption)


def _between(public: Public, share: tuple[float, float, float]) -> str:
    low, high = (number(one, public.lang) for one in share[1:])
    return public.say("mellem %(low)s og %(high)s") % {"low": low, "high": high}
