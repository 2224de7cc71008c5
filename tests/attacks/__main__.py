"""Runs the attacks: `python -m tests.attacks ADDRESS` on a running server, `python -m tests.attacks FOLDER` on a published folder."""

import sys
from pathlib import Path

from tests.attacks import attack_folder
from tests.attacks.server import attack_server
from visitation.disclosure import BASE
from visitation.disclosure.archive import MANIFEST


def main(target: str) -> int:
    """Prints what was found; 1 when an attack got through."""
    found = _server(target) if target.startswith(("http://", "https://")) else _folder(Path(target))
    rows = [row for row, _ in found]
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        print("  ".join(word.ljust(width) for word, width in zip(row, widths, strict=True)).rstrip())
    return int(any(through for _, through in found))


def _server(address: str) -> list[tuple[list[str], bool]]:
    head = ["attack", "tried", "got through", "note"]
    return [(head, False), *(([one.attack, str(one.tried), str(one.through), one.note], one.through > 0) for one in attack_server(address))]


def _folder(folder: Path) -> list[tuple[list[str], bool]]:
    tables = sorted(path.parent for path in [*folder.glob(MANIFEST), *folder.glob(f"*/*/{MANIFEST}"), *folder.glob(f"*/{MANIFEST}")])
    if not tables:
        sys.exit(f"{folder}: nothing was published here")
    head = ["table", "attack", "cells", "worked out", "least width", f"narrower than {BASE - 1}", "note"]
    found = [(table.name, one) for table in tables for one in attack_folder(table)]
    words = [[name, one.attack, *map(str, (one.cells, one.exact, one.width, one.narrowed)), one.note] for name, one in found]
    return [(head, False), *((said, one.exact > 0) for said, (_, one) in zip(words, found, strict=True))]


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]) if sys.argv[1:] else __doc__)
