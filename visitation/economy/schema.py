"""What economy.yaml consists of: published budgets, volumes and spending, and the inputs of a business case."""

from decimal import Decimal
from typing import Literal

from visitation.model.base import Id, Part, Some, Source, Sourced, Text

MONTHS = 12


class Figure(Sourced, kw_only=True):
    """A published figure; `about` when the document gives it as "ca.". `notes` are ids of caveats or contradictions."""

    id: Id
    label: Text
    about: bool = False
    notes: tuple[Id, ...] = ()


class Amount(Figure, kw_only=True):
    """Whole kroner, of a `year` when it is of one."""

    kr: int
    year: int | None = None


class Count(Figure, kw_only=True):
    """How many, over so many months; what is not counted over time is counted at one moment, and `months` says nothing."""

    count: int
    months: int = MONTHS

    def __post_init__(self):
        super().__post_init__()
        if self.count < 1 or self.months < 1:
            raise ValueError(f"count er {self.count} og months {self.months}; tilladt er 1 og opefter")

    @property
    def a_year(self) -> Decimal:
        """How many in twelve months at the same pace."""
        return Decimal(self.count * MONTHS) / self.months


class Budget(Part, kw_only=True):
    """The budget of a unit for a year: its lines if they are published, the published total, and what it is to carry.

    `staff` is the id of the line that pays the posts."""

    id: Id
    label: Text
    lines: tuple[Amount, ...] = ()
    total: Amount
    courses: Count
    posts: Count | None = None
    staff: Id | None = None

    def __post_init__(self):
        if self.total.kr <= 0:
            raise ValueError(f"total er {self.total.kr} kr.; tilladt er over 0")
        if (self.staff is None) != (self.posts is None):
            raise ValueError("posts og staff hører sammen; skriv begge eller ingen")
        if self.staff is not None and self.staff not in [line.id for line in self.lines]:
            raise ValueError(f"staff er '{self.staff}', men ingen linje hedder sådan")


class Spending(Part):
    """What was spent in two years, oldest first, and the change as the document gives it."""

    label: Text
    before: Amount
    after: Amount
    published: Amount


class Years(Sourced, kw_only=True):
    """The first and the last year of a case, and the year whose prices it is in."""

    first: int
    last: int
    price: int


class Saving(Sourced, kw_only=True):
    """The share of the budget that is expected to be saved, and the first year of it."""

    share: float
    first_year: int
    notes: tuple[Id, ...] = ()


class Printed(Sourced, kw_only=True):
    """A row of the document's own table, in kroner, one figure a year; `row` is the name it has in a calculated year."""

    row: Literal["original", "corrected", "investment", "net"]
    label: Text
    kr: Some[int]
    notes: tuple[Id, ...] = ()


class Changes(Part, kw_only=True):
    """What an alternative says otherwise than the document; the keys are those of a case."""

    saving_share: float | None = None
    covered_am: float | None = None
    covered_hp: float | None = None
    investment: dict[str, int] | None = None
    phase_in: tuple[float, ...] | None = None
    before: Literal["nul", "uaendret"] | None = None
    discount_rate: float | None = None


class Alternative(Sourced, kw_only=True):
    """Another reading of the document, as a set of parameters; `notes` are the caveats it answers."""

    id: Id
    label: Text
    set: Changes
    notes: tuple[Id, ...] = ()


class Investments(Part):
    """The inputs of a business case as the document gives them."""

    label: Text
    years: Years
    am: Amount
    hp: Amount
    citizens: Count
    both: Count
    saving: Saving
    investments: Some[Amount]
    printed: Some[Printed]
    published: tuple[Amount, ...]
    alternatives: tuple[Alternative, ...]
    not_costed: tuple[Figure, ...]


class Caveat(Part):
    """Why a figure cannot say all that it seems to, where that stands, and what we do about it."""

    id: Id
    label: Text
    found: Text
    source: Some[Source]
    text: Text


class Economy(Part):
    """All of it; empty for a model that says nothing."""

    budgets: tuple[Budget, ...] = ()
    volumes: tuple[Count, ...] = ()
    spending: Spending | None = None
    case: Investments | None = None
    caveats: tuple[Caveat, ...] = ()
