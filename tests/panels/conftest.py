"""A register to be, and a meeting held over three new cases."""

import pytest

from tests.registers import enquiries, register_with, session
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
