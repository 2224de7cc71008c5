"""What the reader has chosen of the forecast, as one fact: what goes wrong is taken back by going back to the one before."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

BASE = ""  # the name of the scenario that nobody saved
BESIDE = 3  # scenarios beside each other, the basis' own among them

Data = Mapping[str, Any]


@dataclass(frozen=True)
class Chosen:
    """`name` is the scenario that is open, `changed` what it says otherwise than the basis; `years` ahead; which series is shown large;
    which measure weighs what moves the forecast; and which scenarios are compared, the basis' own first."""

    name: str = BASE
    changed: Data = field(default_factory=dict)
    years: int = 3
    series: str = "s85"
    measure: str = "s85"
    compared: tuple[str, ...] = (BASE,)

    def given(self, data: Data) -> "Chosen":
        """With these numbers; those of a part join the part's others."""
        parts = {key: {**self.changed.get(key, {}), **value} for key, value in data.items() if isinstance(value, Mapping)}
        return replace(self, changed={**self.changed, **data, **parts})

    def without(self, key: str) -> "Chosen":
        """Without a number, or one inside a part; a part that holds nothing goes too."""
        part, dot, inner = key.rpartition(".")
        left = {name: value for name, value in self.changed.get(part, {}).items() if name != inner} if dot else {}
        others = {name: value for name, value in self.changed.items() if name != (part if dot else key)}
        return replace(self, changed=others | ({part: left} if left else {}))

    def beside(self, name: str) -> "Chosen":
        """With a scenario put beside the basis' own, or taken away; the one put there first makes room when there are too many."""
        if name in self.compared[1:]:
            return replace(self, compared=tuple(other for other in self.compared if other != name))
        return replace(self, compared=(BASE, *(*self.compared[1:], name)[1 - BESIDE :]))
