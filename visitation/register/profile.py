"""An import profile: which column of a case system's export holds what, as the municipality writes it in YAML."""

import re
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from visitation.errors import allowed
from visitation.model.yaml import Document, read_yaml
from visitation.register.cases import Enquiry
from visitation.vocabulary import VOCABULARY

KINDS = {"reference": "reference", "received": "date", "words": "text", "asks_for": "text"}
KIND = {f.name: KINDS.get(f.name, "choice") for f in fields(Enquiry)}
KEYS = ("field", "kind", "required", "choices")

# What a row of the register never holds; a file with such a column was exported for something else.
PERSONAL = {
    "navn", "fornavn", "fornavne", "efternavn", "mellemnavn", "borgernavn", "cpr", "cprnr", "cprnummer", "personnr",
    "personnummer", "adresse", "vejnavn", "gade", "køn",
}  # fmt: skip


@dataclass(frozen=True)
class Column:
    """A column: its header in the file, the field it fills, and for a choice which text means which id.

    `required` is about the column; an empty cell is allowed in a text and where `choices` says what "" means."""

    header: str
    field: str
    kind: str
    required: bool
    choices: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Profile:
    """How one kind of export is read; every field of an enquiry has one column."""

    name: str
    columns: tuple[Column, ...]


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
    columns = document.data.get("columns") if isinstance(document.data, dict) else None
    if not isinstance(columns, dict) or len(document.data) != 1:
        raise document.wrong(1, "filen skal have nøglen columns og kun den, med en kolonne pr. linje")
    read = tuple(_column(document, header, columns[header]) for header in columns)
    _complete(document, read)
    return Profile(path.name, read)


def _complete(document: Document, columns: tuple[Column, ...]) -> None:
    for what, values in (("kolonnen", [plain(c.header) for c in columns]), ("feltet", [c.field for c in columns])):
        twice = [c.header for c, value in zip(columns, values, strict=True) if values.count(value) > 1]
        if twice:
            raise document.wrong(document.line(("columns", twice[-1])), f"{what} står to gange; én gang er tilladt")
    missing = [name for name in KIND if name not in {column.field for column in columns}]
    if missing:
        raise document.wrong(1, f"der mangler en kolonne til {allowed(missing)}")


def _column(document: Document, header: str, told: Any) -> Column:
    def check(holds: bool, what: str) -> None:
        if not holds:
            raise document.wrong(document.line(("columns", header)), f"kolonnen '{header}': {what}")

    check(isinstance(told, dict), f"skal have nøglerne {allowed(KEYS)}")
    unknown = [key for key in told if key not in KEYS]
    check(not unknown, f"ukendt nøgle {allowed(unknown)}; tilladt er {allowed(KEYS)}")
    check(not is_personal(header), "navn, CPR-nummer, køn og adresse må ikke indlæses")
    check(told.get("field") in KIND, f"field skal være en af {allowed(KIND)}")
    kind = KIND[told["field"]]
    check(told.get("kind") == kind, f"kind skal være {kind}, når field er {told['field']}")
    check(isinstance(told.get("required"), bool), "required skal være true eller false")
    choices = told.get("choices", {})
    check(isinstance(choices, dict), "choices skal være en tabel: tekst i filen og id")
    check((kind == "choice") == bool(choices), "choices hører til kind: choice og kun dér")
    return Column(header, told["field"], kind, told["required"], _choices(check, told, choices))


def _choices(check: Any, told: dict, choices: dict) -> dict[str, str]:
    for text, meaning in choices.items():
        known = VOCABULARY[told["field"]]
        check(meaning in known, f"choices: '{text}' skal betyde en af {allowed(repr(value) for value in known)}")
    check(told["required"] or not choices or "" in choices, 'choices skal sige, hvad "" betyder, når required er false')
    found = {plain(text): meaning for text, meaning in choices.items()}
    check(len(found) == len(choices), "choices: to tekster er ens bortset fra store bogstaver og mellemrum")
    return found
