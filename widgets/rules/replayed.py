"""How the register's past cases would stand under other rules."""

from visitation.model import Model
from visitation.register.cases import Case, cases
from visitation.register.replay import Transitions, past_cases
from visitation.register.store import Register


class Replayed:
    """The past cases of a register, replayed; they are read again only when the register has grown."""

    def __init__(self, register: Register):
        self._register = register
        self._kept: tuple[tuple, list[Case]] | None = None

    def cases(self, model: Model) -> list[Case]:
        """The cases of a model's municipality."""
        key = model.head.id, self._register.head()
        if self._kept is None or self._kept[0] != key:
            self._kept = key, list(cases(self._register, model.head.id).values())
        return self._kept[1]

    def moved(self, old: Model, new: Model) -> Transitions:
        """How the cases of the old model's municipality move from the old rules to the new."""
        return past_cases(self.cases(old), old, new)
