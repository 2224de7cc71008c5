"""What the columns of a table's sheet are called, and which word stands for which answer, outcome, document and section."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from visitation.model import Model, Rule, Source, Table

RULE, THEN, KIND, SOURCE, REASON = "Regel", "Så", "Slags", "Kilde", "Begrundelse"
FROM, TO, SECTION, EXCEPTION = "Gyldig fra", "Gyldig til", "Afsnit", "Bryder rækkefølgen, fordi"
FIXED = (RULE, THEN, KIND, SOURCE, REASON, FROM, TO, SECTION, EXCEPTION)
KINDS = ("kilde", "fortolkning", "antagelse")
OR, BETWEEN = " eller ", " | "  # a paragraph sign would not do: headings and anchors hold them


def spaced(text: str) -> str:
    """The text with single spaces, as two cells are compared."""
    return " ".join(text.split())


def key(text: str) -> str:
    """What makes two words the same in a sheet: not letter case, not spaces."""
    return spaced(text).casefold()


def words(named: Iterable[tuple[str, str]], spare: str, taken: Iterable[str] = (), without: str = r"\|") -> dict[str, str]:
    """One word for each id: its label, else its id, else a number, so that no two are alike and none holds `without`."""
    used, found = {key(word) for word in taken}, {}
    for n, (name, label) in enumerate(named, start=1):
        choices = [label, name, *(f"{spare} {n}{more}" for more in ("", *"abcdefgh"))]
        found[name] = next(word for word in choices if _plain(word, without) and key(word) not in used)
        used.add(key(found[name]))
    return found


def _plain(word: str, without: str) -> bool:
    return word == spaced(word) != "" and not re.search(without, word, re.IGNORECASE)


@dataclass(frozen=True)
class Words:
    """The words of one table's sheet."""

    table: Table
    model: Model

    @cached_property
    def columns(self) -> dict[str, str]:
        """The column of each question."""
        return words(((q.id, q.label.da) for q in self.table.inputs), "spørgsmål", FIXED)

    @cached_property
    def header(self) -> list[str]:
        """All columns from left to right."""
        return [RULE, *self.columns.values(), THEN, KIND, SOURCE, REASON, FROM, TO, SECTION, EXCEPTION]

    @cached_property
    def answers(self) -> dict[str, dict[str, str]]:
        """The words of each question's answers."""
        return {q.id: words(((a.id, a.label.da) for a in q.answers), "svar", without=r"\beller\b") for q in self.table.inputs}

    @cached_property
    def outcomes(self) -> dict[str, str]:
        """The word of each outcome."""
        return words(((name, outcome.label.da) for name, outcome in self.table.outcomes.items()), "udfald")

    @cached_property
    def documents(self) -> dict[str, str]:
        """The word of each document."""
        return words(((name, known.short) for name, known in self.model.head.documents.items()), "dokument")

    @cached_property
    def sections(self) -> list[str]:
        """The word of each section, in their order."""
        labels = [section.label.da for section in self.table.sections]
        return list(words(((f"{label} ({n})", label) for n, label in enumerate(labels, start=1)), "afsnit").values())

    def line(self, source: Source) -> str:
        """A source as a line of its cell."""
        parts = (self.documents[source.document], source.section, source.anchor)
        return BETWEEN.join(spaced(part) for part in parts)

    def _row(self, rule: Rule, section: str) -> dict:
        return {
            RULE: rule.id,
            **{column: self._cell(name, rule) for name, column in self.columns.items()},
            THEN: self.outcomes[rule.then],
            KIND: rule.kind,
            SOURCE: "\n".join(self.line(source) for source in rule.source),
            REASON: rule.reason.da,
            FROM: rule.valid.from_ if rule.valid else None,
            TO: rule.valid.to if rule.valid else None,
            SECTION: section,
            EXCEPTION: rule.out_of_order.da if rule.out_of_order else None,
        }

    def _cell(self, question: str, rule: Rule) -> str | None:
        return OR.join(self.answers[question][answer] for answer in rule.when[question]) if question in rule.when else None

    @cached_property
    def rows(self) -> list[dict]:
        """All rules as cells by column, dates as dates, in their order."""
        pairs = zip(self.sections, self.table.sections, strict=True)
        return [self._row(rule, word) for word, section in pairs for rule in section.rules]
