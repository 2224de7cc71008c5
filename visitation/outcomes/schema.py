"""What outcomes.yaml consists of: how a course is followed, what counts as support, and the success criteria."""

from typing import Literal

from visitation.model.base import Id, Part, Some, Sourced, Text
from visitation.outcomes.published import Published
from visitation.vocabulary import ON_THE_LADDER, THEMES

Section = Literal[ON_THE_LADDER]
Measure = Literal["trivsel", "fald_i_tema", "fald_i_stoette", "uden_stoette"]


class Stages(Sourced, kw_only=True):
    """Which events of a pathway say that a course was started, was completed, and what came after.

    `ended` are those that end the help itself; without one of them it ends with the course. An empty list: the pathway does not tell."""

    pathway: Id
    started: Some[Id]
    completed: Some[Id]
    ended: tuple[Id, ...] = ()
    wanted_more: tuple[Id, ...] = ()
    applied: tuple[Id, ...] = ()
    decided: tuple[Id, ...] = ()

    @property
    def named(self) -> dict[str, tuple[Id, ...]]:
        """The events by stage."""
        names = ("started", "completed", "ended", "wanted_more", "applied", "decided")
        return {name: getattr(self, name) for name in names}


class Support(Sourced, kw_only=True):
    """What counts as support: services under these sections; on these pathways a course is support under the section named.

    A citizen is looked at `months` after the help ended."""

    sections: Some[Section]
    pathways: dict[str, Section]
    months: int

    def __post_init__(self):
        super().__post_init__()
        if self.months < 1:
            raise ValueError(f"months er {self.months}; tilladt er 1 og opefter")


class Criterion(Sourced, kw_only=True):
    """A success criterion, how it is counted and where from; without a `measure` the register cannot tell."""

    id: Id
    label: Text
    definition: Text
    numerator: Text
    denominator: Text
    data: Text
    measure: Measure | None = None
    theme: Literal[THEMES] | None = None

    def __post_init__(self):
        super().__post_init__()
        if (self.measure == "fald_i_tema") != (self.theme is not None):
            raise ValueError("theme skal stå ved målet fald_i_tema og ikke ved andre")


class Outcomes(Part):
    """All of it; empty for a model that says nothing."""

    stages: Stages | None = None
    support: Support | None = None
    criteria: tuple[Criterion, ...] = ()
    published: Published = Published()

    def __post_init__(self):
        if (self.stages is None) != (self.support is None) or (self.criteria and self.stages is None):
            raise ValueError("stages og support hører sammen, og criteria kan ikke stå uden dem")
