"""Many visitors at once: pages that hang, stay blank or complain; what a page takes in memory; what is left when all have gone."""

import asyncio
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlparse

from playwright.async_api import Browser, Error, Page, async_playwright

from bench.room.pages import PAGES, WAIT_MS
from bench.room.servers import RestlessError, Served
from bench.timing import line
from tests.browser.conftest import FLAGS, HOST, PROJECTOR, chromium

LOADS, AT_ONCE = 60, 6
OPEN = 3  # pages side by side while the memory is measured
MOST_MEMORY = 3  # times a blank kernel
WRONG = ("hangs", "blank pages", "console errors", "requests to another host")
MIB = 2**20


@dataclass
class Visits:
    """What went wrong, counted, and how many visits are under way at most."""

    served: Served
    browser: Browser
    turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    wrong: Counter = field(default_factory=Counter)

    async def once(self, name: str) -> None:
        """Opens a page, presses its button, and closes it."""
        async with self.turns:
            page = await self.opened(name)
            await page.close(run_before_unload=True)

    async def opened(self, name: str) -> Page:
        """A page that has answered a press, or was given up."""
        kept = await self.browser.new_context(viewport=PROJECTOR, locale="da-DK")
        await kept.add_cookies([self.served.cookie] if self.served.cookie else [])
        await kept.add_init_script(PAGES[name].script)
        page = await kept.new_page()
        page.on("console", lambda said: self._count("console errors", said.type == "error"))
        page.on("pageerror", lambda _: self._count("console errors", True))
        page.on("request", lambda asked: self._count("requests to another host", _leaves(asked.url)))
        try:
            await page.goto(PAGES[name].at(self.served), wait_until="commit", timeout=WAIT_MS)
            answered = await page.evaluate("roomAnswer") is not None
        except Error:
            answered = False
        self._count("hangs", not answered)
        self._count("blank pages", not (await page.locator("#rendered_cells").inner_text()).strip())
        return page

    def _count(self, what: str, happened: bool) -> None:
        self.wrong[what] += happened


def _leaves(url: str) -> bool:
    return urlparse(url).scheme not in ("data", "blob", "about") and urlparse(url).hostname != HOST


def report(ours: Served, blank: Served) -> None:
    """The goals: nothing wrong in 60 loads, at most three times the memory of a blank kernel, and no kernel left."""
    wrong, (page, kernel) = asyncio.run(_measured(ours, blank))
    for what in WRONG:
        line(f"{what} in {LOADS} loads, {AT_ONCE} at once", str(wrong[what]), "0", wrong[what] == 0)
    told = f"{page / MIB:.0f} MiB = {page / kernel:.1f}x of {kernel / MIB:.0f}"
    line("memory of a page's kernel beside a blank one", told, f"<= {MOST_MEMORY}x", page <= MOST_MEMORY * kernel)
    left = _left(ours)
    line("kernels left behind", str(left), "0", left == 0)


def _left(served: Served) -> int:
    """How many kernels too many there are when the server has had its time."""
    with suppress(RestlessError):
        served.rest()
    return len(served.kernels()) - served.ready


async def _measured(ours: Served, blank: Served) -> tuple[Counter, tuple[float, float]]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        visits = Visits(ours, browser)
        await asyncio.gather(*(visits.once(("moede", "prognose")[turn % 2]) for turn in range(LOADS)))
        memory = [await _memory(Visits(served, browser), name) for served, name in ((ours, "moede"), (blank, "blank"))]
        await browser.close()
    return visits.wrong, tuple(memory)


async def _memory(visits: Visits, name: str) -> float:
    """Bytes that a page's kernel has for itself, its share of what kernels have in common included (PSS)."""
    await asyncio.to_thread(visits.served.rest)
    pages = [await visits.opened(name) for _ in range(OPEN)]
    await asyncio.to_thread(visits.served.rest, OPEN)
    sizes = sorted(each.memory_full_info().pss for each in visits.served.kernels())
    for page in pages:
        await page.close(run_before_unload=True)
    return sum(sizes[-OPEN:]) / OPEN
