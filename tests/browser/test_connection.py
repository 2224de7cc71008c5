"""What the room hears of its kernel, with a kernel that only pretends and a clock that is moved: no page waits half a minute."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from widgets.parts import WIDGETS

PRETENDED = """
const signal = () => { const all = new Set();
  return { connect: (one) => all.add(one), disconnect: (one) => all.delete(one), emit: (said) => all.forEach((one) => one(null, said)) }; };
const names = ["anyMessage", "statusChanged", "connectionStatusChanged", "disposed"];
const signals = Object.fromEntries(names.map((name) => [name, signal()]));
const kernel = { status: "idle", connectionStatus: "connected", isDisposed: false, ...signals };
const model = { widget_manager: { kernel }, send() {} };
const told = [];
const unwatch = watchConnection(model, (how) => told.push(how));
const become = (status) => { kernel.anyMessage.emit({ direction: "recv" }); kernel.status = status; kernel.statusChanged.emit(status); };
Object.assign(window, { told, become, kernel, unwatch, ask: () => dispatch(model, {}) });
"""


@pytest.fixture
def heard(page) -> Iterator[Page]:
    """A page with nothing on it but the ear of the room."""
    page.clock.install()
    page.goto("about:blank")
    page.add_script_tag(content=(WIDGETS / "parts" / "connection.js").read_text(encoding="utf-8") + PRETENDED)
    return page


def told(page: Page, seconds: float) -> list[str | None]:
    """What has been told when so much more time has gone."""
    page.clock.run_for(int(seconds * 1000))
    return page.evaluate("told")


def test_one_that_hangs_at_work_is_late_and_said_once(heard):
    heard.evaluate("ask(); become('busy')")
    assert told(heard, 29) == []
    assert told(heard, 2) == ["late"]
    assert told(heard, 300) == ["late"]
    heard.evaluate("become('idle')")
    assert told(heard, 300) == ["late", None]


def test_one_that_works_for_long_and_is_heard_now_and_then_is_not_late(heard):
    heard.evaluate("ask(); become('busy')")
    for _ in range(4):
        heard.evaluate("kernel.anyMessage.emit({ direction: 'recv' })")
        assert told(heard, 20) == []


def test_one_that_is_idle_is_never_late_and_one_that_hangs_there_is_lost_when_it_is_asked(heard):
    heard.evaluate("become('busy'); become('idle')")
    assert told(heard, 600) == []
    heard.evaluate("ask()")
    assert told(heard, 5) == ["lost"]


def test_one_that_dies_at_work_is_lost_and_no_longer_late(heard):
    heard.evaluate("become('busy')")
    told(heard, 31)
    heard.evaluate("kernel.status = 'dead'; kernel.statusChanged.emit('dead')")
    assert told(heard, 60) == ["late", "lost"]


def test_what_is_no_longer_watched_is_told_of_nothing(heard):
    heard.evaluate("become('busy'); unwatch()")
    assert told(heard, 60) == []
