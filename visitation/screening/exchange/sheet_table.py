"""A table of ours from an Excel workbook: the questions and outcomes of a known table, the rules of the sheet."""

from pathlib import PurePath

from visitation.errors import ModelError, VisitationError, allowed
from visitation.model import Model, Rule, Section, Table, Text
from visitation.model.write import parse_table, table_text
from visitation.screening.exchange.sheet import RULES
from visitation.screening.exchange.sheet_row import SheetRow
from visitation.screening.exchange.words import RULE, Words, key, spaced
from visitation.screening.exchange.workbook import read_rows


def from_sheet(content: bytes, filename: str, model: Model, base: Table) -> Table:
    """`base` with the rules of a workbook, refused as a file of the model would be; unchanged Danish keeps its English.

    VisitationError names file, row and column, and what is allowed."""
    name, words = PurePath(filename).name, Words(base, model)
    sections: list[tuple[str, list[Rule]]] = []
    seen: dict[str, int] = {}
    for row in _rows(content, name, words):
        rule, section = row.rule(), spaced(row.section())
        if rule.id in seen:
            raise row.wrong(RULE, f"reglen '{rule.id}' står også i række {seen[rule.id]}; et id må kun bruges én gang")
        seen[rule.id] = row.number
        if not sections or sections[-1][0] != section:
            sections.append((section, []))
        sections[-1][1].append(rule)
    made = tuple(Section(label=_label(word, words), rules=tuple(rules)) for word, rules in sections)
    return _checked(name, base.replace(sections=made), model)


def _rows(content: bytes, name: str, words: Words) -> list[SheetRow]:
    read = read_rows(content, name, RULES)
    if not read:
        raise VisitationError(f"{name}: arket er tomt; første række skal være {allowed(words.header)}")
    (first, header), *below = read
    columns = _columns(f"{name}, række {first}", header, words.header)
    return [SheetRow(name, number, _cells(f"{name}, række {number}", columns, cells), words) for number, cells in below]


def _columns(where: str, header: list, expected: list[str]) -> list[str]:
    """The column of each cell from left to right; columns may be moved but not left out."""
    known = {key(title): title for title in expected}
    found = [known.get(key(str(title or "")), "") for title in header]
    for title, column in zip(header, found, strict=True):
        if not column or found.count(column) > 1:
            raise VisitationError(f"{where}: kolonnen '{title or ''}' er ukendt eller står to gange; tilladt er {allowed(expected)}")
    if missing := [title for title in expected if title not in found]:
        raise VisitationError(f"{where}: mangler kolonnen '{missing[0]}'; rækken skal være {allowed(expected)}")
    return found


def _cells(where: str, columns: list[str], cells: list) -> dict:
    if len(cells) > len(columns):
        raise VisitationError(f"{where}: har {len(cells)} celler; tilladt er {len(columns)}, én for hver kolonne")
    return dict.fromkeys(columns) | dict(zip(columns, cells, strict=False))


def _label(word: str, words: Words) -> Text:
    known = {spaced(word): section.label for word, section in zip(words.sections, words.table.sections, strict=True)}
    return known.get(word, Text(da=word, en=word))


def _checked(name: str, table: Table, model: Model) -> Table:
    try:
        return parse_table(table_text(table), model)
    except ModelError as error:
        raise VisitationError(f"{name}: {str(error).partition(': ')[2]}") from None
