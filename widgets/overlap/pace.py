"""How long a rating takes at present, and from that how long the rest will take."""

from collections import deque
from collections.abc import Callable
from datetime import datetime
from statistics import median

PAUSE_SECONDS = 90  # a longer gap is a pause and says nothing of the work
LATEST, ENOUGH = 20, 5


class Pace:
    """The seconds between the latest ratings of one sitting."""

    def __init__(self, now: Callable[[], datetime]):
        self._now, self._last = now, None
        self._gaps: deque[float] = deque(maxlen=LATEST)

    def rated(self) -> None:
        """Another citizen was rated just now."""
        now, before = self._now(), self._last
        self._last = now
        if before and (gap := (now - before).total_seconds()) < PAUSE_SECONDS:
            self._gaps.append(gap)

    @property
    def seconds(self) -> float | None:
        """The median of the latest, None until there are a few."""
        return median(self._gaps) if len(self._gaps) >= ENOUGH else None
