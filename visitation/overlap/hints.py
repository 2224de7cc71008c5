"""What the list itself tells of a citizen: suggestions for the rater, who decides."""

from collections.abc import Iterable

from visitation.overlap.citizen import Citizen
from visitation.overlap.schema import Overlap, Tag


def criteria_known(data: Overlap, citizen: Citizen) -> tuple[str, ...]:
    """The criteria that the list says are met; the others take a judgement."""
    met = [one for one in data.criteria if one.centre in citizen.centres or (one.benefit and one.benefit == citizen.benefit)]
    return tuple(one.id for one in met)


def tags_suggested(data: Overlap, citizen: Citizen) -> tuple[str, ...]:
    """The tags whose reason the list bears out."""
    return tuple(tag.id for tag in data.tags if _fits(tag, citizen))


def partners(data: Overlap, subcategories: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The centres suggested to take part, each with the sub-categories that ask for it, in the order of the centres."""
    chosen = [one for one in data.subcategories if one.id in set(subcategories)]
    asked = {centre.id: tuple(one.id for one in chosen if centre.id in one.partners) for centre in data.centres}
    return {centre: why for centre, why in asked.items() if why}


def _fits(tag: Tag, citizen: Citizen) -> bool:
    tried = tag.efforts is not None and citizen.efforts is not None
    return citizen.age_group in tag.age_groups or (tried and citizen.efforts >= tag.efforts and citizen.helped == "nej")
