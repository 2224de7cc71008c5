"""What the meeting has chosen so far and what it may do next; asks the core and stores through the register."""

from dataclasses import dataclass, field, replace
from datetime import datetime, time

from visitation.documents.journal import journal_note
from visitation.errors import VisitationError
from visitation.model import Model
from visitation.register.agenda import Item, agenda
from visitation.register.cases import Case, cases
from visitation.register.decisions import decision, needs_why_not_lower
from visitation.screening import Screening, build, screen
from widgets.session import Session
from widgets.text import translator

# What the screen may ask for, and what it sends along.
ACTIONS = {
    "answer": ("question", "value"),
    "open": ("case",),
    "next": (),
    "previous": (),
    "decide": (),
    "deviate_open": (),
    "deviate_cancel": (),
    "deviate": ("step", "reason"),
    "park": (),
    "text": ("field", "value"),
}
TEXTS = {"why": "why_not_lower", "deviate_reason": "deviation"}


@dataclass(frozen=True)
class Draft:
    """What has been said about a case before it is decided. An answer of None is "uafklaret"."""

    answers: dict[str, str | None] = field(default_factory=dict)
    why_not_lower: str = ""
    deviation: str = ""
    deviating: bool = False


class MeetingState:
    """The meeting of one day: its agenda, the case on the table and the drafts of all cases."""

    def __init__(self, session: Session, now=datetime.now):
        self.session = session
        self.now = now
        self.cube = build(session.model.meeting_table, session.today)
        self.cases: dict[str, Case] = {}
        self.drafts: dict[str, Draft] = {}
        self.spent: dict[str, float] = {}
        self.opened = now()
        self.message: tuple[str, str] | None = None
        self.reload()
        self.current = next((item.case.reference for item in self.agenda if not item.done), None)

    def reload(self) -> None:
        """Reads the cases of this municipality from the register."""
        self.cases = cases(self.session.register, self.session.model.head.id)
        self.agenda: list[Item] = agenda(self.cases.values(), self.session.today)

    @property
    def item(self) -> Item | None:
        """The agenda item on the table."""
        return next((item for item in self.agenda if item.case.reference == self.current), None)

    @property
    def draft(self) -> Draft:
        """What has been said about the case on the table; a decided case shows what was stored."""
        return self.drafts.get(self.current or "", Draft())

    @property
    def decided(self) -> dict | None:
        """The decision this meeting stored for the case on the table."""
        return self.item.case.decisions[-1] if self.item and self.item.done else None

    @property
    def model(self) -> Model:
        """The version that the case on the table is screened by: a decided case keeps its own."""
        return self._version(self.decided) if self.decided else self.session.model

    def _version(self, decided: dict) -> Model:
        found = [model for model in self.session.versions if model.sha256 == decided["sha256"]]
        if not found:
            _ = translator(self.session.lang)
            said = _("Sagen er besluttet under version %(version)s, som ikke ligger i modellens mappe.")
            raise VisitationError(said % {"version": decided["version"]})
        return found[0]

    @property
    def screening(self) -> Screening:
        """What the answers given so far mean."""
        if self.decided:
            return screen(build(self.model.table(self.decided["table"]), self.session.today), self.decided["answers"])
        return screen(self.cube, self.draft.answers)

    @property
    def note(self) -> str:
        """The journal note of the decision on the table."""
        return journal_note(self.model, self.item.case, self.decided, self.session.today, self.session.lang)

    def asks_why_not_lower(self) -> bool:
        """Whether the recommended step asks "Hvorfor ikke et trin lavere?"."""
        outcome = self.screening.outcome
        return outcome is not None and needs_why_not_lower(self.session.model, self.screening, outcome)

    def blocked(self) -> str | None:
        """Why the recommendation cannot be decided yet, in one sentence; None when it can."""
        _ = translator(self.session.lang)
        if self.screening.outcome is None:
            return _("Svar på det, der mangler, eller vælg et andet trin med en begrundelse.")
        if self.asks_why_not_lower() and not self.draft.why_not_lower.strip():
            return _("Skriv, hvorfor det ikke er et trin lavere.")
        return None

    # What the meeting can do; each is an action of the screen.

    def open(self, case: str) -> None:
        """Puts a case of the agenda on the table."""
        found = next((item for item in self.agenda if item.case.reference == case), None)
        if found and found.done:
            self._version(found.case.decisions[-1])
        if found:
            self._go(case)

    def next(self) -> None:
        """The next case on the agenda that is not decided; from the last one on, the first."""
        self._step(1, lambda item: not item.done)

    def previous(self) -> None:
        """The case before on the agenda."""
        self._step(-1, lambda item: True)

    def _step(self, by: int, wanted) -> None:
        order = [item.case.reference for item in self.agenda if wanted(item) or item.case.reference == self.current]
        if order:
            at = order.index(self.current) if self.current in order else -1
            self.open(order[(at + by) % len(order)])

    def _go(self, case: str) -> None:
        self.spent[self.current or ""] = self.seconds
        self.current, self.opened = case, self.now()

    @property
    def seconds(self) -> float:
        """How long the case on the table has been there at this meeting."""
        return self.spent.get(self.current or "", 0.0) + (self.now() - self.opened).total_seconds()

    def answer(self, question: str, value: str | None) -> None:
        """Answers a question: an answer's id, "" for "uafklaret", None to take the answer back."""
        answers = {q: a for q, a in self.draft.answers.items() if q != question}
        if value is not None:
            answers[question] = value or None
        screen(self.cube, answers)
        self._say(answers=answers)

    def text(self, name: str, value: str) -> None:
        """Keeps what is being written: "why" (why not a lower step) or "deviate_reason"."""
        if name in TEXTS:
            self._say(**{TEXTS[name]: value or ""})

    def deviate_open(self) -> None:
        """Shows the choice of another step."""
        self._say(deviating=True)

    def deviate_cancel(self) -> None:
        """Leaves the choice of another step."""
        self._say(deviating=False)

    def _say(self, **what) -> None:
        if self.current and not self.decided:
            self.drafts[self.current] = replace(self.draft, **what)

    def decide(self) -> None:
        """Stores the recommended step as the decision."""
        if blocked := self.blocked():
            raise VisitationError(blocked)
        self._store(self.screening.outcome, self.draft.why_not_lower, "")

    def deviate(self, outcome: str | None, reason: str | None) -> None:
        """Stores another step than the recommended one, with its reason."""
        self._say(deviation=reason or "")
        if outcome is None:
            raise VisitationError(translator(self.session.lang)("Vælg et trin."))
        self._store(outcome, self.draft.why_not_lower or self.draft.deviation, self.draft.deviation)

    def _store(self, outcome: str, why_not_lower: str, deviation: str) -> None:
        if self.item is None or self.decided:
            raise VisitationError(translator(self.session.lang)("Sagen er allerede besluttet på dette møde."))
        case, unclear = self.item.case, tuple(q for q, a in self.draft.answers.items() if a is None)
        made = decision(self.session.model, self.screening, outcome, why_not_lower=why_not_lower, deviation=deviation, unclear=unclear)
        self.session.register.append(case.reference, case.version, "decided", made, self._at())
        self.reload()

    def park(self) -> None:
        """Puts the case aside and goes on to the next one."""
        if self.item and not self.item.done and self.item.case.status != "parkeret":
            case = self.item.case
            self.next()
            self.session.register.append(case.reference, case.version, "parked", {}, self._at())
            self.reload()

    def _at(self) -> str:
        """The meeting's day with the time of the clock: a meeting held later under its own date stays on it."""
        return datetime.combine(self.session.today, time.fromisoformat(self.now().time().isoformat("seconds"))).isoformat()

    def perform(self, action: dict) -> None:
        """Carries out an action of the screen; what goes wrong becomes a message, and nothing is lost."""
        self.message = None
        try:
            self._perform(action)
        except VisitationError as error:
            self.message = ("error", str(error))
            self.reload()

    def _perform(self, action: dict) -> None:
        do, given = action.get("do"), [action.get(name) for name in ACTIONS.get(action.get("do"), ())]
        if do not in ACTIONS or not all(isinstance(value, str | None) for value in given):
            raise VisitationError(translator(self.session.lang)("Skærmen og programmet passer ikke sammen; genindlæs siden."))
        if action.get("on", self.current) != self.current:
            return  # a key pressed while the next case was on its way was meant for the case before
        getattr(self, do)(*given)
