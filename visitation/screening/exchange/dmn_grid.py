"""The one decision table of a DMN document as a plain grid; whatever is not "-" or a list of strings is refused by its place."""

import xml.etree.ElementTree as ET

from visitation.errors import VisitationError, allowed
from visitation.screening.exchange import annex
from visitation.screening.exchange.feel import ANY, is_name, values
from visitation.screening.exchange.grid import Column, Grid, Row, overlapping, wrong
from visitation.screening.exchange.xml import VERSIONS, parse

MAX_RULES = 2_000
TEXTS = f'{ANY} eller tekster som "ja","nej"'


def read_grid(content: bytes | str) -> Grid:
    """The grid of a DMN document; VisitationError names the cell that cannot be read and what is allowed."""
    return _Reader(parse(content)).grid()


class _Reader:
    """A document in the namespace of one DMN version."""

    def __init__(self, root: ET.Element):
        self.namespace = root.tag[1:].partition("}")[0]
        if root.tag != f"{{{self.namespace}}}definitions" or self.namespace not in VERSIONS:
            raise VisitationError(f"filen er ikke en DMN-fil; tilladt er DMN {allowed(VERSIONS.values())}")
        for element in root.iter():
            if "feel" not in (language := element.get("expressionLanguage", "feel")).casefold():
                raise VisitationError(f"udtrykssproget '{language}' kan ikke indlæses; tilladt er FEEL")
        self.decision, self.body = self._table(root)

    def _all(self, parent: ET.Element, tag: str) -> list[ET.Element]:
        return parent.findall(f"{{{self.namespace}}}{tag}")

    def _text(self, parent: ET.Element, *tags: str) -> str:
        found = parent.find("/".join(f"{{{self.namespace}}}{tag}" for tag in tags))
        return "" if found is None else found.text or ""

    def _table(self, root: ET.Element) -> tuple[ET.Element, ET.Element]:
        decisions = self._all(root, "decision")
        bodies = [body for decision in decisions for body in self._all(decision, "decisionTable")]
        if len(decisions) != 1 or len(bodies) != 1:
            raise VisitationError(
                f"filen har {len(decisions)} beslutninger og {len(bodies)} beslutningstabeller; tilladt er netop én af hver"
            )
        return decisions[0], bodies[0]

    def grid(self) -> Grid:
        columns = tuple(self._column(n, element) for n, element in enumerate(self._all(self.body, "input"), start=1))
        if not columns or len({column.name for column in columns}) != len(columns):
            raise VisitationError("tabellen skal have mindst ét spørgsmål, og hvert udtryk må kun stå i én kolonne")
        output, outcomes = self._outcomes()
        rules = self._all(self.body, "rule")
        if len(rules) > MAX_RULES:
            raise VisitationError(f"tabellen har {len(rules)} regler; tilladt er højst {MAX_RULES}")
        rows = tuple(self._row(n, rule, columns, outcomes) for n, rule in enumerate(rules, start=1))
        self._check_hit_policy(columns, rows)
        name = self.decision.get("id") or "tabel"
        given = outcomes or tuple(dict.fromkeys(row.then for row in rows))
        said = self.decision.get("name") or name
        return Grid(name, said, columns, given, rows, annex.get(self.decision, self.namespace), annex.get(output, self.namespace))

    def _column(self, n: int, element: ET.Element) -> Column:
        name = self._text(element, "inputExpression", "text").strip()
        label = element.get("label") or name or str(n)
        if not is_name(name):
            raise VisitationError(f"kolonne '{label}': udtrykket '{name}' kan ikke indlæses; tilladt er navnet på ét spørgsmål")
        given = self._listed(element, "inputValues", f"kolonne '{label}': de tilladte svar")
        if not given:
            raise VisitationError(f'kolonne \'{label}\': mangler de tilladte svar (inputValues), for eksempel "ja","nej"')
        return Column(name, label, given, annex.get(element, self.namespace))

    def _listed(self, element: ET.Element, tag: str, where: str) -> tuple[str, ...]:
        text = self._text(element, tag, "text")
        try:
            found = values(text) or ()
        except ValueError:
            raise VisitationError(f'{where} \'{text}\' kan ikke indlæses; tilladt er tekster som "ja","nej"') from None
        if "" in found or len(set(found)) != len(found):
            raise VisitationError(f"{where} '{text}' kan ikke indlæses; hvert svar skal stå én gang og må ikke være tomt")
        return found

    def _outcomes(self) -> tuple[ET.Element, tuple[str, ...]]:
        outputs = self._all(self.body, "output")
        if len(outputs) != 1:
            raise VisitationError(f"tabellen har {len(outputs)} udfaldskolonner; tilladt er netop én")
        if self._all(outputs[0], "defaultOutputEntry"):
            raise VisitationError("udfaldskolonnen har et standardudfald; tilladt er en sidste regel med - i alle kolonner")
        return outputs[0], self._listed(outputs[0], "outputValues", "udfaldskolonnen: de tilladte udfald")

    def _row(self, n: int, rule: ET.Element, columns: tuple[Column, ...], outcomes: tuple[str, ...]) -> Row:
        entries, results = self._all(rule, "inputEntry"), self._all(rule, "outputEntry")
        if len(entries) != len(columns) or len(results) != 1:
            raise VisitationError(f"række {n}: har {len(entries)} celler og {len(results)} udfald; tilladt er {len(columns)} og 1")
        cells = tuple(self._cell(n, entry, column) for entry, column in zip(entries, columns, strict=True))
        words = self._text(rule, "description") or self._text(rule, "annotationEntry", "text")
        return Row(cells, self._then(n, results[0], outcomes), words, annex.get(rule, self.namespace))

    def _cell(self, n: int, entry: ET.Element, column: Column) -> tuple[str, ...] | None:
        text = self._text(entry, "text")
        try:
            found = values(text)
        except ValueError:
            raise wrong(n, column.label, f"'{text}' kan ikke indlæses; tilladt er {TEXTS}") from None
        for value in found or ():
            if value not in column.allowed:
                raise wrong(n, column.label, f"ukendt svar '{value}'; tilladt er {allowed(column.allowed)}")
        return found

    def _then(self, n: int, entry: ET.Element, outcomes: tuple[str, ...]) -> str:
        text = self._text(entry, "text")
        try:
            found = values(text) or ()
        except ValueError:
            found = ()
        if len(found) != 1 or not found[0]:
            raise wrong(n, "Så", f"'{text}' kan ikke indlæses; tilladt er ét udfald som tekst i anførselstegn")
        if outcomes and found[0] not in outcomes:
            raise wrong(n, "Så", f"ukendt udfald '{found[0]}'; tilladt er {allowed(outcomes)}")
        return found[0]

    def _check_hit_policy(self, columns: tuple[Column, ...], rows: tuple[Row, ...]) -> None:
        policy = self.body.get("hitPolicy", "UNIQUE")
        if policy not in ("FIRST", "UNIQUE"):
            raise VisitationError(f"tabellens hit policy er {policy}; tilladt er FIRST og UNIQUE")
        if policy == "UNIQUE":
            for one, other in overlapping(columns, rows):
                raise VisitationError(
                    f"række {one} og {other} gælder for de samme svar, men hit policy er UNIQUE; vælg FIRST, når rækkefølgen afgør"
                )
