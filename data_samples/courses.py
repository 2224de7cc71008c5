"""Which courses the invented decisions began, and the rows that tell what became of them."""

from collections.abc import Callable
from datetime import date
from random import Random

import courses_ringsted
import courses_slagelse
from meetings import RETURNS
from story import AT_HAND, Over, Story

COURSES = {
    "HENVIS_82AB": ("p82", courses_ringsted.p82),
    "P85": ("p85", courses_ringsted.p85),
    "FOKUS": ("fokus", courses_slagelse.fokus),
}
NO_APPLICATION = ("", "§ 82")  # the meeting's referral is the answer
ANSWER = "Afgørelse truffet, brev sendt."


def case_rows(
    rng: Random, case: str, made: list[tuple[date, str]], section: str, end: date, queue: tuple[int, int] = AT_HAND
) -> list[list[str]]:
    """What happened until `end` in the courses of one case, by its decisions' days and outcomes and the section it was applied under."""
    day, last = made[-1]
    stories = []
    first = next((number for number, (_, outcome) in enumerate(made) if outcome in courses_slagelse.VOICE), None)
    if first is not None:
        stories.append(("stemme", made[first][0], courses_slagelse.voice(made[first:])))
    if last in COURSES:
        stories.append((COURSES[last][0], day, COURSES[last][1]))
    if section not in NO_APPLICATION and last != "P85" and last not in RETURNS:
        stories.append(("", day, answered(section)))
    return [row for pathway, begun, tell in stories for row in told(Story(rng, case, pathway, begun, end, queue), tell)]


def told(story: Story, tell: Callable[[Story], None]) -> list[list[str]]:
    """The rows of a story, as far as it goes."""
    try:
        tell(story)
        story.until(story.end)
    except Over:
        pass
    return story.rows


def answered(section: str) -> Callable[[Story], None]:
    """The authority's answer to an application that no course carries."""

    def tell(story: Story) -> None:
        story.wait(*((4, 30) if story.chance(96) else (58, 75)))
        story.answered(section, ANSWER)

    return tell
