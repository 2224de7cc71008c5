"""A decision table as an Excel workbook: the rules as rows, and beside them the words each column may hold."""

from typing import TYPE_CHECKING

from visitation.model import Model, Table
from visitation.screening.exchange.words import EXCEPTION, FROM, KIND, KINDS, REASON, RULE, SECTION, SOURCE, THEN, TO, Words
from visitation.screening.exchange.workbook import saved, writable

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

RULES, ALLOWED = "Regler", "Tilladte ord"
WIDTHS = {RULE: 9, THEN: 22, KIND: 13, SOURCE: 60, REASON: 50, FROM: 12, TO: 12, SECTION: 24, EXCEPTION: 30}
EXTRA_ROWS = 200  # below the rules, where new ones are written
FIRST_EXCEL_YEAR = 1901


def to_sheet(table: Table, model: Model) -> bytes:
    """The workbook of a table, the same bytes for the same table; `from_sheet` reads it back."""
    from openpyxl import Workbook

    book, words = Workbook(), Words(table, model)
    rules = book.active
    rules.title = RULES
    _write(rules, [words.header, *([row[column] for column in words.header] for row in words.rows)])
    _dress(rules, words.header)
    lists = _lists(words)
    _write(book.create_sheet(ALLOWED), _columns(lists))
    _dress(book[ALLOWED], [])
    _offer(rules, words, lists)
    return saved(book)


def _lists(words: Words) -> dict[str, list[str]]:
    """What each column may hold."""
    answers = {column: list(words.answers[name].values()) for name, column in words.columns.items()}
    return {
        **answers,
        THEN: list(words.outcomes.values()),
        KIND: list(KINDS),
        SOURCE: list(words.documents.values()),
        SECTION: words.sections,
    }


def _columns(lists: dict[str, list[str]]) -> list[list[str | None]]:
    height = max(len(listed) for listed in lists.values())
    return [list(lists), *([listed[i] if i < len(listed) else None for listed in lists.values()] for i in range(height))]


def _write(sheet: "Worksheet", rows: list[list]) -> None:
    """Texts as texts, also those that look like a formula; dates as dates where Excel has them."""
    for y, row in enumerate(rows, start=1):
        for x, value in enumerate(row, start=1):
            if value is not None and not isinstance(value, str) and value.year >= FIRST_EXCEL_YEAR:
                sheet.cell(y, x, value).number_format = "dd-mm-yyyy"
            elif value is not None:
                cell = sheet.cell(y, x)
                cell.value, cell.data_type = writable(str(value)), "s"


def _dress(sheet: "Worksheet", header: list[str]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    sheet.freeze_panes = "B2" if header else "A2"
    for column in sheet.iter_cols():
        title = str(column[0].value)
        sheet.column_dimensions[column[0].column_letter].width = WIDTHS.get(title, 24)
        for cell in column:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        column[0].font, column[0].fill = Font(bold=True), PatternFill("solid", fgColor="E8EDF2")


def _offer(sheet: "Worksheet", words: Words, lists: dict[str, list[str]]) -> None:
    """Lists to choose from; where several answers may stand together, a list that also lets others be written."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    last = len(words.rows) + 1 + EXTRA_ROWS
    for n, (title, listed) in enumerate(lists.items(), start=1):
        if title == SOURCE:
            continue
        column, letter = get_column_letter(n), get_column_letter(words.header.index(title) + 1)
        offer = DataValidation("list", formula1=f"'{ALLOWED}'!${column}$2:${column}${len(listed) + 1}", allow_blank=True)
        offer.showErrorMessage = title in (THEN, KIND)
        offer.errorTitle, offer.error = title, "Vælg et af ordene på listen."
        sheet.add_data_validation(offer)
        offer.add(f"{letter}2:{letter}{last}")
