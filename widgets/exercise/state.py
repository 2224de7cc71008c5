"""What the exercise has come to: which invented case, whose turn, and the answers; nothing reaches the register."""

from visitation.agreement import Arrival, QuestionAgreement, Sheets, Spread, Vignette, agreement, arrivals, vignettes
from visitation.errors import VisitationError
from visitation.screening import build, screen
from widgets.acts import mismatch
from widgets.session import Session
from widgets.text import translator

# What the screen may ask for, and what it sends along.
ACTIONS = {"choose": ("vignette",), "answer": ("question", "value"), "done": (), "next": (), "show": (), "leave": (), "reset": ()}


class ExerciseState:
    """One team's exercise. Participants are numbers in the order they answer; a sheet is what one of them said."""

    def __init__(self, session: Session):
        self.session = session
        self.table = session.model.meeting_table
        self.cube = build(self.table, session.today)
        self.vignettes: dict[str, Vignette] = {vignette.id: vignette for vignette in vignettes(session.model)}
        self.message: str | None = None
        self.reset()

    def reset(self) -> None:
        """Forgets all answers."""
        self.sheets: dict[str, list[dict[str, str | None]]] = {}
        self.drafts: dict[str, dict[str, str | None]] = {}
        self.shown: set[str] = set()
        self.current: str | None = None
        self.answering = self.warned = False

    @property
    def phase(self) -> str:
        """Where the exercise is: "choose", "answer", "handover" (between two participants) or "discuss"."""
        if self.current is None:
            return "choose"
        return "discuss" if self.current in self.shown else "answer" if self.answering else "handover"

    @property
    def vignette(self) -> Vignette | None:
        """The invented case at hand."""
        return self.vignettes.get(self.current or "")

    @property
    def given(self) -> list[dict[str, str | None]]:
        """The sheets handed in for the case at hand."""
        return self.sheets.get(self.current or "", [])

    @property
    def participant(self) -> int:
        """The number of the one who answers now, or next."""
        return len(self.given) + 1

    @property
    def turn(self) -> str:
        """Names the case, the phase and the participant: what an action of the screen was meant for."""
        return f"{self.current or ''}/{self.phase}/{self.participant}"

    @property
    def draft(self) -> dict[str, str | None]:
        """What the one who answers has said so far."""
        return self.drafts.get(self.current or "", {})

    @property
    def done_sheets(self) -> Sheets:
        """The sheets of the cases whose answers have been shown, in the order of the cases."""
        return {name: self.sheets[name] for name in self.vignettes if name in self.shown}

    @property
    def agreement(self) -> list[QuestionAgreement]:
        """Agreement per question over the cases shown, the ones to talk about in the case at hand first."""
        found = agreement(self.done_sheets, self.table)
        return sorted(found, key=lambda one: (_alike(one.spreads[self.current]), one.alike / max(one.n, 1)))

    @property
    def arrivals(self) -> tuple[Arrival, ...]:
        """Where the answers to the case at hand led."""
        return arrivals(self.given, self.cube)

    # What the participants can do; each is an action of the screen.

    def choose(self, vignette: str) -> None:
        """Takes up an invented case; the first participant begins at once."""
        if vignette in self.vignettes:
            self.current, self.warned = vignette, False
            self.answering = not self.given

    def leave(self) -> None:
        """Back to the choice of a case; what was said so far stays."""
        self.current = None

    def answer(self, question: str, value: str | None) -> None:
        """Answers a question: an answer's id, "" for "uafklaret", None to take the answer back."""
        if self.phase != "answer":
            return
        answers = {q: a for q, a in self.draft.items() if q != question}
        if value is not None:
            answers[question] = value or None
        screen(self.cube, answers)
        self.drafts[self.current], self.warned = answers, False

    def done(self) -> None:
        """Hands the sheet in; what is missing is said once, and may then stay unanswered."""
        _ = translator(self.session.lang)
        if self.phase != "answer":
            return
        if not self.draft:
            raise VisitationError(_("Svar på mindst ét spørgsmål."))
        missing = len(self.table.inputs) - len(self.draft)
        if missing and not self.warned:
            self.warned = True
            raise VisitationError(
                _("Mangler svar: %(count)d. Tryk igen for at aflevere alligevel; de tæller så ikke med.") % {"count": missing}
            )
        self.sheets.setdefault(self.current, []).append(self.drafts.pop(self.current))
        self.answering = self.warned = False

    def next(self) -> None:
        """The next participant begins."""
        self.answering = self.phase == "handover"

    def show(self) -> None:
        """Shows the answers of all; from then on the case takes no more."""
        if self.phase != "handover":
            return
        if len(self.given) < 2:
            raise VisitationError(translator(self.session.lang)("Mindst to skal have svaret, før svarene vises."))
        self.shown.add(self.current)

    def perform(self, action: dict) -> None:
        """Carries out an action of the screen; what goes wrong becomes a message, and nothing is lost."""
        self.message = None
        try:
            self._perform(action)
        except VisitationError as error:
            self.message = str(error)

    def _perform(self, action: dict) -> None:
        do, given = action.get("do"), [action.get(name) for name in ACTIONS.get(action.get("do"), ())]
        if do not in ACTIONS or not all(isinstance(value, str | None) for value in given):
            raise mismatch(self.session.lang)
        if action.get("on", self.turn) == self.turn:  # a key pressed late was meant for the turn before
            getattr(self, do)(*given)


def _alike(spread: Spread) -> float:
    """The share of a spread that said the same; a question nobody answered comes last."""
    return spread.most / spread.n if spread.n else 2.0
