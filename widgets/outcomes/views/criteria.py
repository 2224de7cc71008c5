"""The municipality's success criteria as tiles: the share, of whom, how sure, followed how long, and how it was before and after."""

from collections.abc import Sequence

from visitation.outcomes.criteria import Tile
from visitation.outcomes.measures import NOTHING, WITH, WITHOUT, Pair
from visitation.screening.explain import source_text
from visitation.statistics.small import mean
from widgets.charts.figure import column, numbers
from widgets.outcomes.says import mean as said
from widgets.outcomes.says import months, share_cells, share_columns, short, sure
from widgets.outcomes.state import OutcomesState
from widgets.text import count, full_date, translator
from widgets.words import word

MOST = 8  # rows of a flow


def criteria(state: OutcomesState) -> dict:
    """The tiles, or why there are none."""
    _, lang = translator(state.session.lang), state.session.lang
    if not state.read.criteria:
        return {"none": _("Kommunens dokumenter har ingen succeskriterier; derfor står her ingen."), "tiles": []}
    tiles = state.tiles
    return {"none": None if tiles else _("Intet forløb er startet i perioden."), "tiles": [_tile(state, tile) for tile in tiles]} | {
        "table": numbers("succeskriterier", _("Kommunens succeskriterier"), _columns(lang), [_row(tile, lang) for tile in tiles])
    }


def _tile(state: OutcomesState, tile: Tile) -> dict:
    lang, criterion = state.session.lang, tile.criterion
    told = tile.share is not None and tile.share.n > 0
    return {
        "id": criterion.id,
        "label": criterion.label.in_(lang),
        "number": short(tile.share, lang) if told else translator(lang)("ingen data"),
        "told": told,
        "sure": sure(tile.share.interval, lang) if told else None,
        "lines": _lines(state, tile) if told else [_why(tile, lang)],
        "before": _before(tile, lang) if told else None,
        "definition": criterion.definition.in_(lang),
        "numerator": criterion.numerator.in_(lang),
        "denominator": criterion.denominator.in_(lang),
        "kind": word("kind", criterion.kind, lang),
        "reason": criterion.reason.in_(lang),
        "source": source_text(state.session.model, criterion.source),
        "flow": [
            [_band(before, lang), _band(after, lang), count(n, lang)]
            for (before, after), n in sorted(tile.flow.items(), key=lambda one: -one[1])[:MOST]
        ],
    }


def _band(found: str, lang: str) -> str:
    """What somebody had before or after: help or none in words, a band of hours as it stands."""
    _ = translator(lang)
    return {NOTHING: _("ingen"), WITH: _("med støtte"), WITHOUT: _("uden støtte")}.get(found, found)


def _lines(state: OutcomesState, tile: Tile) -> list[str]:
    """Of whom, how many are missing, followed until when, which period, and from where."""
    _, lang = translator(state.session.lang), state.session.lang
    share, outside = tile.share, len(tile.pairs) - tile.share.n
    of = _("n = %(n)s, heraf %(k)s") % {"n": count(share.n, lang), "k": count(share.k, lang)}
    told = {"missing": count(tile.missing, lang), "started": count(tile.started, lang)}
    missing = _("%(missing)s af %(started)s startede mangler") % told
    beside = _("%(n)s havde intet at falde fra og tæller ikke med") % {"n": count(outside, lang)}
    started = _("Startet %(months)s") % {"months": months(tile.first, tile.last, lang)}
    return [of, missing, *([beside] if outside else []), _followed(state, tile), started, tile.criterion.data.in_(lang)]


def _followed(state: OutcomesState, tile: Tile) -> str:
    _ = translator(state.session.lang)
    after = _("Fulgt til %(n)d måneder efter forløbet") % {"n": state.read.support.months}
    until = {"trivsel": _("Fulgt til den seneste måling"), "fald_i_tema": _("Fulgt til første måling efter forløbet")}
    return until.get(tile.criterion.measure, after)


def _why(tile: Tile, lang: str) -> str:
    """Why a criterion has no number."""
    _ = translator(lang)
    if tile.criterion.measure is None:
        return tile.criterion.data.in_(lang)
    if tile.share is None:
        told = {"started": count(tile.started, lang)}
        return _("Ingen af de %(started)s startede er målt før og efter, eller ingen er fulgt længe nok.") % told
    return _("Ingen af de %(n)s, der er fulgt, hørte til før; derfor kunne intet falde.") % {"n": count(len(tile.pairs), lang)}


def _before(tile: Tile, lang: str) -> str | None:
    """How it was before and after, for the same people; None where they are too few for a mean."""
    _ = translator(lang)
    if tile.criterion.measure == "trivsel":
        ends = {end: mean([getattr(pair, end) for pair in tile.pairs], tile.share.few) for end in ("before", "after")}
        told = {end: said(found, lang) for end, found in ends.items()}
        return _("Før %(before)s point, efter %(after)s") % told if ends["before"].mean is not None else None
    if tile.criterion.measure == "uden_stoette":
        told = {end: count(sum(getattr(pair, end) == WITH for pair in tile.pairs), lang) for end in ("before", "after")}
        return _("Med støtte før: %(before)s, efter: %(after)s") % told
    fell, stayed = _split(tile.pairs)
    return _("Faldet: %(fell)s, ens eller steget: %(stayed)s") % {"fell": count(fell, lang), "stayed": count(stayed, lang)}


def _split(pairs: Sequence[Pair]) -> tuple[int, int]:
    reached = [pair.reached for pair in pairs if pair.reached is not None]
    return sum(reached), len(reached) - sum(reached)


def _columns(lang: str) -> list[dict]:
    _ = translator(lang)
    names = {"label": _("Succeskriterium"), "numerator": _("Tælles"), "denominator": _("Ud af")}
    days = {"first": _("Startet fra"), "last": _("Startet til"), "seen": _("Set")}
    numbers_ = [column("started", _("startede"), 0), column("missing", _("mangler"), 0)]
    texts = [column(name, label) for name, label in names.items()]
    return [*texts, *share_columns("share", _("nået"), lang), *numbers_, *(column(name, label) for name, label in days.items())]


def _row(tile: Tile, lang: str) -> dict:
    one = tile.criterion
    texts = {name: getattr(one, name).in_(lang) for name in ("label", "numerator", "denominator")}
    days = {name: full_date(getattr(tile, name), lang) for name in ("first", "last", "seen")}
    return texts | share_cells("share", tile.share) | {"started": tile.started, "missing": tile.missing} | days
