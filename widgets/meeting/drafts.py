"""What has been said about each case before it is decided, kept in the register as it is said."""

from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from visitation.register.store import Register

MEETING = ""  # what is kept of the meeting itself stands under no case


@dataclass(frozen=True)
class Draft:
    """What has been said about a case. An answer of None is "uafklaret".

    `turned`: the questions are asked where the course would be, or the course where they would. `event` and `note`: how the course
    is to go on.    `confirming` and `reason`: the item is to be confirmed without talk."""

    answers: dict[str, str | None] = field(default_factory=dict)
    why_not_lower: str = ""
    deviation: str = ""
    deviating: bool = False
    turned: bool = False
    event: str = ""
    note: str = ""
    confirming: bool = False
    reason: str = ""


class Drafts:
    """The drafts of one meeting. Each is stored before it is answered for, so that a crash loses nothing that was said."""

    def __init__(self, register: Register, model: str, day: date):
        self._register, self._model, self._day = register, model, day
        kept = register.drafts(self._day, model)
        self.meeting: dict[str, Any] = kept.pop(MEETING, {})
        self._held = {case: Draft(**data) for case, data in kept.items()}

    def of(self, case: str) -> Draft:
        """What has been said about a case."""
        return self._held.get(case, Draft())

    def say(self, case: str, at: str, **what: Any) -> None:
        """Keeps what was said; VisitationError when the register refuses it, and then it is held but not stored."""
        self._held[case] = replace(self.of(case), **what)
        self._register.save_draft(self._day, self._model, case, asdict(self._held[case]), at)

    def note(self, at: str, **what: Any) -> None:
        """Keeps where the meeting is."""
        self.meeting |= what
        self._register.save_draft(self._day, self._model, MEETING, self.meeting, at)

    def drop(self, case: str) -> None:
        """Forgets what was said about a case."""
        self._held.pop(case, None)
        self._register.drop_draft(self._day, self._model, case)

    def clear(self) -> None:
        """Lets go of every case's draft; where the meeting is stays known."""
        for case in list(self._held):
            self.drop(case)
