"""How much an export may hold, so that no file fills the memory; and what is said of one that holds more."""

from visitation.errors import VisitationError

MAX_BYTES = 50 * 1024 * 1024
MAX_ROWS, MAX_COLUMNS, MAX_CELLS = 250_000, 1_000, 10_000_000
MAX_CELL = 131_072  # characters: the csv module's own limit
MAX_SHEET = 200 * 1024 * 1024  # a small zip file may hold gigabytes of nothing
MAX_REST = 10 * 1024 * 1024  # styles and the like, which are read whole


def too_large(name: str) -> VisitationError:
    """A file with too many rows, columns or cells."""
    return VisitationError(
        f"{name}: højst {MAX_ROWS} rækker, {MAX_COLUMNS} kolonner og {MAX_CELLS} celler er tilladt; del udtrækket, eller fjern kolonner."
    )


def too_long_cell(name: str, number: int) -> VisitationError:
    """A file with a cell that is too long, in the row Excel shows as `number`."""
    return VisitationError(f"{name}, række {number}: en celle har over {MAX_CELL} tegn; kortere tekster er tilladt.")
