"""A scenario carried through: what is to be expected week by week, and how sure that is.

Two loops: outside, the numbers that are not known are drawn, one set for each future; inside, chance runs its course. The same
citizens meet both, so that the two bands differ by what is not known alone."""

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visitation.errors import VisitationError
from visitation.forecast.again import again
from visitation.forecast.bands import Series, Waits, band, waits
from visitation.forecast.chance import fine, poisson, words
from visitation.forecast.engine import Run, simulate
from visitation.forecast.people import Laws, People, Start, draw
from visitation.forecast.routes import Ints, code
from visitation.forecast.scenario import Scenario
from visitation.forecast.uncertain import drawn, known, numbers

CHANCE = 250  # futures that tell what chance alone does; what is not known takes all of them
YEAR = 365.2425 / 7  # weeks
PURPOSES = 16  # seeds that one scenario's seed has to itself
ENQUIRING, UNKNOWN = 14, 15
SERIES = ("enquiries", "waiting", "courses", "s85", "starts", "dropouts", "gave_up", "no_shows", "cost_kr")
SAID = ("enquiries", "waiting", "courses", "s85", "cost_kr")  # the series of the forecast command


@dataclass(frozen=True)
class Outlook:
    """What a scenario leads to. `begins` are the Mondays of the weeks; stocks hold at a week's end.

    `unpriced` are the prices that are not known: the cost holds the others alone."""

    scenario: Scenario
    begins: tuple[date, ...]
    series: dict[str, Series]
    wait_weeks: Waits
    unpriced: tuple[str, ...]

    def data(self) -> dict[str, Any]:
        """The outlook in plain types, as the forecast command prints it; `process` is the band of chance alone."""
        said = {name: _plain(self.series[name].total) | {"process": _plain(self.series[name].process)} for name in SAID}
        return {
            "weeks": [day.isoformat() for day in self.begins],
            **said,
            "wait_weeks": asdict(self.wait_weeks),
            "unpriced": list(self.unpriced),
        }


def outlook(
    scenario: Scenario,
    begins: date,
    start: Start | None = None,
    paths: Ints | None = None,
    laws: Laws | None = None,
    places: Ints | None = None,
) -> Outlook:
    """The scenario from the week of that Monday on.

    `start` is who is there today; without it the scenario's `initial` spread evenly. `paths` (at least as many replications, weeks) are
    drawn futures of the enquiries, which then stand in for the scenario's own. `places` (weeks,) are those of each week, where they change.
    The band of chance alone is that of the first CHANCE futures."""
    ahead = scenario.horizon_weeks
    start = spread(scenario) if start is None else start
    room = np.full(ahead, scenario.places) if places is None else _checked(places, (ahead,), "places")
    unsure = bool(scenario.uncertainty) or paths is not None
    chance = both = simulate(citizens(scenario, begins, start, paths, laws, unknown=unsure), room)
    if unsure:
        fewer = scenario.replace(replications=min(scenario.replications, CHANCE))
        chance = simulate(citizens(fewer, begins, start, paths, laws, unknown=False), room)
    process, total = _series(chance, scenario), _series(both, scenario)
    prices = scenario.unit_prices
    return Outlook(
        scenario,
        tuple(begins + timedelta(weeks=week) for week in range(ahead)),
        {name: Series(band(process[name]), band(total[name])) for name in SERIES},
        waits(both.waits.sum(axis=0)),
        tuple(key for key in ("course_kr", "s85_week_kr") if getattr(prices, key) is None),
    )


def citizens(
    scenario: Scenario, begins: date, start: Start, paths: Ints | None = None, laws: Laws | None = None, unknown: bool = True
) -> People:
    """The citizens of a scenario, with what is not known drawn, or (`unknown` False) as the scenario's numbers have it."""
    rng = np.random.default_rng([scenario.seed, UNKNOWN])
    values = drawn(scenario, rng) if unknown else known(scenario)
    return draw(_enquiries(scenario, values, begins, paths, unknown), numbers(values), scenario.seed * PURPOSES, start, laws)


def mean_enquiries(values: dict[str, NDArray], begins: date, weeks: int) -> NDArray:
    """The enquiries to be expected per week, (1 or replications, weeks); the season is highest at New Year, which is our assumption."""
    week = np.arange(weeks)
    season = np.cos(2 * np.pi * (week + (begins - date(begins.year, 1, 1)).days / 7) / YEAR)
    growth = np.exp(np.log1p(values["growth_per_year"])[:, None] * (week / YEAR))
    return values["enquiries_per_week"][:, None] * growth * (1 + values["season_amplitude"][:, None] * season)


def spread(scenario: Scenario) -> Start:
    """Who is there by the scenario's counts: in the queue since last week, in courses evenly over their length, and under § 85 for
    lengths of stay as they are when the support has run for long."""
    initial = scenario.initial
    evenly = (np.arange(initial.courses) + 0.5) / max(initial.courses, 1) * scenario.course_weeks
    stays = -np.log((np.arange(initial.s85) + 0.5) / max(initial.s85, 1)) * scenario.stay_85_mean_weeks
    return Start((0.0,) * initial.waiting, tuple(np.floor(evenly)), tuple(stays))


def _enquiries(scenario: Scenario, values: dict[str, NDArray], begins: date, paths: Ints | None, unknown: bool) -> Ints:
    """The enquiries of a scenario: those of the paths, chance alone around their mean, or the scenario's own."""
    replications, weeks = scenario.replications, scenario.horizon_weeks
    if paths is None:
        mean = mean_enquiries(values, begins, weeks)
    else:
        given = _checked(paths if len(paths) == replications else np.asarray(paths)[:replications], (replications, weeks), "paths")
        if unknown:
            return given
        mean = np.mean(paths, axis=0, keepdims=True)
    return _scattered(mean, replications, scenario.seed * PURPOSES + ENQUIRING)


@again(by=lambda mean, replications, seed: replications)
def _scattered(mean: NDArray, replications: int, seed: int) -> Ints:
    """What comes, (replications, weeks), where so much is to be expected, (1 or replications, weeks)."""
    weeks = mean.shape[1]
    keys = code(np.arange(replications)[:, None], np.arange(weeks)).ravel()
    return poisson(mean, fine(words(keys, seed)).reshape(replications, weeks))


def _checked(given: Ints, shape: tuple[int, ...], name: str) -> Ints:
    found = np.asarray(given)
    if found.shape != shape or (found < 0).any():
        raise VisitationError(f"{name}: der skal være {' × '.join(map(str, shape))} tal, og ingen under 0; der er {found.shape}.")
    return found


def _series(run: Run, scenario: Scenario) -> dict[str, NDArray]:
    prices = scenario.unit_prices
    found = {name: getattr(run, name) for name in SERIES if name != "cost_kr"}
    return found | {"cost_kr": run.starts * (prices.course_kr or 0) + run.s85 * (prices.s85_week_kr or 0)}


def _plain(found: Any) -> dict[str, list[float]]:
    return {name: [round(float(value), 3) for value in values] for name, values in vars(found).items()}
