"""What a pathway consists of: states a course can stand in, events that move it, and what each of them asks for."""

from typing import Literal

from visitation.model.base import Id, Part, Some, Sourced, Text
from visitation.model.schema import Length

Template = Literal[
    "journalnotat",
    "advis",
    "sagsaabning",
    "henvisningsbrev",
    "sms",
    "eboks_besked",
    "kontaktbrev",
    "forloebsbeskrivelse",
    "statusnotat",
    "afslutningsbrev_82",
    "afslutningsbrev_85",
    "afslutningsbrev_uden_kontakt",
    "afslagsbrev",
    "fristbrev",
    "stemmebrev",
]
REACHED = "kontakt"  # the result of a try that reached the citizen


class Task(Part):
    """Something that somebody must do after an event, within `length` (None: the same day; no document gives a length)."""

    id: Id
    label: Text
    owner: Id
    length: Length | None = None


class Form(Part):
    """Which of several outcomes an event is: the group they belong to, and its letter or word in it."""

    group: Id
    letter: Id


class State(Sourced, kw_only=True):
    """Where a course can stand, and who holds it there.

    `contact`: the contact protocol runs. `support_runs`: the citizen is getting support. `meets`: it belongs on the meeting's agenda.
    `review`: when to look again while no timer of this state runs, in a contact phase once the citizen is reached; our assumption.
    A final state has a letter, or says why it has none."""

    id: Id
    label: Text
    owner: Id
    final: bool = False
    contact: bool = False
    support_runs: bool = False
    meets: bool = False
    review: Length | None = None
    letter: Template | None = None
    no_letter: Text | None = None


class Event(Sourced, kw_only=True, rename={"from_": "from"}):
    """What moves a course from one of several states to another (`to` left out: it stays), and what follows from it.

    `marks` are the anchor events it dates; `asks` is what the note must say."""

    id: Id
    label: Text
    from_: Some[Id]
    to: Id | None = None
    form: Form | None = None
    marks: tuple[Id, ...] = ()
    tasks: tuple[Task, ...] = ()
    documents: tuple[Template, ...] = ()
    asks: tuple[Literal["note", "tovholder", "interval"], ...] = ()


class Pathway(Sourced, kw_only=True):
    """A pathway: which outcomes begin it ("TABLE.OUTCOME"), where, and with which marks, tasks and documents."""

    id: Id
    label: Text
    begun_by: Some[Id]
    starts: Id
    marks: tuple[Id, ...] = ()
    tasks: tuple[Task, ...] = ()
    documents: tuple[Template, ...] = ()
    states: Some[State]
    events: Some[Event]

    def state(self, state_id: str) -> State:
        """The state of that id."""
        return next(state for state in self.states if state.id == state_id)

    def event(self, event_id: str) -> Event:
        """The event of that id."""
        return next(event for event in self.events if event.id == event_id)

    def events_from(self, state_id: str) -> tuple[Event, ...]:
        """The events that can happen in a state, in the order of the file."""
        return tuple(event for event in self.events if state_id in event.from_)


class Way(Sourced, kw_only=True):
    """One way of reaching a citizen: over which channel, how often, how soon, and how it can turn out.

    Due `length` after the try before (the first way: after `Protocol.counts_from`), once more `again` after the last of its own.
    `each`: one after every try over that channel. `distinct_times`: in how many parts of the day, before and after noon.
    `answer`: how long the citizen has to answer; the next way waits for it."""

    id: Id
    label: Text
    channel: Id
    owner: Id
    times: int = 1
    distinct_times: int = 1
    each: Id | None = None
    length: Length
    again: Length | None = None
    answer: Length | None = None
    template: Template | None = None
    results: dict[str, Text]

    def __post_init__(self):
        super().__post_init__()
        if self.distinct_times not in (1, 2):
            raise ValueError(f"distinct_times er {self.distinct_times}; tilladt er 1 eller 2 (før og efter kl. 12)")
        if self.times > 1 and self.again is None:
            raise ValueError(f"mangler 'again': hvor længe der går mellem de {self.times} gange")
        if REACHED not in self.results:
            raise ValueError(f"results mangler '{REACHED}'; at nå borgeren er altid et muligt resultat")


class Report(Sourced, kw_only=True):
    """What ends the tries: the meeting is told when the `timer` is due, or when every way is tried."""

    label: Text
    channel: Id
    owner: Id
    timer: Id


class Protocol(Part, kw_only=True):
    """How contact is sought, way by way, counted from the day of the mark `counts_from`."""

    id: Id
    label: Text
    counts_from: Id
    ways: Some[Way]
    report: Report

    def __post_init__(self):
        channels = [way.channel for way in self.ways]
        if len(set(channels)) < len(channels):
            raise ValueError("en kanal står i flere ways; hver kanal må kun stå én gang")
