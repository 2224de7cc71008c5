"""What every piece of a municipal model is made of: strictness, texts in two languages, dates, and where it comes from."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

ANCHOR_WORDS = 8  # longer passages belong to the document, not to the model


def wrong(message: str) -> PydanticCustomError:
    """A refusal with these words, for a validator to raise."""
    return PydanticCustomError("model", message.replace("{", "{{").replace("}", "}}"))


class Part(BaseModel):
    """A frozen piece of a model; unknown keys are refused by name."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False)

    @model_validator(mode="before")
    @classmethod
    def _known_keys(cls, data):
        if not isinstance(data, dict):
            raise wrong(f"skal være en tabel med nøglerne {', '.join(_keys(cls))}")
        for key in data:
            if key not in _keys(cls):
                raise wrong(f"ukendt nøgle '{key}'; tilladt er {', '.join(_keys(cls))}")
        return data


def _keys(part: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in part.model_fields.items()]


def _to_date(value) -> date:
    try:
        return value if isinstance(value, date) else date.fromisoformat(value)
    except (TypeError, ValueError):
        raise wrong('skal være en dato i anførselstegn som "2021-01-31"') from None


def _short_anchor(anchor: str) -> str:
    if not 1 <= len(anchor.split()) <= ANCHOR_WORDS:
        raise wrong(f"anker skal være 1-{ANCHOR_WORDS} ord, som står ordret i dokumentet")
    return anchor


Day = Annotated[date, BeforeValidator(_to_date)]
Id = Annotated[str, Field(min_length=1)]
Kind = Literal["kilde", "fortolkning", "antagelse"]


class Text(Part):
    """The same words in Danish and English."""

    da: Annotated[str, Field(min_length=1)]
    en: Annotated[str, Field(min_length=1)]

    def in_(self, lang: str) -> str:
        """The words in `lang` ("da" or "en")."""
        return self.en if lang == "en" else self.da


class Validity(Part):
    """The period in which something is in force; both ends included, an open end is None."""

    from_: Day = Field(alias="from")
    to: Day | None = None

    def covers(self, on: date) -> bool:
        """Whether `on` lies in the period."""
        return self.from_ <= on and (self.to is None or on <= self.to)


class Source(Part):
    """Where it stands: document number, the document's own heading, and a phrase that stands there verbatim."""

    document: Id
    section: Id
    anchor: Annotated[str, AfterValidator(_short_anchor)]


class Sourced(Part):
    """Something that a document says, that we read out of it, or that we assume."""

    kind: Kind
    source: tuple[Source, ...]
    reason: Text

    @model_validator(mode="after")
    def _has_source(self):
        if self.kind != "antagelse" and not self.source:
            raise wrong(f"mangler 'source'; kun slagsen antagelse må stå uden kilde, ikke {self.kind}")
        return self
