"""What the register says of the very same that was published: the same events, counted in the same days and seen on the same day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from visitation.outcomes import fit
from visitation.outcomes.cohorts import Completed, Started, agrees, completed, remainder, started
from visitation.outcomes.followed import Followed, as_of
from visitation.outcomes.mix import mix
from visitation.outcomes.published import CompletedCount, Counted, Progress, Published, PublishedMix, StartedCount
from visitation.outcomes.returns import completions, returns
from visitation.register.case import Case
from visitation.statistics.small import Share


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


def cohorts(told: Published, courses: Sequence[Followed]) -> tuple[list[Started], list[Beside]]:
    """The published years of those started, and each beside the register's."""
    years = [started(one) for one in told.started]
    return years, [Beside(one, year.share, _started(one, courses)) for one, year in zip(told.started, years, strict=True)]


def whole(told: CompletedCount, courses: Sequence[Followed]) -> tuple[Completed, Beside]:
    """The published courses completed, beside the register's."""
    found, published = completions(courses, told.first, told.last, told.seen).share, completed(told)
    return published, Beside(told, published.share, found if found.n else None)


def rest(whole_: Completed, years: Iterable[Started], completed_: Beside, cohorts_: Sequence[Beside]) -> Beside:
    """What the years leave of those completed, in what was published and in the register."""
    published, shares = remainder(whole_, years).share, [one.register for one in cohorts_]
    if completed_.register is None or None in shares:
        return Beside(None, published, None)
    n, k = (getattr(completed_.register, what) - sum(getattr(share, what) for share in shares) for what in ("n", "k"))
    return Beside(None, published, Share(k, n) if 0 <= k <= n else None)


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
