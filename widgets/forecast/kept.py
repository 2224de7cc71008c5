"""What has been computed for a scenario, kept while it may be asked for again."""

from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

from visitation.forecast.scenario import Scenario

Found = TypeVar("Found")
MOST = 8


class Kept(Generic[Found]):
    """The latest results by scenario: two scenarios that say the same are the same."""

    def __init__(self, make: Callable[[Scenario], Found]):
        self._make = make
        self._found: deque[tuple[Scenario, Found]] = deque(maxlen=MOST)

    def known(self, scenario: Scenario) -> Found | None:
        """The result, when it has been computed; one that is asked for is kept longest."""
        entry = next((each for each in self._found if each[0] == scenario), None)
        if entry is None:
            return None
        self._found.remove(entry)
        self._found.append(entry)
        return entry[1]

    def of(self, scenario: Scenario) -> Found:
        """The result, computed when it has to be."""
        if (found := self.known(scenario)) is None:
            found = self._make(scenario)
            self._found.append((scenario, found))
        return found
