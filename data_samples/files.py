"""The sample files as Danish Excel writes and reads them, always the same bytes."""

import csv
import io
import os
import re
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import yaml

MUNICIPALITIES = Path(__file__).resolve().parents[1] / "visitation" / "municipalities"

Row = dict[str, str]


def day_of(cell: str) -> date:
    """The day of a cell, whether a clock follows or not."""
    return datetime.strptime(cell[:10], "%d-%m-%Y").date()


def written(day: date) -> str:
    """A day as a cell."""
    return f"{day:%d-%m-%Y}"


def model_file(name: str, file: str) -> dict:
    """A file of a municipality's model."""
    return yaml.safe_load((MUNICIPALITIES / name / file).read_text(encoding="utf-8"))


def read(path: Path, encoding: str) -> list[Row]:
    """The rows of a CSV file by their headers."""
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode(encoding), newline=""), delimiter=";"))


def write_csv(path: Path, encoding: str, rows: Iterable[list[str]]) -> None:
    """A CSV file; the first row is its header."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))


def write_xlsx(path: Path, rows: list[list[str]], day: date) -> None:
    """The rows as an Excel sheet saved on `day`, with real dates in the second column.

    openpyxl writes the time of day into it, and zlib packs differently from place to place, so it stays unpacked."""
    os.environ["OPENPYXL_LXML"] = "False"  # lxml, where it is installed, would write other bytes
    from openpyxl import Workbook

    book, raw = Workbook(), io.BytesIO()
    sheet = book.active
    sheet.append(rows[0])
    for row in rows[1:]:
        sheet.append([row[0], day_of(row[1]), *row[2:]])
        sheet.cell(sheet.max_row, 2).number_format = "dd-mm-yyyy"
    book.save(raw)
    stamp = f"{day.isoformat()}T00:00:00Z".encode()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            part = re.sub(rb"(?<=W3CDTF\">)[^<]+", stamp, old.read(name))
            new.writestr(zipfile.ZipInfo(name, date_time=(*day.timetuple()[:3], 0, 0, 0)), part)
