"""The first public page in Chromium, from address to drawn page, beside an empty page with the chart library inlined."""

import shutil
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from bench.timing import line, milliseconds, ratio
from tests.browser.conftest import FLAGS, PHONE, ROOT, chromium
from visitation.model import load
from visitation.publishing.folder import read_site, write
from visitation.publishing.pages import made

ROUNDS = 25
SAMPLE = ROOT / "data_samples" / "offentlig"
DRAWN = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def main() -> None:
    """The goal of issue 8: at most 1.5 times as long as an empty page with the library of the dashboards' charts."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch, sync_playwright() as playwright:
        folder, browser = Path(scratch), playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        addresses = {"overblik": _site(folder / "ud"), "empty": _empty(folder / "tom.html")}
        page = browser.new_page(viewport=PHONE)
        times: dict[str, list[float]] = {name: [] for name in addresses}
        for turn in range(ROUNDS + 2):  # the first two fill the caches
            for name, address in addresses.items():
                took = milliseconds(lambda address=address: _opened(page, address))
                times[name] += [took] if turn > 1 else []
        browser.close()
    found = ratio(times, "overblik", "empty")
    for name, taken in times.items():
        line(f"  {name}", f"median {median(taken):.0f} ms", "printed", True)
    line("the public page beside an empty one with the chart library", f"{found:.2f}x", "<= 1.5x", found <= 1.5)


def _opened(page: Page, address: str) -> None:
    page.goto(address, wait_until="load")
    page.evaluate(DRAWN)


def _site(out: Path) -> str:
    shutil.copytree(SAMPLE, out)
    site = read_site(out)
    write(out, site, made(out, [load(unit) for unit in site.units]))
    return (out / "index.html").as_uri()


def _empty(path: Path) -> str:
    library = (ROOT / "widgets" / "charts" / "vega.js").read_text(encoding="utf-8")
    path.write_text(f"<!DOCTYPE html><html lang='da'><title>Tom</title><script type='module'>{library}</script>", encoding="utf-8")
    return path.as_uri()
