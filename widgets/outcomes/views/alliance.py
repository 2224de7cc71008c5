"""The collaboration as it is rated session by session, of fewer and fewer."""

from widgets.charts import curves
from widgets.charts.figure import column, drawing, figure, missing, numbers
from widgets.outcomes.says import mean, mean_cells, mean_columns
from widgets.outcomes.state import OutcomesState
from widgets.outcomes.views.head import rests
from widgets.text import count, translator

NAME = "samarbejde"


def alliance(state: OutcomesState) -> dict:
    """The sessions as a figure."""
    _, lang = translator(state.session.lang), state.session.lang
    title = _("Samarbejdet (SRS), samtale for samtale")
    known = [found for found in state.report.alliance.by_session if found.mean is not None]
    if len(known) < 2:
        return missing(NAME, title, _("For få har vurderet samarbejdet."))
    ends = [found.interval for found in known]
    sessions = list(range(1, len(known) + 1))
    line = {"x": sessions, "value": [found.mean for found in known]}
    line |= {side: [getattr(end, side) if end else None for end in ends] for side in ("low", "high")}
    data = curves.rows({"SRS": line}, {"SRS": {"x": sessions, "n": [found.n for found in known]}}, label=_("antal, der har vurderet:"))
    columns = [column("session", _("Samtale"), 0), *mean_columns("srs", "SRS", lang)]
    rows = [{"session": place} | mean_cells("srs", found) for place, found in zip(sessions, known, strict=True)]
    told = {"first": mean(known[0], lang), "last": mean(known[-1], lang), "sessions": len(known), "n": count(known[-1].n, lang)}
    said = _(
        "Fra %(first)s i den første samtale til %(last)s i samtale %(sessions)s, hvor %(n)s er tilbage: gennemsnittet er af færre og færre."
    )
    drawn = drawing(curves, lang, x=_("samtale"), every=1, unit=_("SRS, point af 40 (bånd: 95 %)"), step=False)
    return figure(numbers(NAME, title, columns, rows), said % told, drawn, data, note=rests(state, known[0].n))
