"""The archive's monthly numbers in plain pandas: what bench/archive.py holds DuckDB against; DuckDB reads the files for it."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from visitation.archive.database import database
from visitation.archive.folder import read_manifest
from visitation.archive.monthly import Count
from visitation.register.standing import BESIDE, Steps

NEVER = 999_999
KEYS = ["municipality", "month", "what", "which"]


def months(days: pd.Series) -> pd.Series:
    """The months that days lie in, counted from year 0; NA for none."""
    return (12 * days.dt.year + days.dt.month - 1).astype("Int32")


def monthly(folder: Path, ladders: Mapping[str, Steps]) -> list[Count]:
    """The same as visitation.archive.monthly."""
    manifest = read_manifest(folder)
    with database() as connection:
        live = _live(connection.execute("SELECT * FROM read_parquet($1)", [[str(folder / name) for name in manifest.parts]]).df())
    live["month"] = months(live.day)
    of = {kind: live[live.kind == kind] for kind in ("enquiry_received", "decided", "service_granted")}
    enquiries, decided, helped = of.values()
    courses = _courses(live)
    today = pd.Timestamp(manifest.today)
    first = enquiries[enquiries.day <= today].groupby("municipality").day.min()
    known = pd.DataFrame({"first": months(first) + (first.dt.day > 1), "last": 12 * today.year + today.month - 2})
    spans = pd.concat([_decided(decided, courses, helped, ladders), _helped(helped, ladders)])
    found = pd.concat([
        enquiries.assign(what="received", which="").groupby(KEYS).size(),
        decided.assign(what="decided").groupby(KEYS).size(),
        courses.assign(what="begun", month=months(courses.begun)).groupby(KEYS).size(),
        courses.assign(what="ended", month=months(courses.ended)).dropna(subset="month").groupby(KEYS).size(),
        _standing(spans, enquiries, known),
    ]).reset_index(name="count").join(known, on="municipality")  # fmt: skip
    inside = found[(found.month >= found["first"]) & (found.month <= found["last"]) & (found["count"] > 0)]
    rows = inside[[*KEYS, "count"]].sort_values(KEYS).itertuples(index=False)
    return [Count(name, f"{month // 12}-{month % 12 + 1:02d}", what, which, int(count)) for name, month, what, which, count in rows]


def _live(rows: pd.DataFrame) -> pd.DataFrame:
    key = rows.case_no.astype("int64") * 2**20 + rows.action
    gone = rows.kind == "undone"
    return rows[~gone & ~key.isin(key[gone])].copy()


def _courses(live: pd.DataFrame) -> pd.DataFrame:
    by = ["case_no", "course"]
    begun = live[live.kind == "course_begun"].set_index(by)
    moved = live[live.kind == "course_moved"].sort_values("version").drop_duplicates(by, keep="last").set_index(by).until
    made = begun[["municipality", "day", "which"]].rename(columns={"day": "begun"})
    return made.assign(ended=moved).reset_index()


def _step(rows: pd.DataFrame, ladders: Mapping[str, Steps]) -> pd.Series:
    under = pd.Series({(name, section): step for name, steps in ladders.items() for section, step in steps.under.items()})
    return pd.Series(under.reindex(pd.MultiIndex.from_frame(rows[["municipality", "which"]])).array, index=rows.index)


def _helped(helped: pd.DataFrame, ladders: Mapping[str, Steps]) -> pd.DataFrame:
    height = pd.Series({(name, step): height + 2 for name, steps in ladders.items() for step, height in steps.height.items()})
    spans = helped.assign(step=_step(helped, ladders)).rename(columns={"day": "since"})
    strength = height.reindex(pd.MultiIndex.from_frame(spans[["municipality", "step"]])).fillna(0).array
    return spans.assign(strength=strength, step=spans.step.fillna(BESIDE))[["case_no", "since", "until", "step", "strength"]]


def _decided(decided: pd.DataFrame, courses: pd.DataFrame, helped: pd.DataFrame, ladders: Mapping[str, Steps]) -> pd.DataFrame:
    made = decided.sort_values(["case_no", "version"])[["case_no", "version", "municipality", "day", "step"]]
    later = made[::-1].groupby("case_no").day
    made["replaced"] = later.cummin()[::-1].groupby(made.case_no).shift(-1)
    by_course = courses.groupby(["case_no", "begun"]).ended.agg(["size", "count", "max"])
    by_course["max"] = by_course["max"].where(by_course["size"] == by_course["count"])
    made = made.join(by_course[["size", "max"]], on=["case_no", "day"])
    taken = made.merge(
        helped.assign(step=_step(helped, ladders))[["case_no", "step", "day"]], on=["case_no", "step"], suffixes=("", "_help")
    )
    taken = taken[taken.day_help >= taken.day].groupby(["case_no", "version"]).day_help.min().rename("taken")
    made = made.join(taken, on=["case_no", "version"])
    granted = pd.MultiIndex.from_tuples({(name, step) for name, steps in ladders.items() for step in steps.granted})
    held = made["max"].where(made["size"].notna(), made.taken).where(pd.MultiIndex.from_frame(made[["municipality", "step"]]).isin(granted))
    until = pd.concat([made.replaced, held], axis=1).min(axis=1)
    spans = made.assign(since=made.day, until=until, strength=1, step=made.step.fillna(BESIDE))
    return spans[["case_no", "since", "until", "step", "strength"]]


def _standing(spans: pd.DataFrame, enquiries: pd.DataFrame, known: pd.DataFrame) -> pd.Series:
    spans = spans.merge(enquiries[["case_no", "municipality", "month"]], on="case_no")
    spans["first"] = pd.concat([months(spans.since), spans.month], axis=1).max(axis=1)
    spans["past"] = months(spans.until).fillna(NEVER)
    spans = spans[spans["first"] < spans.past].drop(columns="month")
    begins, ends = spans[["case_no", "first"]], spans[spans.past < NEVER][["case_no", "past"]]
    turns = pd.concat([each.set_axis(["case_no", "month"], axis=1) for each in (begins, ends)]).drop_duplicates()
    around = turns.merge(spans, on="case_no")
    around = around[(around["first"] <= around.month) & (around.month <= around.past)].sort_values("strength")
    by = ["case_no", "month"]
    new = around[around.month < around.past].drop_duplicates(by, keep="last").assign(change=1)
    old = around[around["first"] < around.month].drop_duplicates(by, keep="last").assign(change=-1)
    change = pd.concat([new, old]).groupby(["municipality", "step", "month"]).change.sum()
    every = range(int(change.index.get_level_values("month").min()), int(known["last"].max()) + 1)
    stock = change.unstack("month", fill_value=0).reindex(columns=every, fill_value=0).cumsum(axis=1).stack()
    found = stock.rename_axis(["municipality", "which", "month"]).reset_index(name="count").assign(what="standing")
    return found.set_index(KEYS)["count"]
