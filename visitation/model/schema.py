"""What a municipal model consists of. Keys are English (DMN's words), ids and answers Danish, texts in both languages."""

from typing import Annotated, Literal

from msgspec import Meta, field

from visitation.errors import allowed
from visitation.model.base import Id, Kind, Part, Some, Sourced, Text, Validity


class Answer(Part):
    """One answer of a question."""

    id: Id
    label: Text


class Input(Part, kw_only=True):
    """A question with its answers; `ordered` when a later answer means a greater need."""

    id: Id
    label: Text
    short: Text
    ordered: bool = False
    answers: Some[Answer]


class Outcome(Part):
    """What a table may recommend: its place in the order and on the ladder, and whether the case comes back."""

    label: Text
    order: int | None
    step: Id | None
    returns: bool = False
    note: Text | None = None


class Rule(Sourced, kw_only=True):
    """A rectangle of answers and its outcome; `when` empty holds always."""

    id: Id
    when: dict[str, Some[str]] = field(default_factory=dict)
    then: Id
    valid: Validity | None = None
    out_of_order: Text | None = None


class Section(Part):
    """Rules that may not contradict each other; between sections the order decides."""

    label: Text
    rules: Some[Rule]


class Table(Part):
    """A decision table: first rule that holds gives the outcome."""

    id: Id
    label: Text
    valid: Validity
    inputs: Some[Input]
    outcomes: Annotated[dict[str, Outcome], Meta(min_length=1)]
    sections: tuple[Section, ...]

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All rules in the order in which they are tried."""
        return tuple(rule for section in self.sections for rule in section.rules)

    def rule(self, rule_id: str) -> Rule:
        """The rule of that id."""
        return next(rule for rule in self.rules if rule.id == rule_id)

    def input(self, input_id: str) -> Input:
        """The question of that id."""
        return next(question for question in self.inputs if question.id == input_id)


class Offer(Part):
    """Something that is offered on a step."""

    label: Text
    about: Text


class Step(Sourced):
    """A step of the ladder: its law, who decides, whether it is a duty and can be appealed, and what is offered."""

    id: Id
    label: Text
    note: Text
    law: tuple[str, ...]
    duty: Literal["kan", "skal", "ingen"]
    appeal: Literal["ja", "nej", "ikke_relevant"]
    decided_by: Text
    offers: tuple[Offer, ...] = ()
    dashed: bool = False
    outside: bool = False
    why_not_lower: bool = False


class Ladder(Part):
    """The steps, lowest first, and why they stand in that order."""

    label: Text
    kind: Kind
    reason: Text
    steps: Some[Step]


class Length(Part):
    """How long: one unit, exact or "about", as a window when `to` is given."""

    days: int | None = None
    weeks: int | None = None
    months: int | None = None
    calls: int | None = None
    workdays: int | None = None
    to: int | None = None
    approximate: bool = False

    def __post_init__(self):
        if sum(unit is not None for unit in (self.days, self.weeks, self.months, self.calls, self.workdays)) != 1:
            raise ValueError("skal have netop én af days, weeks, months, calls, workdays")


class Anchor(Part):
    """The event a promise counts from; `unclear` when the document does not say which of the `choices`."""

    event: Id
    label: Text
    unclear: bool = False
    choices: tuple[Id, ...] = ()

    def __post_init__(self):
        if self.choices and self.event not in self.choices:
            raise ValueError(f"event '{self.event}' er ikke blandt choices; tilladt er {allowed(self.choices)}")


class Timer(Sourced):
    """A promised date: from which state on, how long after what, and who owes it.

    It runs until one of the events `met_by` happens. `agenda`: the meeting's agenda keeps it, not a course."""

    id: Id
    state: Id
    label: Text
    length: Length | None
    anchor: Anchor | None
    owner: Id
    met_by: tuple[Id, ...] = ()
    agenda: bool = False
    practice: Text | None = None
    valid: Validity | None = None


class Timers(Part):
    """All timers of a model, and what those who owe something are called where that is not a name of their own."""

    timers: tuple[Timer, ...]
    owners: dict[str, Text] = field(default_factory=dict)

    def owner(self, owner: str, lang: str) -> str:
        """Whoever owes something, here or on a pathway, in the words of a language."""
        return self.owners[owner].in_(lang) if owner in self.owners else owner


Action = Literal["videregivelse", "henvisning", "afslutning", "nedsaettelse", "planlaegning_over_6_mdr", "brev"]


class Guard(Sourced, kw_only=True):
    """A warning on facts of the enquiry or answers of the meeting: it blocks an action and never changes a recommendation.

    `awaiting_lawyer` until the municipality has had it approved."""

    id: Id
    when: dict[str, Some[str]]
    answers: dict[str, Some[str]] = field(default_factory=dict)
    outcomes: tuple[str, ...] = ()
    blocks: Action
    label: Text
    text: Text
    awaiting_lawyer: bool = True


class Guards(Part):
    """All guards of a model."""

    guards: tuple[Guard, ...]


class Meeting(Part):
    """The table that the weekly meeting walks, and the minutes an item may take."""

    table: Id
    minutes: float


class Role(Part):
    """Somebody who takes part in the meeting, by role and never by name, and in which capacity."""

    id: Id
    label: Text
    capacity: Literal["myndighed", "udfører"]


class Participants(Sourced):
    """Those who take part in the weekly meeting."""

    roles: Some[Role]


class DocumentInfo(Part):
    """A document that sources name; `short` is what the screen calls it."""

    title: Id
    short: Id
    publisher: Id
    date: Id


class Head(Part):
    """Who a model belongs to and which documents it is built on."""

    id: Id
    label: Text
    version: Id
    valid: Validity
    meeting: Meeting
    documents: dict[str, DocumentInfo]
    participants: Participants | None = None
