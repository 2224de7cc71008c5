"""A social mentor and § 85 to the same citizen in the same time: periods, weeks and money; and who is responsible for § 85 when."""

from collections.abc import Iterable, Sequence
from datetime import date

from visitation.overlap.grants import Granted, Stretch, granted, spans, weeks
from visitation.overlap.responsibility import responsible
from visitation.overlap.reviewed import spent_twice
from widgets.charts.figure import column, numbers
from widgets.numbers import number
from widgets.overlap.names import person
from widgets.overlap.state import OverlapState
from widgets.overlap.views.cited import cited
from widgets.text import count, full_date, translator

SPLIT = (date(2016, 1, 1), date(2019, 1, 1))  # the first days of the two rules on who is responsible
LAST_YEAR = 94  # per cent of the axis: a year that begins later has no room for its number
NARROWEST = 0.3  # per cent of the axis: a day can still be seen


def grants(state: OverlapState) -> dict:
    """The double grants as bars and numbers, and the rule on responsibility by date."""
    _, today = translator(state.session.lang), state.session.today
    found, listed = spans(state.session.register, state.review.citizens), state.review.citizens
    told = {reference: found[reference] for reference in listed if reference in found}
    first = min((one.start for own in told.values() for one in own), default=today)
    there = granted(told, first, today)
    double = [one for one in there if one.both]
    return {
        "lead": _("Samme borger med både social mentor og § 85 i samme tid. Perioder fra registret, begge dage med."),
        "cards": _cards(state, there, double, (first, today)) if there else [],
        "axis": _axis(first, today),
        "cases": [_case(state, one, (first, today)) for one in double],
        "legend": [_("Social mentor"), _("§ 85"), _("Begge på samme tid")],
        "none": _("Registret har ingen borgere på listen med begge dele i samme tid."),
        "table": _table(state, double),
        "cited": cited(state, state.data.mentor),
        "responsible": _responsible(state),
    }


def _cards(state: OverlapState, there: Sequence[Granted], double: Sequence[Granted], days: Stretch) -> list[dict]:
    """The sums with the period they are of."""
    _, lang = translator(state.session.lang), state.session.lang
    both, mentor = (sum(weeks(stretches) for stretches in found) for found in ([one.both for one in double], [one.mentor for one in there]))
    period, of = "–".join(full_date(day, lang) for day in days), _("af %(weeks)s uger med social mentor")
    kr, unpriced = spent_twice(double, state.data.mentor.kr), _("Prisen på § 85 står ikke i dokumenterne; derfor kun mentorens del.")
    had = _("af %(n)s på listen, der har haft en af delene, %(period)s") % {"n": count(len(there), lang), "period": period}
    return [
        {"label": _("Borgere med begge dele"), "number": count(len(double), lang), "note": had},
        {"label": _("Uger med begge dele"), "number": number(both, lang), "note": of % {"weeks": number(mentor, lang)}},
        {"label": _("Mentor i de uger"), "number": _("%(kr)s kr.") % {"kr": number(kr, lang)}, "note": unpriced},
    ]


def _axis(first: date, last: date) -> list[dict]:
    """The years under the bars, each where it begins."""
    years = [date(year, 1, 1) for year in range(first.year + 1, last.year + 1)]
    return [{"label": str(day.year), "at": at} for day in years if (at := _place(day, first, last)) < LAST_YEAR]


def _case(state: OverlapState, one: Granted, days: Stretch) -> dict:
    """A citizen's bars, and in words how long it had both."""
    lang = state.session.lang
    bars = {"mentor": one.mentor, "support": one.support, "both": one.both}
    return {
        "person": person(state, one.reference),
        "said": translator(lang)("%(weeks)s uger") % {"weeks": number(weeks(one.both), lang, 1)},
        **{name: [_bar(*stretch, *days) for stretch in stretches] for name, stretches in bars.items()},
    }


def _bar(start: date, end: date, first: date, last: date) -> dict:
    """From where to where on the axis, in per cent of it."""
    left = _place(start, first, last)
    return {"left": left, "width": max(NARROWEST, round(_place(end, first, last) - left, 2))}


def _place(day: date, first: date, last: date) -> float:
    return round(100 * (day - first).days / max(1, (last - first).days), 2)


def _table(state: OverlapState, double: Iterable[Granted]) -> dict:
    _, lang = translator(state.session.lang), state.session.lang
    columns = [column("citizen", _("Borger")), column("reference", _("Reference")), column("start", _("Fra")), column("end", _("Til"))]
    rows = [
        {
            "citizen": person(state, one.reference)["alias"],
            "reference": one.reference,
            "start": full_date(start, lang),
            "end": full_date(end, lang),
            "weeks": float(weeks([(start, end)])),
        }
        for one in double
        for start, end in one.both
    ]
    return numbers("dobbeltbevillinger", _("Perioder med begge dele"), [*columns, column("weeks", _("Uger"), 1)], rows)


def _responsible(state: OverlapState) -> dict:
    """Who is responsible for § 85, by what the citizen lives on and from which day."""
    _, lang, data = translator(state.session.lang), state.session.lang, state.data
    found = {one: [responsible(state.session.model, data, one.id, day) for day in SPLIT] for one in data.benefits}
    return {
        "title": _("Ansvar for § 85"),
        "columns": [_("Forsørgelse"), *(_("fra %(day)s") % {"day": full_date(day, lang)} for day in SPLIT)],
        "rows": [[benefit.label.in_(lang), *(each.label.in_(lang) for each in by_day)] for benefit, by_day in found.items()],
        "cited": cited(state, *(each.rule for by_day in found.values() for each in by_day)),
    }
