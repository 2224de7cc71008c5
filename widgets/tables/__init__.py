"""A frame as a table that can be sorted, filtered and searched; what a notebook keeps of it is plain: its first rows."""

from typing import Any

import pandas as pd
from itables.widget import ITable

from widgets.tables.plain import categories, columns, plain, ranked, short
from widgets.tables.words import words
from widgets.text import count, translator

__all__ = ["Table", "columns", "table"]

PAGE, KEPT = 10, 5  # rows on a page of the table, and rows in a stored notebook
TICKED, ROOM = ["order", ["searchList"]], "26em"  # the room that a text of several lines gets


class Table(ITable):
    """The widget of `table`."""

    def __init__(self, frame: pd.DataFrame, lang: str):
        self._shown, self._size = plain(frame, lang), _size(frame, lang)
        super().__init__(
            ranked(self._shown),
            maxBytes=0,  # all rows: one that is not sent cannot be found
            pageLength=PAGE,
            showIndex=False,
            columnControl=["order", "searchDropdown"],
            columnDefs=_defined(self._shown),
            ordering={"indicators": False, "handler": False},
            language=words(lang),
            classes="display compact",
            style="table-layout:auto;width:auto;margin:0",
            scrollX=True,
        )

    def __repr__(self) -> str:
        first = self._shown.head(KEPT).to_string(index=False, na_rep="")
        return f"{first}\n{self._size}"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict, dict]:
        live, metadata = super()._repr_mimebundle_(**kwargs)
        first = self._shown.head(KEPT).to_html(index=False, border=0, na_rep="")
        return live | {"text/html": f"{first}\n<p>{self._size}</p>"}, metadata


def table(frame: pd.DataFrame, lang: str = "da") -> Table:
    """The frame as a table: the arrows of a column sort by it, its lens or list chooses rows."""
    return Table(frame, lang)


def _size(frame: pd.DataFrame, lang: str) -> str:
    return translator(lang)("%(rows)s rækker, %(columns)s kolonner") % {"rows": count(len(frame), lang), "columns": len(frame.columns)}


def _defined(frame: pd.DataFrame) -> list[dict]:
    """What the columns that say one of a few values do: a hidden column of their ranks sorts them, and their values are ticked."""
    chosen, brief = categories(frame), short(frame)
    hidden = [len(frame.columns) + number for number in range(len(chosen))]
    sorted_by = [{"targets": place, "orderData": rank} for place, rank in zip(chosen, hidden, strict=True)]
    return [
        *sorted_by,
        {"targets": chosen, "columnControl": TICKED},
        {"targets": hidden, "visible": False, "searchable": False},
        {"targets": brief, "className": "dt-nowrap"},
        {"targets": [place for place in range(len(frame.columns)) if place not in brief], "width": ROOM},
    ]
