"""What the indicators are counted by: asked of the register, of the outcomes and of what was fetched from Danmarks Statistik."""

from datetime import date

from visitation.guideposts.facts import TOLD, Facts, facts_of
from visitation.outcomes.measures import MEASURES, Terms
from visitation.outcomes.read import read_outcomes
from visitation.outcomes.scores import STANDARD
from visitation.register.cases import cases
from visitation.register.demo import SAMPLES
from visitation.register.told import events_told
from visitation.statbank.cache import cache_path
from visitation.statbank.shown import shown
from widgets.remembered import courses
from widgets.session import Session

POPULATION = "befolkning"  # the question to Danmarks Statistik that the inhabitants answer
ACTIVE = "fald_i_tema"  # how the success criterion of those who became active is measured


def facts(session: Session) -> Facts:
    """The facts of the session's municipality."""
    there = tuple(cases(session.register, session.model.head.id).values())
    events = events_told(session.register, session.model.head.id, TOLD)
    return facts_of(session.model, there, events, became_active=_became_active(session), residents=_residents(session))


def _became_active(session: Session) -> tuple[tuple[date, bool], ...]:
    """The start of each course measured before and after, and whether the citizen is less limited: as the success criterion has it."""
    read = read_outcomes(session.model)
    criterion = next((one for one in read.criteria if one.measure == ACTIVE), None)
    if criterion is None:
        return ()
    terms = Terms(session.today, read.support.months, criterion.theme, STANDARD)
    pairs = [(one.started, MEASURES[ACTIVE](one, terms)) for one in courses(session) if one.started]
    return tuple((day, pair.reached) for day, pair in pairs if pair and pair.reached is not None)


def _residents(session: Session) -> dict[str, float]:
    """The municipality's inhabitants by quarter; sample numbers beside sample cases where nobody fetched any, else none."""
    path = cache_path(None)
    sampled = session.sample and not path.exists()
    tables = shown(session.model, SAMPLES / "statbank" / "statbank.json" if sampled else path)
    found = next((one for one in tables if one.query.id == POPULATION and one.table), None)
    if found is None:
        return {}
    query, numbers = found.query, dict[str, float]()
    names = found.table.dimension(query.area).values
    for row in found.table.rows:
        if names[row.at[query.area]] == session.model.head.label.da and row.value is not None:
            numbers[row.at[query.time]] = numbers.get(row.at[query.time], 0) + row.value
    return numbers
