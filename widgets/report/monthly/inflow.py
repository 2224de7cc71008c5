"""The enquiries of a month against those of the months before, and how they are made up."""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta

from visitation.pathway.dates import is_workday
from visitation.register.case import Case
from visitation.register.month import Month
from visitation.statistics.small import Share, mean
from widgets.charts import compare
from widgets.report import said
from widgets.report.drawings import drawn
from widgets.report.monthly.study import Study
from widgets.report.names import days
from widgets.report.piece import Ground, Piece, figure, paragraph, table
from widgets.report.told import NONE, number
from widgets.words import word

MIXES = {"sender": "Hvem der henvendte sig", "channel": "Hvordan", "target_group": "Målgruppe"}
NOTHING_BEFORE = "Registret kender ingen hel måned før den."


def inflow(study: Study) -> Piece:
    """How many came, and how many used to."""
    came, before = len(study.arrived(study.month)), [len(study.arrived(month)) for month in study.before]
    told = f"{number(came)} henvendelser i {said.month(study.month)}" + (f" til og med den {study.seen.day}." if study.runs else ".")
    return paragraph(f"{told} {_usual(before)}", "lead") + _drawing(study, came, before)


def mix(study: Study) -> Piece:
    """Who enquired, how, and for which group; beside the same of the months before."""
    came, before = study.arrived(study.month), [case for month in study.before for case in study.arrived(month)]
    ground = study.ground(len(came), "henvendelser")
    first, *others = (_mix(of, came, before, ground) for of in MIXES)
    period = f"Før: {days((study.before[0].first, study.before[-1].last))}." if study.before else NOTHING_BEFORE
    return sum(others, first) + paragraph(period, "note")


def _usual(before: list[int]) -> str:
    if not before:
        return NOTHING_BEFORE
    found = mean(before)
    middle = f", i gennemsnit {said.mean(found)}" if found.mean is not None else ""
    return f"I de {len(before)} måneder før kom der {number(min(before))}–{number(max(before))} om måneden{middle}."


def _drawing(study: Study, came: int, before: list[int]) -> Piece:
    """The whole months as a line, all of them as a table; a month that runs is no point of the line."""
    counted = dict(zip([*study.before, study.month], [*before, came], strict=True))
    rows = [(said.month(month), number(count), *_workdays(study, month, count)) for month, count in counted.items()]
    ground = study.ground(sum(counted.values()), "henvendelser", min(counted).first)
    numbers = table("Henvendelser om måneden", ["", "henvendelser", "hverdage", "om hverdagen"], rows, ground)
    whole = {month: count for month, count in counted.items() if month.last < study.session.today}
    if len(whole) < 2:
        return numbers
    first, last, *sums = (number(n) for n in (whole[min(whole)], whole[max(whole)], min(whole.values()), max(whole.values())))
    period = f"hele måneder fra {said.month(min(whole))} til {said.month(max(whole))}"
    told = f"Fra {first} til {last} henvendelser om måneden, mellem {sums[0]} og {sums[1]}; {period}."
    line = {"week": [month.first for month in whole], "value": list(whole.values())}
    lines = compare.rows({number(line["value"][-1]): line})
    ground = study.ground(sum(whole.values()), "henvendelser", min(whole).first)
    return figure(drawn(compare.chart(lines, unit="henvendelser om måneden", description=told)), told, ground, numbers)


def _workdays(study: Study, month: Month, count: int) -> tuple[str, str]:
    length = (min(month.last, study.session.today) - month.first).days + 1
    workdays = sum(is_workday(month.first + timedelta(days=day)) for day in range(length))
    return number(workdays), number(count / workdays, 1) if workdays else NONE


def _mix(of: str, came: Iterable[Case], before: Iterable[Case], ground: Ground) -> Piece:
    now, then = (Counter(getattr(case.enquiry, of) for case in some) for some in (came, before))
    parts = sorted(now | then, key=lambda part: -now[part])
    rows = [
        (_part(of, part), *said.share_cells(Share(now[part], now.total())), said.share(Share(then[part], then.total()))) for part in parts
    ]
    return table(MIXES[of], ["", *said.SHARE, "månederne før"], rows, ground)


def _part(of: str, part: str) -> str:
    if not part:
        return "ikke oplyst"
    return word(of, part, "da")
