"""One row of a table's sheet as a rule: every cell is checked and named."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time

from visitation.errors import VisitationError, allowed
from visitation.model import Rule, Source, Text
from visitation.model.base import EMPTY, MISSING, Refused
from visitation.screening.exchange.words import (
    BETWEEN,
    EXCEPTION,
    FROM,
    KIND,
    KINDS,
    REASON,
    RULE,
    SECTION,
    SOURCE,
    THEN,
    TO,
    Words,
    key,
    spaced,
)  # fmt: skip
from visitation.screening.exchange.workbook import COMPUTED

DAYS = (re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"), re.compile(r"(?P<d>\d\d?)[-./](?P<m>\d\d?)[-./](?P<y>\d{4})"))
PLACES = {"id": RULE, "source": SOURCE, "reason": REASON, "out_of_order": EXCEPTION}


class SheetRow:
    """The cells of a row by column, and the words they may hold."""

    def __init__(self, name: str, number: int, cells: dict, words: Words):
        self.name, self.number, self.cells, self.words = name, number, cells, words

    def wrong(self, column: str, what: str) -> VisitationError:
        """The refusal of a cell."""
        return VisitationError(f"{self.name}, række {self.number}, kolonne '{column}': {what}")

    def section(self) -> str:
        """The word of the row's section."""
        if not (said := self._text(SECTION)):
            raise self.wrong(SECTION, "mangler; skriv navnet på reglens afsnit")
        return said

    def rule(self) -> Rule:
        """The rule of the row; VisitationError names the first cell that cannot be read and what is allowed."""
        known = sorted(self.words.table.rules, key=lambda rule: rule.id != self._text(RULE))  # its own words before its neighbours'
        data = {
            "id": self._text(RULE),
            "when": self._when(),
            "then": self._word(THEN, self.words.outcomes, self._text(THEN)),
            "kind": self._word(KIND, {kind: kind for kind in KINDS}, self._text(KIND)),
            "source": self._sources(),
            "reason": self._said(REASON, (rule.reason for rule in known)),
            "valid": self._valid(),
            "out_of_order": self._said(EXCEPTION, (rule.out_of_order for rule in known if rule.out_of_order)),
        }
        try:
            return Rule.read({field: value for field, value in data.items() if value is not None})
        except Refused as refused:
            raise self._refusal(refused) from None

    def _refusal(self, refused: Refused) -> VisitationError:
        place, said = refused.faults[0]
        column = PLACES[place[0]] if place else SOURCE  # what a rule as a whole can lack is its source
        return self.wrong(column, MISSING if said == EMPTY else said)

    def _text(self, column: str) -> str:
        """The cell as text, "" when it is empty."""
        value = self.cells[column]
        if value is COMPUTED:
            raise self.wrong(column, "cellen er en formel eller en fejl; skriv selve værdien")
        if value is None or isinstance(value, str):
            return (value or "").strip()
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.wrong(column, f"'{value}' er ikke tekst; formatér cellen som tekst, og skriv den igen")
        return str(int(value)) if float(value).is_integer() else str(value)

    def _word(self, column: str, known: dict[str, str], said: str) -> str:
        """The id that a word stands for."""
        for name, word in known.items():
            if key(word) == key(said):
                return name
        raise self.wrong(column, f"ukendt værdi '{said}'; tilladt er {allowed(known.values())}" if said else "mangler")

    def _said(self, column: str, known: Iterable[Text]) -> dict | None:
        """The cell in both languages: the English that is known for these Danish words, else the Danish again."""
        if not (text := self._text(column)):
            return None
        same = next((words for words in known if spaced(words.da) == spaced(text)), None)
        return same.data() if same else {"da": text, "en": text}

    def _when(self) -> dict[str, list[str]]:
        cells = {question: self._text(column) for question, column in self.words.columns.items()}
        return {question: self._answers(question, text) for question, text in cells.items() if text}

    def _answers(self, question: str, text: str) -> list[str]:
        parts = re.split(r"\s+eller\s+", text, flags=re.IGNORECASE)
        return [self._word(self.words.columns[question], self.words.answers[question], part) for part in parts]

    def _sources(self) -> list[dict]:
        known = {self.words.line(source): source for rule in self.words.table.rules for source in rule.source}
        lines = [spaced(line) for line in self._text(SOURCE).splitlines() if line.strip()]
        return [self._source(line, known) for line in lines]

    def _source(self, line: str, known: dict[str, Source]) -> dict:
        if line in known:
            return known[line].data()
        document, _, rest = line.partition(BETWEEN)
        section, _, anchor = rest.rpartition(BETWEEN)
        if not (document and section and anchor):
            raise self.wrong(
                SOURCE, f"'{line}' kan ikke læses; skriv dokument{BETWEEN}afsnit{BETWEEN}ordret uddrag, én kilde på hver linje"
            )
        return {"document": self._word(SOURCE, self.words.documents, document), "section": section, "anchor": anchor}

    def _valid(self) -> dict | None:
        begin, end = self._day(FROM), self._day(TO)
        if not (begin or end):
            return None
        begin = begin or self.words.table.valid.from_
        if end and end < begin:
            raise self.wrong(TO, f"{end} ligger før {begin}; tilladt er samme dag eller senere")
        return {"from": begin, "to": end}

    def _day(self, column: str) -> date | None:
        value = self.cells[column]
        if isinstance(value, datetime) and value.time() == time.min:
            return value.date()
        text = self._text(column)
        if text and (found := _day(text)) is None:
            raise self.wrong(column, f"'{text}' er ikke en dato; skriv den som 31-01-2021")
        return found if text else None


def _day(text: str) -> date | None:
    found = next((match for pattern in DAYS if (match := pattern.fullmatch(text))), None)
    try:
        return date(int(found["y"]), int(found["m"]), int(found["d"])) if found else None
    except ValueError:
        return None
