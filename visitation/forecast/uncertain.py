"""What is not known of a scenario's numbers, drawn: one number for each replication, within the 80 % range that was given.

Each key has the law its kind asks for: shares stay between 0 and 1, rates and lengths above 0, growth may fall on either side."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from visitation.forecast.given import Numbers
from visitation.forecast.scenario import Scenario

Q80 = 1.2815515655446004  # standard deviations from the middle to the end of an 80 % range
LOWEST = 1e-6  # a range that ends at 0 or 1 ends just inside


def _logit(share: NDArray) -> NDArray:
    inside = np.clip(share, LOWEST, 1 - LOWEST)
    return np.log(inside / (1 - inside))


SHARE = (_logit, lambda z: 1 / (1 + np.exp(-z)))
ABOVE_0 = (lambda value: np.log(np.maximum(value, LOWEST)), np.exp)
EITHER_SIDE = (np.asarray, np.asarray)
LAWS: dict[str, tuple[Callable, Callable]] = {
    "enquiries_per_week": ABOVE_0,
    "growth_per_year": EITHER_SIDE,
    "season_amplitude": SHARE,
    "share_82": SHARE,
    "share_85_direct": SHARE,
    "dropout_per_week": ABOVE_0,
    "renege_per_week": ABOVE_0,
    "onward_85_share": SHARE,
    "stay_85_mean_weeks": ABOVE_0,
    "no_show_share": SHARE,
}


def known(scenario: Scenario) -> dict[str, NDArray]:
    """The scenario's own numbers, each of shape (1,)."""
    return {key: np.array([float(getattr(scenario, key))]) for key in (*LAWS, "course_weeks")}


def drawn(scenario: Scenario, rng: np.random.Generator) -> dict[str, NDArray]:
    """The scenario's numbers with those that are uncertain drawn, shape (replications,); a key's draws do not depend on the others."""
    normal = dict(zip(LAWS, rng.standard_normal((len(LAWS), scenario.replications)), strict=True))
    ranges = scenario.uncertainty.items()
    return known(scenario) | {key: within(key, (low, getattr(scenario, key), high), normal[key]) for key, (low, high) in ranges}


def within(key: str, range80: tuple[float, float, float], normal: NDArray) -> NDArray:
    """Standard normal numbers turned into the key's law: half lie above the middle one of the three, a tenth outside each end.

    A range that is longer to one side is so by its law: the middle one stays what a scenario says."""
    there, back = LAWS[key]
    low, middle, high = there(np.array(range80))
    return back(middle + normal * np.where(normal < 0, middle - low, high - middle) / Q80)


def numbers(values: dict[str, NDArray]) -> Numbers:
    """What the citizens' fate goes by. Two drawn shares that exceed 1 together are scaled back to it."""
    share_82, direct = values["share_82"], values["share_85_direct"]
    over = np.maximum(share_82 + direct, 1)
    return Numbers(
        share_82 / over,
        direct / over,
        values["course_weeks"],
        values["dropout_per_week"],
        values["renege_per_week"],
        values["onward_85_share"],
        values["stay_85_mean_weeks"],
        values["no_show_share"],
    )
