"""Take the screenshots of every dashboard on the sample register: on a projector, at a desk, on a phone, and as it is printed.

Usage: python tools/screenshots.py [FOLDER]   (default: docs/screenshots; needs the test tools and Chromium)
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser.conftest import FLAGS, PHONE, PROJECTOR, chromium, serving  # noqa: E402 - found once the root is on the path
from tests.browser.meeting import choose, open_case, visit  # noqa: E402
from visitation.model import load  # noqa: E402

CASE = "4644"
ANSWERS = {"oensker": "ja", "maalgruppe": "nedsat", "aarsag": "faerdigheder", "virkning": "ja", "varighed": "midlertidig"}
SETTLE_MS = 600
DESK = {"width": 1280, "height": 800}
SCREENS = {"": (PROJECTOR, "airy"), "-taet": (DESK, "dense"), "-telefon": (PHONE, "auto")}  # the window, and how much air
CHOSEN = "localStorage.setItem('vb-display', JSON.stringify({density: '%s'}))"
OTHERS = {
    "start": "ringsted",
    "trappen": "ringsted",
    "prognose": "slagelse",
    "udvikling": "slagelse",
    "oekonomi": "slagelse",
    "faellesmaengden": "slagelse",
    "pejlemaerker": "slagelse",
    "regler": "ringsted",
    "oevelse": "ringsted",
}


def take(page: Page, folder: Path, name: str) -> None:
    """Stores what the page shows once it has come to rest; what the projector shows also as paper."""
    page.wait_for_timeout(SETTLE_MS)
    page.screenshot(path=folder / f"{name}.png")
    if page.viewport_size == PROJECTOR:
        page.pdf(path=folder / f"{name}.pdf", format="A4")


def meeting(page: Page, site: str, folder: Path, size: str) -> None:
    """The meeting: a case with one answer open, recommended, and decided."""
    visit(page, site, "moede", kommune="ringsted")
    open_case(page, CASE)
    for question, answer in ANSWERS.items():
        choose(page, load("ringsted"), question, answer)
    take(page, folder, f"moede-aaben{size}")
    choose(page, load("ringsted"), "behov", "rummes")
    page.get_by_role("textbox", name="Hvorfor ikke et trin lavere?").fill(
        "Har prøvet værestedet i efteråret; ønsker oplæring, som ikke findes dér."
    )
    take(page, folder, f"moede{size}")


def deadlines(page: Page, site: str, folder: Path, size: str) -> None:
    """The deadlines: the list, and a course whose way forward is being decided."""
    visit(page, site, "frister", kommune="ringsted")
    take(page, folder, f"frister{size}")
    page.locator(".vbf-row").filter(has_text="Vejen videre planlægges").first.click()
    page.get_by_role("radio", name="D: ").check(force=True)
    take(page, folder, f"frister-aaben{size}")


def main(folder: Path) -> None:
    """All screenshots into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        register = f"sqlite:///{temporary}/demo.sqlite"
        subprocess.run([sys.executable, "-m", "visitation.cli", "demo", "--register", register], check=True)
        with serving(register) as site:
            browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
            for size, (viewport, density) in SCREENS.items():
                page = browser.new_page(viewport=viewport)
                page.add_init_script(CHOSEN % density)
                walk(page, site, folder, size)
                page.close()
            browser.close()


def walk(page: Page, site: str, folder: Path, size: str) -> None:
    """Every dashboard on one screen."""
    meeting(page, site, folder, size)
    deadlines(page, site, folder, size)
    for dashboard, municipality in OTHERS.items():
        visit(page, site, dashboard, kommune=municipality)
        expect(page.locator(".is-busy")).to_have_count(0)  # charts that are still reckoned
        take(page, folder, f"{dashboard}{size}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screenshots")
