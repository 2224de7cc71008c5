"""DuckDB in this process, for as long as it is asked: it keeps nothing, and asks nobody outside the machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@contextmanager
def database() -> Iterator[DuckDBPyConnection]:
    """An empty database in memory; what is too big for it lies in a folder of its own meanwhile.

    OSError when a file cannot be written, or is not there, or is not what it should be."""
    import duckdb

    with TemporaryDirectory() as aside, duckdb.connect(config={"temp_directory": aside, "autoinstall_known_extensions": False}) as made:
        made.execute("SET enable_progress_bar = false")  # standard output is the caller's
        try:
            yield made
        except (duckdb.IOException, duckdb.InvalidInputException) as error:
            raise OSError(str(error)) from None
