"""How long each case has been on the table at this meeting."""

from collections.abc import Callable, Mapping
from datetime import datetime


class Clock:
    """Seconds per case; time runs for one case at a time."""

    def __init__(self, now: Callable[[], datetime], spent: Mapping[str, float]):
        self._now, self._spent = now, dict(spent)
        self._case: str | None = None
        self._from = now()

    def turn_to(self, case: str | None) -> None:
        """Time runs for this case from now on; None: for none."""
        if case != self._case:
            self._spent = self.spent
            self._case, self._from = case, self._now()

    @property
    def spent(self) -> dict[str, float]:
        """The seconds of every case so far."""
        if self._case is None:
            return self._spent
        running = (self._now() - self._from).total_seconds()
        return self._spent | {self._case: self._spent.get(self._case, 0.0) + running}

    def seconds(self, case: str) -> float:
        """The seconds of one case so far."""
        return self.spent.get(case, 0.0)
