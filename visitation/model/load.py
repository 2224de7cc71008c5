"""Read a model's folder, hold its parts against each other, and freeze it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from itertools import combinations
from math import prod
from pathlib import Path
from typing import TypeVar

from visitation.errors import ModelError, VisitationError, allowed
from visitation.model.base import Part, Refused
from visitation.model.check import check_guards, check_head, check_sources, check_table, unique
from visitation.model.contradictions import Contradictions, check_contradictions
from visitation.model.published import Deadlines, Prices, check_deadlines, check_prices
from visitation.model.schema import Guards, Head, Ladder, Step, Table, Timers
from visitation.model.yaml import Document, read_yaml

MUNICIPALITIES = Path(__file__).parent.parent / "municipalities"
MAX_CELLS = 4_000_000
DECIDES_NOTHING = (  # what no case is decided by
    *(
        f"{name}.yaml"
        for name in (
            "vignettes", "prices", "forecast", "outcomes", "economy", "overlap", "statbank", "catalogue", "guideposts", "published",
        )
    ),
    "imports",
    "texts",
)
ReadPart = TypeVar("ReadPart", bound=Part)


@dataclass(frozen=True)
class Model:
    """A municipal model: its head and its parts, and the hash of the files they were read from."""

    folder: Path
    head: Head
    ladder: Ladder
    timers: Timers
    guards: Guards
    contradictions: Contradictions
    deadlines: Deadlines
    prices: Prices
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
    head, ladder = read_part(folder / "model.yaml", Head), read_part(folder / "ladder.yaml", Ladder)
    timers, guards = read_part(folder / "timers.yaml", Timers), read_part(folder / "guards.yaml", Guards)
    contradictions = _if_there(folder / "contradictions.yaml", Contradictions)
    deadlines, prices = _if_there(folder / "deadlines.yaml", Deadlines), _if_there(folder / "prices.yaml", Prices)
    read = [_table(read_yaml(path), ladder[1]) for path in sorted((folder / "tables").glob("*.yaml"))]
    tables = {table.id: table for _, table in read}
    unique(ladder[0], ("steps",), ladder[1].steps)
    unique(timers[0], ("timers",), timers[1].timers)
    check_head(head, list(tables))
    check_guards(guards, list(tables.values()), tables[head[1].meeting.table])
    check_deadlines(deadlines)
    check_prices(prices, [step.id for step in ladder[1].steps])
    parts = (head, ladder, timers, guards, contradictions, deadlines, prices)
    model = Model(folder, *(part for _, part in parts), tables, _hash(folder))
    check_contradictions(contradictions, _ids(model))
    for document, part in (*parts, *read):
        check_sources(document, part, head[1].documents)
    return model


def _if_there(path: Path, part: type[ReadPart]) -> tuple[Document, ReadPart]:
    """What a model need not have: without the file the part is empty."""
    return read_part(path, part) if path.exists() else (Document(path, b""), part())


def _ids(model: Model) -> list[str]:
    """The ids of everything in which a contradiction can show."""
    rules = [rule for table in model.tables.values() for rule in table.rules]
    promises = (*model.timers.timers, *model.deadlines.deadlines, *model.prices.prices)
    return [part.id for part in (*model.tables.values(), *rules, *promises, *model.guards.guards, *model.ladder.steps)]


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


def read_part(path: Path, part: type[ReadPart]) -> tuple[Document, ReadPart]:
    """A file and the part it describes; ModelError with the first thing wrong, its place, and how much more there is."""
    return _validated(read_yaml(path), part)


def _validated(document: Document, part: type[ReadPart]) -> tuple[Document, ReadPart]:
    try:
        return document, part.read(document.data)
    except Refused as refused:
        raise _sentence(document, refused) from None


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


def _sentence(document: Document, refused: Refused) -> ModelError:
    """The first thing wrong as one sentence with its place."""
    (place, said), *others = refused.faults
    more = f" (og {len(others)} fejl mere)" if others else ""
    where = ".".join(str(part) for part in place)
    return document.wrong(document.line(place), f"{where + ': ' if where else ''}{said}{more}")


def _hash(folder: Path) -> str:
    """SHA-256 over names and bytes of the model's YAML files, in the order of their names; what decides nothing is left out."""
    digest = sha256()
    for path in sorted(path for path in folder.rglob("*.yaml") if path.relative_to(folder).parts[0] not in DECIDES_NOTHING):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
