"""The charts that follow once the slider rests: places and waiting, what the forecast hangs on, and what the changes do."""

from visitation.forecast.curve import PROMISE, Point
from visitation.forecast.sensitivity import Move
from visitation.screening.explain import capital
from widgets.charts import tornado, wait_curve, waterfall
from widgets.charts.figure import column, drawing, figure, missing, numbers
from widgets.charts.parts import rows
from widgets.forecast.state import ForecastState
from widgets.forecast.views.ahead import rests
from widgets.forecast.views.series import priced
from widgets.forecast_words import MEASURED, amount, label, measure_label, measure_unit
from widgets.numbers import number, signed
from widgets.text import translator

WIDEST = 6  # bars of the tornado


def settled(state: ForecastState) -> list[dict]:
    """The charts that take their time; one that is not computed yet says so."""
    return [curve_figure(state), tornado_figure(state), waterfall_figure(state)]


def stale(state: ForecastState) -> list[str]:
    """The charts that are still to be computed, in the order in which they are shown."""
    wanted = ("curve", "tornado") if not state.chosen.changed else ("curve", "waterfall", "tornado")
    return [part for part in wanted if state.settled(part) is None]


def measures(state: ForecastState) -> list[dict]:
    """What the forecast may be weighed by; kroner only where something has a price."""
    lang, known = state.session.lang, [name for name in MEASURED if name != "kr_a_year" or priced(state.outlook)]
    return [{"id": name, "label": measure_label(name, lang), "current": name == state.chosen.measure} for name in known]


def curve_figure(state: ForecastState) -> dict:
    """How many places make the wait how long."""
    _, lang, points = translator(state.session.lang), state.session.lang, state.settled("curve")
    title = _("Hvor mange pladser skal der til?")
    if points is None:
        return _busy("curve", title, lang)
    found = {
        "places": [point.places for point in points],
        "wait": [point.wait_weeks.mean for point in points],
        "low": [point.low for point in points],
        "high": [point.high for point in points],
        "kept": [None if point.kept is None else 100 * point.kept for point in points],
    }
    if all(wait is None for wait in found["wait"]):
        return missing("curve", title, _("Ingen henvises, så ingen venter."))
    labels = {"band": _("80 % af fremtider"), "promise": _("løftet: 14 dage"), "here": _("%(n)d pladser") % {"n": state.scenario.places}}
    data = wait_curve.rows(found, here=state.scenario.places, promise=PROMISE, labels=labels)
    drawn = drawing(wait_curve, lang, places=_("pladser"), weeks=_("ugers ventetid i gennemsnit"))
    columns = [
        column("places", _("Pladser"), 0),
        column("wait", _("Ventetid, uger"), 1),
        column("low", _("Lav (10 %)"), 1),
        column("high", _("Høj (90 %)"), 1),
        column("kept", _("Inden for 14 dage, %"), 0),
    ]
    text = _curve_text(points, state.scenario.places, lang)
    return figure(numbers("curve", title, columns, rows(found)), text, drawn, data, note=rests(state))


def _curve_text(points: tuple[Point, ...], here: int, lang: str) -> str:
    """What the curve says of the places there are, and from how many on the promise holds."""
    _ = translator(lang)
    said, begun = [], [point for point in points if point.wait_weeks.mean is not None]
    kept = next((point.places for point in begun if point.wait_weeks.mean <= PROMISE), None)
    at = next((point for point in begun if point.places == here), None)
    if at:
        told = {"places": here, "wait": number(at.wait_weeks.mean, lang, 1, trim=True), "kept": number(100 * at.kept, lang)}
        said.append(_("med %(places)d pladser er ventetiden %(wait)s uger, og %(kept)s %% begynder inden for 14 dage") % told)
    if kept is None:
        said.append(_("ingen af de viste antal bringer gennemsnittet ned på 14 dage"))
    else:
        said.append(_("fra %(places)d pladser er gennemsnittet højst 14 dage") % {"places": kept})
    return f"{capital('; '.join(said))}."


def tornado_figure(state: ForecastState) -> dict:
    """What each number that is not known does to the measure."""
    _, lang, bars = translator(state.session.lang), state.session.lang, state.settled("tornado")
    title = _("Hvad afhænger det mest af?")
    if bars is None:
        return _busy("tornado", title, lang)
    bars = [bar for bar in bars if bar.width == bar.width][:WIDEST]
    if not bars:
        return missing("tornado", title, _("Alle tal er sat; så er der ingen usikkerhed at veje."))
    factor, decimals = MEASURED[state.chosen.measure]
    found = {
        "label": [label(bar.key, lang) for bar in bars],
        "low": [amount(bar.key, bar.low, lang) for bar in bars],
        "high": [amount(bar.key, bar.high, lang) for bar in bars],
        "at_low": [bar.at_low * factor for bar in bars],
        "at_high": [bar.at_high * factor for bar in bars],
    }
    base, what = bars[0].at_value * factor, measure_unit(state.chosen.measure, lang)
    data = tornado.rows(found, base=base, labels={"base": number(base, lang, decimals, trim=True)})
    columns = [
        column("label", _("Antagelse")),
        column("low", _("Lav ende")),
        column("at_low", _("%(what)s ved lav") % {"what": what}, decimals),
        column("high", _("Høj ende")),
        column("at_high", _("%(what)s ved høj") % {"what": what}, decimals),
    ]
    said = _("Mest betyder »%(what)s«: fra %(low)s til %(high)s giver det %(at_low)s til %(at_high)s %(unit)s.")
    told = {"what": found["label"][0], "low": found["low"][0], "high": found["high"][0], "unit": what}
    told |= {end: number(found[end][0], lang, decimals, trim=True) for end in ("at_low", "at_high")}
    drawn = drawing(tornado, lang, unit=what)
    return figure(numbers("tornado", title, columns, rows(found)), said % told, drawn, data, note=rests(state))


def waterfall_figure(state: ForecastState) -> dict:
    """What the changes do to the measure, one after the other."""
    _, lang = translator(state.session.lang), state.session.lang
    title = _("Fra Grundlag til scenariet")
    if not state.chosen.changed:
        return missing("waterfall", title, _("Intet er ændret i forhold til Grundlag. Flyt en skyder, så ses forskellen her."))
    moves = state.settled("waterfall")
    if moves is None:
        return _busy("waterfall", title, lang)
    if any(move.before != move.before or move.after != move.after for move in moves) or not moves:
        return missing("waterfall", title, _("Ventetiden kan ikke regnes, når ingen begynder et forløb."))
    factor, decimals = MEASURED[state.chosen.measure]
    found, what = _steps(moves, factor, decimals, lang), measure_unit(state.chosen.measure, lang)
    columns = [column("label", _("Ændring")), column("after", what, decimals), column("text", _("Forskel"))]
    said = _("Fra %(before)s i Grundlag til %(after)s %(unit)s i scenariet; størst er »%(what)s« (%(change)s).")
    largest = max(moves, key=lambda move: abs(move.change))
    told = {"before": found["text"][0], "after": found["text"][-1], "unit": what}
    told |= {"what": label(largest.key, lang), "change": signed(largest.change * factor, lang, decimals, trim=True)}
    drawn = drawing(waterfall, lang, unit=what)
    return figure(numbers("waterfall", title, columns, rows(found)), said % told, drawn, waterfall.rows(found), note=rests(state))


def _steps(moves: tuple[Move, ...], factor: float, decimals: int, lang: str) -> dict[str, list]:
    """The base, each change, and the scenario."""
    _, first, last = translator(lang), moves[0].before * factor, moves[-1].after * factor
    return {
        "label": [_("Grundlag"), *(label(move.key, lang) for move in moves), _("Scenariet")],
        "before": [None, *(move.before * factor for move in moves), None],
        "after": [first, *(move.after * factor for move in moves), last],
        "text": [
            number(first, lang, decimals, trim=True),
            *(signed(move.change * factor, lang, decimals, trim=True) for move in moves),
            number(last, lang, decimals, trim=True),
        ],
    }


def _busy(name: str, title: str, lang: str) -> dict:
    return missing(name, title, translator(lang)("Regnes …"), busy=True)
