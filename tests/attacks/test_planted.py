"""Sixty planted people, searched for in all that leaves a register: none is found, and no number gets in at all."""

import base64
import json
from contextlib import suppress
from datetime import datetime
from http.client import HTTPConnection
from importlib import import_module
from itertools import product
from pathlib import Path
from urllib.parse import quote, urlparse

import pytest

from tests import published
from tests.attacks import planted
from tests.attacks.planted import DASHED, FAMILY, MODEL, NAMES, NUMBERS, PLAIN, SECRETS, WITNESSES, found
from tests.browser.conftest import opened
from tests.registers import TODAY, session
from tests.reviews import DATA, listed_register
from tests.unit.test_import_enquiries import GOOD, export
from visitation.cli import main
from visitation.errors import VisitationError
from visitation.guideposts.notes import DONE, Entry, write
from visitation.guideposts.read import read_guideposts
from visitation.model import load
from visitation.overlap.citizen import Answers
from visitation.overlap.review import keep, rate, read_review
from visitation.publishing.report import publish_report, publish_text
from visitation.register.personnumber import has_personnumber
from visitation.reports.runs import report_runs, report_text

BOARDS = ("start", "ladder", "forecast", "outcomes", "economy", "guideposts")
REPORTS = ("maanedsrapport", "prognoserapport", "udviklingsrapport", "investeringscase")
OF_CITIZENS = tuple(secret for secret in SECRETS if secret not in WITNESSES)
REFERENCES = "EKS-"  # how all references in these registers begin
AT = datetime(2021, 3, 9, 9)


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    """A register full of names, and of numbers that somebody put there past the gate."""
    url = f"sqlite:///{tmp_path_factory.mktemp('planted')}/register.sqlite"
    planted.plant(url)
    planted.behind_the_gate(url)
    return url


def files(folder: Path, pattern: str = "*") -> bytes:
    """All files below a folder, names first."""
    paths = sorted(path for path in folder.rglob(pattern) if path.is_file())
    return b"\0".join(part for path in paths for part in (path.name.encode(), path.read_bytes()))


def said(capsys, *arguments: str) -> str:
    """What a command says, in words and as JSON, or when it stops."""
    for extra in ((), ("--json",)):
        with suppress(SystemExit):
            main([*arguments, *extra])
    told = capsys.readouterr()
    return told.out + told.err


def test_they_are_as_many_as_promised_and_all_in_the_register(url):
    assert len(NAMES) + len(NUMBERS) >= 50 and all(has_personnumber(number) for number in (*NUMBERS, *PLAIN, *DASHED))
    there = found(files(Path(url.removeprefix("sqlite:///")).parent))
    assert set(there) >= {*NAMES, *FAMILY, *NUMBERS, *WITNESSES}


@pytest.mark.parametrize("secret", [NAMES[0], FAMILY[3], *NUMBERS[:7], PLAIN[0], WITNESSES[0]])
def test_the_search_finds_what_is_there_in_every_form(secret):
    text = f"før{secret}efter"
    once = json.dumps(text)
    for content in (text, text.upper(), once, json.dumps(once), quote(text), text.encode("utf-16"), text.encode().hex()):
        assert secret in found(content)
    for before, code in product(range(3), ("utf-8", "utf-16-le")):
        assert secret in found(base64.b64encode(b"." * before + text.encode(code)))
    assert found("intet at finde her") == []


@pytest.fixture(scope="module")
def locked(tmp_path_factory):
    """A register with one citizen on a list, which is to stay as it is."""
    store = listed_register(f"sqlite:///{tmp_path_factory.mktemp('locked')}/register.sqlite", 1)
    yield store
    store.close()


@pytest.mark.parametrize("number", NUMBERS)
def test_no_number_gets_in_by_any_way(locked, number):
    review, before, text = read_review(locked, MODEL), locked.head(), f"se {number}."
    rating = rate(review, DATA, "EKS-F-0001", Answers("type1", note=text), planted.RATER, AT)
    entry = Entry(DONE, text, TODAY, "virksomheder")
    ways = {
        "reference": lambda: locked.append(text, 0, "enquiry_received", {}, AT.isoformat()),
        "words": lambda: locked.append("EKS-1", 0, "enquiry_received", {"words": text}, AT.isoformat()),
        "reason": lambda: locked.append("EKS-1", 0, "decided", {"deviation": text, "answers": {}}, AT.isoformat()),
        "note": lambda: locked.append("EKS-1", 0, "course_moved", {"marks": [{"note": text}]}, AT.isoformat()),
        "draft": lambda: locked.save_draft(TODAY, MODEL, "EKS-1", {"deviation": text}, AT.isoformat()),
        "scenario": lambda: locked.save_scenario(MODEL, text, {}, TODAY),
        "review": lambda: keep(locked, review, rating),
        "guidepost": lambda: write(locked, read_guideposts(load(MODEL)), MODEL, "P1.2", entry, AT),
    }
    for way, attempt in ways.items():
        with pytest.raises(VisitationError) as refused:
            attempt()
        assert found(str(refused.value)) == [], way
    assert locked.head() == before and locked.drafts(TODAY, MODEL) == locked.scenarios(MODEL) == {}
    assert found(files(Path(locked.engine.url.database).parent)) == []


@pytest.mark.parametrize("column", list(GOOD))
def test_an_import_refuses_every_number_and_repeats_no_cell(tmp_path, capsys, column):
    people = enumerate(zip(NAMES, NUMBERS, strict=True))
    rows = [GOOD | {"Sagsnummer": f"2021-{at:04d}"} | {column: f"{name} {number}"} for at, (name, number) in people]
    file = tmp_path / f"udtræk {DASHED[0]}.csv"
    file.write_bytes(export(*rows, encoding="utf-8"))
    register = f"sqlite:///{tmp_path}/r.sqlite"
    told = said(capsys, "import", str(file), "--model", "ringsted", "--register", register, "--on", "2021-03-09")
    assert "30 af 30 rækker skal rettes" in told
    assert found(told) == [] and found(files(tmp_path, "*.sqlite*")) == []


@pytest.mark.parametrize("model", [MODEL, "ringsted"])
@pytest.mark.parametrize("board", BOARDS)
def test_no_dashboard_of_numbers_knows_anybody(url, board, model):
    shown = import_module(f"widgets.{board}.panel").panel(session(url, model))
    states = [_state(shown)]
    for tab in shown.view.get("tabs") or ():
        shown.act({"do": "show", "tab": tab["id"]})
        states.append(_state(shown))
    assert len(states[0]) > 3000
    assert [(found(state, OF_CITIZENS), state.count(REFERENCES)) for state in states] == [([], 0)] * len(states)
    assert board == "guideposts" or found("".join(states)) == []


def _state(shown) -> str:
    """All that a page gets of a panel, its charts too, without the code that is the same for everybody; and what a notebook stores."""
    state = {name: value for name, value in shown.get_state().items() if name not in ("_esm", "_css")}
    return json.dumps(state, default=str) + repr(shown)


@pytest.mark.parametrize("name", REPORTS)
def test_no_report_names_anybody(url, tmp_path, name):
    result = report_runs(name, tmp_path, (), None, url, TODAY, None, lambda *_: None)
    assert [run["error"] for run in result["runs"]] == [None]
    assert {path.suffix for path in tmp_path.iterdir()} >= {".html", ".ipynb"}
    assert found(files(tmp_path)) == found(json.dumps(result) + report_text(result)) == []
    assert REFERENCES.encode() not in files(tmp_path)


def test_the_published_folder_names_nobody(url, tmp_path):
    result = publish_report(tmp_path / "ud", url, tmp_path / "noegle", (), "", (), published.TODAY)
    assert result["ok"] and len(result["pages"]) >= 12
    assert REFERENCES.encode() not in files(tmp_path / "ud")
    assert found(files(tmp_path / "ud")) == found(json.dumps(result) + publish_text(result)) == []


def test_the_commands_over_the_register_name_nobody(url, tmp_path, capsys):
    """The audit and the copy find the register tampered with, and say so by number."""
    copy, calendar = (str(tmp_path / name) for name in ("kopi.sqlite", "frister.ics"))
    commands = [["audit"], ["backup", copy], ["due", "--all", "--ics", calendar, "--model", MODEL], ["replay", MODEL, MODEL]]
    commands += [["forecast", "--model", MODEL], ["backtest", "--model", MODEL]]
    told = {command[0]: said(capsys, *command, "--register", url) for command in commands}
    assert "Registret er brudt" in told["audit"] and "er brudt ved hændelse" in told["backup"]
    assert {name: found(text) for name, text in told.items() if found(text) or not text} == {}
    assert (tmp_path / "frister.ics").exists() and found(files(tmp_path)) == []


def test_the_server_log_names_nobody(url, tmp_path):
    with (tmp_path / "log.txt").open("w") as log, opened(url, environment={"TODAY": "2021-03-09"}, log=log) as (address, key):
        connection = HTTPConnection(urlparse(address).netloc, timeout=60)
        for secret in SECRETS:
            told = quote(secret)
            for path in (f"/{told}", f"/?token={told}", f"/?token={key}&navn={told}", f"/voila/render/{told}.ipynb?kommune={told}"):
                connection.request("GET", path, headers={"User-Agent": told, "Referer": f"http://x/{told}", "Cookie": f"a={told}"})
                answer = connection.getresponse()
                assert answer.status >= 300 and found(answer.read()) == []
    written = (tmp_path / "log.txt").read_text()
    assert written.count("403 GET Entrance") == len(SECRETS) and found(written) == []


def test_what_is_forgotten_is_gone_from_the_file_and_from_the_next_copy(tmp_path, capsys):
    folder = tmp_path / "register"
    folder.mkdir()
    planted.finished(url := f"sqlite:///{folder}/register.sqlite")
    assert set(found(files(folder))) == {*NAMES, *FAMILY}
    assert main(["forget", "--before", "2022-01-01", "--register", url]) == 0
    assert main(["backup", str(folder / "kopi.sqlite"), "--register", url]) == 0
    assert f"Glemt: {planted.CASES} sager og {planted.LISTED} borgere på lister" in capsys.readouterr().out
    assert (folder / "kopi.sqlite").exists() and found(files(folder)) == []
