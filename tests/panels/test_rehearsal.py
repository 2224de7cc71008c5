"""A rehearsed process: it never fails, leaves nothing behind, and what a page then opens is as the register is by then."""

import gc
import json
import subprocess
import sys
from datetime import date

import ipywidgets
import pytest

from tests.registers import TODAY, enquiries, register_with
from visitation.register.forget import forget
from visitation.register.memory import MEMORY
from visitation.register.store import open_register
from widgets.rehearsal import ROOMS, again, rehearse
from widgets.session import open_session
from widgets.start.panel import panel

LOADED = "import json, sys; from widgets.rehearsal import rehearse; rehearse(json.loads(sys.argv[1])); print(json.dumps(list(sys.modules)))"


@pytest.fixture(autouse=True)
def collected():
    """The collector as it was: a test process goes on to other things."""
    yield
    gc.unfreeze()


def environment(url: str) -> dict[str, str]:
    """What the server tells a kernel."""
    return {"REGISTER": url, "MODEL": "ringsted", "TODAY": TODAY.isoformat()}


def sentence(url: str) -> str:
    """What the doorway says when a page is opened now."""
    return panel(open_session(environment(url))).view["sentence"]


def test_every_dashboard_is_imported_also_where_the_register_cannot_be_opened(tmp_path):
    told = json.dumps(environment(f"sqlite:///{tmp_path}/nowhere/register.sqlite"))
    found = subprocess.run([sys.executable, "-c", LOADED, told], check=True, capture_output=True, text=True)
    assert {f"widgets.{room}.panel" for room in ROOMS} <= set(json.loads(found.stdout))
    assert len(ROOMS) >= 11


def test_a_rehearsal_opens_every_dashboard_and_leaves_nothing_behind(url, monkeypatch):
    opened = []
    register_with(url, *enquiries(3)).close()
    close = ipywidgets.Widget.close
    monkeypatch.setattr("widgets.view_panel.ViewPanel.close", lambda panel: (opened.append(panel), close(panel)))
    before = open_register(url)
    rehearse(environment(url))
    assert len(opened) == 2 * len(ROOMS)
    assert {widget.comm for panel in opened for widget in (panel, panel.layout)} == {None}
    after = open_register(url)
    assert after.events() == before.events() and after.drafts(TODAY, "ringsted") == {}


def test_a_page_sees_what_was_written_after_the_rehearsal(url):
    register_with(url, *enquiries(3)).close()
    rehearse(environment(url))
    assert sentence(url).startswith("I dag: 3 nye henvendelser")
    register = open_register(url)
    register.append("EKS-R-0001", 1, "parked", {}, f"{TODAY}T09:00:00")
    assert sentence(url).startswith("I dag: 2 nye henvendelser og 1 parkeret.")
    register.close()


def test_what_was_forgotten_since_is_not_kept_in_mind(url):
    register = register_with(url, *enquiries(3))
    rehearse(environment(url))
    assert "EKS-R-0001" in MEMORY.known.by_case
    forget(register, date.max, lambda _: True, f"{TODAY}T09:00:00")
    assert "EKS-R-0001" in MEMORY.known.by_case
    list(again(environment(url)))
    assert MEMORY.known.by_case and not any(case.startswith("EKS") for case in MEMORY.known.by_case)
    register.close()


def test_only_another_register_is_rehearsed_again(url):
    register = register_with(url, *enquiries(3))
    rehearse(environment(url))
    assert list(again(environment(url))) == []
    register.append("EKS-R-0001", 1, "parked", {}, f"{TODAY}T09:00:00")
    assert len(list(again(environment(url)))) == 2 * len(ROOMS)
    assert list(again(environment(url))) == []
    register.close()


@pytest.mark.parametrize("told", [{}, {"TODAY": "i morgen"}, {"MODEL": "findes-ikke"}, {"REGISTER": "intet"}])
def test_a_rehearsal_never_fails(url, told):
    rehearse(environment(url) | told)
