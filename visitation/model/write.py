"""Write a municipality's own version of a model: a table as YAML, a new version beside the old, a copy under another name."""

import shutil
from datetime import date
from pathlib import Path

import yaml

from visitation.errors import VisitationError
from visitation.model.load import MUNICIPALITIES, Model, load, parse_table
from visitation.model.schema import Table
from visitation.model.yaml import read_yaml

WIDTH = 150

__all__ = ["copy_model", "parse_table", "save_version", "table_text"]


class _Said(str):
    """A value that is text: always quoted, so that YAML never takes it for something else."""


class _Dumper(yaml.SafeDumper):
    """Indents lists below their key."""

    def increase_indent(self, flow=False, indentless=False):
        return super().increase_indent(flow, False)


_Dumper.add_representer(_Said, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style='"'))


def table_text(table: Table) -> str:
    """The table as YAML that reads back equal."""
    return _text(table.data())


def _text(data: dict) -> str:
    return yaml.dump(_plain(data), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH)


def _plain(value):
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return _Said(value) if isinstance(value, str | date) else value


def save_version(base: Model, tables: dict[str, Table], shelf: Path, version: str, valid_from: date) -> Path:
    """The folder of a new version on a shelf of the municipality's own, where `tables` replace the base's of the same id.

    The base version is put beside it when it is not there yet, so that earlier cases replay. VisitationError, and nothing
    written, when the shelf is a shipped folder, the version exists, or it begins before the base."""
    shelf = _own(shelf)
    if (shelf / "model.yaml").exists():
        raise VisitationError(f"{shelf.name}: mappen er selv en model; vælg en mappe, hvor versionerne kan ligge side om side")
    folder = shelf / _name(version, "version")
    if folder.exists() or version == base.head.version:
        raise VisitationError(f"version {version} findes allerede; giv den nye version et andet navn")
    if valid_from <= base.head.valid.from_:
        raise VisitationError(f"den nye version skal gælde fra en dag efter {base.head.valid.from_}")
    old = shelf / base.head.version
    if base.folder.parent != shelf and not old.exists():
        _copy(base.folder, old)
    _copy(base.folder, folder)
    for table in tables.values():
        (folder / "tables" / f"{table.id}.yaml").write_text(table_text(table), encoding="utf-8")
    _rewrite_head(folder, version=version, valid={"from": valid_from.isoformat()})
    return _proven_to_load(folder)


def copy_model(base: Model, folder: Path, name: str) -> Path:
    """A model's folder copied under a new name, for a municipality of its own; VisitationError when something is there."""
    folder = _own(folder)
    if folder.exists():
        raise VisitationError(f"{folder.name}: mappen findes allerede; vælg et andet navn, eller flyt den")
    _copy(base.folder, folder)
    _rewrite_head(folder, id=_name(name, "navn"), label={"da": name.capitalize(), "en": name.capitalize()})
    return _proven_to_load(folder)


def _own(folder: Path) -> Path:
    folder = folder.expanduser().resolve()
    if folder == MUNICIPALITIES.resolve() or MUNICIPALITIES.resolve() in folder.parents:
        raise VisitationError(f"{folder.name}: de leverede modeller ændres ikke; vælg en mappe uden for programmet")
    return folder


def _name(text: str, what: str) -> str:
    if not text or not all(letter.isalnum() or letter in "-_." for letter in text) or text.startswith("."):
        raise VisitationError(f"{what} '{text}': tilladt er bogstaver, tal og - _ . uden mellemrum")
    return text


def _copy(source: Path, target: Path) -> None:
    try:
        shutil.copytree(source, target)
    except OSError:
        raise VisitationError(f"{target.name}: der kan ikke skrives i {target.parent.name}; vælg en mappe med skriveadgang") from None


def _rewrite_head(folder: Path, **changed) -> None:
    path = folder / "model.yaml"
    path.write_text(_text(read_yaml(path).data | changed), encoding="utf-8")


def _proven_to_load(folder: Path) -> Path:
    """The folder, if it reads; else it is taken away again and the error goes on."""
    try:
        load(folder)
    except VisitationError:
        shutil.rmtree(folder)
        raise
    return folder
