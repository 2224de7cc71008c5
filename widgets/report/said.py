"""How a report says shares and means: with of how many and how sure, and where there are few as a count and never in per cent."""

from collections.abc import Sequence

from visitation.model import Model
from visitation.model.base import Sourced
from visitation.register.month import Month
from visitation.statistics.intervals import Interval
from visitation.statistics.small import FEW, Few, Mean, Share
from widgets.report.piece import Piece, paragraph
from widgets.report.told import NONE, Told, between, number, of, percent
from widgets.session import Session
from widgets.text import full_date

NO_DATA, SURE = "ingen data", "95 %"
SHARE = ["antal", "andel", "95 %-interval"]  # the columns of share_cells
SAMPLE = "Eksempeldata – ikke rigtige borgere. Tallene siger intet om kommunen."


def counts(share: Share) -> Told:
    """ "49 af 200"."""
    return of(share.k, share.n)


def share(found: Share | None) -> str:
    """ "49 af 200 (24,5 %; 95 %: 19,1–30,9)"; the count alone where there are few."""
    if found is None or not found.n:
        return NO_DATA
    if found.percent is None:
        return counts(found)
    count, part = counts(found), percent(found.percent)
    return Told(f"{count} ({part}; {SURE}: {interval(found.interval)})", count.numbers | part.numbers | _sure(found.interval))


def share_cells(found: Share | None) -> tuple[str, str, str]:
    """The same as three cells of a table: counts, per cent, interval."""
    if found is None or not found.n:
        return NO_DATA, NONE, NONE
    return counts(found), percent(found.percent), interval(found.interval)


def mean(found: Mean, decimals: int = 1) -> str:
    """ "5,9 (95 %: 5,6–6,2)"; a dash where there are few."""
    if found.mean is None:
        return NONE
    said = number(found.mean, decimals)
    if found.interval is None:
        return said
    return Told(f"{said} ({SURE}: {interval(found.interval, decimals)})", said.numbers | _sure(found.interval))


def interval(ends: Interval | None, decimals: int = 1) -> str:
    """ "19,1–30,9"; a dash where there is none."""
    return NONE if ends is None else between(ends.low, ends.high, decimals)


def waited(days: Sequence[int], few: Few = FEW) -> tuple[str, str, str]:
    """How many wait, the middle of their days and the longest; of few only how many."""
    told = sorted(days)
    if len(told) < few.small:
        return number(len(told)), NONE, NONE
    half = len(told) // 2
    middle = (told[half] + told[-half - 1]) / 2
    return number(len(told)), number(middle, 1 if middle % 1 else 0), number(told[-1])


def documents(model: Model, part: Sourced) -> str:
    """The documents that something stands in, and how it is founded."""
    shorts = dict.fromkeys(model.head.documents[one.document].short for one in part.source)
    return f"{part.kind}: {', '.join(shorts)}" if shorts else part.kind


def sample(session: Session) -> Piece:
    """Sample data say that they are; of a register there is nothing to say."""
    return paragraph(SAMPLE, "warning sample") if session.sample else Piece("", "")


def register(session: Session) -> str:
    """The register as a source."""
    return "registret (eksempeldata)" if session.sample else "registret"


def month(found: Month) -> str:
    """ "februar 2021"."""
    return full_date(found.first, "da").partition(" ")[2]


def _sure(ends: Interval) -> dict[str, float]:
    return {f"{SURE} fra": ends.low, f"{SURE} til": ends.high}
