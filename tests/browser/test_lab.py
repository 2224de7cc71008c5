"""Notebooks in JupyterLab, where analysts open them: a dashboard and the analyst's own beginning, run from top to bottom and used."""

import shutil
import sys

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, free_port, running
from tests.browser.meeting import first_new, open_case
from tests.registers import sample_register

PATIENCE_MS = 60_000
WRONG = "[data-mime-type$=stderr], [data-mime-type$=error]"  # what a cell says when it fails


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """The address of a JupyterLab on copies of the notebooks and the sample register."""
    folder, port = tmp_path_factory.mktemp("lab"), free_port()
    notebooks, register = folder / "notebooks", sample_register(folder)
    shutil.copytree(ROOT / "notebooks", notebooks, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", f"--port={port}", "--ip=127.0.0.1", "--allow-root",
        "--IdentityProvider.token=", f"--ServerApp.root_dir={notebooks}",
        "--LabApp.news_url=", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]  # fmt: skip
    private = {"REGISTER": register, "JUPYTER_CONFIG_DIR": str(folder / "config"), "JUPYTERLAB_SETTINGS_DIR": str(folder / "settings"),
               "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces")}  # fmt: skip
    with running(command, port, private, cwd=notebooks) as address:
        yield address


def run_all(page: Page, lab: str, name: str) -> None:
    """Opens a notebook and runs all its cells; none of them may end in an error."""
    page.goto(f"{lab}/lab/tree/{name}.ipynb?reset")
    cells = page.locator(".jp-Notebook .jp-CodeCell")
    expect(cells.first).to_be_visible(timeout=PATIENCE_MS)
    expect(page.get_by_text("| Idle")).to_be_visible(timeout=PATIENCE_MS)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    expect(page.locator(".jp-InputPrompt", has_text="*")).to_have_count(0, timeout=PATIENCE_MS)
    expect(cells.last.locator(".jp-OutputArea-output")).to_be_visible(timeout=PATIENCE_MS)
    expect(page.locator(WRONG)).to_have_count(0)


def test_the_meeting_is_held_in_jupyterlab(page, lab):
    run_all(page, lab, "moede")
    expect(page.locator(".vb-meeting h1")).to_have_text("Visitationsmøde", timeout=PATIENCE_MS)
    open_case(page, first_new(page))
    page.get_by_role("group", name="Hvor stort er behovet?").get_by_role("radio", name="lille", exact=True).check(force=True)
    expect(page.locator(".vb-stair .is-possible")).to_have_count(2)
    page.goto("about:blank")


def test_the_analyst_sorts_and_chooses_in_a_table(page, lab):
    run_all(page, lab, "udforsk")
    cases = page.locator(".jp-CodeCell", has_text="table(cases(slagelse))").locator(".dt-container")
    info, first = cases.locator(".dt-info"), cases.locator("tbody tr").first
    expect(info).to_have_text("Række 1 til 10 af 3.507", timeout=PATIENCE_MS)
    received, age = (cases.locator(".dt-scroll-head th", has_text=name) for name in ("received", "age_group"))
    received.get_by_role("button", name="Sortér").click()
    expect(first).to_contain_text("2018-03-07")
    received.get_by_role("button", name="Sortér").click()
    expect(first).to_contain_text("2021-03-09")
    age.get_by_role("button", name="Vælg rækker").click()
    page.get_by_role("button", name="over65").click()
    expect(info).to_have_text("Række 1 til 10 af 96 (valgt blandt 3.507)")
    expect(first).to_contain_text("over65")
    page.goto("about:blank")
