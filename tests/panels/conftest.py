"""A register to be, and a meeting held over three new cases."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.registers import enquiries, register_with, sample_file, session
from tests.screens import Shown, shown
from widgets.meeting.panel import MeetingPanel, panel


@pytest.fixture
def url(tmp_path) -> str:
    """The address of a register that is not made yet."""
    return f"sqlite:///{tmp_path}/register.sqlite"


@pytest.fixture
def meeting(url) -> MeetingPanel:
    """A meeting in Ringsted."""
    register_with(url, *enquiries(3)).close()
    return panel(session(url))


@pytest.fixture(scope="session")
def screens_register(tmp_path_factory) -> Path:
    """The file of the sample register that `screens` are of."""
    return sample_file(tmp_path_factory.mktemp("screens"))


@pytest.fixture(scope="session")
def screens(screens_register) -> Callable[[str, str, str], Shown]:
    """What the screen has in every state of a dashboard, by its name, municipality and language; each gone through once."""
    return cache(lambda dashboard, municipality, lang: tuple(shown(dashboard, municipality, lang, screens_register)))
