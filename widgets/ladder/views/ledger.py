"""The moves as two tables: what came to each step and what left it, and from where to where."""

from visitation.register.flow import Flow, Place
from visitation.register.standing import BESIDE
from widgets.charts.figure import column, numbers
from widgets.ladder.names import place_label
from widgets.ladder.state import LadderState
from widgets.text import count, full_date, translator

NONE = "–"


def ledger(state: LadderState, found: Flow) -> dict:
    """For every place: stood there, came, left, stands there; the highest step on top."""
    _, lang, model = translator(state.session.lang), state.session.lang, state.session.model
    first, last = (full_date(day, lang) for day in (found.first, found.last))
    rows = [[place_label(place, model, lang), *(count(n, lang) for n in _sums(found, place))] for place in _places(state)]
    return {"caption": _("Regnskab for hvert trin"), "columns": ["", first, _("+ kom til"), _("− forlod"), f"= {last}"], "rows": rows}


def _places(state: LadderState) -> list[str]:
    """The steps, the highest first, and what lies beside them."""
    return [*reversed(state.steps.height), BESIDE]


def _sums(found: Flow, place: Place) -> tuple[int, int, int, int]:
    came = sum(n for (_, target), n in found.moves.items() if target == place)
    left = sum(n for (source, _), n in found.moves.items() if source == place)
    return found.start[place], came, left, found.end[place]


def matrix(state: LadderState, found: Flow) -> dict:
    """From every place (rows) to every other (columns), and those who never moved where the two meet."""
    _, lang, model = translator(state.session.lang), state.session.lang, state.session.model
    sources, targets = [*_places(state), None], [*reversed(_places(state)), None]
    labels = {place: place_label(place, model, lang) for place in sources}
    cells = {source: {target: _cell(found, source, target) for target in targets} for source in sources}
    rows = [[labels[source], *(_shown(cells[source][target], lang) for target in targets)] for source in sources]
    columns = [column("from", _("Fra")), *(column(f"to_{target}", labels[target], 0) for target in targets)]
    kept = [{"from": labels[source]} | {f"to_{target}": cells[source][target] for target in targets} for source in sources]
    title = _("Fra trin (rækker) til trin (kolonner)")
    return {
        "caption": title,
        "columns": [_("Fra ↓  Til →"), *(labels[target] for target in targets)],
        "rows": rows,
        "note": _("Hvor en række møder sin egen kolonne, står dem, der stod stille i hele perioden."),
        "table": numbers("fra-til", title, columns, kept),
    }


def _cell(found: Flow, source: Place, target: Place) -> int | None:
    """The moves, or those who stood still; nobody is counted who never came onto the ladder."""
    if source == target:
        return None if source is None else found.still[source]
    return found.moves[source, target]


def _shown(n: int | None, lang: str) -> str:
    return "" if n is None else count(n, lang) if n else NONE
