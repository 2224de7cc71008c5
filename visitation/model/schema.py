"""What a municipal model consists of. Keys are English (DMN's words), ids and answers Danish, texts in both languages."""

from typing import Annotated, Literal

from pydantic import Field, StrictBool, StrictInt, model_validator

from visitation.model.base import Id, Kind, Part, Sourced, Text, Validity, wrong


class Answer(Part):
    """One answer of a question."""

    id: Id
    label: Text


class Input(Part):
    """A question with its answers; `ordered` when a later answer means a greater need."""

    id: Id
    label: Text
    short: Text
    ordered: StrictBool = False
    answers: Annotated[tuple[Answer, ...], Field(min_length=1)]


class Outcome(Part):
    """What a table may recommend: its place in the order and on the ladder, and whether the case comes back."""

    label: Text
    order: StrictInt | None
    step: Id | None
    returns: StrictBool = False
    note: Text | None = None


class Rule(Sourced):
    """A rectangle of answers and its outcome; `when` empty holds always."""

    id: Id
    when: dict[str, Annotated[tuple[str, ...], Field(min_length=1)]] = Field(default_factory=dict)
    then: Id
    valid: Validity | None = None
    out_of_order: Text | None = None


class Section(Part):
    """Rules that may not contradict each other; between sections the order decides."""

    label: Text
    rules: Annotated[tuple[Rule, ...], Field(min_length=1)]


class Table(Part):
    """A decision table: first rule that holds gives the outcome."""

    id: Id
    label: Text
    valid: Validity
    inputs: Annotated[tuple[Input, ...], Field(min_length=1)]
    outcomes: Annotated[dict[str, Outcome], Field(min_length=1)]
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
    dashed: StrictBool = False
    outside: StrictBool = False
    why_not_lower: StrictBool = False


class Ladder(Part):
    """The steps, lowest first, and why they stand in that order."""

    label: Text
    kind: Kind
    reason: Text
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]


class Length(Part):
    """How long: one unit, exact or "about", as a window when `to` is given."""

    days: StrictInt | None = None
    weeks: StrictInt | None = None
    months: StrictInt | None = None
    calls: StrictInt | None = None
    to: StrictInt | None = None
    approximate: StrictBool = False

    @model_validator(mode="after")
    def _one_unit(self):
        if sum(unit is not None for unit in (self.days, self.weeks, self.months, self.calls)) != 1:
            raise wrong("skal have netop én af days, weeks, months, calls")
        return self


class Anchor(Part):
    """The event a promise counts from; `unclear` when the document does not say which."""

    event: Id
    label: Text
    unclear: StrictBool = False


class Timer(Sourced):
    """A promised date: in which state, what must have happened, how long after what, and who owes it."""

    id: Id
    state: Id
    label: Text
    length: Length | None
    anchor: Anchor | None
    owner: Id
    practice: Text | None = None
    valid: Validity | None = None


class Timers(Part):
    """All timers of a model."""

    timers: tuple[Timer, ...]


Action = Literal["videregivelse", "henvisning", "afslutning", "nedsaettelse", "planlaegning_over_6_mdr", "brev"]


class Guard(Sourced):
    """A warning on facts of the enquiry or answers of the meeting: it blocks an action and never changes a recommendation.

    `awaiting_lawyer` until the municipality has had it approved."""

    id: Id
    when: dict[str, Annotated[tuple[str, ...], Field(min_length=1)]]
    answers: dict[str, Annotated[tuple[str, ...], Field(min_length=1)]] = Field(default_factory=dict)
    outcomes: tuple[str, ...] = ()
    blocks: Action
    label: Text
    text: Text
    awaiting_lawyer: StrictBool = True


class Guards(Part):
    """All guards of a model."""

    guards: tuple[Guard, ...]


class Meeting(Part):
    """The table that the weekly meeting walks, and the minutes an item may take."""

    table: Id
    minutes: float


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
