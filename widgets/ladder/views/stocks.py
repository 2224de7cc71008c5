"""How many stood on each step at the end of each month, as a figure."""

from widgets.charts import stock as chart
from widgets.charts.figure import column, drawing, figure, missing, numbers, of_register
from widgets.ladder.names import place_label
from widgets.ladder.state import LadderState
from widgets.text import count, full_date, translator

NAME = "bestand"


def stocks(state: LadderState) -> dict:
    """The steps with help under the law as lines; the table has all of them."""
    _, lang, model = translator(state.session.lang), state.session.lang, state.session.model
    title = _("Sager på hvert trin ved månedens udgang")
    drawn = [step for step in state.steps.height if step in state.steps.granted]
    if not drawn:
        return missing(NAME, title, _("Trappen har intet trin med bevilling; derfor er der ingen bestand at følge."))
    names = {step: place_label(step, model, lang) for step in state.steps.height}
    lines = {f"{names[step]}: {count(state.stocks[state.days[-1]][step], lang)}": _line(state, step) for step in drawn}
    columns = [column("day", _("Dag")), *(column(step, name, 0) for step, name in names.items())]
    rows = [{"day": full_date(day, lang)} | {step: found[step] for step in names} for day, found in state.stocks.items()]
    known = sum(case.enquiry.received <= state.days[-1] for case in state.cases.values())
    days = {"first": full_date(state.days[0], lang), "last": full_date(state.days[-1], lang)}
    note = of_register(_("n = %(n)s sager, %(first)s til %(last)s.") % ({"n": count(known, lang)} | days), lang)
    drawn_ = drawing(chart, lang, unit=_("sager"))
    return figure(numbers(NAME, title, columns, rows), _text(state, drawn, names), drawn_, chart.rows(lines), note=note)


def _line(state: LadderState, step: str) -> dict:
    return {"week": list(state.stocks), "value": [found[step] for found in state.stocks.values()]}


def _text(state: LadderState, drawn: list[str], names: dict[str, str]) -> str:
    """The figure in words: where each line begins, how high it came, and where it ends."""
    _, lang = translator(state.session.lang), state.session.lang
    said = _("%(step)s: %(first)s den %(start)s, flest %(most)s, %(last)s den %(end)s")
    days = {"start": full_date(state.days[0], lang), "end": full_date(state.days[-1], lang)}
    counts = {step: [found[step] for found in state.stocks.values()] for step in drawn}
    lines = [
        said % (days | {"step": names[step], "first": count(n[0], lang), "most": count(max(n), lang), "last": count(n[-1], lang)})
        for step, n in counts.items()
    ]
    return f"{'; '.join(lines)}."
