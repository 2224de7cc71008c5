"""Small registers with a list of citizens under review."""

from datetime import datetime, timedelta

from visitation.model import load
from visitation.overlap.citizen import Answers, Rater
from visitation.overlap.fold import Review
from visitation.overlap.read import read_overlap
from visitation.overlap.review import draw_second, keep, rate, read_review
from visitation.register import beside
from visitation.register.store import Register, open_register
from visitation.vocabulary import BENEFITS, CENTRES

AT = datetime(2021, 3, 8, 9)
DATA = read_overlap(load("slagelse"))
FACTS = {"day": "2021-02-01", "age_group": "30-49", "benefit": "kontanthjaelp", "condition": "psykisk", "efforts": 2, "helped": "nej"}


def listed_register(url: str, count: int, **facts) -> Register:
    """A register with so many citizens on Slagelse's list, alike but for reference, benefit and centres."""
    register = open_register(url)
    for number in range(1, count + 1):
        known = {centre: "ja" if centre == "am" or number % 2 else "nej" for centre in CENTRES}
        told = FACTS | known | {"benefit": BENEFITS[number % len(BENEFITS)]} | facts
        case = beside.reference("faellesmaengden", "slagelse", f"EKS-F-{number:04d}")
        register.append(case, 0, "review_listed", told, AT.isoformat())
    return register


def rated(register: Register, count: int, by: Rater, answers: Answers) -> Review:
    """The review after the rater has said the same of the next so many citizens, a few seconds apart."""
    review = read_review(register, "slagelse")
    for number in range(count):
        who = review.next(by)
        keep(register, review, rate(review, DATA, who.reference, answers, by, AT + timedelta(seconds=8 * number)))
    return review


def drawn(register: Register, count: int) -> None:
    """Draws so many of those rated for the second rating."""
    review = read_review(register, "slagelse")
    keep(register, review, *draw_second(review, count, 1, AT))
