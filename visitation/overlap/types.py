"""What the citizens of each type have in common: how many meet how many criteria and the like. Facts of a group, no score of a person."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from visitation.overlap.citizen import FIRST, Citizen
from visitation.overlap.fold import Review
from visitation.overlap.schema import Overlap


@dataclass(frozen=True)
class TypeFacts:
    """The `n` citizens rated as a type. `criteria`, `subcategories` and `centres` say of how many citizens there are 0, 1, 2, ...;

    `each_criterion`, `each_subcategory`, `each_tag` and `each_centre` how many citizens have it, by id."""

    type: str
    n: int
    criteria: dict[int, int]
    subcategories: dict[int, int]
    centres: dict[int, int]
    each_criterion: dict[str, int]
    each_subcategory: dict[str, int]
    each_tag: dict[str, int]
    each_centre: dict[str, int]


def by_type(review: Review, data: Overlap) -> tuple[TypeFacts, ...]:
    """The facts of every type in the order of overlap.yaml, by the first rating, also of those nobody was sorted into."""
    rated = [one for one in review.citizens.values() if one.rating(FIRST)]
    return tuple(_facts(one.id, [who for who in rated if who.rating(FIRST).answers.type == one.id], data) for one in data.types)


def in_both(data: Overlap, citizens: Iterable[Citizen]) -> list[Citizen]:
    """Those whom both of the two centres know."""
    return [one for one in citizens if set(data.both) <= set(one.centres)]


def departments(data: Overlap, citizens: Iterable[Citizen]) -> tuple[dict[int, int], dict[int, int]]:
    """How many citizens meet 1, 2, ... centres, today and with one entrance.

    With one entrance those whom both centres know meet only the first of the two, one caseworker instead of two; the others as today."""
    there = list(citizens)
    both = {one.reference for one in in_both(data, there)}
    most = len(data.centres)
    today = _counts((len(one.centres) for one in there), 1, most)
    after = _counts((1 if one.reference in both else len(one.centres) for one in there), 1, most)
    return today, after


def _facts(type_id: str, there: list[Citizen], data: Overlap) -> TypeFacts:
    answers = [one.rating(FIRST).answers for one in there]
    several = {name: [getattr(one, name) for one in answers] for name in ("criteria", "subcategories", "tags")}
    several["centres"] = [one.centres for one in there]
    names = {"each_criterion": "criteria", "each_subcategory": "subcategories", "each_tag": "tags", "each_centre": "centres"}
    return TypeFacts(
        type=type_id,
        n=len(there),
        **{name: _counts(map(len, several[name]), 0, len(getattr(data, name))) for name in ("criteria", "subcategories", "centres")},
        **{each: {one.id: sum(one.id in ids for ids in several[name]) for one in getattr(data, name)} for each, name in names.items()},
    )


def _counts(numbers: Iterable[int], low: int, high: int) -> dict[int, int]:
    found = Counter(numbers)
    return {number: found[number] for number in range(low, high + 1)}
