"""`visitation report` as others call it: JSON on standard output, one plain sentence on standard error, exit codes 0, 1 and 2."""

import json
import re

import pytest

from tests.reports import small_report
from visitation.cli import main


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    """Runs the command on the small report; returns its exit code, its output and its error."""
    monkeypatch.chdir(tmp_path)
    small_report(tmp_path)
    register = f"sqlite:///{tmp_path.as_posix()}/register.sqlite"

    def run(*arguments, name="lille.ipynb"):
        try:
            code = main(["report", name, "--out", "ud", "--register", register, *arguments])
        except SystemExit as stopped:
            code = stopped.code
        return code, *capsys.readouterr()

    return run


def test_the_runs_are_one_json_object(run):
    code, out, _ = run("-p", "answer=7", "-p", "answer=13", "--json")
    done, failed = (result := json.loads(out))["runs"]
    assert (code, result["report"], result["out"]) == (1, "lille", "ud")
    assert (done["name"], done["path"], done["ok"]) == ("lille-7", "ud/lille-7.html", True)
    assert (failed["name"], failed["ok"], failed["error"]) == ("lille-13", False, "answer er 13; tilladt er alt andet")


def test_when_all_is_well_it_says_so(run):
    code, out, err = run("-p", "answer=7")
    assert (code, out) == (0, "1 af 1 er klar: ud/index.html\n")
    assert re.fullmatch(r"1 kørsel; 0 lå klar i forvejen\n1 af 1: lille-7: \d+,\d s\n", err)


def test_the_parameters_are_shown_and_nothing_runs(run, tmp_path):
    code, out, err = run("--parameters")
    assert (code, err) == (0, "") and "  -p answer=42  et helt tal  a number; 0 til 99\n" in out
    told = json.loads(run("--parameters", "--json")[1])
    assert (told["report"], told["title"]) == ("lille", "Lille rapport")
    assert told["parameters"][1] == {"name": "wait", "type": "float", "default": 0.0, "help": "seconds"}
    assert not (tmp_path / "ud").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-p", "answer=syv"], "visitation: -p answer=syv: answer skal være et helt tal\n"),
        (["-p", "horisont=5"], "visitation: -p horisont=5: lille har ikke den parameter; tilladt er answer, wait, scenario, tell, on\n"),
        (["--each", "municipality"], "lille har ikke den parameter"),
        (["--each", "region"], "invalid choice: 'region'"),
        (["-p", "answer=100"], "visitation: -p answer=100: answer skal være fra 0 til 99\n"),
        (["--retry", "ti"], "'ti' er ikke et antal; skriv et helt tal fra 0 til 9"),
    ],
)
def test_wrong_use_is_one_sentence_before_anything_runs(run, tmp_path, arguments, said):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "") and said in err and err.count("\n") == 1
    assert not (tmp_path / "ud").exists()


def test_an_unknown_report_is_named(run):
    code, _, err = run(name="maanedsrapporten")
    assert (code, err.count("\n")) == (2, 1) and "ukendt rapport 'maanedsrapporten'; tilladt er investeringscase" in err


def test_without_a_folder_that_is_said(capsys):
    assert main(["report", "maanedsrapport"]) == 2
    assert capsys.readouterr().err == "visitation: --out mangler; skriv den mappe, som rapporterne skal ligge i\n"
