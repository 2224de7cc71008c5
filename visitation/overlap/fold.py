"""The review as its events leave it, brought on by one event at a time."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from visitation.errors import VisitationError, allowed
from visitation.overlap.citizen import FIRST, Answers, Citizen, Rater, Rating
from visitation.overlap.schema import Overlap
from visitation.register import beside
from visitation.register.events import Event
from visitation.register.records import LISTED
from visitation.vocabulary import CENTRES

TYPES = f"{LISTED.room}-typer"  # the room of the types' own names


@dataclass(frozen=True)
class Progress:
    """How many citizens of a round are rated, and of how many."""

    done: int
    total: int

    @property
    def left(self) -> int:
        """How many are not."""
        return self.total - self.done


class Review:
    """The review of a municipality. `citizens` by reference in the order they were first listed; `names` the types' own names.

    `names_version` is how often the types have been named. What one event changes, `take` changes in place."""

    def __init__(self, municipality: str):
        self.municipality = municipality
        self.citizens: dict[str, Citizen] = {}
        self.names: dict[str, str] = {}
        self.names_version = 0
        self._below = beside.reference(LISTED.room, municipality, "")
        self._acts: dict[Rater, list[tuple[str, int]]] = {}

    def take(self, event: Event) -> None:
        """Brings the review on by an event; VisitationError for one that does not follow."""
        if event.kind not in STEPS:
            raise VisitationError(f"Gennemgangen: ukendt hændelse {event.kind}; tilladt er {allowed(STEPS)}.")
        STEPS[event.kind](self, event.case.removeprefix(self._below), event)

    def case_of(self, reference: str) -> str:
        """What stands in the register as the case of a citizen's events."""
        return self._below + reference

    def citizen(self, reference: str) -> Citizen:
        """The citizen of that reference; VisitationError when there is none."""
        if reference not in self.citizens:
            raise VisitationError(f"Borger '{reference}' er ikke på listen; indlæs listen, eller vælg en, der er på den.")
        return self.citizens[reference]

    def next(self, by: Rater, after: str | None = None) -> Citizen | None:
        """The next citizen for a rater, after one that was just shown and round to the first again; None when all are done."""
        order = list(self.citizens)
        begin = order.index(after) + 1 if after in self.citizens else 0
        return next((one for name in order[begin:] + order[:begin] if self.waits(one := self.citizens[name], by)), None)

    def waits(self, citizen: Citizen, by: Rater) -> bool:
        """Whether the citizen is for this rater to rate: nobody has in the first round, or drawn and first rated by somebody else."""
        if citizen.rating(by.round):
            return False
        first = citizen.rating(FIRST)
        return by.round == FIRST or bool(citizen.drawn and first and first.by.name != by.name)

    def mine(self, by: Rater) -> list[Citizen]:
        """Those whom the rater has rated in the round, the latest last."""
        return [self.citizens[name] for name in reversed(dict.fromkeys(name for name, _ in reversed(self._acts.get(by, []))))]

    def latest(self, by: Rater) -> tuple[str, int] | None:
        """The rater's latest rating that stands, as a reference and the version it gave; None without one."""
        return next(reversed(self._acts.get(by, [])), None)

    def progress(self, round_: int = FIRST) -> Progress:
        """How far a round is: the first is about all on the list, the second about those drawn."""
        there = [one for one in self.citizens.values() if round_ == FIRST or one.drawn]
        return Progress(sum(one.rating(round_) is not None for one in there), len(there))

    def type_name(self, data: Overlap, type_id: str, lang: str) -> str:
        """What a type is called: the municipality's own name, else that of overlap.yaml."""
        label = next(one.label for one in data.types if one.id == type_id)
        return self.names.get(type_id) or label.in_(lang)

    def _listed(self, reference: str, event: Event) -> None:
        facts = listed(reference, event)
        before = self.citizens.get(reference)
        self.citizens[reference] = replace(facts, drawn=before.drawn, ratings=before.ratings) if before else facts

    def _drawn(self, reference: str, event: Event) -> None:
        self.citizens[reference] = replace(self.citizen(reference), version=event.version, drawn=True)

    def _rated(self, reference: str, event: Event) -> None:
        citizen, one = self.citizen(reference), rating(event)
        self.citizens[reference] = replace(citizen, version=event.version, ratings=(*citizen.ratings, one))
        self._acts.setdefault(one.by, []).append((reference, one.version))

    def _undone(self, reference: str, event: Event) -> None:
        citizen, version = self.citizen(reference), event.data["version"]
        gone = next((one for one in citizen.ratings if one.version == version), None)
        if gone is None:
            raise VisitationError(f"Borger {reference}: hændelse {event.version} fortryder en bedømmelse, der ikke er der.")
        left = tuple(one for one in citizen.ratings if one is not gone)
        self.citizens[reference] = replace(citizen, version=event.version, ratings=left)
        self._acts[gone.by].remove((reference, version))

    def _named(self, _: str, event: Event) -> None:
        self.names, self.names_version = dict(event.data["names"]), event.version


STEPS = {
    LISTED.event: Review._listed,
    "review_drawn": Review._drawn,
    "review_rated": Review._rated,
    "review_undone": Review._undone,
    "types_named": Review._named,
}


def fold(municipality: str, events: Iterable[Event]) -> Review:
    """The review that these events, in their order, leave behind."""
    review = Review(municipality)
    for event in events:
        review.take(event)
    return review


def listed(reference: str, event: Event) -> Citizen:
    """The citizen that a `review_listed` event tells of."""
    told = event.data
    return Citizen(
        reference=reference,
        version=event.version,
        day=date.fromisoformat(told["day"]),
        age_group=told["age_group"],
        benefit=told["benefit"],
        condition=told["condition"],
        centres=tuple(centre for centre in CENTRES if told[centre] == "ja"),
        efforts=None if told["efforts"] is None else int(told["efforts"]),
        helped=told["helped"],
    )


def rating(event: Event) -> Rating:
    """The rating that a `review_rated` event tells of."""
    told = event.data
    several = {name: tuple(told[name]) for name in ("subcategories", "criteria", "tags")}
    answers = Answers(told["type"], **several, note=told["note"])
    return Rating(answers, Rater(told["rater"], told["round"]), datetime.fromisoformat(event.at), event.version)
