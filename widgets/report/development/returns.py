"""Return to support by the year of start: on one day, after the same time for all, and how soon."""

from collections.abc import Iterable, Sequence

from visitation.outcomes.returns import Returns
from visitation.statistics.intervals import Interval
from visitation.statistics.small import Share
from widgets.charts import intervals
from widgets.report import said
from widgets.report.development.study import Study
from widgets.report.drawings import drawn
from widgets.report.piece import Ground, Piece, figure, paragraph, table
from widgets.report.told import Told, between, number, percent
from widgets.text import full_date

NOT_YET = "ikke endnu"
LOOKS = ("even", "late")  # of the follow-ups, the shortest first
SOON = (3, 6, 12, 18, 24)  # months after the help ended
WEEKS = 365.25 / 12 / 7  # of a month
NAIVE = "På én dag er de senest startede fulgt kortest; læs derfor årgangene mod hinanden i kolonnerne med lige lang opfølgning."
SOON_SAID = "Hvor mange der har fået støtte igen, regnet med dem, der endnu følges (Kaplan-Meier; 95 %-interval i parentes)"


def returns(study: Study) -> Piece:
    """The years beside each other."""
    found = study.returns
    months = [equal.months for equal in found[0].equal]
    columns = ["startår", "startet", f"med støtte {full_date(study.session.today, 'da')}", "fulgt, måneder"]
    columns += [f"{month} måneder efter" for month in months]
    rows = [_row(one) for one in found]
    ground = study.ground(len(study.started), "forløb")
    counted = table("Med støtte, efter startår", [*columns, "endnu ikke fulgt så længe", "i gang", "ukendt"], rows, ground)
    return paragraph(NAIVE) + counted + _drawing(found, ground) + _soon(study, found)


def _row(one: Returns) -> tuple[str, ...]:
    short = " / ".join(number(equal.too_short) for equal in one.equal)
    equal = (said.share(equal.share) if equal.share.n else NOT_YET for equal in one.equal)
    known = one.on_the_day.share
    return (
        str(one.year),
        number(known.n + one.unknown),
        said.share(known),
        between(*one.on_the_day.period.followed),
        *equal,
        short,
        number(one.running),
        number(one.unknown),
    )


def _drawing(found: Sequence[Returns], ground: Ground) -> Piece:
    points = [point for one in found for point in _points(one)]
    columns = {key: [point[key] for point in points] for key in points[0]}
    shares = ", ".join(f"{one.year}: {said.share(one.on_the_day.share)}" for one in found)
    told = f"Med støtte på dagen (hvid), efter startår: {shares}; efter lige lang tid er fyldt, og stregen er intervallet."
    return figure(drawn(intervals.chart(intervals.rows(columns), unit="procent med støtte (streg: 95 %)", description=told)), told, ground)


def _points(one: Returns) -> list[dict]:
    told = [("på dagen", "plain", one.on_the_day.share)]
    told += [(f"{equal.months} måneder efter", look, equal.share) for equal, look in zip(one.equal, LOOKS, strict=True)]
    return [_point(str(one.year), name, look, share) for name, look, share in told]


def _point(group: str, name: str, look: str, share: Share) -> dict:
    number_ = percent(share.percent) if share.percent is not None else said.counts(share) if share.n else NOT_YET
    ends = share.interval or Interval(None, None)
    return {"group": group, "kind": look, "text": f"{number_} {name}", "value": share.percent, "low": ends.low, "high": ends.high}


def _soon(study: Study, found: Iterable[Returns]) -> Piece:
    ended = [one for one in found if one.curve]
    rows = [(str(one.year), number(one.curve.n), *(_at(one, months) for months in SOON)) for one in ended]
    if not rows:
        return paragraph("For få forløb er afsluttet til at sige, hvor hurtigt støtten kom igen.")
    ground = study.ground(sum(one.curve.n for one in ended), "afsluttede forløb")
    return table(SOON_SAID, ["startår", "afsluttet", *(f"{months} måneder" for months in SOON)], rows, ground)


def _at(one: Returns, months: int) -> str:
    point = one.curve.at(months * WEEKS)
    if point is None:
        return NOT_YET
    left, ends = point
    again = percent(100 * (1 - left))
    if ends is None:
        return again
    sure = between(100 * (1 - ends.high), 100 * (1 - ends.low), 1)
    return Told(f"{again} ({sure})", again.numbers | sure.numbers)
