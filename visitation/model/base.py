"""What every piece of a municipal model is made of: strictness, texts in two languages, dates, and where it comes from."""

from datetime import date
from typing import Annotated, Any, Literal, Self, TypeVar

import msgspec

MISSING, EMPTY = "mangler", "må ikke være tom"
ANCHOR_WORDS = 8  # longer passages belong to the document, not to the model
Item = TypeVar("Item")
Place = tuple[str | int, ...]


class Refused(ValueError):  # noqa: N818 - the data are refused; nothing went wrong in the program
    """Data that is not such a part. `faults`, at least one: the keys and numbers that lead to it, and what is wrong there."""

    def __init__(self, faults: list[tuple[Place, str]]):
        super().__init__("; ".join(said for _, said in faults))
        self.faults = faults


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A frozen piece of a model; unknown keys are refused by name.

    What a part must hold beyond its types its `__post_init__` refuses, also when code makes the part."""

    @classmethod
    def read(cls, data: Any) -> Self:
        """The part that plain data describes; Refused when they do not, with everything that is wrong."""
        try:
            return msgspec.convert(data, cls)
        except msgspec.ValidationError:
            from visitation.model.faults import faults

            raise Refused(list(faults(cls, data))) from None

    def data(self) -> dict:
        """The part in the plain types of its file, defaults left out; it reads back equal."""
        return msgspec.json.decode(msgspec.json.encode(self))

    def replace(self, **changes) -> Self:
        """The part with other values in these fields."""
        return msgspec.structs.replace(self, **changes)


Id = Annotated[str, msgspec.Meta(min_length=1)]
Some = Annotated[tuple[Item, ...], msgspec.Meta(min_length=1)]
Percent = Annotated[float, msgspec.Meta(ge=0, le=100)]
MonthOfYear = Annotated[int, msgspec.Meta(ge=1, le=12)]
Kind = Literal["kilde", "fortolkning", "antagelse"]


class Text(Part):
    """The same words in Danish and English."""

    da: Id
    en: Id

    def in_(self, lang: str) -> str:
        """The words in `lang` ("da" or "en")."""
        return self.en if lang == "en" else self.da


class Validity(Part, rename={"from_": "from"}):
    """The period in which something is in force; both ends included, an open end is None."""

    from_: date
    to: date | None = None

    def covers(self, on: date) -> bool:
        """Whether `on` lies in the period."""
        return self.from_ <= on and (self.to is None or on <= self.to)


class Source(Part):
    """Where it stands: document number, the document's own heading, and a phrase that stands there verbatim."""

    document: Id
    section: Id
    anchor: Id

    def __post_init__(self):
        if not 1 <= len(self.anchor.split()) <= ANCHOR_WORDS:
            raise ValueError(f"anker skal være 1-{ANCHOR_WORDS} ord, som står ordret i dokumentet")


class Sourced(Part):
    """Something that a document says, that we read out of it, or that we assume."""

    kind: Kind
    source: tuple[Source, ...]
    reason: Text

    def __post_init__(self):
        if self.kind != "antagelse" and not self.source:
            raise ValueError(f"mangler 'source'; kun slagsen antagelse må stå uden kilde, ikke {self.kind}")
