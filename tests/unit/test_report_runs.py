"""Reports that run: what a run leaves, what a failing one is called, and what a sweep that was killed need not do again."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from datetime import date

import pytest

from tests.registers import ENQUIRY, TODAY, register_with
from tests.reports import small_report
from visitation.errors import VisitationError
from visitation.register.demo import make_demo
from visitation.register.store import open_register
from visitation.reports.runs import report_runs, report_text

DAY = date(2026, 1, 5)


@pytest.fixture
def small(tmp_path, monkeypatch):
    """Runs the small report in a folder of its own, on an empty register unless another is there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REGISTER", f"sqlite:///{tmp_path.as_posix()}/hemmeligt.sqlite")
    path = small_report(tmp_path)

    def run(*settings, out="ud", register=None, told=lambda line: None, retry=0):
        result = report_runs(str(path), tmp_path / out, settings, None, register, DAY, None, told, retry)
        return {run["name"]: run for run in result["runs"]}

    return run


def results(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_run_leaves_notebook_page_and_index(small, tmp_path):
    run = small("answer=7")["lille-7"]
    assert run.keys() == {"name", "parameters", "path", "seconds", "ok", "before", "error"}
    assert (run["parameters"], run["ok"], run["before"], run["error"]) == ({"answer": 7}, True, False, None)
    assert run["path"] == str(tmp_path / "ud/lille-7.html") and run["seconds"] > 0
    beside = {"lille-7/tabel-01.csv", "lille-7/metode.html"}
    assert set(results(tmp_path / "ud")) == {"lille-7.html", "lille-7.ipynb", "lille-7.json", "index.html"} | beside
    assert "7 den 2026-01-05 med intet" in (tmp_path / "ud/lille-7.html").read_text()
    assert 'href="lille-7.html"' in (tmp_path / "ud/index.html").read_text()


def test_a_run_is_told_its_register_and_the_process_keeps_its_own(small, tmp_path):
    other, own = f"sqlite:///{tmp_path.as_posix()}/andet.sqlite", os.environ["REGISTER"]
    small("tell=REGISTER", register=other)
    assert f"med intet {other}" in (tmp_path / "ud/lille-register.html").read_text()
    assert os.environ["REGISTER"] == own


def test_the_same_parameters_give_the_same_bytes(small, tmp_path):
    small("answer=7", out="a")
    small("answer=7", out="b")
    assert results(tmp_path / "a") == results(tmp_path / "b")


def test_a_page_shows_results_only_and_asks_nobody(small, tmp_path):
    small()
    page = (tmp_path / "ud/lille.html").read_text()
    assert "<h1" in page and "Path(scenario)" not in page
    assert not re.search(r"<script|<link|@import|(src|href)\s*=\s*[\"']?(https?:)?//|url\(", page)


def test_no_address_of_a_register_and_no_folder_is_in_what_is_left(small, tmp_path):
    (tmp_path / "andet.yaml").write_text("places: 9")
    small("scenario=andet.yaml")
    for name, content in results(tmp_path / "ud").items():
        assert b"hemmeligt" not in content and str(tmp_path).encode() not in content, name


def test_a_run_that_fails_is_named_and_the_others_finish(small, tmp_path):
    runs = small("answer=13", "answer=14", "answer=7", "scenario=mangler.yaml", "scenario=")
    assert [name for name, run in runs.items() if run["ok"]] == ["lille-7-grundlag"]
    assert runs["lille-13-grundlag"]["error"] == "answer er 13; tilladt er alt andet"
    assert runs["lille-14-grundlag"]["error"] == "kørslen gik i stå (DeadKernelError)"
    assert re.match(r"celle nr\. 3 fejlede \(FileNotFoundError\)", runs["lille-7-mangler"]["error"])
    assert runs["lille-13-grundlag"]["path"] is None and not (tmp_path / "ud/lille-13-grundlag.html").exists()
    index = (tmp_path / "ud/index.html").read_text()
    assert "1 af 6 kørsler er klar" in index and "answer er 13; tilladt er alt andet" in index


def test_a_run_whose_kernel_is_killed_is_done_again(small, tmp_path):
    killed, again = small("answer=15")["lille-15"], small("answer=15", out="igen")["lille-15"]
    assert (tmp_path / "dræbt").exists() and killed["ok"] and again["ok"]
    assert results(tmp_path / "ud") == results(tmp_path / "igen")


def test_what_failed_is_said_in_sentences(small):
    runs = [*small("answer=13", "answer=7").values()]
    failed, count = report_text({"runs": runs, "out": "ud"}).splitlines()
    assert (failed, count) == ("lille-13: FEJL: answer er 13; tilladt er alt andet", "1 af 2 er klar: ud/index.html")


def test_what_lies_ready_is_not_made_again(small, tmp_path):
    small("answer=7")
    first = results(tmp_path / "ud")
    again = small("answer=7")["lille-7"]
    assert (again["ok"], again["before"], again["seconds"]) == (True, True, 0)
    assert results(tmp_path / "ud") == first


@pytest.mark.parametrize("what", ["page", "manifest", "scenario", "saved", "register", "notebook"])
def test_what_changed_is_made_again(small, tmp_path, what):
    (tmp_path / "andet.yaml").write_text("places: 9")
    small("scenario=andet.yaml")
    ready = tmp_path / "ud"
    if what == "page":
        (ready / "lille-andet.html").write_text("half")
    elif what == "manifest":
        (ready / "lille-andet.json").write_text("{")
    elif what == "scenario":
        (tmp_path / "andet.yaml").write_text("places: 10")
    elif what == "saved":
        register = open_register(os.environ["REGISTER"])
        register.save_scenario("ringsted", "Flere pladser", {"places": 200}, DAY)
        register.close()
    elif what == "register":
        register_with(os.environ["REGISTER"], ENQUIRY).close()
    else:
        path = tmp_path / "lille.ipynb"
        path.write_text(path.read_text().replace("Lille rapport", "Lidt større rapport"))
    assert not small("scenario=andet.yaml")["lille-andet"]["before"]
    assert small("scenario=andet.yaml")["lille-andet"]["before"]


def test_a_sweep_killed_midway_does_only_the_rest(small, tmp_path):
    settings = [f"answer={answer}" for answer in range(6)] + ["wait=0.5", f"on={DAY}"]
    given = [argument for setting in settings for argument in ("-p", setting)]
    command = [sys.executable, "-m", "visitation.cli", "report", str(tmp_path / "lille.ipynb"), "--out", "ud", *given]
    killed = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    ready = tmp_path / "ud"
    while not list(ready.glob("*.json")):
        assert killed.poll() is None
        time.sleep(0.02)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    before = {path.stem for path in ready.glob("*.json")}
    stood = {name: content for name, content in results(ready).items() if name.split(".")[0] in before}
    runs = small(*settings)
    assert 0 < len(before) < 6 and all(run["ok"] for run in runs.values())
    assert {name for name, run in runs.items() if run["before"]} == before
    assert results(ready).items() >= stood.items()


def test_a_sweep_tells_a_line_for_each_run(small):
    told = []
    small("answer=7")
    small("answer=7", "answer=13", "answer=8", told=told.append)
    first, *lines = told
    assert first == "3 kørsler; 1 lå klar i forvejen" and [line[:4] for line in lines] == ["2 af", "3 af"]
    assert any(re.fullmatch(r". af 3: lille-8: \d+,\d s", line) for line in lines)
    assert any(line[8:] == "lille-13: FEJL: answer er 13; tilladt er alt andet" for line in lines)


@pytest.mark.parametrize(("retry", "ok"), [(0, False), (1, True)])
def test_a_run_that_fails_is_tried_again_as_often_as_asked(small, tmp_path, retry, ok):
    told = []
    run = small("answer=16", told=told.append, retry=retry)["lille-16"]
    assert (tmp_path / "prøvet").exists() and run["ok"] is ok
    assert told[1] == f"{0 if retry else 1} af 1: lille-16: FEJL: registret er optaget; prøv igen" + "; prøves igen" * retry
    assert ("error" in json.loads((tmp_path / "ud/lille-16.json").read_text())) is not ok


def test_a_folder_that_cannot_be_made_is_said(small, tmp_path):
    (tmp_path / "fil").write_text("")
    with pytest.raises(VisitationError, match="mappen kan ikke laves"):
        small(out="fil/ud")


def test_the_day_is_the_given_one_else_the_registers_else_the_calendars(small, tmp_path):
    def day(run):
        return json.loads((tmp_path / f"ud/{run}.json").read_text())["parameters"]["on"]

    small()
    assert day("lille") == DAY.isoformat()
    make_demo(os.environ["REGISTER"])
    small("on=2022-02-02")
    small()
    assert (day("lille-2022-02-02"), day("lille")) == ("2022-02-02", TODAY.isoformat())
