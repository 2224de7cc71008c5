"""Danish is the source language; everything said on the screen has its English in one catalogue."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "visitation" / "locale" / "en" / "LC_MESSAGES" / "visitation.po"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")


def trees():
    files = [path for room in ("visitation", "widgets") for path in (ROOT / room).rglob("*.py")]
    return [ast.parse(path.read_text(encoding="utf-8")) for path in files]


def translates(function):
    """True for `_` and for `translator(lang)`."""
    name = function.func if isinstance(function, ast.Call) else function
    return isinstance(name, ast.Name) and name.id == ("translator" if name is not function else "_")


def calls():
    return [node for tree in trees() for node in ast.walk(tree) if isinstance(node, ast.Call) and translates(node.func)]


def said():
    """Every Danish text the code hands to the translator."""
    return {call.args[0].value for call in calls() if isinstance(call.args[0], ast.Constant)}


def constants():
    """Every text in the code, also those that reach the translator by way of a name."""
    nodes = (node for tree in trees() for node in ast.walk(tree))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


@pytest.fixture(scope="module")
def english():
    with CATALOGUE.open("rb") as file:
        return {message.id: message for message in read_po(file) if message.id}


def test_every_text_has_its_english(english):
    assert said()
    assert sorted(text for text in said() if text not in english or not english[text].string) == []


def test_no_translation_is_a_guess(english):
    assert [text for text, message in english.items() if message.fuzzy] == []


def test_a_translation_keeps_the_placeholders(english):
    kept = {text: sorted(PLACEHOLDER.findall(message.string)) for text, message in english.items()}
    assert [text for text, found in kept.items() if found != sorted(PLACEHOLDER.findall(text))] == []


def test_the_catalogue_holds_nothing_the_code_does_not_say(english):
    assert sorted(english.keys() - constants()) == []


def test_no_text_is_built_before_it_is_translated():
    """An f-string inside `_()` could never be found in the catalogue."""
    assert [call.lineno for call in calls() if isinstance(call.args[0], ast.JoinedStr | ast.BinOp)] == []
