"""The tutorial for visitation leaders can be followed: its commands run, and the numbers it tells are those they give."""

import re
import shlex
from datetime import date
from pathlib import Path

import pytest

from visitation.cli import main
from visitation.model import load
from visitation.model.write import save_version
from visitation.screening import build

TUTORIAL = (Path(__file__).resolve().parents[2] / "docs/tutorial-regler.md").read_text(encoding="utf-8")
COMMANDS = [shlex.split(line)[1:] for fence in re.findall(r"```sh\n(.*?)```", TUTORIAL, re.DOTALL) for line in fence.splitlines()]


def lasting_need_too(table):
    """T1 as the tutorial leaves it: rule T1.09 holds for a lasting need as well."""
    rules = {rule.id: rule for rule in table.rules}
    wider = rules["T1.09"].replace(when=rules["T1.09"].when | {"varighed": ("midlertidig", "laengere")})
    sections = [s.replace(rules=tuple(wider if r.id == "T1.09" else r for r in s.rules)) for s in table.sections]
    return table.replace(sections=tuple(sections))


@pytest.fixture
def followed(tmp_path, monkeypatch, capsys) -> list[str]:
    """What the commands said, in a folder of one's own; the version is saved where the tutorial saves it on the screen."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REGISTER", f"sqlite:///{tmp_path}/register.sqlite")
    said = []
    for command in COMMANDS:
        if "sorø-versioner" in " ".join(command) and not Path("sorø-versioner").exists():
            base = load("sorø")
            save_version(base, {"T1": lasting_need_too(base.tables["T1"])}, Path("sorø-versioner"), "2022.1", date(2022, 1, 1))
        if command[0] == "serve":
            version = load(command[command.index("--model") + 1], date(2022, 1, 4)).head.version
            assert version == ("2022.1" if "sorø-versioner" in command else "2021.1")
        else:
            assert main(command) == 0, command
            said.append(capsys.readouterr().out)
    return said


def test_every_command_does_what_the_tutorial_says(followed):
    assert {command[0] for command in COMMANDS} == {"new-model", "check", "serve", "replay", "demo"}
    old, new = ("sorø 2021.1: bevist", "sorø 2022.1: bevist")
    assert [text.splitlines()[0] for text in followed if ": bevist" in text] == [old, new, old, new]
    assert sum("12 af 1024 kombinationer" in text for text in followed) == 2


def test_the_numbers_are_those_of_the_changed_table():
    tables = [load("ringsted").tables["T1"], lasting_need_too(load("ringsted").tables["T1"])]
    before, after = (build(table) for table in tables)
    changed = before.outcome != after.outcome
    silent = [int((cube.outcome == cube.outcomes.index("AFKLAR")).sum()) for cube in (before, after)]
    assert f"{changed.sum()} af de 1.024 kombinationer" in TUTORIAL
    assert f"{silent[0]} kombinationer drøftes på mødet. Nu er det {silent[1]}." in " ".join(TUTORIAL.split())
