"""The forecast's engine on the reference workload W1: five years, 22 enquiries a week, a thousand futures; beside SimPy and Ciw."""

import subprocess
import sys
import tracemalloc
from datetime import date
from itertools import count

import numpy as np

from bench.timing import line, ratio, rounds
from tests.forecasts import W1_MEAN, W1_WEEKS, enquiries, numbers
from tests.oracles.queues import Town, by_ciw, by_simpy
from visitation.forecast.curve import curve
from visitation.forecast.engine import Run, simulate
from visitation.forecast.outlook import outlook
from visitation.forecast.people import Start, draw
from visitation.forecast.scenario import Scenario

FUTURES = 1000
PERSONS = 1_860_000  # referred or directly supported, in all futures; four numbers of each are the least there is to draw
PEERS = 5  # futures a peer simulates; its time is scaled
ROUNDS = 5
W1 = Town(course=5.72, direct=1.1, places=88, full=16, dropout=0.01, renege=0.005, onward=0.21, stay=156, until=W1_WEEKS)  # in weeks
SCENARIO = Scenario(
    enquiries_per_week=22,
    growth_per_year=0.02,
    season_amplitude=0.15,
    share_82=0.26,
    share_85_direct=0.05,
    places=88,
    course_weeks=16,
    dropout_per_week=0.01,
    renege_per_week=0.005,
    onward_85_share=0.21,
    stay_85_mean_weeks=156,
    horizon_weeks=W1_WEEKS,
    uncertainty={"share_82": (0.2, 0.29), "onward_85_share": (0.18, 0.24), "stay_85_mean_weeks": (120, 200)},
)
NEW = count()  # seeds and places that nobody has asked for: what has been worked out is not worked out again
IMPORTS = {"numpy": "import numpy", "forecast": "import visitation.forecast.outlook, visitation.forecast.curve"}


def whole() -> None:
    """W1 from the enquiries on, to support, queue, courses and waits."""
    _told(simulate(draw(enquiries(W1_MEAN, FUTURES, 1), numbers(), 1), np.full(W1_WEEKS, 88)))


def _told(run: Run) -> None:
    """What W1 asks of a run; a run counts the queue only when it is asked for."""
    run.waiting, run.waits, run.s85, run.courses  # noqa: B018 - the looking is the work


def peak() -> float:
    """The most memory that W1 takes, in MB."""
    tracemalloc.start()
    whole()
    most = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return most


def speed() -> None:
    """Goals 1 and 2: W1, a slider's step and a curve, beside the drawing of the numbers alone and beside the peers."""
    people, rng = draw(enquiries(W1_MEAN, FUTURES, 1), numbers(), 1), np.random.default_rng(1)
    kept = np.zeros(4 * PERSONS)  # fresh memory would be slower to get than the numbers are to draw
    sides = {
        "limit": lambda: rng.random(out=kept),
        "w1": whole,
        "step": lambda: _told(simulate(people, np.full(W1_WEEKS, 96 + next(NEW) % 2))),
        "outlook": lambda: outlook(SCENARIO.replace(replications=FUTURES, seed=next(NEW)), date(2021, 1, 4)),
        "curve": lambda: curve(SCENARIO.replace(seed=next(NEW)), range(70, 102, 2), date(2021, 1, 4)),
        "simpy": lambda: [by_simpy(W1, seed) for seed in range(PEERS)],
        "ciw": lambda: [by_ciw(W1, seed) for seed in range(PEERS)],
    }
    times = rounds(sides, ROUNDS)
    for what, side, beside, most in (
        ("W1, 1000 futures, beside drawing the numbers", "w1", "limit", 3),
        ("another number of places for the same citizens, beside the same", "step", "limit", 2),
        ("curve of 16 points with its fan, beside one W1", "curve", "w1", 10),
        ("outlook of 1000 futures with all bands, beside one W1", "outlook", "w1", 2),
    ):
        found = ratio(times, side, beside)
        line(what, f"{found:.1f}x", f"<= {most}x", found <= most)
    found = sorted(times["outlook"])[ROUNDS // 2]
    line("outlook of 1000 futures over five years", f"{found:.0f} ms", "<= 180 ms", found <= 180)
    for peer, least in (("simpy", 300), ("ciw", 1500)):
        found = ratio(times, peer, "w1") * FUTURES / PEERS
        line(f"W1 beside {peer}", f"{found:.0f}x faster", f">= {least}x", found >= least)
    most = peak()
    line("peak memory of W1", f"{most:.0f} MB", "< 100 MB", most < 100)


def bands() -> None:
    """Goal 8: the spread of a known stock of 200 with stays of three years on average, beside what it must be."""
    weeks, stay, direct = 260, 156.0, 1.25
    own = numbers(share_82=0, share_85_direct=0.05, stay=stay)
    start = Start(s85=(0.0,) * 200)
    runs = [simulate(draw(enquiries(np.full(weeks, direct / 0.05), FUTURES, s), own, s * 10, start), np.full(weeks, 1)) for s in range(8)]
    for years in (1, 2, 5):
        left = np.exp(-years * 52 / stay)
        true = (200 * left * (1 - left) + direct * stay * (1 - left)) ** 0.5
        found = np.concatenate([run.s85[years * 52 - 1] for run in runs]).std() / true
        line(f"spread of the support after {years} years, beside the truth", f"{found:.3f}x", "0.95-1.05", 0.95 <= found <= 1.05)


def imports() -> None:
    """Goal 7: the import beside NumPy's alone."""
    sides = {name: lambda code=code: subprocess.run([sys.executable, "-c", code], check=True) for name, code in IMPORTS.items()}
    found = ratio(rounds(sides, 7), "forecast", "numpy")
    line("import of the forecast beside `import numpy`", f"{found:.2f}x", "<= 1.5x", found <= 1.5)


def main() -> None:
    """Goals 1, 2, 7 and 8 of the forecast."""
    speed()
    bands()
    imports()
