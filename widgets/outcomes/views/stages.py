"""From referral to support under § 85: how far courses got, each step with its own n."""

from visitation.outcomes.funnel import Funnel, Step
from visitation.statistics.small import Share
from widgets.charts import steps as chart
from widgets.charts.figure import column, drawing, figure, missing, numbers, of_register
from widgets.outcomes.says import counts, percent, period, share_cells, share_columns
from widgets.outcomes.state import OutcomesState
from widgets.text import count, translator

STEPS = ("started", "completed", "wanted_more", "applied", "in_target_group")
NAME = "trin"


def stages(state: OutcomesState) -> dict:
    """The steps as a figure."""
    _, lang = translator(state.session.lang), state.session.lang
    title = _("Fra henvist til støtte efter § 85")
    found = state.funnel if state.read.stages else None
    if found is None or not found.referred:
        return missing(NAME, title, _("Ingen er henvist i perioden."))
    steps = [(_referred(found, lang), found.referred, found.referred)]
    steps += [(_label(step, name, lang), *_bar(step)) for name, step in _steps(found)]
    data = chart.rows(dict(zip(("label", "there", "taken"), zip(*steps, strict=True), strict=True)))
    columns = [column("label", _("Trin")), *share_columns("share", _("kom videre"), lang), column("open", _("ikke afgjort endnu"), 0)]
    rows = [{"label": names(lang)[name], "open": step.open} | share_cells("share", step.share) for name, step in _steps(found)]
    text = f"{'; '.join(label for label, *_bars in steps)}."
    return figure(numbers(NAME, title, columns, rows), text, drawing(chart, lang, unit=_("forløb")), data, note=_rests(state, found))


def names(lang: str) -> dict[str, str]:
    """The steps by what they are called; `started` and `completed` are two events and never added up."""
    _ = translator(lang)
    return {
        "started": _("Startet"),
        "completed": _("Gennemført"),
        "wanted_more": _("Ønsker mere støtte"),
        "applied": _("Søgt efter § 85"),
        "in_target_group": _("Fik støtte efter § 85"),
    }


def _steps(found: Funnel) -> list[tuple[str, Step]]:
    return [(name, getattr(found, name)) for name in STEPS]


def _referred(found: Funnel, lang: str) -> str:
    return translator(lang)("Henvist: %(n)s") % {"n": count(found.referred, lang)}


def _label(step: Step, name: str, lang: str) -> str:
    _ = translator(lang)
    said = _("ingen data") if step.share is None else _short(step.share, lang)
    return f"{names(lang)[name]}: {said}"


def _short(share: Share, lang: str) -> str:
    if not share.n:
        return translator(lang)("ingen endnu")
    return counts(share, lang) if share.percent is None else f"{counts(share, lang)} ({percent(share.percent, lang)})"


def _bar(step: Step) -> tuple[int | None, int | None]:
    return (None, None) if step.share is None else (step.share.n, step.share.k)


def _rests(state: OutcomesState, found: Funnel) -> str:
    """Of when those referred are, what the figure counts, and how many are not settled."""
    _, lang = translator(state.session.lang), state.session.lang
    waiting = sum(step.open for _name, step in _steps(found))
    days = [one.referred for one in state.courses if state.year in (None, one.referred.year)]
    of = _("n = %(n)s, henvist %(period)s.") % {"n": count(found.referred, lang), "period": period((min(days), max(days)), lang)}
    said = _(
        "Hvert trin tæller dem, der nåede det, ud af dem på trinnet før, når det er afgjort; for %(n)s er næste trin ikke afgjort endnu."
    )
    untold = _("Ingen data: hændelsen står ikke i forløbet, eller registret ved det ikke.")
    told = [untold] if any(step.share is None for _name, step in _steps(found)) else []
    return of_register(" ".join([of, said % {"n": count(waiting, lang)}, *told]), lang)
