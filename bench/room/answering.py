"""From a press to what it changes on the screen: an answer in the meeting, and a number moved in the forecast."""

from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

from playwright.sync_api import Browser, Page, expect

from bench.prognose import SLIDERS, TIMED
from bench.room.opening import context
from bench.room.pages import PAGES, WAIT_MS
from bench.room.servers import Served
from bench.timing import line
from tests.browser.meeting import first_new, open_case

ANSWERS, MOVES = 30, 20
SILENT_MS = 1000  # after so long an answer has changed nothing of the advice
# Answers the questions in turn, and each of them otherwise than before; milliseconds until the advice that came of it is drawn.
ANSWERED = """async ([turns, silent]) => {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => { const after = new MessageChannel(); after.port1.onmessage = done; after.port2.postMessage(0); }));
  const changed = (press) => new Promise((done) => {
    const look = new MutationObserver(() => done(true));
    look.observe(document.querySelector(".vbm-advice"), { subtree: true, childList: true, characterData: true });
    setTimeout(() => { look.disconnect(); done(false); }, silent);
    press();
  });
  const times = [];
  for (let turn = 0; times.length < turns && turn < 5 * turns; turn += 1) {
    const questions = [...document.querySelectorAll(".vbm-questions fieldset")];
    const free = [...questions[turn % questions.length].querySelectorAll("input:not(:checked)")];
    const begun = performance.now();
    if (!(await changed(() => free[turn % free.length].click()))) continue;
    await drawn();
    times.push(performance.now() - begun);
  }
  return times;
}"""  # noqa: E501


def report(browser: Browser, served: Served) -> None:
    """The goals: 60 ms (120 at the ninth of ten) for an answer, 100 ms for a chart."""
    with opened(browser, served, "moede") as page:
        open_case(page, first_new(page))
        answers = page.evaluate(ANSWERED, [ANSWERS, SILENT_MS])
    with opened(browser, served, "prognose") as page:
        moves = [_moved(page, turn) for turn in range(MOVES)]
    late = sorted(answers)[int(0.9 * (len(answers) - 1))]
    line("a click until the answer is shown", f"{median(answers):.0f} ms of {len(answers)}", "<= 60 ms", median(answers) <= 60)
    line("  nine of ten", f"{late:.0f} ms", "<= 120 ms", late <= 120)
    line("a number moved until the chart is redrawn", f"{median(moves):.0f} ms of {len(moves)}", "<= 100 ms", median(moves) <= 100)


@contextmanager
def opened(browser: Browser, served: Served, name: str) -> Iterator[Page]:
    """A dashboard that is drawn, at a server that rests."""
    served.rest()
    with context(browser, served) as kept:
        page = kept.new_page()
        page.goto(PAGES[name].at(served))
        page.locator(PAGES[name].reading).first.wait_for(timeout=WAIT_MS, state="attached")
        yield page
        page.close(run_before_unload=True)


def _moved(page: Page, turn: int) -> float:
    """Milliseconds until the fan is drawn after one of the sliders has moved; what follows more slowly is waited for beforehand."""
    name, (low, high) = list(SLIDERS.items())[turn % len(SLIDERS)]
    expect(page.locator(".vbp-settled .is-busy")).to_have_count(0, timeout=WAIT_MS)
    value = low + (high - low) * (turn + 1) / (MOVES + 1)
    return page.evaluate(TIMED, [f"[id$='-{name}-slider']", ".vbp-large .vb-chart", str(value)])
