"""The series of a forecast in the units of the screen."""

import numpy as np
from numpy.typing import NDArray

from visitation.forecast.bands import Band, Series
from visitation.forecast.newcomer import newcomer_waits
from visitation.forecast.outlook import Outlook
from visitation.forecast.staff import posts_needed
from widgets.forecast.state import ForecastState

KR = 1000  # shown in thousands
PRICED = 2  # prices that the cost is made of
DECIMALS = {"posts": 1}  # the others are told in whole numbers


def shown(state: ForecastState, outlook: Outlook, name: str) -> Series | None:
    """A series as it is shown, or the `wait` of newcomers; None where the model, the prices or the places do not allow to tell it."""
    if name == "wait":
        return newcomer_waits(outlook, state.basis.laws)
    if name == "posts":
        return posts_needed(outlook.series["courses"], state.staffing) if state.staffing else None
    if name == "cost_kr":
        return _in_thousands(outlook.series[name]) if priced(outlook) else None
    return outlook.series[name]


def priced(outlook: Outlook) -> bool:
    """Whether anything of the cost has a price."""
    return len(outlook.unpriced) < PRICED


def at(band: Band, week: int) -> tuple[float, float, float]:
    """Middle and ends of a band in a week."""
    return float(band.p50[week]), float(band.p10[week]), float(band.p90[week])


def rounded(values: NDArray, decimals: int = 2) -> list[float]:
    """The values in plain type, as the screen gets them."""
    return np.round(np.asarray(values, float), decimals).tolist()


def _in_thousands(series: Series) -> Series:
    return Series(*(Band(*(values / KR for values in vars(band).values())) for band in (series.process, series.total)))
