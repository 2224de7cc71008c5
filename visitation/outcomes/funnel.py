"""From referral to the target group of § 85: how far courses got, each step with its own n."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from visitation.outcomes.followed import Followed
from visitation.outcomes.schema import Stages
from visitation.statistics.small import FEW, Few, Share

SECTION = "§ 85"


@dataclass(frozen=True)
class Step:
    """A step and the one before it: of those there, how many came on, when that is settled; `open` is for how many it is not yet.

    `share` is None when the pathway or the register cannot tell."""

    share: Share | None
    open: int


@dataclass(frozen=True)
class Funnel:
    """The steps in their order: `started` of those referred, `completed` of those started, and so on.

    `in_target_group` is, of those whose application is decided, how many got support under § 85."""

    referred: int
    started: Step
    completed: Step
    wanted_more: Step
    applied: Step
    in_target_group: Step


def funnel(followed: Iterable[Followed], stages: Stages, few: Few = FEW) -> Funnel:
    """The steps of these courses; a course that goes on past a step without taking it has settled it."""
    courses = list(followed)
    started = [one for one in courses if one.started]
    completed = [one for one in started if one.completed]
    wanted = [one for one in completed if one.wanted_more]
    applied = [one for one in wanted if one.applied]
    told = [one for one in applied if one.helps is not None]
    return Funnel(
        len(courses),
        _step(courses, lambda one: one.started, lambda one: one.closed, few),
        _step(started, lambda one: one.completed, lambda one: one.ended, few),
        _step(completed, lambda one: one.wanted_more, lambda one: one.closed, few) if stages.wanted_more else UNTOLD,
        _step(wanted, lambda one: one.applied, lambda one: one.closed, few) if stages.applied else UNTOLD,
        _step(told, _granted, lambda one: one.decided, few) if stages.decided and told else UNTOLD,
    )


UNTOLD = Step(None, 0)
When = Callable[[Followed], date | None]


def _step(there: Sequence[Followed], taken: When, over: When, few: Few) -> Step:
    settled = [one for one in there if taken(one) or over(one)]
    return Step(Share(sum(taken(one) is not None for one in settled), len(settled), few), len(there) - len(settled))


def _granted(one: Followed) -> date | None:
    """When support under § 85 was there after the application."""
    return min((help_.start for help_ in one.supports if help_.section == SECTION and help_.start >= one.applied), default=None)
