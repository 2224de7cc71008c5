"""The program of our pages: made of what lies in widgets/front, and of the versions that the kernels speak to."""

import json
from importlib.metadata import version

from tools.make_front import FILE, SOURCE, front

NAMED = json.loads((SOURCE / "package.json").read_text(encoding="utf-8"))["dependencies"]


def test_the_program_that_ships_is_made_of_its_sources():
    assert front() == FILE.read_text(encoding="utf-8")


def test_both_sides_of_a_panel_have_the_same_version():
    assert NAMED["anywidget"] == version("anywidget")
