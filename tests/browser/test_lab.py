"""The same dashboards in JupyterLab, where analysts open them."""

import shutil
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ROOT, free_port, running
from tests.browser.meeting import first_new, open_case

PATIENCE_MS = 60_000


@pytest.fixture
def lab(tmp_path):
    """The address of a JupyterLab on copies of the dashboards and the sample register."""
    notebooks, port = tmp_path / "notebooks", free_port()
    shutil.copytree(ROOT / "notebooks", notebooks, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    register = f"sqlite:///{tmp_path}/demo.sqlite"
    subprocess.run([sys.executable, "-m", "visitation.cli", "demo", "--register", register], check=True, capture_output=True)
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", f"--port={port}", "--ip=127.0.0.1", "--allow-root",
        "--IdentityProvider.token=", f"--ServerApp.root_dir={notebooks}", 
        "--LabApp.news_url=", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]  # fmt: skip
    private = {"REGISTER": register, "JUPYTER_CONFIG_DIR": str(tmp_path / "config"), "JUPYTERLAB_SETTINGS_DIR": str(tmp_path / "settings"),
               "JUPYTERLAB_WORKSPACES_DIR": str(tmp_path / "workspaces")}  # fmt: skip
    with running(command, port, private, cwd=notebooks) as address:
        yield address


def test_the_meeting_runs_in_jupyterlab(page, lab):
    page.goto(f"{lab}/lab/tree/moede.ipynb?reset")
    cell = page.locator(".jp-Notebook .jp-CodeCell").first
    expect(cell).to_be_visible(timeout=PATIENCE_MS)
    expect(page.get_by_text("| Idle")).to_be_visible(timeout=PATIENCE_MS)
    cell.locator(".jp-InputArea-editor").click()
    page.keyboard.press("Shift+Enter")
    expect(page.locator(".vb-meeting h1")).to_have_text("Visitationsmøde", timeout=PATIENCE_MS)
    open_case(page, first_new(page))
    page.get_by_role("group", name="Hvor stort er behovet?").get_by_role("radio", name="lille", exact=True).check(force=True)
    expect(page.locator(".vb-stair .is-possible")).to_have_count(2)
    page.goto("about:blank")
