"""What the register says of the very same that was published: the same events, counted in the same days and seen on the same day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from visitation.outcomes import fit
from visitation.outcomes.cohorts import Completed, Remainder, Started, agrees, completed, remainder, started
from visitation.outcomes.followed import Followed, as_of
from visitation.outcomes.mix import mix
from visitation.outcomes.published import CompletedCount, Counted, Progress, Published, PublishedMix, StartedCount
from visitation.outcomes.returns import completions, returns
from visitation.outcomes.small import Share
from visitation.register.case import Case


@dataclass(frozen=True)
class Beside:
    """A published share and the register's, None when the register has nobody to count; `told` is None where both are only derived."""

    told: Counted | None
    published: Share
    register: Share | None

    @property
    def same(self) -> bool | None:
        """Whether they are the very same counts."""
        return None if self.register is None else (self.published.k, self.published.n) == (self.register.k, self.register.n)


@dataclass(frozen=True)
class Scored:
    """The published progress, and the register's scores of those completed in the same days."""

    told: Progress
    register: fit.Report | None

    @property
    def definition(self) -> str | None:
        """Which of the two definitions gives the published per cent: "mean_of_percents", "percent_of_means", or neither."""
        ors = self.register.ors if self.register else None
        found = {"mean_of_percents": ors.mean_of_percents.mean, "percent_of_means": ors.percent_of_means} if ors else {}
        return next((name for name, value in found.items() if value is not None and round(value, 1) == self.told.percent), None)


def cohorts(told: Published, courses: Sequence[Followed]) -> list[tuple[Started, Beside]]:
    """The published years of those started."""
    return [(started(one), Beside(one, started(one).share, _started(one, courses))) for one in told.started]


def whole(told: CompletedCount, courses: Sequence[Followed]) -> tuple[Completed, Beside]:
    """The published courses completed."""
    found = completions(courses, told.first, told.last, told.seen).share
    return completed(told), Beside(told, completed(told).share, found if found.n else None)


def rest(all_: Completed, years: Iterable[Started], beside: Beside, register: Sequence[Beside]) -> tuple[Remainder, Beside]:
    """What the years leave of those completed, in what was published and in the register."""
    left = remainder(all_, years)
    shares = [one.register for one in register]
    if beside.register is None or None in shares:
        return left, Beside(None, left.share, None)
    n, k = (getattr(beside.register, what) - sum(getattr(share, what) for share in shares) for what in ("n", "k"))
    return left, Beside(None, left.share, Share(k, n) if 0 <= k <= n else None)


def scored(told: Published, courses: Sequence[Followed]) -> Scored | None:
    """The published progress, with the scores of the published completions in the register."""
    days = told.completed
    if told.progress is None or days is None:
        return None
    there = [one for one in as_of(courses, days.seen) if one.completed and days.first <= one.completed <= days.last]
    return Scored(told.progress, fit.report(there) if there else None)


def mixed(told: PublishedMix, cases: Iterable[Case], courses: Iterable[Followed]) -> list[tuple[str, float, Share | None]]:
    """The parts of a published mix: id, per cent, and the register's share."""
    found = mix(told.of, cases, courses)
    return [(part.id, part.percent, found.get(part.id)) for part in told.parts]


def holds(told: Counted, share: Share) -> bool:
    """Whether the published per cent follows from its counts."""
    return agrees(told.percent, share)


def _started(told: StartedCount, courses: Sequence[Followed]) -> Share | None:
    """Those who started in the published days, and how many had support on the published day."""
    there = [one for one in courses if one.started and told.first <= one.started <= told.last]
    found = [one.on_the_day.share for one in returns(there, told.seen)]
    share = Share(sum(share.k for share in found), sum(share.n for share in found))
    return share if share.n else None
