"""The little of FEEL that a table of ours needs: names, string literals, and a cell that is "-" or a list of them."""

import json
import re

ANY = "-"
LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"')
LIST = re.compile(rf"\s*{LITERAL.pattern}\s*(?:,\s*{LITERAL.pattern}\s*)*")
NAME = re.compile(r"[^\W\d]\w*(?: \w+)*")
NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")  # no XML document can hold these
ESCAPE = re.compile(r"\\.")
NOT_FEEL = {r"\b": r"\u0008", r"\f": r"\u000c"}  # escapes that JSON has and FEEL has not
KEYWORDS = set(
    "and between context date duration else every external false for function if in instance item list not null of or return "
    "satisfies some then time true".split()
)


def packed(data) -> str:
    """Plain data, or one FEEL string literal, as text that every XML document can hold and `unpacked` reads back equal."""
    text = ESCAPE.sub(lambda found: NOT_FEEL.get(found[0], found[0]), json.dumps(data, ensure_ascii=False))
    return NOT_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def unpacked(text: str):
    """What `packed` was given; ValueError for any other text."""
    return json.loads(text)


def shown(text: str) -> str:
    """Text for people, without what XML cannot hold."""
    return NOT_XML.sub(" ", text)


def cell(values: tuple[str, ...] | None) -> str:
    """A cell that allows these answers, or all when there are none."""
    return ",".join(packed(value) for value in values) if values else ANY


def values(text: str) -> tuple[str, ...] | None:
    """The strings of a cell, None when it allows all; ValueError for any other expression."""
    if text.strip() in ("", ANY):  # editors write the one or the other
        return None
    if not LIST.fullmatch(text):
        raise ValueError(text)
    return tuple(unpacked(found) for found in LITERAL.findall(text))


def is_name(text: str) -> bool:
    """Whether FEEL reads the text as the name of one question."""
    return bool(NAME.fullmatch(text)) and not KEYWORDS & set(text.split())


def names(ids: tuple[str, ...]) -> dict[str, str]:
    """A FEEL name for each id: the id itself where it is one."""
    found = {name: name for name in ids if is_name(name)}
    spare = (f"kolonne_{n}" for n in range(1, 2 * len(ids) + 1) if f"kolonne_{n}" not in found)
    return {name: found.get(name) or next(spare) for name in ids}
