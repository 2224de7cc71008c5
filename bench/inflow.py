"""The forecast of the inflow, held against real and made-up series, beside naive forecasts, other libraries and the truth."""

from collections.abc import Callable
from functools import partial
from statistics import median

import numpy as np

from bench.series import births, made
from bench.timing import line, ratio, rounds
from visitation.forecast.backtest import AHEAD, REPLICATIONS, Check, Row, check, rows
from visitation.forecast.inflow import fit
from visitation.forecast.naive import seasonal, steady
from visitation.forecast.weeks import Weeks, calendar

SEED = 1
TRAIN = 208  # weeks
STATES, SERIES = 12, 120
CHALLENGERS = {"AutoETS": False, "AutoTheta": False, "AutoARIMA": False, "AutoARIMA, season given": True}
Drawing = Callable[[Weeks, np.random.Generator], np.ndarray]


def ours(known: Weeks, rng: np.random.Generator) -> np.ndarray:
    return fit(known).paths(AHEAD, REPLICATIONS, rng)


def challenger(name: str, season: bool, known: Weeks, rng: np.random.Generator) -> np.ndarray:
    """What statsforecast's marginal normal ranges say, week by week: it has no paths, so its weeks are drawn independently."""
    from statsforecast import models

    waves = calendar(known.first, len(known) + AHEAD)[:, :4] if season else None
    exogenous = {} if waves is None else {"X": waves[: len(known)], "X_future": waves[len(known) :]}
    model = getattr(models, name.partition(",")[0])()
    told = model.forecast(y=np.array(known.counts, float), h=AHEAD, level=[80], **exogenous)
    sd = (told["hi-80"] - told["lo-80"]) / (2 * 1.2815515655446004)
    return rng.normal(told["mean"], sd, (REPLICATIONS, AHEAD))


def checked(series: list[Weeks], drawing: dict[str, Drawing], every: int) -> dict[str, Row]:
    """Every way of drawing, from the TRAIN weeks before each origin, on every series."""
    found: list[Check] = []
    for number, weeks in enumerate(series):
        for origin in range(TRAIN, len(weeks) - AHEAD + 1, every):
            window = weeks.between(origin - TRAIN, origin + AHEAD)
            for name, draw in drawing.items():
                found.append(check(name, window, TRAIN, draw, np.random.default_rng((SEED, number, origin))))
    return {row.name: row for row in rows(found)}


def covers(where: str, row: Row) -> None:
    for what, share in (("weeks", row.coverage80), ("26-week sums", row.coverage80_sum26)):
        line(f"80 % band on {where}, {what} ({row.origins} forecasts)", f"{share:.1%}", "75-85 %", 0.75 <= share <= 0.85)


def tell(found: dict[str, Row]) -> None:
    for row in found.values():
        print(f"  {row.name:<26} CRPS {row.crps:.4f}, weeks {row.coverage80:.1%}, sums {row.coverage80_sum26:.1%}, bias {row.bias:+.2f}")


def on_births() -> None:
    """Real series; the challengers take part where statsforecast is installed."""
    try:
        import statsforecast  # noqa: F401
    except ImportError:
        print("statsforecast is not installed: no challengers")
        others = {}
    else:
        others = {name: partial(challenger, name, season) for name, season in CHALLENGERS.items()}
    naive = {"mean": _steady, "seasonal naive": _seasonal}
    found = checked(births(STATES, SEED), {"ours": ours} | naive | others, every=AHEAD)
    tell(found)
    covers("US births", found["ours"])
    for name in [name for name in found if name != "ours"]:
        share = found["ours"].crps / found[name].crps
        line(f"CRPS on US births beside {name}", f"{share:.3f}x", "<= 0.98x", share <= 0.98)


def on_made() -> None:
    """Made-up series, whose truth is known."""
    rng = np.random.default_rng(SEED)
    found: list[Check] = []
    for number, one in enumerate(made(TRAIN + 4 * AHEAD, rng) for _ in range(SERIES)):
        for origin in range(TRAIN, TRAIN + 3 * AHEAD + 1, AHEAD):
            window = one.weeks.between(origin - TRAIN, origin + AHEAD)
            truth = partial(_oracle, one.oracle, origin)
            chances = np.random.default_rng((SEED, number, origin))
            found += [check("ours", window, TRAIN, ours, chances), check("oracle", window, TRAIN, truth, chances)]
    by_name = {row.name: row for row in rows(found)}
    tell(by_name)
    covers("made-up series", by_name["ours"])
    share = by_name["ours"].crps / by_name["oracle"].crps
    line("CRPS on made-up series beside the truth", f"{share:.3f}x", "<= 1.06x", share <= 1.06)
    lowest = min(each.low.min() for each in found if each.name == "ours")
    line("lowest bound of a band", f"{lowest:.0f}", ">= 0", lowest >= 0)


def _steady(known: Weeks, rng: np.random.Generator) -> np.ndarray:
    return steady(known, AHEAD, REPLICATIONS, rng)


def _seasonal(known: Weeks, rng: np.random.Generator) -> np.ndarray:
    return seasonal(known, AHEAD, REPLICATIONS, rng)


def _oracle(oracle: Callable, origin: int, _: Weeks, rng: np.random.Generator) -> np.ndarray:
    return oracle(origin, AHEAD, REPLICATIONS, rng)


def speed() -> None:
    """Fitting four years and drawing 1000 half years, beside drawing the random numbers of the same futures alone."""
    weeks = made(TRAIN, np.random.default_rng(SEED)).weeks
    rng = np.random.default_rng(SEED)
    sides = {"ours": lambda: ours(weeks, rng), "limit": lambda: rng.poisson(rng.gamma(10, 2.2, (REPLICATIONS, AHEAD)))}
    times = rounds(sides, 9)
    told = f"{median(times['ours']):.0f} ms, {ratio(times, 'ours', 'limit'):.0f}x its random numbers"
    line("fit 208 weeks, draw 1000 half years", told, "< 100 ms", median(times["ours"]) < 100)


def main() -> None:
    """Everything about the inflow."""
    on_births()
    on_made()
    speed()
