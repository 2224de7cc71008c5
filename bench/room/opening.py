"""Navigation until a page answers: the dashboards beside a blank notebook, cold and ready, with an empty and with a warm browser cache."""

from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

from playwright.sync_api import Browser, BrowserContext

from bench.room.pages import PAGES, WAIT_MS, Shown
from bench.room.servers import Served
from bench.timing import line, ratio
from tests.browser.conftest import PROJECTOR

ROUNDS = 5
DASHBOARDS = ("moede", "prognose")
CACHES = ("empty", "warm")
TARGETS = {("ready", "empty"): 1.10, ("cold", "empty"): 1.4, ("ready", "warm"): 1.0}
Times = dict[str, list[float]]


def measure(browser: Browser, servers: dict[str, Served], peers: dict[str, tuple[Served, Shown]]) -> tuple[Times, Times]:
    """Milliseconds until the first paint and until the answer, by "page kernel cache"; every round opens all once."""
    sides = {f"{page} {kernel}": (servers[f"{'blank' if page == 'blank' else 'ours'} {kernel}"], PAGES[page])
             for kernel in ("cold", "ready") for page in PAGES}  # fmt: skip
    sides |= {f"{name} peer": peer for name, peer in peers.items()}
    painted, answered = ({f"{name} {cache}": [] for name in sides for cache in CACHES} for _ in range(2))
    for _ in range(ROUNDS):
        for name, (served, shown) in sides.items():
            with context(browser, served, shown.script) as kept:  # the second visit finds in the cache what the first one left
                for cache in CACHES:
                    said = visit(kept, served, shown)
                    painted[f"{name} {cache}"].append(said["painted"])
                    answered[f"{name} {cache}"].append(said["answered"])
    return painted, answered


def visit(kept: BrowserContext, served: Served, shown: Shown) -> dict[str, float]:
    """One visit in a page of its own, at a server that rests."""
    served.rest()
    page = kept.new_page()
    page.goto(shown.at(served), wait_until="commit", timeout=WAIT_MS)
    said = page.evaluate("roomAnswer")
    page.close(run_before_unload=True)
    if said is None:
        raise RuntimeError(f"{shown.path}: no answer")
    return said


@contextmanager
def context(browser: Browser, served: Served, script: str = "") -> Iterator[BrowserContext]:
    """A browser that has never been here, and is let in; its pages run the script before anything else."""
    opened = browser.new_context(viewport=PROJECTOR, locale="da-DK")
    opened.add_cookies([served.cookie] if served.cookie else [])
    opened.add_init_script(script)
    yield opened
    opened.close()


def report(painted: Times, answered: Times) -> None:
    """Medians of all, and each dashboard beside the blank notebook of the same kind."""
    for name, times in answered.items():
        line(f"  {name}", f"{median(times):.0f} ms, first paint {median(painted[name]):.0f}", "printed", True)
    for page in DASHBOARDS:
        for (kernel, cache), most in TARGETS.items():
            found = ratio(answered, f"{page} {kernel} {cache}", f"blank {kernel} {cache}")
            line(f"{page}, {kernel} kernel, {cache} cache, beside a blank notebook", f"{found:.2f}x", f"<= {most}x", found <= most)
