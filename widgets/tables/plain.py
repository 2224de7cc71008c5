"""How the cells of a frame are written: yes and no in words, days as 2021-03-09, numbers as the language has them."""

from functools import partial

import pandas as pd
from pandas.api import types

from widgets.numbers import number
from widgets.text import translator

LINE = 50  # letters
DECIMALS, OF_SMALL = 2, 4  # at most, of numbers below one


def plain(frame: pd.DataFrame, lang: str) -> pd.DataFrame:
    """The frame with its columns as they are read; a category stays one, so that it is sorted in its own order."""
    return pd.DataFrame({name: _written(frame[name], lang) for name in frame})


def categories(frame: pd.DataFrame) -> list[int]:
    """The places of the columns that say one of a few values."""
    return [place for place, dtype in enumerate(frame.dtypes) if isinstance(dtype, pd.CategoricalDtype)]


def short(frame: pd.DataFrame) -> list[int]:
    """The places of the columns in which no cell needs a second line."""
    return [place for place, name in enumerate(frame) if not (frame[name].astype("string").str.len() > LINE).any()]


def ranked(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with its categories as text, and after its own columns the rank of each: a browser may not run code to know their order."""
    names = [frame.columns[place] for place in categories(frame)]
    ranks = {f"{name}: rank": frame[name].cat.codes for name in names}
    return frame.assign(**{name: frame[name].astype("string").fillna("") for name in names}, **ranks)


def columns(frame: pd.DataFrame) -> dict[str, list]:
    """The frame as the charts take it: its columns as lists, with days as dates."""
    return {name: _days(frame[name]).to_list() for name in frame}


def _days(cells: pd.Series) -> pd.Series:
    return cells.dt.date if types.is_datetime64_dtype(cells.dtype) else cells


def _written(cells: pd.Series, lang: str) -> pd.Series:
    if isinstance(cells.dtype, pd.CategoricalDtype):
        return cells
    if types.is_bool_dtype(cells.dtype):
        _ = translator(lang)
        return cells.map({True: _("ja"), False: _("nej")}).astype(pd.CategoricalDtype([_("ja"), _("nej")]))
    if types.is_datetime64_dtype(cells.dtype):
        days = (cells.dropna() == cells.dropna().dt.normalize()).all()
        return cells.dt.strftime("%Y-%m-%d" if days else "%Y-%m-%d %H:%M").astype("string").fillna("")
    if types.is_float_dtype(cells.dtype):
        return cells.map(partial(_number, lang), na_action="ignore").astype("string").fillna("")
    return cells.astype("string").fillna("")


def _number(lang: str, value: float) -> str:
    shown = number(value, lang, DECIMALS if abs(value) >= 1 else OF_SMALL, trim=True)
    return shown.replace("−", "-")  # which is how a browser knows a number
