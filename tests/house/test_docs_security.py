"""What the texts on security, data protection and the AI Act name exists, and what they promise is promised against somebody."""

import argparse
import re
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from visitation import commands
from visitation.publishing.folder import TABLES

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "docs" / name for name in ("security.md", "dpia.md", "ai-act.md")]
SPAN = re.compile(r"`([^`\n]+)`")
FIRST = ("visitation", "widgets", "notebooks", "tests", "docs", "tools", "bench", "data_samples")
PROVEN = re.compile(
    r"provabl|proven safe|beviseligt sikker|100 ?% (safe|sikker)|cannot be (identified|recogni[sz]ed)|fully anonym", re.IGNORECASE
)
EVERYBODY = re.compile(
    r"\b(completely|absolutely|perfectly) (safe|secure|anonymous)|\bimpossible to (identify|recogni[sz]e)", re.IGNORECASE
)


@pytest.fixture(params=PAGES, ids=lambda page: page.name)
def page(request) -> str:
    """The text of one of the pages."""
    return request.param.read_text(encoding="utf-8")


@cache
def options() -> dict[str, set[str]]:
    """The options of every command, by its name."""
    parser = argparse.ArgumentParser().add_subparsers()
    for room in iter_modules(commands.__path__):
        adds = getattr(import_module(f"visitation.commands.{room.name}"), "add", None)
        if adds:
            adds(lambda name, run, about: parser.add_parser(name))
    return {name: set(one._option_string_actions) for name, one in parser.choices.items()}


def said(page: str) -> list[str]:
    """What a page says as code."""
    return SPAN.findall(page)


def test_every_command_and_its_options_exist(page):
    named = [span.split() for span in said(page) if span.startswith("visitation ")]
    assert [words[1] for words in named if words[1] not in options()] == []
    assert [(words[1], word) for words in named for word in words if word.startswith("--") and word not in options()[words[1]]] == []


def test_every_option_named_alone_is_one_of_some_command(page):
    known = set().union(*options().values())
    assert [span for span in said(page) if span.startswith("--") and span.split()[0] not in known] == []


def test_every_file_and_folder_exists(page):
    paths = {span for span in said(page) if re.fullmatch(rf"({'|'.join(FIRST)})(/[\w.-]+)+", span)}
    paths |= set(re.findall(r"\b(?:docs|tests)/[\w/.-]+\.(?:md|py)\b", page))
    assert paths and sorted(path for path in paths if not (ROOT / path).exists()) == []


def test_every_dashboard_and_command_named_by_a_word_exists(page):
    words = {span for span in said(page) if re.fullmatch(r"[a-z_]{4,}", span)}
    there = {path.stem for path in (ROOT / "notebooks").rglob("*.ipynb")} | options().keys() | set(TABLES)
    assert sorted(words - there) == []


def test_a_test_that_is_named_holds_tests():
    named = {path for page in PAGES for path in re.findall(r"tests/[\w/]+/test_\w+\.py", page.read_text(encoding="utf-8"))}
    assert len(named) > 15
    assert [path for path in sorted(named) if not re.search(r"^def test_", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE)] == []


def test_nothing_is_said_to_be_safe_against_everybody(page):
    assert PROVEN.findall(page) + EVERYBODY.findall(page) == []


def test_every_attacker_has_a_promise_a_test_and_what_is_left():
    rows = re.findall(r"^\| (.+) \|$", PAGES[0].read_text(encoding="utf-8").split("| attacker |")[1].split("\n\n")[0], re.MULTILINE)
    cells = [row.split(" | ") for row in rows if not row.startswith("-")]
    assert len(cells) >= 8
    assert [row[0] for row in cells if len(row) != 4 or "tests/" not in row[2] or len(row[3]) < 20] == []


def test_the_template_leaves_the_municipality_what_is_its_own():
    template = PAGES[1].read_text(encoding="utf-8")
    assert len(re.findall(r"\[[^\]]+\](?!\()", template)) > 40
    assert "legal advice" in template and "legal advice" in PAGES[2].read_text(encoding="utf-8")
