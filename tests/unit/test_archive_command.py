"""`visitation archive`: JSON and CSV on standard output, and what is said after something was forgotten."""

import json
from argparse import ArgumentParser
from datetime import date

import pytest

from tests.registers import enquiries, register_with
from visitation.archive.report import archive_report, archive_text
from visitation.commands import archive
from visitation.errors import VisitationError
from visitation.keeping import forget_report
from visitation.register.store import open_register

DECIDED = {"table": "T1", "outcome": "P85", "step": "aabent", "returns": False}


@pytest.fixture
def url(tmp_path):
    """A register with two enquiries, of which one was decided a month later."""
    url = f"sqlite:///{tmp_path.as_posix()}/register.sqlite"
    register = register_with(url, *enquiries(2, received=date(2021, 1, 1)))
    register.append("EKS-R-0001", 1, "decided", DECIDED, "2021-02-02T10:00:00")
    register.close()
    return url


@pytest.fixture
def run(url, tmp_path, capsys):
    """Runs the command on the register; returns its exit code and its output."""

    def run(*arguments):
        parser = ArgumentParser()
        parser.set_defaults(run=None)
        archive.add(lambda name, run, about: parser.set_defaults(run=run) or parser)
        given = parser.parse_args(["--register", url, "--out", str(tmp_path / "arkiv"), *arguments])
        return given.run(given), capsys.readouterr().out

    return run


def test_it_says_how_far_the_archive_goes(run, tmp_path):
    assert run() == (0, f"Arkivet {tmp_path / 'arkiv'} går til hændelse 3: 3 oplysninger, 3 skrevet nu.\n")
    code, out = run("--json")
    assert code == 0 and json.loads(out).keys() == {"out", "today", "events", "head", "facts", "written", "forgotten"}
    assert json.loads(out)["written"] == 0


def test_the_months_are_csv_or_json(run):
    header, *rows = run("--monthly")[1].splitlines()
    assert header == "municipality;month;what;which;count"
    assert rows[:3] == ["ringsted;2021-01;received;;2", "ringsted;2021-02;decided;T1.P85;1", "ringsted;2021-02;standing;aabent;1"]
    months = json.loads(run("--monthly", "--json")[1])["months"]
    assert [";".join(map(str, row.values())) for row in months] == rows


def test_only_the_municipalities_named_are_counted(run):
    assert run("--monthly", "slagelse")[1] == "municipality;month;what;which;count\n"
    with pytest.raises(VisitationError, match="ukendt model 'helsted'"):
        run("--monthly", "helsted")


def test_after_something_was_forgotten_the_old_archive_is_gone_and_that_is_said(run, url, tmp_path):
    run()
    assert forget_report(date(2030, 1, 1), url, date(2030, 1, 1))["cases"] == 1
    said = run()[1]
    assert said.startswith("Arkivet var forældet (glemt i registret siden sidst: 1). Det er lavet om, og det gamle er slettet.\n")
    assert not (tmp_path / "arkiv" / "0000000001-0000000003.parquet").exists()


def test_the_day_is_the_registers_own_else_the_calendars(url, tmp_path):
    assert archive_report(tmp_path / "a", url, date(2021, 3, 9))["today"] == "2021-03-09"
    register = open_register(url)
    register.append("", 0, "register_opened", {"today": "2021-05-04", "sample": True}, "2021-05-04T07:00:00")
    register.close()
    told = archive_report(tmp_path / "a", url, date(2021, 3, 9))
    assert told["today"] == "2021-05-04" and "går til hændelse 4" in archive_text(told)


def test_a_register_that_is_not_there_is_said_and_nothing_is_made(tmp_path):
    with pytest.raises(VisitationError, match="findes ikke"):
        archive_report(tmp_path / "a", f"sqlite:///{tmp_path.as_posix()}/intet.sqlite", date(2021, 3, 9))
    assert not (tmp_path / "a").exists()
