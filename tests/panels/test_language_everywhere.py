"""No dashboard has Danish left over in English: every state of both is held against the other, text by text; nor does a script speak."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from babel.messages.pofile import read_po

from tests.screens import MUNICIPALITIES, ROOMS
from visitation.language import LOCALE
from visitation.register.store import open_register
from widgets.parts import WIDGETS

ROOT = Path(__file__).parents[2]
WORD = re.compile(r"[^\W\d_]{2,}")
IDENTIFIER = re.compile(r"[\w./+§?=&-]+")
# Who reads these is the program; a value that is no identifier is looked at all the same.
FOR_THE_PROGRAM = frozenset(
    """answer answers end field from handled href id indicator key kind name of over phase reference stale stands state status
    task template to tone turn type unit value what who""".split()
)
# The documents' own headings and anchors; letters, which are Danish whoever prepares them; a rule's Danish reason as it is edited.
IN_DANISH = frozenset({"anchor", "cited", "document", "documents", "reason_da", "section", "source"})
OWN_NAMES = """Alt Backspace Ctrl Enter Esc Tab Dansk English Visitationsbordet Slagelse Ringsted
    AM CHP FOKUS HP ORS RU SEL SRS Socialpsykiatrien
    Gruppebaseret Individuel hjælp Øvrig socialpædagogisk støtte"""  # keys, places, units as models name them, services in the StatBank
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`', re.DOTALL)
COMMENT = re.compile(r"/\*.*?\*/|(?:^|\s)//[^\n]*", re.DOTALL)
HOLE = re.compile(r"\$\{(?:[^{}]|\{[^{}]*\})*\}")
SPOKEN = re.compile(r"[æøåÆØÅ]|(?<![-\w.#\[=(:>])[A-Za-z]{2,} [A-Za-z]{2,}(?![-\w(])")

EVERYWHERE = pytest.mark.parametrize("where", [(name, place) for name in ROOMS for place in MUNICIPALITIES], ids="-".join)


@pytest.fixture(scope="module")
def allowed() -> set[str]:
    """The words that are the same in both languages because somebody has said so: in the catalogue, in a model, or above."""
    with (LOCALE / "en" / "LC_MESSAGES" / "visitation.po").open("rb") as file:
        same = [message.id for message in read_po(file) if message.id and message.id == message.string]
    models = [yaml.safe_load(path.read_text("utf-8")) for path in (ROOT / "visitation" / "municipalities").rglob("*.yaml")]
    return words(OWN_NAMES, *same, *(text for model in models for text in named_alike(model)))


@pytest.fixture(scope="module")
def told(screens_register) -> str:
    """Everything that citizens and their advisers have written in the register, in their own language."""
    register = open_register(f"sqlite:///{screens_register.as_posix()}")
    found = {value for event in register.events() for value in leaves(event.data)}
    register.close()
    return json.dumps(sorted(found), ensure_ascii=False)


def words(*texts: str) -> set[str]:
    return {word.casefold() for text in texts for word in WORD.findall(text)}


def named_alike(part: object) -> Iterator[str]:
    """The texts of a model that are written alike in Danish and in English."""
    if isinstance(part, dict):
        yield from [part["da"]] if "da" in part and part["da"] == part.get("en") else ()
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from named_alike(inner)


def leaves(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from leaves(inner)


def alike(danish: object, english: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """The texts that stand in the same place of both, and are the same."""
    if isinstance(danish, dict) and isinstance(english, dict):
        for key in danish.keys() & english.keys() - {"spec"}:
            yield from alike(danish[key], english[key], (*path, key))
    elif isinstance(danish, list | tuple) and isinstance(english, list | tuple):
        for one, other in zip(danish, english, strict=False):
            yield from alike(one, other, path)
    elif isinstance(danish, str) and danish == english:
        yield path, danish


def is_for_people(path: tuple[str, ...], text: str) -> bool:
    return not (IN_DANISH & set(path) or (path[-1] in FOR_THE_PROGRAM and IDENTIFIER.fullmatch(text)))


@EVERYWHERE
def test_a_dashboard_in_english_has_no_danish_left(screens, where, allowed, told):
    both = zip(screens(*where, "da"), screens(*where, "en"), strict=True)
    found = {text: path for (_, danish), (_, english) in both for path, text in alike(danish, english) if is_for_people(path, text)}
    assert {text: path for text, path in found.items() if words(text) - allowed and text.partition(" (§")[0] not in told} == {}


def scripts() -> list[Path]:
    return [path for path in WIDGETS.rglob("*.js") if path.name not in ("vega.js", "front.js")]  # others' programs


def literals(script: Path) -> Iterator[str]:
    """The texts in a script, without what is put into them."""
    for found in LITERAL.finditer(COMMENT.sub(" ", script.read_text(encoding="utf-8"))):
        yield HOLE.sub("", found[1] or found[2] or "")


def test_no_script_has_words_of_its_own():
    """What a screen says comes with its view, in the language of the view."""
    # what a library says and is listened for, a place in CSS, and what is said to whoever writes a notebook
    beside = {"connection.js: Cannot send", "editor.js: px auto auto px", "main.js: The pages of this server show no widgets of ."}
    assert {f"{path.name}: {text}" for path in scripts() for text in literals(path) if SPOKEN.search(text)} <= beside


@pytest.mark.parametrize("text", ["Nyt år", "Næste", "not found", "Next case"])
def test_words_in_a_script_are_found(text):
    assert SPOKEN.search(text)
