"""What overlap.yaml consists of: what a citizen under review is rated by, and what the analysis of 2015 says beside it."""

from typing import Literal

from visitation.model.base import Id, Part, Sourced, Text
from visitation.vocabulary import BENEFITS, CENTRES, VOCABULARY

Centre = Literal[CENTRES]
Age = Literal[VOCABULARY["age_group"]]


class Named(Sourced, kw_only=True):
    """Something with an id and a label, and where it comes from."""

    id: Id
    label: Text


class CentreOf(Named, kw_only=True):
    """A centre that may know the citizen; `short` is what the document calls it."""

    id: Centre
    short: Id


class Benefit(Named, kw_only=True):
    """What a citizen lives on; `answer` is what the table of who is responsible asks for."""

    id: Literal[BENEFITS]
    answer: Id


class TypeOf(Named, kw_only=True):
    """A type that citizens are sorted into; `outside` is the one for those who fit none of the others, and keeps its name."""

    outside: bool = False


class Subcategory(Named, kw_only=True):
    """A challenge; a citizen may have several. `partners` are the centres suggested to take part."""

    partners: tuple[Centre, ...]


class Criterion(Named, kw_only=True):
    """What a citizen of the overlap meets. The list itself tells it of those that `centre` knows, or who live on `benefit`."""

    centre: Centre | None = None
    benefit: Literal[BENEFITS] | None = None


class Tag(Named, kw_only=True):
    """A reason to take a citizen sooner, or not now; never a number. The list itself suggests it of those in `age_groups`,
    or of those with at least so many `efforts` that have not helped."""

    age_groups: tuple[Age, ...] = ()
    efforts: int | None = None


class Quotas(Sourced, kw_only=True):
    """How many are selected for a broad picture, and how few of each benefit and condition are too few."""

    total: int
    at_least: int


class Milestone(Named, kw_only=True):
    """What was to be done, by when as the document says it."""

    when: Text


class Responsibility(Sourced, kw_only=True):
    """The table that says who is responsible for § 85, and the question of it that a benefit answers."""

    table: Id
    question: Id


class MentorPrice(Sourced, kw_only=True):
    """What a social mentor costs for a citizen in a year, in whole kroner."""

    kr: int


class Overlap(Part, kw_only=True):
    """All of it; empty for a municipality without such a review. `both` are the two centres whose overlap it is."""

    both: tuple[Centre, ...] = ()
    centres: tuple[CentreOf, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    types: tuple[TypeOf, ...] = ()
    subcategories: tuple[Subcategory, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    tags: tuple[Tag, ...] = ()
    quotas: Quotas | None = None
    milestones: tuple[Milestone, ...] = ()
    contents: tuple[Named, ...] = ()
    capacity: tuple[Named, ...] = ()
    one_entrance: tuple[Named, ...] = ()
    unknown: tuple[Named, ...] = ()
    responsibility: Responsibility | None = None
    mentor: MentorPrice | None = None

    def __post_init__(self):
        needed = ("both", "centres", "benefits", "quotas", "responsibility", "mentor", "subcategories", "criteria", "tags")
        missing = [name for name in needed if not getattr(self, name)]
        if self.types and missing:
            raise ValueError(f"types står uden {', '.join(missing)}; de hører sammen")
        if self.types and [one.outside for one in self.types].count(True) != 1:
            raise ValueError("præcis én af types skal have outside: true")
