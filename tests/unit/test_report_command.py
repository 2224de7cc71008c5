"""`visitation report` as others call it: JSON on standard output, one plain sentence on standard error, exit codes 0, 1 and 2."""

import json

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
    code, out, err = run("-p", "answer=7", "-p", "answer=13", "--json")
    done, failed = (result := json.loads(out))["runs"]
    assert (code, err, result["report"], result["out"]) == (1, "", "lille", "ud")
    assert (done["name"], done["path"], done["ok"]) == ("lille-7", "ud/lille-7.html", True)
    assert (failed["name"], failed["ok"], failed["error"]) == ("lille-13", False, "answer er 13; tilladt er alt andet")


def test_when_all_is_well_it_says_so(run):
    code, out, err = run("-p", "answer=7")
    assert (code, err) == (0, "") and "1 af 1 er klar: ud/index.html" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-p", "answer=syv"], "visitation: -p answer=syv: answer skal være et helt tal\n"),
        (["-p", "horisont=5"], "visitation: -p horisont=5: lille har ikke den parameter; tilladt er answer, wait, scenario, tell, on\n"),
        (["--each", "municipality"], "lille har ikke den parameter"),
        (["--each", "region"], "invalid choice: 'region'"),
    ],
)
def test_wrong_use_is_one_sentence_before_anything_runs(run, tmp_path, arguments, said):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "") and said in err and err.count("\n") == 1
    assert not (tmp_path / "ud").exists()


def test_an_unknown_report_is_named(run):
    code, _, err = run(name="maanedsrapporten")
    assert (code, err.count("\n")) == (2, 1) and "ukendt rapport 'maanedsrapporten'; tilladt er investeringscase" in err
