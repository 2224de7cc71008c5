"""Take in a case system's export: read it by one of the model's profiles, then store all of it or nothing."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TextIO

from visitation.errors import VisitationError, allowed
from visitation.model import Model, load, shipped
from visitation.register.cases import register_today
from visitation.register.imports import ImportRefused, Intake, Profile, load_profile, read_export, take_in
from visitation.register.imports.headers import fitting
from visitation.register.imports.quality import quality, quality_lines
from visitation.register.imports.table_file import Progress, read_header, silent
from visitation.register.store import Register, open_register, register_url
from visitation.register.uncollected import uncollected


def profiles(model: Model) -> dict[str, Path]:
    """The files of a model's import profiles by name."""
    return {path.stem: path for path in sorted((model.folder / "imports").glob("*.yaml"))}


def profile_for(content: bytes, filename: str, model: Model) -> str:
    """The name of the one profile whose required columns a file has; VisitationError says which there are when several or none fit."""
    return fitting(filename, read_header(content, filename), map(load_profile, profiles(model).values())).name


def import_bytes(
    content: bytes, filename: str, profile: str | None, model: Model, register: Register, today: date, progress: Progress = silent
) -> Intake:
    """What came of a file: with `errors` the register is unchanged, else it holds every row.

    Without a profile the file's columns tell which. VisitationError when the file or the profile cannot be read at all."""
    by = _profile(model, profile or profile_for(content, filename, model))
    with uncollected():
        read = read_export(content, filename, by, today, progress)
        try:
            return take_in(register, read, model.head.id, datetime.combine(today, datetime.min.time()).isoformat())
        except ImportRefused as refused:
            return refused.intake


def _profile(model: Model, name: str) -> Profile:
    known = profiles(model)
    if name not in known:
        raise VisitationError(f"{model.head.id}: ukendt profil '{name}'; tilladt er {allowed(known)}")
    return load_profile(known[name])


def import_file(
    path: Path,
    profile: str | None,
    model: str | None,
    register: str | None,
    on: date | None,
    calendar: date,
    progress: Progress = silent,
) -> dict:
    """The import of a file with the keys that `visitation import --json` prints: `accepted` counts the rows the register now holds.

    The day is `on`, else the register's own, else the calendar's."""
    chosen = load(model or shipped()[0])
    try:
        content = path.read_bytes()
    except OSError:
        raise VisitationError(f"{path.name}: filen kan ikke læses; giv en CSV- eller XLSX-fil") from None
    store = open_register(register_url(register))
    try:
        done = import_bytes(content, path.name, profile, chosen, store, on or register_today(store) or calendar, progress)
    finally:
        store.close()
    return {
        "rows": done.rows,
        "accepted": 0 if done.errors else done.rows,
        "rejected": done.rejected,
        "known": done.known,
        "errors": [{"row": e.row, "column": e.column, "message": e.message} for e in done.errors],
        "quality": quality(done),
    }


def import_text(result: dict) -> str:
    """The import and the quality of the file in Danish sentences, one refused cell a line."""
    told = result["quality"]
    if not result["errors"]:
        done = f"Indlæst ({told['profile']}). Nye: {result['accepted'] - result['known']}. Kendte i forvejen: {result['known']}."
        return "\n".join([done, *quality_lines(told)])
    refused = f"Intet er indlæst: {result['rejected']} af {result['rows']} rækker skal rettes."
    lines = [f"række {e['row']}, {e['column']}: {e['message']}" for e in result["errors"]]
    left = sum(fault["count"] for fault in told["refused"]) - len(lines)
    more = [f"… og {left} celler mere."] if left else []
    return "\n".join([refused, *lines, *more, *quality_lines(told)])


def shown_on(terminal: TextIO) -> Callable[[int, int], None]:
    """Shows on a terminal how many rows are read, on one line that goes away at the end; says nothing where there is no terminal."""

    def show(done: int, total: int) -> None:
        line = f"{done} af {total} rækker læst" if done < total else ""
        print(f"\r\033[K{line}", end="", file=terminal, flush=True)

    return show if terminal.isatty() else silent
