"""The decision cube: what a case's answers make possible, why, and whether a table is proven."""

from visitation.screening.cube import Cube, build
from visitation.screening.evaluate import Screening, encode, screen
from visitation.screening.verify import Proof, periods, prove

__all__ = ["Cube", "Proof", "Screening", "build", "encode", "periods", "prove", "screen"]
