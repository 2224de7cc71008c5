"""The invented cases that come with a model, for a team to answer together."""

from typing import Annotated, Literal

from pydantic import Field, ValidationError

from visitation.errors import ModelError
from visitation.model import Model, Part, Text
from visitation.model.base import Id
from visitation.model.check import unique
from visitation.model.yaml import Document, read_yaml

FILE = "vignettes.yaml"
SAID = {
    "missing": "mangler",
    "string_type": "skal være tekst; sæt værdien i anførselstegn",
    "tuple_type": "skal være en liste",
    "literal_error": "skal være true: en sag i øvelsen er opdigtet og ligner ingen bestemt borger",
}


class Vignette(Part):
    """An invented case: what it is called, what the citizen says, and what is known."""

    id: Id
    label: Text
    words: Text
    text: Text


class Vignettes(Part):
    """The invented cases of a model; the file says itself that they are invented."""

    invented: Literal[True]
    vignettes: Annotated[tuple[Vignette, ...], Field(min_length=1)]


def vignettes(model: Model) -> tuple[Vignette, ...]:
    """The invented cases of a model, none when it has no such file; ModelError names file, place and what is wrong."""
    path = model.folder / FILE
    if not path.exists():
        return ()
    document = read_yaml(path)
    try:
        found = Vignettes.model_validate(document.data).vignettes
    except ValidationError as error:
        raise _sentence(document, error) from None
    unique(document, ("vignettes",), found)
    return found


def _sentence(document: Document, error: ValidationError) -> ModelError:
    first = error.errors(include_url=False)[0]
    where, kind = ".".join(str(part) for part in first["loc"]), first["type"]
    said = first["msg"] if kind == "model" else SAID.get(kind, "må ikke være tom")
    return document.wrong(document.line(first["loc"]), f"{where + ': ' if where else ''}{said}")
