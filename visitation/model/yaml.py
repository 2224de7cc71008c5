"""Strict YAML: what PyYAML would guess is refused with its line instead."""

from functools import lru_cache
from pathlib import Path

import yaml

from visitation.errors import ModelError

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
BOOLEANS = {"true": True, "false": False}
TAG = "tag:yaml.org,2002:"
FILES = 512  # how many are remembered: more than the models of two municipalities have


class Document:
    """A parsed file: `data` in plain types, to be read and never changed, and the line on which each place in it begins."""

    def __init__(self, path: Path, content: bytes):
        self.path = path
        self.lines: dict[tuple, int] = {}
        try:
            node = yaml.compose(content, Loader=Loader)
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            mark = getattr(error, "problem_mark", None)
            raise self.wrong(mark.line + 1 if mark else 1, "kan ikke læses som YAML; se indrykning, kolon og anførselstegn") from None
        self.data = None if node is None else self._value(node, ())

    def wrong(self, line: int, what: str) -> ModelError:
        """The error for a line of this file."""
        return ModelError(f"{self.path.parent.name}/{self.path.name}, linje {line}: {what}")

    def line(self, place: tuple) -> int:
        """The line of the nearest known place at or above `place`."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def _value(self, node, place: tuple):
        self.lines[place] = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(item, (*place, i)) for i, item in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node, place: tuple) -> dict:
        found: dict = {}
        for key_node, value_node in node.value:
            key, line = key_node.value, key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode) or key_node.tag != TAG + "str":
                raise self.wrong(line, f"nøglen {key!r} skal være tekst; sæt den i anførselstegn")
            if key in found:
                raise self.wrong(line, f"nøglen '{key}' står to gange; den må kun stå én gang")
            found[key] = self._value(value_node, (*place, key))
        return found

    def _scalar(self, node):
        text, kind, line = node.value, node.tag.removeprefix(TAG), node.start_mark.line + 1
        if kind == "str":
            return text
        if kind == "null":
            return None
        if kind == "bool" and text in BOOLEANS:
            return BOOLEANS[text]
        if kind in ("int", "float"):
            return self._number(text, kind, line)
        raise self.wrong(line, f'{text} læses ikke som tekst i YAML; sæt det i anførselstegn: "{text}"')

    def _number(self, text: str, kind: str, line: int):
        try:
            return int(text) if kind == "int" else float(text)
        except ValueError:
            raise self.wrong(line, f'{text} læses ikke som tekst i YAML; sæt det i anførselstegn: "{text}"') from None


def read_yaml(path: Path) -> Document:
    """The file's content in plain types with line numbers; ModelError when it is not strict YAML.

    It is read every time, and taken apart anew only when it says something else."""
    try:
        content = path.read_bytes()
    except OSError:
        raise ModelError(f"{path.name}: filen kan ikke læses; den skal ligge i {path.parent.name}/") from None
    return _parsed(path, content)


_parsed = lru_cache(maxsize=FILES)(Document)
