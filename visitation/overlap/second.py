"""The second rating: what the two raters said of the same citizens, question by question."""

from collections.abc import Mapping

from visitation.overlap.citizen import FIRST, SECOND, Answers
from visitation.overlap.fold import Review
from visitation.overlap.schema import Overlap

SEVERAL = ("subcategories", "criteria", "tags")  # of these a citizen may have several, so each is a question of its own
Pairs = Mapping[str, list[tuple[str, str]]]


def questions(review: Review, data: Overlap) -> Pairs:
    """What the first and the second rater said, "ja" or "nej" but for the type, of everybody whom both have rated.

    By "type", then "subcategories.boern" and the like in the order of overlap.yaml."""
    twice = [one for one in review.citizens.values() if one.rating(FIRST) and one.rating(SECOND)]
    said = [(one.rating(FIRST).answers, one.rating(SECOND).answers) for one in twice]
    found = {"type": [(first.type, second.type) for first, second in said]}
    for name in SEVERAL:
        for one in getattr(data, name):
            found[f"{name}.{one.id}"] = [(_has(first, name, one.id), _has(second, name, one.id)) for first, second in said]
    return found


def _has(answers: Answers, name: str, one: str) -> str:
    return "ja" if one in getattr(answers, name) else "nej"
