"""What a rater does: each act gives drafts of register events, refused in plain words; `keep` writes them and brings the review on."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from random import Random

from visitation.errors import VisitationError, allowed
from visitation.overlap.citizen import FIRST, SECOND, Answers, Citizen, Rater
from visitation.overlap.fold import TYPES, Review, fold
from visitation.overlap.schema import Named, Overlap
from visitation.register import beside
from visitation.register.events import GENESIS, Draft, seal
from visitation.register.records import LISTED
from visitation.register.store import Register

LONGEST_NAME, LONGEST_NOTE = 60, 500


def read_review(register: Register, municipality: str) -> Review:
    """The review of a municipality as the register holds it."""
    listed = register.known().below(beside.reference(LISTED.room, municipality, ""))
    return fold(municipality, [*listed, *register.events(beside.reference(TYPES, municipality))])


def keep(register: Register, review: Review, *drafts: Draft) -> None:
    """Writes the drafts, all or none, and brings the review on by them; Conflict when somebody else was first."""
    register.append_all(drafts)
    for draft in drafts:
        review.take(seal(draft, 1, GENESIS, ""))


def rate(review: Review, data: Overlap, reference: str, answers: Answers, by: Rater, at: datetime) -> Draft:
    """A `review_rated` event; VisitationError for unknown ids, and where the citizen is not this rater's in this round."""
    citizen = review.citizen(reference)
    _refuse_others(citizen, by)
    several = {name: _ordered(getattr(data, name), getattr(answers, name), reference) for name in ("subcategories", "criteria", "tags")}
    (type_,) = _ordered(data.types, (answers.type,), reference)
    if len(answers.note) > LONGEST_NOTE:
        raise VisitationError(f"Noten har {len(answers.note)} tegn; tilladt er {LONGEST_NOTE}.")
    told = {"rater": by.name, "round": by.round, "type": type_, **several, "note": answers.note}
    return _draft(review, citizen, "review_rated", told, at)


def undo(review: Review, by: Rater, at: datetime) -> Draft:
    """A `review_undone` event that takes back the rater's own latest rating of the round; VisitationError when none stands."""
    if (latest := review.latest(by)) is None:
        raise VisitationError(f"{by.name} har ingen bedømmelse at fortryde i runde {by.round}.")
    reference, version = latest
    return _draft(review, review.citizen(reference), "review_undone", {"rater": by.name, "round": by.round, "version": version}, at)


def draw_second(review: Review, count: int, seed: int, at: datetime) -> list[Draft]:
    """`review_drawn` events for so many citizens at random, of those first rated and not drawn before; VisitationError for too many."""
    there = [one for one in review.citizens.values() if one.rating(FIRST) and not one.drawn]
    if not 1 <= count <= len(there):
        raise VisitationError(f"Stikprøven er {count} borgere; tilladt er 1 til {len(there)}, så mange er bedømt og ikke udtrukket.")
    return [_draft(review, one, "review_drawn", {"seed": seed}, at) for one in Random(seed).sample(there, count)]


def rename_types(review: Review, data: Overlap, names: Mapping[str, str], at: datetime) -> Draft:
    """A `types_named` event with the types' own names; an empty name takes the placeholder again. VisitationError for what is no name."""
    own = [one.id for one in data.types if not one.outside]
    if unknown := [name for name in names if name not in own]:
        raise VisitationError(f"Typen '{unknown[0]}' kan ikke få navn; tilladt er {allowed(own)}.")
    told = {name: said for name, said in ((name, " ".join(text.split())) for name, text in (review.names | dict(names)).items()) if said}
    if too_long := [said for said in told.values() if len(said) > LONGEST_NAME]:
        raise VisitationError(f"Navnet '{too_long[0][:LONGEST_NAME]}…' er for langt; tilladt er {LONGEST_NAME} tegn.")
    if len({said.casefold() for said in told.values()}) < len(told):
        raise VisitationError("To typer har samme navn; hver type skal have sit eget.")
    return Draft(beside.reference(TYPES, review.municipality), review.names_version, "types_named", {"names": told}, _at(at))


def _refuse_others(citizen: Citizen, by: Rater) -> None:
    """A round has one rater per citizen, who may rate again; the second is another one than the first, and only of those drawn."""
    standing, first = citizen.rating(by.round), citizen.rating(FIRST)
    if standing and standing.by != by:
        raise VisitationError(f"Borger {citizen.reference} er allerede bedømt af {standing.by.name}; vælg en anden borger.")
    if by.round == SECOND and not citizen.drawn:
        raise VisitationError(f"Borger {citizen.reference} er ikke udtrukket til anden bedømmelse; vælg en fra stikprøven.")
    if by.round == SECOND and first and first.by.name == by.name:
        raise VisitationError(f"{by.name} har selv bedømt borger {citizen.reference} første gang; en anden skal bedømme anden gang.")


def _ordered(known: Iterable[Named], given: Iterable[str], reference: str) -> list[str]:
    """What was given in the order of what is known, each once; VisitationError names what is unknown."""
    ids, chosen = [one.id for one in known], set(given)
    if unknown := sorted(chosen - set(ids)):
        raise VisitationError(f"Borger {reference}: ukendt valg '{unknown[0]}'; tilladt er {allowed(ids)}.")
    return [one for one in ids if one in chosen]


def _draft(review: Review, citizen: Citizen, kind: str, told: dict, at: datetime) -> Draft:
    return Draft(review.case_of(citizen.reference), citizen.version, kind, told, _at(at))


def _at(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
