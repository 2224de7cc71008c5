"""What a municipality calls its units, its meeting and its course, and how they are reached: texts/texts.yaml of its model."""

from visitation.model import Model
from visitation.model.base import Id, Part
from visitation.model.load import read_part

FOLDER = "texts"


class Unit(Part):
    """A unit by its name, with the lines that say how to reach it."""

    name: Id
    contact: tuple[Id, ...] = ()


class Texts(Part):
    """The words in which one municipality differs from another; what is left out stays a blank in the document.

    `municipality` where it is not the model's label and "Kommune"."""

    municipality: Id | None = None
    authority: Unit | None = None
    provider: Unit | None = None
    meeting: Id | None = None
    course: Id | None = None
    first_meeting: Id | None = None


def words(model: Model) -> dict[str, str]:
    """The words as templates name them, without those that are not known. ModelError with file and line when the file is wrong."""
    path = model.folder / FOLDER / "texts.yaml"
    own = read_part(path, Texts)[1] if path.exists() else Texts()
    known = {
        "kommune": own.municipality or f"{model.head.label.da} Kommune",
        "moede": own.meeting,
        "forloeb": own.course,
        "foerste_moede": own.first_meeting,
    }
    for role, unit in (("myndighed", own.authority), ("udfoerer", own.provider)):
        known[role] = unit and unit.name
        known[f"kontakt_{role}"] = unit and "\n".join(unit.contact)
    return {name: said for name, said in known.items() if said}
