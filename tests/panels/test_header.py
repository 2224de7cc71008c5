"""The header and the room of every dashboard without a browser: its addresses, its words, and what it says of the model."""

import re
from importlib import import_module

import pytest

from tests.registers import enquiries, register_with, session
from widgets.header import ALSO_ASKED, dashboards, header
from widgets.parts import WIDGETS

ROOMS = [path.parent.name for path in sorted(WIDGETS.glob("*/panel.js"))]


def test_the_language_changes_and_all_else_in_the_address_stays(url):
    register_with(url, model="slagelse").close()
    asked = dict.fromkeys(ALSO_ASKED, "2") | {"dashboard": "x", "navn": "y"}
    languages = header(session(url, kommune="slagelse", **asked), "faellesmaengden", "Fællesmængden")["room"]["languages"]
    kept = "".join(f"&{name}=2" for name in ALSO_ASKED)
    assert [(one["href"], one["current"]) for one in languages] == [
        (f"faellesmaengden.ipynb?kommune=slagelse&sprog=da{kept}", True),
        (f"faellesmaengden.ipynb?kommune=slagelse&sprog=en{kept}", False),
    ]


@pytest.mark.parametrize("room", ROOMS)
def test_every_dashboard_stands_in_the_same_room(url, room):
    register_with(url, *enquiries(3)).close()
    view = import_module(f"widgets.{room}.panel").panel(session(url)).view
    assert list(view["header"]) == ["title", "place", "sample", "links", "room", *(["progress"] if room == "meeting" else [])]
    model = session(url).model
    assert view["header"]["room"]["about"][:2] == [f"Model: Ringsted {model.head.version}", f"fingeraftryk {model.sha256[:12]}"]
    assert len(view["header"]["links"]) == len(dashboards("da"))
    assert "export default inRoom({" in (WIDGETS / room / "panel.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("room", ROOMS)
def test_no_dashboard_lists_a_key_twice(url, room):
    register_with(url, *enquiries(3)).close()
    view = import_module(f"widgets.{room}.panel").panel(session(url)).view
    keys = view["header"]["room"]["keys"]
    listed = [key for names, _ in [*view["texts"].get("help_keys", []), *keys["all"]] for key in names.split(" / ")]
    assert len(listed) == len(set(listed))


def test_what_is_set_is_told_apart_by_name_in_the_scripts_and_has_its_words(url):
    """Every value that the screen can be set to has a text, or the buttons would be empty."""
    register_with(url).close()
    display = header(session(url), "start", "Visitationsbordet")["room"]["display"]
    script = (WIDGETS / "parts" / "display.js").read_text(encoding="utf-8")
    choices = re.search(r"const DISPLAY = \{(.+)\};", script)[1]
    values = {f"{name}_{value}" for name, listed in re.findall(r"(\w+): \[([^]]+)\]", choices) for value in re.findall(r'"(\w+)"', listed)}
    assert values | {"density", "contrast", "title"} == display.keys()


def test_contrast_names_only_tokens_that_there_are():
    tokens, contrast = ((WIDGETS / "theme" / name).read_text(encoding="utf-8") for name in ("tokens.css", "contrast.css"))
    assert set(re.findall(r"(--vb-[a-z-]+):", contrast)) <= set(re.findall(r"(--vb-[a-z-]+):", tokens))
