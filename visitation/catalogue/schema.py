"""What catalogue.yaml consists of: the offers that the documents tell of, the four forms of support, and the principle of the ladder."""

from typing import Literal, get_args

from visitation.model.base import Id, Part, Some, Sourced, Text
from visitation.vocabulary import ACTIVITIES

Form = Literal["gruppe", "en_til_en", "faelles"]
Purpose = Literal["traening", "laering", "problemloesning", "kompensation"]
PURPOSES: tuple[str, ...] = get_args(Purpose)


class Listed(Sourced, kw_only=True):
    """An offer of the catalogue: either one of the ladder's own, by the Danish name it has there, or one with its own name and words.

    `step` is None for what lies beside the ladder; `law` None: the provisions of the step. `planned`: the year in which a document only
    planned it. `activity`: what the unit's own sheet calls it. What is left empty the documents do not say."""

    id: Id
    step: Id | None
    offer: Id | None = None
    label: Text | None = None
    about: Text | None = None
    law: tuple[Id, ...] | None = None
    form: tuple[Form, ...] = ()
    purpose: tuple[Purpose, ...] = ()
    extent: Text | None = None
    unit: Text | None = None
    planned: int | None = None
    activity: Literal[ACTIVITIES] | None = None

    def __post_init__(self):
        super().__post_init__()
        own = (self.label is not None) + (self.about is not None)
        if own != (0 if self.offer else 2):
            raise ValueError("skal have enten offer (et tilbud på trinnet) eller både label og about")
        if self.offer and self.step is None:
            raise ValueError("har offer, men intet step; skriv det trin, som tilbuddet står på")


class SupportForm(Sourced, kw_only=True):
    """One of the four forms of support: what it answers, what is done, and the step it mostly points to."""

    id: Purpose
    label: Text
    cause: Text
    help: Text
    step: Id


class Principle(Sourced):
    """Why the least intrusive help comes first, in plain words."""

    points: Some[Text]


class Catalogue(Part):
    """All of it; empty for a model that says nothing."""

    offers: tuple[Listed, ...] = ()
    forms: tuple[SupportForm, ...] = ()
    principle: Principle | None = None
