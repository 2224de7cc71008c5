"""Where the documents disagree or fall silent: what was found, and how the model handles it."""

from collections.abc import Iterable
from typing import Literal

from visitation.model.base import Id, Part, Some, Source, Text
from visitation.model.check import known, unique
from visitation.model.yaml import Document


class Parameter(Part):
    """A number that the municipality sets; no values while it has not, several when they are scenarios or boundaries."""

    name: Id
    values: tuple[int, ...]
    unit: Text


class Contradiction(Part, kw_only=True):
    """What the documents leave open or disagree on, where they say it, and how the model handles it and where it shows."""

    id: Id
    label: Text
    found: Text
    source: Some[Source]
    handled: Literal["parameter", "profil", "antagelse", "note"]
    parameter: Parameter | None = None
    where: tuple[str, ...]
    text: Text

    def __post_init__(self):
        if self.handled != "note" and not self.where:
            raise ValueError(f"where må ikke være tom; kun en note står ingen steder, ikke {self.handled}")
        if self.parameter and self.handled != "parameter":
            raise ValueError(f"har en parameter, men håndteres som {self.handled}; skriv handled: parameter")


class Contradictions(Part):
    """All contradictions of a model."""

    contradictions: tuple[Contradiction, ...] = ()


def check_contradictions(read: tuple[Document, Contradictions], shown: Iterable[str]) -> None:
    """Every contradiction shows in parts of the model (their ids are `shown`) or in a parameter, and parameters have names of their own."""
    document, found = read[0], read[1].contradictions
    names = [one.parameter.name for one in found if one.parameter]
    places = (*shown, *names)
    unique(document, ("contradictions",), found)
    for i, one in enumerate(found):
        for where in one.where:
            known(document, ("contradictions", i, "where"), f"sted i {one.id}:", where, places)
        _check_parameter(document, ("contradictions", i), one, names)


def _check_parameter(document: Document, place: tuple, one: Contradiction, names: list[str]) -> None:
    if one.handled == "parameter" and not (one.parameter or set(one.where) & set(names)):
        raise document.wrong(document.line(place), f"{one.id} mangler 'parameter'; eller nævn en anden modstrids parameter i where")
    if one.parameter and names.count(one.parameter.name) > 1:
        raise document.wrong(document.line(place), f"parameteren '{one.parameter.name}' står to gange; brug et andet navn")
