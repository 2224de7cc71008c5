"""What the review of the overlap group has come to for one rater, and what the screen may do with it; every act is stored at once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time

from visitation.errors import VisitationError
from visitation.overlap.citizen import FIRST, ROUNDS, Answers, Citizen, Rater, Rating
from visitation.overlap.fold import Progress
from visitation.overlap.read import read_overlap
from visitation.overlap.review import draw_second, keep, rate, read_review, rename_types, undo
from visitation.overlap.selection import Selection, selection
from visitation.register.trouble import Conflict
from visitation.vocabulary import VOCABULARY
from widgets.overlap.fields import FIELDS, whole
from widgets.overlap.pace import Pace
from widgets.session import Session

TABS = ("review", "overview", "agreement", "selection", "grants", "types", "about")
RATERS = ("1", "2", "3", "4")
RECENT = 30  # changes that the screen is told of again: more than can be on their way at once


@dataclass(frozen=True)
class Refused:
    """A rating that was not stored, as it was sent in action `number`, and why."""

    number: int
    citizen: str
    answers: Answers
    why: str


@dataclass(frozen=True)
class Undone:
    """A rating that action `number` took back."""

    number: int
    citizen: str
    answers: Answers


class OverlapState:
    """One rater's review. `recent` holds what the screen is told of: citizens with the rating of theirs that now stands, or None."""

    def __init__(self, session: Session, now: Callable[[], datetime] = datetime.now):
        self.session, self.now = session, now
        self.data = read_overlap(session.model)
        self.reload()
        self.rater = Rater(f"bedømmer {_asked(session, 'bedoemmer', RATERS)}", int(_asked(session, "runde", tuple(map(str, ROUNDS)))))
        self.tab, self.given = TABS[0], {name: field.usual for name, field in FIELDS.items()}
        if self.data.quotas:
            self.given["total"] = self.data.quotas.total
        self.pace, self.number = Pace(now), 0
        self.recent: list[tuple[str, Rating | None]] = []
        self.refused: Refused | None = None
        self.undone: Undone | None = None
        self.message: str | None = None
        self.fault: tuple[str, str, str] | None = None

    def reload(self) -> None:
        """Reads the whole list from the register."""
        self.review = read_review(self.session.register, self.session.model.head.id)

    @property
    def listed(self) -> list[Citizen]:
        """The citizens this rater goes through, in the list's order: all, or those drawn that are the rater's own or still waiting."""
        citizens = list(self.review.citizens.values())
        if self.rater.round == FIRST:
            return citizens
        return [one for one in citizens if self.review.waits(one, self.rater) or self.owns(one)]

    def owns(self, citizen: Citizen) -> bool:
        """Whether it is this rater who has rated the citizen in the round."""
        standing = citizen.rating(self.rater.round)
        return standing is not None and standing.by == self.rater

    @property
    def progress(self) -> Progress:
        """How far the round is: all raters' in the first, this rater's own share of those drawn in the second."""
        if self.rater.round == FIRST:
            return self.review.progress(FIRST)
        listed = self.listed
        return Progress(sum(self.owns(one) for one in listed), len(listed))

    @property
    def start(self) -> str | None:
        """Where the rater left off: the first unrated citizen after the one rated last.

        Raters begin at different places of the list, so that two who work at once do not meet."""
        listed, mine = self.listed, self.review.mine(self.rater)
        if not listed:
            return None
        share = RATERS.index(self.rater.name.split()[-1]) * len(listed) // len(RATERS)
        found = self.review.next(self.rater, after=(mine[-1] if mine else listed[share - 1]).reference)
        return (found or listed[0]).reference

    def selection(self) -> Selection:
        """A selection as asked for; VisitationError when the list cannot give so many."""
        given, quotas = self.given, self.data.quotas
        benefits, conditions = (one.id for one in self.data.benefits), VOCABULARY["target_group"]
        return selection(self.review.citizens.values(), benefits, conditions, given["total"], quotas.at_least, given["pick"])

    def at(self) -> datetime:
        """The session's day with the time of the clock."""
        return datetime.combine(self.session.today, time.fromisoformat(self.now().time().isoformat("milliseconds")))

    # What the screen can do.

    def show(self, tab: str) -> None:
        """Opens a part of the page."""
        if tab in TABS:
            self.tab = tab

    def rate(self, citizen: str, answers: Answers) -> None:
        """Stores what the rater says of a citizen; when it is refused, it stays here with the reason."""
        try:
            self._keep(citizen, rate(self.review, self.data, citizen, answers, self.rater, self.at()))
        except VisitationError as error:
            self.refused = Refused(self.number, citizen, answers, str(error))
            raise
        self.pace.rated()
        if self.refused and self.refused.citizen == citizen:
            self.refused = None

    def undo(self) -> None:
        """Takes back what the rater stored last."""
        before = self.review.mine(self.rater)
        draft = undo(self.review, self.rater, self.at())
        last = before[-1]
        self._keep(last.reference, draft)
        self.undone = Undone(self.number, last.reference, last.rating(self.rater.round).answers)

    def draw(self) -> None:
        """Draws citizens at random for a second, blind rating."""
        self._keep(None, *draw_second(self.review, self.given["second"], self.given["seed"], self.at()))

    def name(self, type_id: str, given: str) -> None:
        """Renames a type on the municipality's own list."""
        self._keep(None, rename_types(self.review, self.data, {type_id: given.strip()}, self.at()))

    def set(self, key: str, given: str) -> None:
        """Takes a number as written; refused, the last good one stays."""
        if key not in FIELDS:
            return
        try:
            self.given[key] = whole(FIELDS[key], given, self.session.lang)
        except VisitationError as error:
            self.fault = (key, given, str(error))

    def _keep(self, citizen: str | None, *drafts) -> None:
        """Writes and folds; after a conflict the whole list is read again, so that the next attempt sees what others wrote."""
        try:
            keep(self.session.register, self.review, *drafts)
        except Conflict:
            self.reload()
            self.recent = [(one.reference, self._standing(one)) for one in self.listed]
            raise
        if citizen:
            self.recent = [*self.recent[-RECENT:], (citizen, self._standing(self.review.citizens[citizen]))]

    def _standing(self, citizen: Citizen) -> Rating | None:
        return citizen.rating(self.rater.round)


def _asked(session: Session, name: str, allowed: tuple[str, ...]) -> str:
    """What the address says, or the first that is allowed."""
    return session.asked.get(name) if session.asked.get(name) in allowed else allowed[0]
