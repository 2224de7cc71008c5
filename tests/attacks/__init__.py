"""Attacks on what is published: each takes rounded tables, and the true ones where they are known, and says what it found.

`attack_folder` runs on a published folder what needs no true tables."""

from pathlib import Path

from tests.attacks.bounds import integer_bounds, linked_months, own_record
from tests.attacks.result import Result
from tests.attacks.sums import margin_subtraction, overlapping_filters
from visitation.disclosure import read_archive
from visitation.errors import VisitationError

ALONE = (margin_subtraction, overlapping_filters, integer_bounds, linked_months, own_record)


def attack_folder(folder: Path) -> list[Result]:
    """What the attacks find that know nothing but the folder; each cell is attacked that may be small."""
    if (archive := read_archive(folder)) is None:
        raise VisitationError(f"{folder}: her er intet offentliggjort.")
    return [attack(archive.cube) for attack in ALONE]
