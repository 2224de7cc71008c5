"""The next citizen after a key: from the key to the drawn screen in Chromium with 1,000 on the list, beside a key that does nothing."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, expect, sync_playwright

from bench.timing import line, p95, ratio
from tests.browser.conftest import FLAGS, PROJECTOR, chromium, serving
from tests.browser.meeting import visit

KEYS, TARGET = 60, 100  # citizens rated, and milliseconds from the key to the screen
# From a key to the moment after the frame that it led to has been drawn.
PRESS = """async (key) => {
  const drawn = new Promise((done) => requestAnimationFrame(() => { const after = new MessageChannel(); after.port1.onmessage = done; after.port2.postMessage(0); }));
  const begun = performance.now();
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  await drawn;
  return performance.now() - begun;
}"""  # noqa: E501


@contextmanager
def opened() -> Iterator[Page]:
    """The review of the sample list in a browser of its own."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        register = f"sqlite:///{Path(folder).as_posix()}/demo.sqlite"
        subprocess.run([sys.executable, "-m", "visitation.cli", "demo", "--register", register], check=True, capture_output=True)
        with serving(register) as site:
            browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
            page = browser.new_page(viewport=PROJECTOR)
            visit(page, site, "faellesmaengden", kommune="slagelse")
            yield page
            browser.close()


def main() -> None:
    """Milliseconds from the key that saves to the next citizen, beside a key without a meaning, and until all is stored."""
    with opened() as page:
        bar = page.locator("progress")
        done = bar.evaluate("bar => bar.value")
        times: dict[str, list[float]] = {"next": [], "empty": []}
        for _ in range(KEYS):
            page.keyboard.press("2")
            before = page.locator(".vbf-alias").first.inner_text()
            times["next"].append(page.evaluate(PRESS, "Enter"))
            assert page.locator(".vbf-alias").first.inner_text() != before
            times["empty"].append(page.evaluate(PRESS, "F8"))
        expect(bar).to_have_js_property("value", done + KEYS, timeout=30_000)
        beside = f"{ratio(times, 'next', 'empty'):.1f} x an empty key"
        told = f"{median(times['next']):.1f} ms, p95 {p95(times['next']):.1f}, {beside}"
        line("the next of 1,000 citizens drawn after a key", told, f"<= {TARGET} ms", p95(times["next"]) <= TARGET)
