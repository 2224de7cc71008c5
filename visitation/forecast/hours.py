"""Support under § 85 by its time bands: how many receive how much, and how many hours that takes a week."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from visitation.errors import VisitationError, allowed
from visitation.forecast.routes import Ints

# Middle of the band in minutes a week, "180+" at four hours: our assumption, as the document (004) gives the bands alone.
MINUTES = {"0-9": 5, "10-29": 20, "30-119": 75, "120-179": 150, "180+": 240}


@dataclass(frozen=True)
class Hours:
    """Citizens in each band, band -> (weeks, replications), and the hours a week they take together."""

    bands: dict[str, Ints]
    hours: np.ndarray


def in_bands(s85: Ints, shares: Mapping[str, float], rng: np.random.Generator) -> Hours:
    """The support (weeks, replications) drawn into bands by these shares of 1, each week by itself."""
    unknown = [band for band in shares if band not in MINUTES]
    if unknown:
        raise VisitationError(f"Ukendt tidsinterval '{unknown[0]}'; tilladt er {allowed(MINUTES)}.")
    if any(share < 0 for share in shares.values()) or abs(sum(shares.values()) - 1) > 1e-9:
        raise VisitationError(f"Andelene af tidsintervallerne giver {sum(shares.values()):g}; tilladt er 1, og ingen under 0.")
    drawn = rng.multinomial(s85, list(shares.values()))
    minutes = drawn @ np.array([MINUTES[band] for band in shares])
    return Hours({band: drawn[..., i] for i, band in enumerate(shares)}, minutes / 60)
