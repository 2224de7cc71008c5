"""Development in session scores (FIT): wellbeing (ORS) and alliance (SRS), as the citizens rate them.

The rating is the citizen's own and nobody is compared with: this is development, and says nothing of what brought it about."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from visitation.errors import VisitationError, allowed
from visitation.outcomes.followed import Followed, Session
from visitation.outcomes.scores import STANDARD, Change, Pairs, Reliable, Thresholds, change, reliable
from visitation.register.records import ORS_AREAS
from visitation.statistics.small import Few, Mean, Share, mean

GROUPS: dict[str, Callable[[Followed], str]] = {
    "unit": lambda one: one.unit,
    "form": lambda one: one.form,
    "year": lambda one: f"{one.started.year}",
    "quarter": lambda one: f"{one.started.year}-{(one.started.month + 2) // 3}",
    "standing": lambda one: one.standing,
}
Scores = list[list[float]]  # of each course those given, in order


@dataclass(frozen=True)
class Alliance:
    """How the citizens rate the collaboration: from the first to the last SRS, and of how many the last one lies below the limit.

    `by_session` is the mean of the first session, the second, and so on: of fewer and fewer."""

    srs: Change
    strained: Share
    by_session: tuple[Mean, ...]


@dataclass(frozen=True)
class Report:
    """The scores of some courses.

    `coverage`: of those started, how many have at least two ORS; `enough` whether that passes the gate. `began`: the first ORS of all
    that have one. `ors`, the `areas` by name, and `reliable` are of those with two."""

    coverage: Share
    enough: bool
    began: Mean
    ors: Change
    areas: dict[str, Change]
    reliable: Reliable
    alliance: Alliance


def report(followed: Iterable[Followed], thresholds: Thresholds = STANDARD) -> Report:
    """The scores of the courses that have started."""
    few = thresholds.few
    courses = [sorted(one.sessions, key=lambda session: session.day) for one in followed if one.started]
    ors = _given(courses, lambda session: session.ors)
    pairs = _pairs(ors)
    return Report(
        coverage=Share(len(pairs), len(courses), few),
        enough=bool(courses) and len(pairs) >= thresholds.gate * len(courses),
        began=mean([scores[0] for scores in ors if scores], few),
        ors=change(pairs, few),
        areas={name: change(_pairs(_given(courses, lambda session, i=i: session.areas[i])), few) for i, name in enumerate(ORS_AREAS)},
        reliable=reliable(pairs, thresholds),
        alliance=_alliance(_given(courses, lambda session: session.srs), thresholds),
    )


def grouped(followed: Iterable[Followed], by: str, thresholds: Thresholds = STANDARD) -> dict[str, Report]:
    """The reports of the started courses by one of GROUPS; by "standing" drop-outs stand beside those who completed."""
    if by not in GROUPS:
        raise VisitationError(f"ukendt opdeling '{by}'; tilladt er {allowed(GROUPS)}")
    found: dict[str, list[Followed]] = {}
    for one in followed:
        if one.started:
            found.setdefault(GROUPS[by](one), []).append(one)
    return {name: report(found[name], thresholds) for name in sorted(found)}


def _alliance(scores: Scores, thresholds: Thresholds) -> Alliance:
    few, strained = thresholds.few, [given[-1] < thresholds.alliance for given in scores if given]
    return Alliance(change(_pairs(scores), few), Share(sum(strained), len(strained), few), _by_session(scores, few))


def _given(courses: Iterable[Sequence[Session]], score: Callable[[Session], float | None]) -> Scores:
    return [[given for session in sessions if (given := score(session)) is not None] for sessions in courses]


def _pairs(scores: Scores) -> Pairs:
    return [(given[0], given[-1]) for given in scores if len(given) > 1]


def _by_session(scores: Scores, few: Few) -> tuple[Mean, ...]:
    longest = max(map(len, scores), default=0)
    return tuple(mean([given[i] for given in scores if len(given) > i], few) for i in range(longest))
