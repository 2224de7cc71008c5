"""Timing in interleaved rounds, so that a busy machine slows all sides alike."""

from collections.abc import Callable
from statistics import median
from time import perf_counter


def milliseconds(run: Callable[[], object]) -> float:
    """How long one call takes."""
    start = perf_counter()
    run()
    return (perf_counter() - start) * 1000


def rounds(sides: dict[str, Callable[[], object]], count: int) -> dict[str, list[float]]:
    """Milliseconds of every side in every round; each round runs all sides once."""
    times: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(count):
        for name, run in sides.items():
            times[name].append(milliseconds(run))
    return times


def ratio(times: dict[str, list[float]], side: str, beside: str) -> float:
    """The median over rounds of how many times longer `side` took than `beside`."""
    return median(a / b for a, b in zip(times[side], times[beside], strict=True))


def p95(values: list[float]) -> float:
    """The value that 95 of 100 stay below."""
    return sorted(values)[int(0.95 * (len(values) - 1))]


def line(what: str, measured: str, target: str, met: bool) -> None:
    """One result, with its target and whether it was met."""
    print(f"{what:<66} {measured:<34} target {target:<10} {'ok' if met else 'MISSED'}", flush=True)
