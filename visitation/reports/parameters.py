"""The parameters of a report: declared once, in the notebook's cell of parameters, as `name: type = value  # what it is; what is allowed`.

The comment is read by people and by the check. Between its semicolons stand the rules below in these very words, a range as `1 til 520`,
and `tom: ...` where an empty text is allowed and means something."""

import ast
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from visitation.errors import VisitationError, allowed
from visitation.model import versions
from visitation.register.month import read_month


def said(value: Any) -> str:
    """A value of a parameter as it is shown: a dash for an empty text, and a number as Danes write it."""
    return f"{value:g}".replace(".", ",") if isinstance(value, float) else str(value) or "–"


def decimal(text: str) -> float:
    """A number written as Danes or as computers write it: 0,5 or 0.5."""
    return float(text.replace(",", "."))


def _shares(text: str) -> bool:
    return all(0 <= decimal(part) <= 1 for part in text.split(";"))


def _amounts(text: str) -> bool:
    return all(re.fullmatch(r"\s*\d{4}\s*:\s*\d+\s*", part) for part in text.split(";"))


Rule = tuple[Callable[[str], Any], str]  # gives something false or raises ValueError for what is not allowed, and says what is
RULES: dict[str, Rule] = {
    "navn eller mappe": (versions, "en models navn eller mappe"),
    "ÅÅÅÅ-MM-DD": (date.fromisoformat, "en dato, skrevet som 2021-03-09"),
    "ÅÅÅÅ-MM": (read_month, "en måned, skrevet som 2021-03"),
    "andele": (_shares, "andele fra 0 til 1 med semikolon imellem, som 0; 0,5; 1"),
    "år: beløb": (_amounts, "år og beløb med semikolon imellem, som 2016: 1000000; 2017: 500000"),
}
TYPES: dict[str, tuple[Callable[[str], Any], str]] = {"str": (str, "tekst"), "int": (int, "et helt tal"), "float": (decimal, "et tal")}
RANGE = re.compile(r"(-?[\d.,]+) til (-?[\d.,]+)")
EMPTY = "tom: "


@dataclass(frozen=True)
class Parameter:
    """A parameter as it is declared: its name, its type, the value it has when none is given, and the comment."""

    name: str
    type: str
    default: Any
    help: str

    @property
    def empty(self) -> bool:
        """Whether an empty text is allowed: where nothing forbids it, or the comment says what it means."""
        return not self.rules or any(part.startswith(EMPTY) for part in self._parts)

    @property
    def rules(self) -> list[Rule]:
        """What a value is held against."""
        found = [RULES[part] for part in map(_head, self._parts) if part in RULES]
        return found + [_between(*ends.groups()) for part in map(_head, self._parts) if (ends := RANGE.fullmatch(part))]

    def value(self, text: str) -> Any:
        """What a text means as this parameter; VisitationError says what is allowed."""
        read, meant = TYPES[self.type]
        try:
            found = read(text)
        except ValueError:
            raise self._wrong(text, meant) from None
        if text or not self.empty:
            self._held(text)
        return found

    @property
    def _parts(self) -> list[str]:
        return [part.strip() for part in re.split(r";\s+", self.help)]

    def _held(self, text: str) -> None:
        for holds, meant in self.rules:
            try:
                kept = holds(text)
            except VisitationError as error:
                raise VisitationError(f"-p {self.name}={text}: {error}") from None
            except ValueError:
                kept = False
            if not kept:
                raise self._wrong(text, meant)

    def _wrong(self, text: str, meant: str) -> VisitationError:
        return VisitationError(f"-p {self.name}={text}: {self.name} skal være {meant}")


def declared(source: str) -> tuple[Parameter, ...]:
    """The parameters of a cell, in its order; VisitationError when one is not declared with a type and a value."""
    try:
        lines = ast.parse(source).body
    except SyntaxError as error:
        raise VisitationError(f"cellen parameters, linje {error.lineno}, er ikke Python; tilladt er navn: type = værdi") from None
    return tuple(_declared(source.splitlines()[line.end_lineno - 1], line) for line in lines)


def _declared(line: str, found: ast.stmt) -> Parameter:
    try:
        name, kind, default = found.target.id, found.annotation.id, ast.literal_eval(found.value)
    except (AttributeError, ValueError):
        raise VisitationError(f"cellen parameters: {ast.unparse(found)}; tilladt er kun navn: type = værdi") from None
    if kind not in TYPES:
        raise VisitationError(f"parameteren {name} har typen {kind}; tilladt er {allowed(TYPES)}")
    return Parameter(name, kind, default, line.encode()[found.end_col_offset :].decode().lstrip(" #"))


def _head(part: str) -> str:
    """A part of a comment without its example: `andele, som 0` is `andele`."""
    return part.partition(", som ")[0]


def _between(low: str, high: str) -> Rule:
    return lambda text: decimal(low) <= decimal(text) <= decimal(high), f"fra {low} til {high}"
