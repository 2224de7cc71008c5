"""What the meetings decided on the enquiries, and what happened in the courses that began there, as rows of the files."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from random import Random

import courses
import meetings
from arrivals import AGE, SECTION, WORDS, Arrival
from files import day_of, written
from places import SEED, TODAY, Municipality

AFTER_ANSWERS = ["Afvigelse", "Begrundelse"]
Rows = list[list[str]]


def header(place: Municipality) -> list[str]:
    """The columns of beslutninger.csv."""
    return ["Sagsnummer", "Dato", *place.questions, *AFTER_ANSWERS]


def steps(rng: Random, place: Municipality, arrival: Arrival) -> list[meetings.Step]:
    """The decisions an enquiry went through, week by week."""
    if place.name == "ringsted":
        return meetings.ringsted(rng, arrival.story)
    return meetings.slagelse(rng, arrival.story, arrival.row[AGE].replace(" ", ""), arrival.row[WORDS])


def decision_rows(place: Municipality, arrival: Arrival, taken: Iterable[meetings.Step]) -> Rows:
    """The rows of these decisions on an enquiry."""
    return [
        [
            arrival.case,
            written(arrival.meeting + timedelta(weeks=step.weeks)),
            *(step.answers.get(question, "") for question in place.questions),
            step.chosen,
            step.reason,
        ]
        for step in taken
    ]


def in_order(rows: Iterable[list[str]]) -> Rows:
    """The decisions from before TODAY, meeting by meeting."""
    return sorted((row for row in rows if day_of(row[1]) < TODAY), key=lambda row: (day_of(row[1]), row[0]))


def led_to(place: Municipality, rows: Rows) -> list[tuple[date, str]]:
    """The day and the outcome of each decision."""
    answers = [dict(zip(place.questions, row[2:], strict=False)) for row in rows]
    return [(day_of(row[1]), row[-2] or meetings.outcome(told)) for row, told in zip(rows, answers, strict=True)]


def course_rows(place: Municipality, arrived: list[Arrival], decided: Rows) -> Rows:
    """The rows of forloeb.csv: what happened in the courses that the decisions began, in order."""
    by_case: dict[str, Rows] = {}
    for row in decided:
        by_case.setdefault(row[0], []).append(row)
    sections = {arrival.case: arrival.row[SECTION] for arrival in arrived}
    told = (courses.case_rows(Random(f"{SEED} {case}"), case, led_to(place, rows), sections[case], TODAY) for case, rows in by_case.items())
    return in_time(row for rows in told for row in rows)


def in_time(rows: Iterable[list[str]]) -> Rows:
    """What happened, in order of time."""
    return sorted(rows, key=lambda row: (datetime.strptime(row[1], "%d-%m-%Y %H:%M"), row[0]))
