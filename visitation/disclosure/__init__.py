"""What the public may see: monthly counts from the register, rounded together so that no small number can be worked out."""

from visitation.disclosure.archive import Archive, Edition, read_archive
from visitation.disclosure.cube import ALL, Axis, Cube, pieces, with_margins
from visitation.disclosure.publish import Publication, publish
from visitation.disclosure.rounding import BASE, rounded
from visitation.disclosure.secret import make_key, read_key
from visitation.disclosure.words import method, shown, uncertainty

__all__ = [
    "ALL", "BASE", "Archive", "Axis", "Cube", "Edition", "Publication", "make_key", "method", "pieces", "publish",
    "read_archive", "read_key", "rounded", "shown", "uncertainty", "with_margins",
]  # fmt: skip
