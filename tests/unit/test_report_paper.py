"""A report as PDF: made once, and said in one sentence where there is no browser or it makes none; tests/browser makes a real one."""

from datetime import date

import pytest

from tests.reports import small_report
from visitation.errors import VisitationError
from visitation.reports import paper, sweep
from visitation.reports.runs import report_runs

DAY = date(2026, 1, 5)


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs the small report with a PDF that is no work; returns what was told and the file's content."""
    monkeypatch.chdir(tmp_path)
    register, path = f"sqlite:///{tmp_path.as_posix()}/register.sqlite", small_report(tmp_path)
    monkeypatch.setattr("visitation.reports.runs.browser", lambda: "her")

    def run(pdf=True):
        told = []
        result = report_runs(str(path), tmp_path / "ud", (), None, register, DAY, None, told.append, pdf=pdf)
        return told, result["runs"][0]

    return run


def test_a_pdf_is_made_once_and_without_running_the_report_again(run, tmp_path, monkeypatch):
    made = []
    monkeypatch.setattr(sweep, "pdf", lambda page, path: made.append(path) or b"%PDF")
    run(pdf=False)
    assert not (tmp_path / "ud/lille.pdf").exists()
    told, found = run()
    assert (made, found["before"], found["ok"]) == (["her"], True, True) and told == ["1 kørsel; 1 lå klar i forvejen"]
    run()
    assert made == ["her"] and 'href="lille.pdf"' in (tmp_path / "ud/index.html").read_text()


def test_a_browser_that_fails_is_said_of_that_run(run, tmp_path, monkeypatch):
    monkeypatch.setattr(sweep, "pdf", lambda page, path: paper.pdf(page, "/bin/false"))
    _, found = run()
    assert (found["ok"], found["error"]) == (False, "false kunne ikke lave siden om til PDF; siden selv ligger klar")
    assert (tmp_path / "ud/lille.html").exists()


def test_without_a_browser_one_sentence_says_how_to_get_one(monkeypatch):
    monkeypatch.setattr(paper.shutil, "which", lambda name: None)
    with pytest.raises(VisitationError, match=r"--pdf kræver Chromium, Chrome eller Edge; .* apt install chromium"):
        paper.browser()


def test_on_windows_it_is_found_where_it_is_installed(tmp_path, monkeypatch):
    monkeypatch.setattr(paper.shutil, "which", lambda name: None)
    monkeypatch.setenv("PROGRAMFILES(X86)", str(tmp_path))
    edge = tmp_path / "Microsoft/Edge/Application/msedge.exe"
    edge.parent.mkdir(parents=True)
    edge.write_text("")
    assert paper.browser() == str(edge)
