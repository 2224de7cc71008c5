"""What a municipality says of its own publication: whom to ask, and which written numbers it has chosen to show."""

from visitation.errors import allowed
from visitation.guideposts.read import read_guideposts
from visitation.model import Model
from visitation.model.base import Id, Part, Text
from visitation.model.load import read_part

FILE = "published.yaml"


class Contact(Part):
    """Whom a reader can ask: the unit, its telephone number and its address for mail."""

    unit: Text
    phone: Id
    mail: Id


class Settings(Part):
    """`contact` is None until the municipality has written it. `values` are the indicators of the guideposts, as "P4.3/milepael",
    whose written numbers may be shown: a choice, as nothing in the register says which numbers are about persons."""

    contact: Contact | None = None
    values: tuple[Id, ...] = ()


def read_settings(model: Model) -> Settings:
    """The settings of a model, empty when it has no such file; ModelError when it names an indicator that there is none of."""
    path = model.folder / FILE
    if not path.exists():
        return Settings()
    document, read = read_part(path, Settings)
    known = [f"{point.id}/{one.id}" for point in read_guideposts(model).points.values() for one in point.indicators if not one.measure]
    for place, value in enumerate(read.values):
        if value not in known:
            wrong = f"values: ukendt måling '{value}'; tilladt er {allowed(known)}"
            raise document.wrong(document.line(("values", place)), wrong)
    return read
