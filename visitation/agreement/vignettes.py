"""The invented cases that come with a model, for a team to answer together."""

from visitation.model import Model, Part, Text
from visitation.model.base import Id, Some
from visitation.model.check import unique
from visitation.model.load import read_part

FILE = "vignettes.yaml"


class Vignette(Part):
    """An invented case: what it is called, what the citizen says, and what is known."""

    id: Id
    label: Text
    words: Text
    text: Text


class Vignettes(Part):
    """The invented cases of a model; the file says itself that they are invented."""

    invented: bool
    vignettes: Some[Vignette]

    def __post_init__(self):
        if not self.invented:
            raise ValueError("invented: skal være true: en sag i øvelsen er opdigtet og ligner ingen bestemt borger")


def vignettes(model: Model) -> tuple[Vignette, ...]:
    """The invented cases of a model, none when it has no such file; ModelError names file, place and what is wrong."""
    path = model.folder / FILE
    if not path.exists():
        return ()
    document, found = read_part(path, Vignettes)
    unique(document, ("vignettes",), found.vignettes)
    return found.vignettes
