"""What has been fetched, in one file: each question with its reply and the day. Dashboards read this and never the network."""

import json
import os
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from visitation.errors import VisitationError

DEFAULT = "statbank.json"
FORMAT = 1


@dataclass(frozen=True)
class Entry:
    """A reply as it came, the question it answers, and the day it was fetched (ISO); `invented` when no StatBank ever said it."""

    municipality: str
    id: str
    query: dict
    fetched: str
    reply: Any
    invented: bool = False


def cache_path(given: Path | None) -> Path:
    """The file to use: the one given, else STATBANK of the environment, else one in the current folder."""
    return given or Path(os.environ.get("STATBANK") or DEFAULT)


def read_cache(path: Path) -> tuple[Entry, ...]:
    """All that is in a cache file, nothing when there is none; VisitationError when it is something else."""
    try:
        content = json.loads(path.read_bytes())
    except FileNotFoundError:
        return ()
    except (OSError, ValueError):
        raise _refused(path) from None
    try:
        if content["format"] != FORMAT:
            raise ValueError
        return tuple(_entry(one) for one in content["entries"])
    except (KeyError, TypeError, ValueError):
        raise _refused(path) from None


def write_cache(path: Path, entries: tuple[Entry, ...]) -> None:
    """Writes the file wholly or not at all."""
    half = path.with_name(f".{path.name}.{os.getpid()}")
    content = {"format": FORMAT, "entries": [asdict(one) for one in entries]}
    try:
        half.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        half.replace(path)
    except OSError:
        raise VisitationError(f"{path}: filen kan ikke skrives; mappen skal findes, og der skal være skriveadgang.") from None
    finally:
        half.unlink(missing_ok=True)


def with_entry(entries: tuple[Entry, ...], new: Entry) -> tuple[Entry, ...]:
    """The entries with a new one in place of the one it answers anew."""
    return (*(one for one in entries if (one.municipality, one.id) != (new.municipality, new.id)), new)


def _entry(data: dict) -> Entry:
    found = Entry(**data)
    date.fromisoformat(found.fetched)
    return found


def _refused(path: Path) -> VisitationError:
    return VisitationError(f"{path}: filen kan ikke læses som hentede tabeller; slet den, og hent igen med visitation statbank --update.")
