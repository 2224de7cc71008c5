"""What the guideposts are counted by, beyond the register's own months: the outcomes of courses, and Danmarks Statistik's inhabitants."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from visitation.guideposts.facts import Facts, facts_of
from visitation.model import Model
from visitation.outcomes.followed import Followed
from visitation.outcomes.measures import MEASURES, Terms
from visitation.outcomes.read import read_outcomes
from visitation.outcomes.scores import STANDARD
from visitation.register.case import Case
from visitation.register.demo import SAMPLES
from visitation.register.events import Event
from visitation.statbank.cache import cache_path
from visitation.statbank.shown import shown

POPULATION = "befolkning"  # the question to Danmarks Statistik that the inhabitants answer
ACTIVE = "fald_i_tema"  # how the success criterion of those who became active is measured


def guided(model: Model, today: date, cases: Iterable[Case], events: Sequence[Event], courses: Iterable[Followed], sample: bool) -> Facts:
    """The facts of the model's municipality on the day; `courses` as outcomes follow them, `sample`: the cases are invented."""
    known = {"became_active": tuple(_became_active(model, today, courses)), "residents": _residents(model, sample)}
    return facts_of(model, cases, events, **known)


def _became_active(model: Model, today: date, courses: Iterable[Followed]) -> Iterator[tuple[date, bool]]:
    """The start of each course measured before and after, and whether the citizen is less limited: as the success criterion has it."""
    read = read_outcomes(model)
    criterion = next((one for one in read.criteria if one.measure == ACTIVE), None)
    if criterion is None:
        return
    terms = Terms(today, read.support.months, criterion.theme, STANDARD)
    pairs = ((one.started, MEASURES[ACTIVE](one, terms)) for one in courses if one.started)
    yield from ((day, pair.reached) for day, pair in pairs if pair and pair.reached is not None)


def _residents(model: Model, sample: bool) -> dict[str, float]:
    """The municipality's inhabitants by quarter; sample numbers beside sample cases where nobody fetched any, else none."""
    path = cache_path(None)
    tables = shown(model, SAMPLES / "statbank" / "statbank.json" if sample and not path.exists() else path)
    found = next((one for one in tables if one.query.id == POPULATION and one.table), None)
    if found is None:
        return {}
    query, numbers = found.query, dict[str, float]()
    names = found.table.dimension(query.area).values
    for row in found.table.rows:
        if names[row.at[query.area]] == model.head.label.da and row.value is not None:
            numbers[row.at[query.time]] = numbers.get(row.at[query.time], 0) + row.value
    return numbers
