"""Figures from elsewhere, which are not our own measurement, as plain data."""

from collections.abc import Iterable

from visitation.guideposts.schema import Context
from visitation.model.base import Sourced
from visitation.screening.explain import source_text
from widgets.guideposts.says import amount
from widgets.guideposts.state import GuidepostsState
from widgets.numbers import number
from widgets.text import translator
from widgets.words import word


def context(state: GuidepostsState, points: Iterable[str] | None = None) -> list[dict]:
    """The figures, or those that stand in connection with any of these points."""
    wanted = None if points is None else set(points)
    return [_figure(state, one) for one in state.read.context if wanted is None or wanted & set(one.points)]


def _figure(state: GuidepostsState, one: Context) -> dict:
    lang = state.session.lang
    figure = one.figure.in_(lang) if one.figure else amount(one.counted, "procent", lang)
    return {"id": one.id, "figure": figure, "label": one.label.in_(lang), "more": _more(one, lang), **cited(state, one)}


def _more(one: Context, lang: str) -> str | None:
    """A growth a year, or what a figure is made of."""
    _ = translator(lang)
    if one.growth:
        told = {"percent": number(one.growth.a_year, lang, 2), "years": one.growth.years}
        return (_("%(percent)s %% om året, regnet jævnt over %(years)d år") % told).replace(" %", "\u00a0%")
    parts = [f"{part.label.in_(lang)} {amount(part.percent, 'procent', lang)}" for part in one.portions]
    return ", ".join(parts) or None


def cited(state: GuidepostsState, one: Sourced) -> dict:
    """The kind of something, where it stands with its anchor, and the reason."""
    lang = state.session.lang
    anchors = [f"»{source.anchor}«" for source in one.source]
    source = f"{source_text(state.session.model, one.source)}: {', '.join(anchors)}" if one.source else None
    return {"kind": word("kind", one.kind, lang), "source": source, "reason": one.reason.in_(lang)}
