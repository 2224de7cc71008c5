"""Two servers for everything that is looked at here: the sample register, and one that nobody has filled yet."""

from collections.abc import Iterator

import pytest

from tests.browser.conftest import sampled, serving

DAY = "2021-03-09"
PATIENCE_MS = 120_000  # for a page on a machine that has much to do


@pytest.fixture
def page(page):
    """A page that waits long for the next one."""
    page.set_default_navigation_timeout(PATIENCE_MS)
    return page


@pytest.fixture(scope="package")
def sample(tmp_path_factory) -> Iterator[str]:
    """The address of the dashboards on a sample register of their own: what is pressed here is no other test's."""
    with sampled(tmp_path_factory.mktemp("sample")) as address:
        yield address


@pytest.fixture(scope="package")
def empty(tmp_path_factory) -> Iterator[str]:
    """The address of the dashboards on a register without anything in it."""
    with serving(f"sqlite:///{tmp_path_factory.mktemp('empty')}/register.sqlite", "--on", DAY) as address:
        yield address
