"""The engine beside closed forms, SimPy and Ciw, all within three standard errors; durations beside lifelines."""

from datetime import date
from math import factorial

import lifelines
import numpy as np
import pytest

from tests.forecasts import W1_MEAN, W1_WEEKS, enquiries, numbers
from tests.oracles.queues import DAYS, Town, by_ciw, by_simpy
from visitation.forecast.durations import Weibull, weibull
from visitation.forecast.engine import Run, simulate
from visitation.forecast.followed import left_a_week
from visitation.forecast.people import Laws, draw
from visitation.forecast.uncertain import Q80
from visitation.statistics.survival import greenwood, kaplan_meier

PARTS, REPLICATIONS = 10, 1000  # ten thousand futures, a thousand at a time


def runs(mean, places, laws=None, **changes):
    """Ten thousand futures of a queue at which everybody who enquires arrives, or of what `changes` says."""
    for part in range(PARTS):
        people = draw(enquiries(mean, REPLICATIONS, 100 + part), numbers(**changes), 1000 * part, laws=laws)
        yield simulate(people, np.full(mean.size, places))


def queue_only(mean, places, **changes):
    return runs(mean, places, share_82=1, share_85_direct=0, onward=0, **{"renege": 0, "dropout": 0} | changes)


def near(found: np.ndarray, expected: float) -> bool:
    """Whether the mean lies within three standard errors."""
    return abs(found.mean() - expected) < 3 * found.std() / found.size**0.5


def last(found, what) -> np.ndarray:
    return np.concatenate([what(run) for run in found])


def expected_support(law, share: float) -> float:
    """Support at the end of W1 with a place for everybody: arrivals thinned, shifted by the course, and still there by the law of stay."""
    moments = (np.arange(2000) + 0.5) / 2000
    direct = sum(0.05 * W1_MEAN[week] * law.survival(W1_WEEKS - week - moments).mean() for week in range(W1_WEEKS))
    ends = [(weeks, np.exp(-0.01 * (weeks - 1)) * (1 - np.exp(-0.01))) for weeks in range(1, 16)] + [(16, np.exp(-0.15))]
    return direct + sum(
        share * 0.26 * W1_MEAN[week] * chance * law.survival(W1_WEEKS - week - weeks)
        for week in range(W1_WEEKS)
        for weeks, chance in ends
        if week + weeks < W1_WEEKS
    )


@pytest.mark.parametrize("law", [Weibull(156, 1.0), Weibull(170, 2.5), Weibull(100, 0.6)], ids=["memoryless", "ageing", "settling"])
def test_support_with_places_for_all_is_an_infinite_server(law):
    found = last(runs(W1_MEAN, 5000, Laws(stay=law), stay=law.mean), lambda run: run.s85[-1])
    assert near(found, expected_support(law, 0.21))
    assert found.var() / found.mean() == pytest.approx(1, abs=0.05)  # Poisson, as M_t/G/infinity is


def erlang_c(servers: int, load: float) -> float:
    """The mean queue of M/M/c with `load` = arrival rate x mean service."""
    busy = load**servers / factorial(servers) * servers / (servers - load)
    waits = busy / (sum(load**k / factorial(k) for k in range(servers)) + busy)
    return waits * load / (servers - load)


@pytest.mark.parametrize(("servers", "use"), [(1, 0.4), (2, 0.5), (5, 0.6)])
def test_a_memoryless_queue_is_erlangs(servers, use):
    service, weeks = 150, 1800  # so many steps that their size no longer matters
    mean = np.full(weeks, servers * use / service)
    found = last(queue_only(mean, servers, course_weeks=30_000, dropout=1 / service), lambda run: run.waiting[-1])
    assert near(found, erlang_c(servers, servers * use))


def fixed_length(servers: int, arrivals: float, rounds: int) -> float:
    """The mean queue of M/D/c, begun empty, after so many lengths of service: all served are gone one length later (Crommelin 1932)."""
    most = 400
    poisson = np.exp(-arrivals + np.arange(most) * np.log(arrivals) - np.cumsum(np.log(np.maximum(np.arange(most), 1))))
    here = np.zeros(most)
    here[0] = 1
    for _ in range(rounds):
        left = np.concatenate([[here[: servers + 1].sum()], here[servers + 1 :], np.zeros(servers)])
        here = np.convolve(left, poisson)[:most]
    return float(here @ np.maximum(np.arange(most) - servers, 0))


@pytest.mark.parametrize(("servers", "use"), [(1, 0.8), (3, 0.9), (46, 0.95)])
def test_courses_of_fixed_length_wait_as_crommelins(servers, use):
    rounds, length = 12, 16
    mean = np.full(rounds * length, servers * use / length)
    found = last(queue_only(mean, servers, course_weeks=length), lambda run: run.waiting[-1])
    assert near(found, fixed_length(servers, servers * use, rounds))


@pytest.fixture(scope="module")
def by_day() -> list[Run]:
    """The small town of the peers in steps of a day."""
    town = Town()
    mean, rate = np.full(DAYS, town.course + town.direct), town.course + town.direct
    own = numbers(
        share_82=town.course / rate,
        share_85_direct=town.direct / rate,
        course_weeks=town.full,
        dropout=town.dropout,
        renege=town.renege,
        onward=town.onward,
        stay=town.stay,
    )
    return [simulate(draw(enquiries(mean, 500, part), own, 1000 * part), np.full(DAYS, town.places)) for part in range(4)]


@pytest.mark.parametrize("peer", [by_simpy, by_ciw], ids=["simpy", "ciw"])
def test_a_peer_sees_the_same_support_queue_and_wait(by_day, peer):
    theirs = np.array([peer(Town(), seed) for seed in range(150)])
    ours = [last(by_day, lambda run: run.s85[-1]), last(by_day, lambda run: run.waiting[-1]), last(by_day, mean_wait)]
    for mine, other in zip(ours, theirs.T, strict=True):
        error = (mine.var() / mine.size + other.var() / other.size) ** 0.5
        assert abs(mine.mean() - other.mean()) < 3 * error


def mean_wait(run: Run) -> np.ndarray:
    """The mean wait of each future in days."""
    queue, began = run.people.queue, run.placed.began
    who = np.flatnonzero(began < run.s85.shape[0])
    waited = np.bincount(queue.replication[who], weights=began[who] - queue.arrived[who], minlength=run.s85.shape[1])
    return waited / run.starts.sum(axis=0)


def test_a_scenario_differs_by_what_was_changed_alone():
    people = draw(enquiries(W1_MEAN, 400, 1), numbers(), 1)
    other = draw(enquiries(W1_MEAN, 400, 2), numbers(), 2)
    few, many, apart = (simulate(who, np.full(W1_WEEKS, places)).s85[-1] for who, places in ((people, 88), (people, 96), (other, 96)))
    assert (many - few).var() / (apart - few).var() <= 0.05


def test_kaplan_meier_is_that_of_lifelines():
    rng = np.random.default_rng(1)
    lengths, ended = rng.integers(1, 200, 1000).astype(float), rng.random(1000) < 0.6
    times, left = kaplan_meier(lengths, ended)
    theirs = lifelines.KaplanMeierFitter().fit(lengths, ended).survival_function_at_times(times)
    assert np.abs(theirs.to_numpy() - left).max() < 1e-12


def test_the_weibull_law_is_that_of_lifelines():
    rng = np.random.default_rng(2)
    stays = rng.weibull(1.7, 800) * 120
    theirs = lifelines.WeibullFitter().fit(np.minimum(stays, 104), stays <= 104)
    ours = weibull(np.minimum(stays, 104), stays <= 104)
    assert (ours.scale, ours.shape) == pytest.approx((theirs.lambda_, theirs.rho_), rel=1e-3)


def test_greenwoods_variance_is_that_of_lifelines():
    rng = np.random.default_rng(3)
    lengths, ended = np.minimum(rng.integers(1, 60, 400), 40).astype(float), rng.random(400) < 0.4
    fitted = lifelines.KaplanMeierFitter(alpha=0.2).fit(lengths, ended)
    left = kaplan_meier(lengths, ended)[1][-1]
    low, high = fitted.confidence_interval_.iloc[-1]  # of log(-log)
    spread = greenwood(lengths, ended) ** 0.5 / left / abs(np.log(left)) * Q80
    assert (low, high) == pytest.approx((left ** np.exp(spread), left ** np.exp(-spread)), rel=1e-6)


def test_those_who_leave_a_week_are_the_constant_hazard_of_lifelines():
    rng = np.random.default_rng(4)
    lengths = rng.exponential(30, 500)
    found = [(min(length, 26.0), length < 26) for length in lengths]
    theirs = lifelines.ExponentialFitter().fit(*zip(*found, strict=True))
    assert left_a_week(found, 26, (date(2020, 1, 1), date(2020, 12, 31))).value == pytest.approx(1 / theirs.lambda_, rel=1e-3)
