"""Read a model's folder, hold its parts against each other, and freeze it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from itertools import combinations
from math import prod
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from visitation.errors import ModelError, VisitationError, allowed
from visitation.model.base import Part
from visitation.model.check import check_guards, check_head, check_sources, check_table, unique
from visitation.model.contradictions import Contradictions, check_contradictions
from visitation.model.schema import Guards, Head, Ladder, Step, Table, Timers
from visitation.model.yaml import Document, read_yaml

MUNICIPALITIES = Path(__file__).parent.parent / "municipalities"
MAX_CELLS = 4_000_000
Read = TypeVar("Read", bound=Part)


@dataclass(frozen=True)
class Model:
    """A municipal model: its head, ladder, timers, guards, contradictions and tables, and the hash of the files it was read from."""

    folder: Path
    head: Head
    ladder: Ladder
    timers: Timers
    guards: Guards
    contradictions: Contradictions
    tables: dict[str, Table]
    sha256: str

    @cached_property
    def steps(self) -> dict[str, Step]:
        """The ladder's steps by id, lowest first."""
        return {step.id: step for step in self.ladder.steps}

    def table(self, table_id: str) -> Table:
        """The table of that id; VisitationError names those there are."""
        if table_id not in self.tables:
            raise VisitationError(f"{self.head.id}: ukendt tabel '{table_id}'; tilladt er {allowed(self.tables)}")
        return self.tables[table_id]

    @property
    def meeting_table(self) -> Table:
        """The table that the weekly meeting walks."""
        return self.tables[self.head.meeting.table]


def shipped() -> list[str]:
    """The ids of the models that come with the product."""
    return sorted(path.parent.name for path in MUNICIPALITIES.glob("*/model.yaml"))


def versions(name: str | Path) -> list[Model]:
    """The versions of a model side by side, oldest first: a folder with model.yaml is one, a shelf holds one per subfolder."""
    found = [_load(folder) for folder in _folders(name)]
    for one, other in combinations(found, 2):
        if (one.head.version, one.head.id) == (other.head.version, other.head.id):
            raise ModelError(f"{other.folder.name}: version {one.head.version} findes to gange; hver version må kun stå én gang")
    return sorted(found, key=lambda model: (model.head.valid.from_, model.head.version))


def load(name: str | Path, on: date | None = None) -> Model:
    """The version of a model in force on a date: the latest that has begun; without a date, the latest.

    `name` is a shipped model or a folder; "NAME@2021-03-09" carries the date. ModelError names file, place and what is allowed."""
    name, on = dated(name, on)
    return in_force(versions(name), on)


def in_force(found: list[Model], on: date | None) -> Model:
    """Among the versions of a model, oldest first, the one in force on a date; without a date the latest."""
    begun = [model for model in found if on is None or model.head.valid.covers(on)]
    if not begun:
        periods = allowed(f"{model.head.version} fra {model.head.valid.from_}" for model in found)
        raise VisitationError(f"{found[0].head.id}: ingen version gælder {on}; der er {periods}")
    return begun[-1]


def dated(name: str | Path, on: date | None = None) -> tuple[str, date | None]:
    """A model's name and the date that follows it after an @, if any."""
    plain, at, day = str(name).rpartition("@")
    if not at:
        return str(name), on
    try:
        return plain, date.fromisoformat(day)
    except ValueError:
        raise VisitationError(f"'{name}': efter @ skal stå en dato som 2021-03-09") from None


def _load(folder: Path) -> Model:
    head, ladder = _read(folder / "model.yaml", Head), _read(folder / "ladder.yaml", Ladder)
    timers, guards = _read(folder / "timers.yaml", Timers), _read(folder / "guards.yaml", Guards)
    contradictions = _contradictions(folder / "contradictions.yaml")
    read = [_table(read_yaml(path), ladder[1]) for path in sorted((folder / "tables").glob("*.yaml"))]
    tables = {table.id: table for _, table in read}
    unique(ladder[0], ("steps",), ladder[1].steps)
    unique(timers[0], ("timers",), timers[1].timers)
    check_head(head, list(tables))
    check_guards(guards, list(tables.values()), tables[head[1].meeting.table])
    model = Model(folder, head[1], ladder[1], timers[1], guards[1], contradictions[1], tables, _hash(folder))
    check_contradictions(contradictions, _ids(model))
    for document, part in (ladder, timers, guards, contradictions, *read):
        check_sources(document, part, head[1].documents)
    return model


def _contradictions(path: Path) -> tuple[Document, Contradictions]:
    """A version of before there were contradictions has none."""
    return _read(path, Contradictions) if path.exists() else (Document(path, b""), Contradictions(contradictions=()))


def _ids(model: Model) -> list[str]:
    """The ids of everything in which a contradiction can show."""
    rules = [rule for table in model.tables.values() for rule in table.rules]
    parts = (*model.tables.values(), *rules, *model.timers.timers, *model.guards.guards, *model.ladder.steps)
    return [part.id for part in parts]


def _folders(name: str | Path) -> list[Path]:
    for folder in (MUNICIPALITIES / str(name), Path(name)):
        if (folder / "model.yaml").is_file():
            return [folder]
        if found := sorted(path.parent for path in folder.glob("*/model.yaml")) if str(name) not in ("", ".") else []:
            return found
    raise VisitationError(f"ukendt model '{name}'; tilladt er {allowed(shipped())} eller en mappe med model.yaml")


def parse_table(text: str, model: Model) -> Table:
    """A table of this model from YAML text, refused for the same reasons as a file would be."""
    name = Path(model.folder.name) / "tabel.yaml"
    document, table = _checked_table(Document(name, text.encode()), model.ladder)
    check_sources(document, table, model.head.documents)
    return table


def _read(path: Path, part: type[Read]) -> tuple[Document, Read]:
    return _validated(read_yaml(path), part)


def _validated(document: Document, part: type[Read]) -> tuple[Document, Read]:
    try:
        return document, part.model_validate(document.data)
    except ValidationError as error:
        raise _sentence(document, error) from None


def _table(document: Document, ladder: Ladder) -> tuple[Document, Table]:
    _, table = _checked_table(document, ladder)
    if table.id != document.path.stem:
        raise document.wrong(document.line(("id",)), f"tabellen hedder '{table.id}', men filen {document.path.name}; de skal være ens")
    return document, table


def _checked_table(document: Document, ladder: Ladder) -> tuple[Document, Table]:
    _, table = _validated(document, Table)
    cells = prod(len(question.answers) for question in table.inputs)
    if cells > MAX_CELLS:
        raise document.wrong(1, f"tabellen har {cells} kombinationer; tilladt er højst {MAX_CELLS}: del den i flere tabeller")
    check_table(document, table, [step.id for step in ladder.steps])
    return document, table


def _sentence(document: Document, error: ValidationError) -> ModelError:
    """The first thing wrong as one sentence with its place."""
    first, *others = error.errors(include_url=False)
    place = tuple(part for part in first["loc"] if not str(part).startswith("function-"))
    more = f" (og {len(others)} fejl mere)" if others else ""
    where = ".".join(str(part) for part in place)
    return document.wrong(document.line(place), f"{where + ': ' if where else ''}{_danish(first)}{more}")


def _danish(error: dict) -> str:
    expected = str(error.get("ctx", {}).get("expected", "")).replace(" or ", " eller ")
    said = {
        "missing": "mangler",
        "literal_error": f"ukendt værdi; tilladt er {expected}",
        "string_type": "skal være tekst; sæt værdien i anførselstegn",
        "string_too_short": "må ikke være tom",
        "too_short": "må ikke være tom",
        "bool_type": "skal være true eller false",
        "int_type": "skal være et helt tal",
        "tuple_type": "skal være en liste",
        "dict_type": "skal være en tabel af nøgler og værdier",
        "model": error["msg"],
    }
    return said.get(error["type"], error["msg"])


def _hash(folder: Path) -> str:
    """SHA-256 over names and bytes of the model's YAML files, in the order of their names; exercises decide nothing and are left out."""
    digest = sha256()
    for path in sorted(path for path in folder.rglob("*.yaml") if path.name != "vignettes.yaml"):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
