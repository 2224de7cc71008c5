"""Decision tables to and from DMN files: `visitation export-dmn` and `visitation import-dmn`."""

from dataclasses import asdict
from datetime import date
from pathlib import Path

from visitation.errors import VisitationError, allowed
from visitation.model import Model, Table, dated, load
from visitation.model.load import MUNICIPALITIES
from visitation.model.write import table_text
from visitation.screening import build, periods, prove
from visitation.screening.exchange import from_dmn, to_dmn
from visitation.screening.findings import findings

SUFFIXES = (".dmn", ".xml")


def export_dmn(path: str, file: Path, on: date | None = None) -> dict:
    """Write MODEL/TABLE as a DMN file: its rules in force on a date, without one those without end. Says what was written.

    VisitationError when the name is not one of a DMN file, or the place is a shipped model's."""
    name, _, table_id = path.rpartition("/")
    if not name:
        raise VisitationError(f"'{path}': skriv MODEL/TABEL, for eksempel ringsted/T1")
    if file.suffix.lower() not in SUFFIXES:
        raise VisitationError(f"{file.name}: en DMN-fil skal ende på {allowed(SUFFIXES)}")
    name, on = dated(name, on)
    model = load(name, on)
    table = model.table(table_id)
    _write(_own(file), to_dmn(table, model, on))
    rules = len(build(table, on or table.valid.to).rules)
    return {"model": model.head.id, "version": model.head.version, "table": table.id, "file": file.name, "rules": rules}


def import_dmn(file: Path, folder: Path) -> dict:
    """Write the table of a DMN file into a model folder of the municipality's own, and prove it.

    VisitationError, and nothing written, when the table cannot be read, the folder is shipped, or the model no longer reads."""
    model = _own_model(folder)
    try:
        table = from_dmn(file.read_bytes(), model)
    except OSError:
        raise VisitationError(f"{file.name}: filen kan ikke læses; giv en DMN-fil") from None
    except VisitationError as error:
        raise VisitationError(f"{file.name}: {error}") from None
    path = model.folder / "tables" / f"{_name(file, table)}.yaml"
    before = path.read_bytes() if path.exists() else None
    if before is not None and table.id not in model.tables:  # a file system that does not tell t1 from T1
        raise VisitationError(f"{path.name}: filen findes allerede og er en anden tabel; giv beslutningen et andet id")
    _put(path, table, before)
    proofs = {day: prove(build(table, day)) for day in periods(table)}
    return {
        "ok": all(proof.ok for proof in proofs.values()),
        "model": model.head.id,
        "version": model.head.version,
        "table": table.id,
        "file": path.relative_to(model.folder).as_posix(),
        "replaced": before is not None,
        "findings": [{"from": day, **asdict(found)} for day, proof in proofs.items() for found in findings(table, proof, on=day)],
    }


def _own(path: Path) -> Path:
    path = path.expanduser().resolve()
    if MUNICIPALITIES.resolve() in (path, *path.parents):
        raise VisitationError(f"{path.name}: de leverede modeller ændres ikke; vælg et sted uden for programmet")
    return path


def _own_model(folder: Path) -> Model:
    """The model of a folder outside the product; a shelf of versions is refused, since only one of them can be meant."""
    folder = _own(folder)
    if not (folder / "model.yaml").is_file():
        raise VisitationError(f"{folder.name}: mappen er ikke en model; vælg en mappe med model.yaml")
    return load(folder)


def _name(file: Path, table: Table) -> str:
    if not table.id[0].isalnum() or not all(letter.isalnum() or letter in "-_." for letter in table.id):
        raise VisitationError(f"{file.name}: tabellens id '{table.id}' kan ikke være et filnavn; tilladt er bogstaver, tal og - _ .")
    return table.id


def _put(path: Path, table: Table, before: bytes | None) -> None:
    """Write the table; what stood there comes back when the model no longer reads."""
    _write(path, table_text(table))
    try:
        load(path.parent.parent)
    except VisitationError:
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)
        raise


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError:
        raise VisitationError(f"{path.name}: der kan ikke skrives i {path.parent.name}; vælg en mappe med skriveadgang") from None
