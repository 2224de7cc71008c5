"""Every state of every dashboard in a real Chromium: on the wall, on a phone, enlarged, in strong colours and without motion."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.access.checks import cut_off, high_header, moving, too_small, unmarked, violations
from tests.browser.access.states import EMPTY, SAMPLE, Walk, reach
from tests.browser.conftest import PHONE, PROJECTOR
from tests.browser.meeting import visit

ENLARGED = ({"width": 640, "height": 512}, {"width": 320, "height": 256})  # 1280 x 1024 at 200 % and at 400 %


def named(walk: Walk) -> str:
    return f"{walk.page}-{walk.municipality}-{walk.language}"


def wrong_at(page: Page, size: dict, *checks) -> dict[str, list]:
    """What the checks find at a size, by size and check."""
    page.set_viewport_size(size)
    return {f"{size['width']} {check.__name__}": found for check in checks if (found := check(page))}


def wrong_in(page: Page) -> dict[str, list]:
    """All that is wrong in the state that is shown."""
    found = wrong_at(page, PHONE, violations, cut_off, too_small, high_header)
    for size in ENLARGED:
        found |= wrong_at(page, size, cut_off)
    return found | wrong_at(page, PROJECTOR, violations, too_small, unmarked, moving)


def held(page: Page, site: str, walk: Walk, wrong_in: Callable[[Page], dict[str, list]] = wrong_in) -> dict[str, dict]:
    """Goes through the states of a page; what is wrong in each."""
    visit(page, site, walk.page, kommune=walk.municipality, sprog=walk.language)
    found = {}
    for state in walk.states:
        reach(page, state)
        found[state.name] = wrong_in(page)
    return {name: wrong for name, wrong in found.items() if wrong}


@pytest.mark.parametrize("walk", SAMPLE, ids=named)
def test_nobody_is_kept_out_of_any_state(sample, page, walk):
    assert held(page, sample, walk) == {}


@pytest.mark.parametrize("walk", EMPTY, ids=named)
def test_nor_of_an_empty_register(empty, page, walk):
    assert held(page, empty, walk, lambda page: wrong_at(page, PHONE, violations, cut_off, too_small)) == {}
