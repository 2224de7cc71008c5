"""One way from a model and its register to a forecast: what is known is counted once, and every scenario is run over it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from visitation.forecast.chance import fine, poisson, words
from visitation.forecast.curve import Point, curve
from visitation.forecast.engine import Run, simulate
from visitation.forecast.figures import from_model, laws
from visitation.forecast.given import Laws, Start
from visitation.forecast.inflow import Inflow, Stated, fit
from visitation.forecast.measured import COURSE, SUPPORT, Measured, from_register, laws_from_register, measured, pathway_laws
from visitation.forecast.outlook import ENQUIRING, PURPOSES, Outlook, citizens, mean_enquiries, outlook, spread
from visitation.forecast.routes import Ints, code
from visitation.forecast.scenario import Scenario
from visitation.forecast.weeks import WEEK, Weeks, enquiry_weeks
from visitation.model import Model
from visitation.register.case import Case

INFLOW = ("enquiries_per_week", "growth_per_year", "season_amplitude")  # the keys that the register's inflow stands for
STOCKS = {"waiting": COURSE, "courses": COURSE, "s85": SUPPORT}  # who is there today, and the law of the courses that tell it
YEAR, FUTURES, SEED = 52, 1000, 1  # the level is told of the coming year, by so many futures
DRAWN = 16  # what is not known of the inflow is drawn by a seed that no citizen has


@dataclass(frozen=True, eq=False)
class Basis:
    """What every forecast of a municipality begins with.

    `scenario` has the model's figures, and the register's where it has enough to count; `begins` is the Monday after `today`.
    `start` is who is there; of the stocks that are `assumed` the register knows no course, so that the model's balance stands in.
    `weeks` are the enquiries counted, `stated` what the model says of them, `inflow` what both tell of those to come, and `level` how many
    a week that makes of the coming year."""

    model: Model
    today: date
    begins: date
    scenario: Scenario
    start: Start
    assumed: tuple[str, ...]
    laws: Laws
    weeks: Weeks
    stated: Stated | None
    inflow: Inflow
    level: float
    measured: Measured


def basis(model: Model, cases: Iterable[Case], today: date) -> Basis:
    """The basis by the cases of that model as they stand today; without a case the model's own figures."""
    known = list(cases)
    base, found, weeks = from_model(model, today), measured(model, known, today), enquiry_weeks(known, today)
    ends = base.uncertainty.get("enquiries_per_week")
    stated = Stated(*ends) if ends else None
    inflow, begins, assumed = fit(weeks, stated), today + timedelta(days=7 - today.weekday()), _assumed(model, known)
    levels = _rates(inflow, begins, YEAR, FUTURES, SEED).mean(axis=1)
    scenario = from_register(base, found)
    scenario = scenario.replace(initial=scenario.initial.replace(**{stock: getattr(base.initial, stock) for stock in assumed}))
    if weeks.counts:
        scenario = _levelled(scenario, levels)
    there = _spread_in(found.start, scenario, assumed)
    shapes = laws_from_register(laws(model), found)
    return Basis(model, today, begins, scenario, there, assumed, shapes, weeks, stated, inflow, float(levels.mean()), found)


def run(basis: Basis, scenario: Scenario) -> Outlook:
    """What a scenario leads to from the basis on.

    The enquiries are futures that the basis' inflow draws. For another level, growth or season they are scaled, week by week, as its
    numbers and the basis' expect (`scaled` tells), and keep their scatter; with no range on any of the three, their middle is taken for
    known. A stock in `initial` that was changed is spread evenly; of the others it is the basis' citizens who are there."""
    return outlook(scenario, basis.begins, start=start(basis, scenario), paths=_paths(basis, scenario), laws=basis.laws)


def futures(basis: Basis, scenario: Scenario) -> Run:
    """Every future of a scenario as `run` draws them, before they are taken together."""
    people = citizens(scenario, basis.begins, start(basis, scenario), _paths(basis, scenario), basis.laws)
    return simulate(people, np.full(scenario.horizon_weeks, scenario.places))


def capacity(basis: Basis, scenario: Scenario, places: Iterable[int]) -> tuple[Point, ...]:
    """How long the wait is with each number of places, over the same citizens as `run`."""
    return curve(scenario, places, basis.begins, start(basis, scenario), _paths(basis, scenario), basis.laws)


def scaled(basis: Basis, scenario: Scenario) -> bool:
    """Whether the inflow is scaled to other numbers than the basis has."""
    return _inflow(scenario) != _inflow(basis.scenario)


def start(basis: Basis, scenario: Scenario) -> Start:
    """Who is there when the scenario begins."""
    return _spread_in(basis.start, scenario, [stock for stock in STOCKS if _initial(scenario, stock) != _initial(basis.scenario, stock)])


@lru_cache(maxsize=32)  # of a tornado as well
def enquiries(basis: Basis, inflow: tuple[float, ...], unsure: bool, weeks: int, replications: int, seed: int) -> Ints:
    """Drawn enquiries (replications, weeks) from `begins` on, by the numbers `inflow` in INFLOW's order.

    What comes by chance is keyed to the week, so that another level adds or takes away enquiries and leaves the others be."""
    rates = _rates(basis.inflow, basis.begins, weeks, replications, seed)
    drawn = basis.level, *_inflow(basis.scenario)[1:]
    given, known = (_expected(numbers, basis.begins, weeks) for numbers in (inflow, drawn))
    means = (rates if unsure else rates.mean(axis=0, keepdims=True)) * given / known
    keys = code(np.arange(replications)[:, None], np.arange(weeks)).ravel()
    return poisson(means, fine(words(keys, seed * PURPOSES + ENQUIRING)).reshape(replications, weeks))


@lru_cache(maxsize=4)
def _rates(inflow: Inflow, begins: date, weeks: int, replications: int, seed: int) -> NDArray:
    """What futures expect of the weeks from `begins` on, (replications, weeks); those since the last known one are passed over."""
    gap = (begins - inflow.after) // WEEK
    return inflow.rates(gap + weeks, replications, np.random.default_rng([seed, DRAWN]))[:, gap:]


def _paths(basis: Basis, scenario: Scenario) -> Ints:
    unsure = any(key in scenario.uncertainty for key in INFLOW)
    return enquiries(basis, _inflow(scenario), unsure, scenario.horizon_weeks, scenario.replications, scenario.seed)


def _levelled(scenario: Scenario, levels: NDArray) -> Scenario:
    """The scenario at the level of these futures, with their 80 % range."""
    low, high = (float(end) for end in np.percentile(levels, (10, 90)))
    return scenario.replace(enquiries_per_week=float(levels.mean()), uncertainty=scenario.uncertainty | {"enquiries_per_week": (low, high)})


def _assumed(model: Model, cases: Iterable[Case]) -> tuple[str, ...]:
    """The stocks of which the register knows no course: it may be new, or the help may be run elsewhere."""
    by_law = pathway_laws(model)
    told = {by_law.get(course.pathway) for case in cases for course in case.courses}
    return tuple(stock for stock, law in STOCKS.items() if law not in told)


def _spread_in(start: Start, scenario: Scenario, stocks: Iterable[str]) -> Start:
    """The start with these stocks spread evenly, as many as the scenario has."""
    evenly = spread(scenario)
    return replace(start, **{stock: getattr(evenly, stock) for stock in stocks})


def _inflow(scenario: Scenario) -> tuple[float, ...]:
    return tuple(getattr(scenario, key) for key in INFLOW)


def _initial(scenario: Scenario, stock: str) -> int:
    return getattr(scenario.initial, stock)


def _expected(numbers: tuple[float, ...], begins: date, weeks: int) -> NDArray:
    return mean_enquiries({key: np.array([number]) for key, number in zip(INFLOW, numbers, strict=True)}, begins, weeks)
