"""The resources as plain data: what the unit's own sheet says each activity takes, and what was never reported in it."""

from visitation.catalogue.resources import Use
from widgets.charts import bars
from widgets.charts.figure import column, drawing, figure, missing, numbers
from widgets.ladder.names import activity_label, form_label
from widgets.ladder.state import LadderState
from widgets.ladder.views.period import period, said
from widgets.numbers import number
from widgets.text import count, full_date, translator

NAME = "ressourcer"


def resources(state: LadderState) -> dict:
    """The activities of the period as a figure and a table, or that there are none."""
    found = state.used
    return {
        "period": period(state),
        "chart": _chart(state, found),
        "table": _table(state, found),
        "notes": _notes(state, found) if found else [],
    }


def _name(use: Use, state: LadderState) -> str:
    """What the catalogue calls it, else what the sheet does, with its form."""
    lang = state.session.lang
    called = {entry.listed.activity: entry.label.in_(lang) for entry in state.entries if entry.listed.activity}
    return f"{called.get(use.activity) or activity_label(use.activity, lang)} ({form_label(use.form, lang)})"


def _chart(state: LadderState, found: tuple[Use, ...]) -> dict:
    """Hours a week on the last day, each activity under its name."""
    _, lang = translator(state.session.lang), state.session.lang
    title = _("Timer om ugen til borgerne, %(day)s") % {"day": full_date(state.last, lang)}
    if not found:
        return missing(NAME, title, _("Styringsarket er ikke indlæst, eller ingen aktivitet løb i perioden."))
    texts = [_said(use, state) for use in found]
    data = bars.rows({"kind": ["up"] * len(found), "text": texts, "value": [use.weekly for use in found]})
    table = numbers(NAME, title, _columns(lang), [_row(use, state) for use in found])
    note = _("n = %(n)s borgere, %(period)s. Kilde: styringsarket.") % {"n": count(_people(state), lang), "period": said(state)}
    return figure(table, _text(state, found), drawing(bars, lang, unit=_("timer om ugen")), data, note=note)


def _text(state: LadderState, found: tuple[Use, ...]) -> str:
    """How many hours in all, and what takes the most of them."""
    _, lang, most = translator(state.session.lang), state.session.lang, max(found, key=lambda use: use.weekly)
    told = {"all": _hours(sum(use.weekly for use in found), lang), "kinds": count(len(found), lang)}
    said_ = _("I alt %(all)s timer om ugen, hvoraf %(hours)s går til »%(name)s«, den største af %(kinds)s aktiviteter.")
    return said_ % (told | {"name": _name(most, state), "hours": _hours(most.weekly, lang)})


def _people(state: LadderState) -> int:
    """How many citizens had any activity in the period."""
    return len({one.case for one in state.activities if one.days(state.first, state.last)})


def _said(use: Use, state: LadderState) -> str:
    """What stands at a bar: the numbers first, as the name may be cut off."""
    _, lang = translator(state.session.lang), state.session.lang
    said_each = _("%(hours)s timer, 1 borger: %(name)s") if use.running == 1 else _("%(hours)s timer, %(n)s borgere: %(name)s")
    return said_each % {"name": _name(use, state), "hours": _hours(use.weekly, lang), "n": count(use.running, lang)}


def _hours(hours: float, lang: str) -> str:
    return number(hours, lang, 1, trim=True)


def _columns(lang: str) -> list[dict]:
    _ = translator(lang)
    return [
        column("name", _("Aktivitet")),
        column("citizens", _("Borgere i perioden"), 0),
        column("running", _("I gang"), 0),
        column("weekly", _("Timer om ugen"), 1),
        column("hours", _("Timer i perioden"), 0),
        column("weeks", _("Uger, median"), 1),
        column("ended", _("Afsluttede"), 0),
        column("unreported", _("Uden slutdato i arket"), 0),
        column("unpriced", _("Uden timer i arket"), 0),
    ]


def _row(use: Use, state: LadderState) -> dict:
    names = ("citizens", "running", "weekly", "hours", "weeks", "ended", "unreported", "unpriced")
    return {"name": _name(use, state)} | {name: getattr(use, name) for name in names}


def _table(state: LadderState, found: tuple[Use, ...]) -> dict:
    """What is looked at; the numbers behind it belong to the figure."""
    _, lang = translator(state.session.lang), state.session.lang
    rows = [
        [
            _name(use, state),
            count(use.citizens, lang),
            count(use.running, lang),
            _hours(use.weekly, lang),
            number(use.hours, lang),
            _("for få") if use.weeks is None else number(use.weeks, lang, 1),
        ]
        for use in found
    ]
    return {"caption": said(state), "columns": ["", *(one["label"] for one in _columns(lang)[1:6])], "rows": rows}


def _notes(state: LadderState, found: tuple[Use, ...]) -> list[str]:
    """What the numbers are of, who has not reported, and what they cannot tell."""
    _, lang = translator(state.session.lang), state.session.lang
    ended, unreported, unpriced = (sum(getattr(use, name) for use in found) for name in ("ended", "unreported", "unpriced"))
    total = {"weekly": _hours(sum(use.weekly for use in found), lang), "hours": number(sum(use.hours for use in found), lang)}
    silent = [_name(use, state) for use in found if use.unreported]
    return [
        _("%(period)s. Borgere: n = %(n)s. Timer i alt: %(hours)s; timer om ugen ved periodens slutning: %(weekly)s. Kilde: styringsarket.")
        % (total | {"period": said(state), "n": count(_people(state), lang)}),
        _("Timerne er dem, borgerne får; i en gruppe er flere borgere om den samme medarbejdertime."),
        _("Uden timer i arket: %(n)s. De tæller med som borgere og ikke i timerne, som derfor er et mindstetal.")
        % {"n": count(unpriced, lang)},
        _("Slutdato mangler for %(n)s af %(ended)s afsluttede%(who)s; de regnes for slut, da borgerens forløb sluttede (antagelse).")
        % {"n": count(unreported, lang), "ended": count(ended, lang), "who": f" ({', '.join(silent)})" if silent else ""},
        _("Median er over dem, der er afsluttet med en slutdato; de lange, der stadig løber, er ikke med. Færre end 5: ingen median."),
    ]
