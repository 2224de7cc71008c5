"""A citizen under review: what the list tells, and the ratings that stand."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from visitation.errors import VisitationError

LABEL = re.compile(r"bedømmer [1-9]\d?")
FIRST, SECOND = ROUNDS = (1, 2)


@dataclass(frozen=True)
class Rater:
    """Who rates, by a label that is no name, in the first round or blind in the second; VisitationError for another."""

    name: str
    round: int = FIRST

    def __post_init__(self):
        if not LABEL.fullmatch(self.name):
            raise VisitationError(f"'{self.name}' er ikke en bedømmer; tilladt er bedømmer 1 til bedømmer 99, aldrig et navn.")
        if self.round not in ROUNDS:
            raise VisitationError(f"Runden er {self.round}; tilladt er 1 og 2.")


@dataclass(frozen=True)
class Answers:
    """What a rater says of a citizen: ids of overlap.yaml, several but for the type, and a note."""

    type: str
    subcategories: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Rating:
    """What was said, by whom, when; `version` is the citizen's version that it gave."""

    answers: Answers
    by: Rater
    at: datetime
    version: int


@dataclass(frozen=True)
class Citizen:
    """A citizen on the list as last told. `centres` are those that know the citizen, `efforts` how many there were, None if unknown.

    `drawn`: for the second rating. `ratings` are those that stand, in order; the last of a round is its rating."""

    reference: str
    version: int
    day: date
    age_group: str
    benefit: str
    condition: str
    centres: tuple[str, ...]
    efforts: int | None
    helped: str
    drawn: bool = False
    ratings: tuple[Rating, ...] = ()

    def rating(self, round_: int) -> Rating | None:
        """The rating of a round; in the second round the first one's is not for the rater's eyes."""
        return next((one for one in reversed(self.ratings) if one.by.round == round_), None)
