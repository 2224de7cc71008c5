"""What the README and the docs name exists, and what exists they name."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ROOMS = ["docs", "visitation", "widgets", "notebooks", "data_samples", "bench", "tests"]
PAGES = [*sorted(ROOT.glob("*.md")), *(page for room in ROOMS for page in sorted((ROOT / room).rglob("*.md")))]
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)


def named(pattern, page):
    """What a pattern finds in the code spans and code blocks of a page."""
    spans = CODE.findall(page.read_text(encoding="utf-8"))
    return {found for span in spans for found in re.findall(pattern, span)}


def targets():
    return set(re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def commands():
    """The subcommands of the command line, as its own help lists them."""
    program = "import sys; from visitation.cli import main; sys.exit(main(['--help']))"
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    return set(re.findall(r"^ {4}([a-z][a-z-]*)\b", shown, re.MULTILINE))


def test_the_table_lists_exactly_the_dashboards_there_are():
    rows = re.findall(r"^\| \[[^]]+\]\(notebooks/([a-z_]+)\.ipynb\) \| [^|]+ \| [^|]+ \|$", README, re.MULTILINE)
    assert sorted(rows) == sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))


def test_the_two_commands_are_there():
    assert {"serve", "test"} <= named(r"make ([a-z]+)", ROOT / "README.md")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_make_target_named_exists(page):
    assert named(r"make ([a-z]+)", page) - targets() == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_named_exists(page):
    assert named(r"\bvisitation ([a-z][a-z-]*)", page) - commands() == set()


def test_every_command_is_named():
    assert commands() - set().union(*(named(r"\bvisitation ([a-z][a-z-]*)", page) for page in PAGES)) == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_within_the_project_leads_somewhere(page):
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []
