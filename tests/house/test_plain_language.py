"""The Danish of the screens is plain: LIX of every dashboard's sentences, printed, and no single sentence that nobody reads to its end.

LIX (Björnsson 1968) is words a sentence plus long words (over six letters) in per cent: below 35 is easy, above 45 for specialists."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLAIN = 40  # of a dashboard's sentences together
HEAVIEST = 60  # of a single sentence
ENOUGH = 4  # words: a label is no sentence
ALONE = 8  # words: in a shorter one a single long word weighs too much to say anything
LONG = 6  # letters
FORMAT = re.compile(r"%\(\w+\)[sd]|%s")
ENDS = re.compile(r"[.!?:]+(?:\s|$)")
WORDS = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
ROOMS = {
    "start": "start", "moede": "meeting", "frister": "deadlines", "trappen": "ladder", "prognose": "forecast", "udvikling": "outcomes",
    "oekonomi": "economy", "faellesmaengden": "overlap", "pejlemaerker": "guideposts", "regler": "rules", "oevelse": "exercise",
    "offentlig": "published",
}  # fmt: skip


def said(room: str) -> set[str]:
    """The Danish texts that a room hands to the translator, with a number in each open place."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "widgets" / room).rglob("*.py"))]
    calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args)
    texts = (call.args[0].value for call in calls if translates(call.func) and isinstance(call.args[0], ast.Constant))
    return {FORMAT.sub("12", text).replace("%%", "%") for text in texts}


def translates(function: ast.expr) -> bool:
    """True for `_`, for `translator(lang)` and for what a public page says."""
    name = function.func if isinstance(function, ast.Call) else function
    return getattr(name, "id", "") in ("_", "translator") or getattr(name, "attr", "") == "say"


def sentences(texts: set[str]) -> Iterator[list[str]]:
    """The words of each sentence; what a colon ends is one, as LIX has it."""
    for text in sorted(texts):
        found = [words for part in ENDS.split(text) if (words := WORDS.findall(part))]
        yield from found if sum(map(len, found)) >= ENOUGH else ()


def lix(found: list[list[str]]) -> float:
    """The readability of sentences taken together."""
    words = [word for sentence in found for word in sentence]
    return len(words) / len(found) + 100 * sum(len(word) > LONG for word in words) / len(words)


@pytest.mark.parametrize(("dashboard", "room"), ROOMS.items(), ids=ROOMS)
def test_a_dashboard_is_plain_danish(dashboard, room):
    found = list(sentences(said(room)))
    print(f"{dashboard:16} LIX {lix(found):4.1f} of {len(found)} sentences")
    assert found and lix(found) <= PLAIN


def test_no_sentence_is_heavy():
    each = (sentence for room in ROOMS.values() for sentence in sentences(said(room)) if len(sentence) >= ALONE)
    heavy = sorted(((lix([sentence]), " ".join(sentence)) for sentence in each), reverse=True)
    print(*(f"{weight:4.0f} {sentence}" for weight, sentence in heavy[:10]), sep="\n")
    assert [sentence for weight, sentence in heavy if weight > HEAVIEST] == []


def test_lix_is_the_published_one():
    """Ten words, three of them long, in two sentences: 5 + 30."""
    assert lix([["en", "kommune", "har", "borgere", "her"], ["de", "kommer", "til", "mødet", "onsdagen"]]) == 5 + 30
    assert list(sentences({"Gem", "Det her er en sætning. Og én til."})) == [["Det", "her", "er", "en", "sætning"], ["Og", "én", "til"]]
