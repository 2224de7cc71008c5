"""An import profile: which column of a case system's export holds what, as the municipality writes it in YAML."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from visitation.errors import allowed
from visitation.model.yaml import Document, read_yaml
from visitation.register.records import KINDS, Field, Kind

KEYS = ("record", "columns")
COLUMN_KEYS = ("field", "required", "choices")

# What a row of the register never holds; a file with such a column was exported for something else.
PERSONAL = {
    "navn", "fornavn", "fornavne", "efternavn", "mellemnavn", "borgernavn", "cpr", "cprnr", "cprnummer", "personnr",
    "personnummer", "adresse", "vejnavn", "gade", "køn",
}  # fmt: skip


@dataclass(frozen=True)
class Column:
    """A column: its header in the file, the field it fills, and for a choice which text means which id.

    `required` is about the column; one that is not reads as empty cells when the file does not have it."""

    header: str
    field: Field
    required: bool
    choices: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Profile:
    """How one kind of export is read; every field of its kind of record has one column, in the kind's order."""

    name: str
    record: Kind
    columns: tuple[Column, ...]

    def header(self, name: str) -> str:
        """The header of the column that fills a field."""
        return next(column.header for column in self.columns if column.field.name == name)


def plain(text: str) -> str:
    """A header or a choice as it is compared: small letters, single spaces, an ordinary hyphen."""
    return " ".join(text.replace("\u2013", "-").casefold().split())


def is_personal(header: str) -> bool:
    """Whether a header promises a name, number, sex or address of a person."""
    words = re.findall(r"[^\W\d_]+", header.casefold())
    return bool(PERSONAL & {*words, "".join(words)})


def load_profile(path: Path) -> Profile:
    """The profile in a YAML file; VisitationError names file, line and what is allowed."""
    document = read_yaml(path)
    told = document.data
    if not isinstance(told, dict) or set(told) != set(KEYS) or not isinstance(told["columns"], dict):
        raise document.wrong(1, f"filen skal have nøglerne {allowed(KEYS)} og kun dem, med en kolonne pr. linje under columns")
    if told["record"] not in tuple(KINDS):
        raise document.wrong(document.line(("record",)), f"record skal være en af {allowed(KINDS)}")
    kind = KINDS[told["record"]]
    columns = [_column(document, kind, header, column) for header, column in told["columns"].items()]
    _complete(document, kind, columns)
    order = [f.name for f in kind.fields]
    return Profile(path.stem, kind, tuple(sorted(columns, key=lambda column: order.index(column.field.name))))


def _complete(document: Document, kind: Kind, columns: list[Column]) -> None:
    for what, values in (("kolonnen", [plain(c.header) for c in columns]), ("feltet", [c.field.name for c in columns])):
        twice = [c.header for c, value in zip(columns, values, strict=True) if values.count(value) > 1]
        if twice:
            raise document.wrong(document.line(("columns", twice[-1])), f"{what} står to gange; én gang er tilladt")
    missing = [f.name for f in kind.fields if f not in [column.field for column in columns]]
    if missing:
        raise document.wrong(1, f"der mangler en kolonne til {allowed(missing)}")


def _column(document: Document, kind: Kind, header: str, told: Any) -> Column:
    def check(holds: bool, what: str) -> None:
        if not holds:
            raise document.wrong(document.line(("columns", header)), f"kolonnen '{header}': {what}")

    check(isinstance(told, dict), f"skal have nøglerne {allowed(COLUMN_KEYS)}")
    unknown = [key for key in told if key not in COLUMN_KEYS]
    check(not unknown, f"ukendt nøgle {allowed(unknown)}; tilladt er {allowed(COLUMN_KEYS)}")
    check(not is_personal(header), "navn, CPR-nummer, køn og adresse må ikke indlæses")
    filled, required, choices = kind.field(told.get("field")), told.get("required", True), told.get("choices", {})
    check(filled is not None, f"field skal være en af {allowed(f.name for f in kind.fields)}")
    check(isinstance(required, bool), "required skal være true eller false")
    check(isinstance(choices, dict), "choices skal være en tabel: tekst i filen og id")
    check((filled.kind == "choice") == bool(choices), f"choices hører til et valg og kun dér; {filled.name} er {filled.kind}")
    meant = _choices(check, filled, choices)
    check(
        required or filled.may_be_empty or "" in meant,
        f'required: false kræver, at {filled.name} må være tom; et valg siger, hvad "" betyder',
    )
    return Column(header, filled, required, meant)


def _choices(check: Any, filled: Field, choices: dict) -> dict[str, str]:
    for text, meaning in choices.items():
        check(meaning in filled.ids, f"choices: '{text}' skal betyde en af {allowed(repr(value) for value in filled.ids)}")
    found = {plain(text): meaning for text, meaning in choices.items()}
    check(len(found) == len(choices), "choices: to tekster er ens bortset fra store bogstaver og mellemrum")
    return found
