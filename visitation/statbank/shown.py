"""What there is of a municipality's tables, without the network: each question with its table if it has been fetched, and its day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from visitation.errors import VisitationError
from visitation.model import Model
from visitation.statbank.cache import Entry, read_cache, with_entry, write_cache
from visitation.statbank.query import Query, read_queries
from visitation.statbank.reply import Table, read_reply

Ask = Callable[[dict], Any]


@dataclass(frozen=True)
class Shown:
    """A question and what is known of it. Without a table it has not been fetched, and the rest says nothing.

    `outdated` when the question has been changed since; `invented` when the numbers are sample data."""

    query: Query
    table: Table | None = None
    fetched: date | None = None
    outdated: bool = False
    invented: bool = False


@dataclass(frozen=True)
class Fetched:
    """What became of a question: its id, and in one sentence why there is no reply; None when there is one."""

    id: str
    error: str | None


def shown(model: Model, path: Path) -> tuple[Shown, ...]:
    """All questions of a model with what the cache file has of them; VisitationError when the file is no such file."""
    entries = {one.id: one for one in read_cache(path) if one.municipality == model.head.id}
    return tuple(_shown(query, entries.get(query.id)) for query in read_queries(model).queries)


def update(model: Model, path: Path, today: date, asked: Ask) -> tuple[Fetched, ...]:
    """Asks every question of a model anew and keeps the replies; a question without reply keeps the one it had."""
    entries, results = read_cache(path), []
    for query in read_queries(model).queries:
        try:
            reply = asked(query.body)
            read_reply(reply, query.table)
        except VisitationError as failed:
            results.append(Fetched(query.id, str(failed)))
            continue
        entries = with_entry(entries, Entry(model.head.id, query.id, query.body, today.isoformat(), reply))
        results.append(Fetched(query.id, None))
    if any(one.error is None for one in results):
        write_cache(path, entries)
    return tuple(results)


def _shown(query: Query, entry: Entry | None) -> Shown:
    if entry is None:
        return Shown(query)
    table = read_reply(entry.reply, query.table)
    return Shown(query, table, date.fromisoformat(entry.fetched), entry.query != query.body, entry.invented)
