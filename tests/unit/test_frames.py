"""Every frame is what its schema says, and its numbers are the core's own: those that the dashboards show."""

import math
from collections import Counter
from dataclasses import replace
from datetime import date
from importlib import import_module

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.registers import sample_register
from visitation import frames
from visitation.economy.case import case_of
from visitation.economy.outcome import outcome
from visitation.economy.read import read_economy
from visitation.errors import VisitationError
from visitation.forecast.basis import run
from visitation.forecast.scenario import with_data
from visitation.frames.about import SCHEMAS
from visitation.frames.of_records import OF_CASES, RECORDS
from visitation.frames.schema import UNITS
from visitation.guideposts.indicators import measured
from visitation.guideposts.read import read_guideposts
from visitation.outcomes.criteria import tiles
from visitation.outcomes.read import read_outcomes
from visitation.register.due import due
from visitation.register.month import Month, arrived, decided, promises, queues
from visitation.register.standing import standing
from widgets.guideposts.asked import facts
from widgets.session import open_session

YEAR = date(2019, 1, 1), date(2019, 12, 31)
PLAIN = (
    "cases", "words", "decisions", "courses", "due", "promises", "events", "months", "stock", "weeks", "forecast", "assumptions",
    "followed", "returns", "guideposts", "ladder", "contradictions", "budgets", "business_case",
)  # fmt: skip
MADE = {
    **{name: getattr(frames, name) for name in PLAIN},
    **{kind: lambda extract, kind=kind: frames.records(extract, kind) for kind in OF_CASES},
    "difference": lambda extract: frames.difference(extract, "Færre pladser", places=40),
    "criteria": lambda extract: frames.criteria(extract, *YEAR),
    "shares": lambda extract: frames.shares(frames.followed(extract), "completed", "target_group"),
}


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    return sample_register(tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="module")
def extracts(register):
    return {name: frames.read(name, register=register) for name in ("ringsted", "slagelse")}


@pytest.fixture(scope="module")
def slagelse(extracts):
    return extracts["slagelse"]


def held(frame):
    """The schema of a frame, to which it is held."""
    schema = SCHEMAS[frame.attrs["frame"]]
    assert list(frame.columns) == [column.name for column in schema.columns]
    assert [str(dtype) for dtype in frame.dtypes] == [column.dtype for column in schema.columns]
    assert list(frame.index) == list(range(len(frame)))
    for column in schema.columns:
        if column.values:
            assert tuple(frame[column.name].cat.categories) == column.values
        if column.dtype == "category":
            assert frame[column.name].cat.ordered == column.ordered
    return schema


@pytest.mark.parametrize("name", MADE)
@pytest.mark.parametrize("municipality", ["ringsted", "slagelse"])
def test_a_frame_is_what_its_schema_says(extracts, municipality, name):
    assert held(MADE[name](extracts[municipality])).name == name


@settings(max_examples=5)
@given(st.data())
def test_a_frame_of_few_cases_or_none_is_too(slagelse, data):
    chosen = set(data.draw(st.lists(st.sampled_from(sorted(slagelse.cases)), max_size=30)))
    few = replace(
        slagelse,
        cases={name: case for name, case in slagelse.cases.items() if name in chosen},
        events=tuple(event for event in slagelse.events if event.case in chosen),
        helps={name: helps for name, helps in slagelse.helps.items() if name in chosen},
    )
    assert [held(make(few)).name for make in MADE.values()] == list(MADE)
    assert len(frames.cases(few)) == len(chosen)


def test_every_frame_is_held():
    of_files = {"faults", "quality", *(set(RECORDS) - set(OF_CASES))}
    assert MADE.keys() | of_files == SCHEMAS.keys()


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)
def test_every_column_is_described_in_both_languages_and_its_source_is_there(schema):
    for column in schema.columns:
        assert column.name.isidentifier() and column.name == column.name.lower()
        assert column.da and column.en and column.da != column.en and column.unit in UNITS
        assert import_module(column.source or schema.source)
    for lang in ("da", "en"):
        told = frames.about(schema.made(()), lang)
        assert told["column"].to_list() == [column.name for column in schema.columns]
        assert told["meaning"].to_list() == [column.meaning(lang) for column in schema.columns]


def test_about_names_every_frame_and_says_when_one_is_not_ours():
    assert set(frames.about()["frame"]) == set(SCHEMAS)
    with pytest.raises(VisitationError, match="ikke en af vores"):
        frames.about(pd.DataFrame({"a": [1]}))


def test_what_anybody_wrote_is_in_no_frame_but_the_one_for_it(slagelse):
    written = {text for case in slagelse.cases.values() for text in (case.enquiry.words, case.enquiry.asks_for) if text}
    for name, make in MADE.items():
        frame = make(slagelse)
        said = {cell for column in frame.select_dtypes(["string", "category"]) for cell in frame[column].dropna().unique()}
        assert bool(said & written) == (name == "words"), name


@pytest.mark.parametrize("municipality", ["ringsted", "slagelse"])
def test_cases_stand_where_the_ladder_says(extracts, municipality):
    extract = extracts[municipality]
    there = standing(extract.cases.values(), extract.helps, extract.model, extract.today)
    counted = frames.cases(extract)["stands"].value_counts().to_dict()
    assert {step: n for step, n in counted.items() if n} == there.on_step | {"ved_siden": there.beside}
    last = frames.stock(extract).query("day == '2021-02-28'").set_index("stands")["cases"]
    assert last.sum() < len(extract.cases)


def test_what_is_owed_is_what_the_deadlines_show(slagelse):
    owed = due(slagelse.cases.values(), slagelse.model, slagelse.today)
    assert frames.due(slagelse)["status"].value_counts().to_dict() == Counter(one.status for one in owed)
    assert (frames.due(slagelse)["left"] < 0).sum() == Counter(one.status for one in owed)["broken"]


def test_a_month_is_the_monthly_reports(slagelse):
    month, cases, today = Month(date(2020, 11, 1)), slagelse.cases.values(), slagelse.today
    kept = Counter(one.status for one in promises(cases, slagelse.model, month, today))
    row = frames.months(slagelse).set_index("month").loc["2020-11-01"].to_dict()
    assert row == {
        "enquiries": len(arrived(cases, month, today)),
        "decisions": len(decided(cases, month, today)),
        **dict(zip(("waiting", "coming_back", "undecided"), map(len, queues(cases, month.last).values()), strict=True)),
        "promised": kept.total(),
        **{status: kept[status] for status in ("kept", "late", "open")},
    }


def test_the_published_counts_come_out(register):
    then = frames.read("slagelse", date(2021, 1, 1), register)
    found = frames.returns(then).query("follow_up == 'paa_dagen'").set_index("year")[["k", "n"]]
    assert found.loc[[2018, 2019]].to_numpy().tolist() == [[49, 200], [63, 312]]
    started = frames.followed(then).dropna(subset="started")
    own = frames.shares(started.assign(year=started["started"].dt.year), "support_now", "year").set_index("group")
    assert own.loc[["2018", "2019"], ["k", "n"]].to_numpy().tolist() == [[49, 200], [63, 312]]


def test_a_day_that_is_past_knows_of_nothing_that_came_after_it(register):
    then = frames.read("slagelse", date(2020, 1, 15), register)
    assert frames.cases(then)["received"].max() == pd.Timestamp(2020, 1, 15)
    assert frames.followed(then)[["started", "completed", "ended"]].max().max() <= pd.Timestamp(2020, 1, 15)
    assert frames.weeks(then)["week"].max() == pd.Timestamp(2020, 1, 6)
    assert frames.forecast(then)["week"].min() == pd.Timestamp(2020, 1, 20)


def test_the_criteria_are_the_dashboards(slagelse):
    there = [one for one in tiles(read_outcomes(slagelse.model), slagelse.followed, *YEAR, slagelse.today) if one.share]
    found = frames.criteria(slagelse, *YEAR)
    assert there and found[["k", "n", "started", "missing"]].to_numpy().tolist() == [
        [one.share.k, one.share.n, one.started, one.missing] for one in there
    ]
    assert found["percent"].to_list() == [one.share.percent for one in there]


@pytest.mark.parametrize("changes", [{}, {"places": 150}])
def test_a_forecast_is_the_dashboards(extracts, changes):
    ringsted = extracts["ringsted"]
    told = run(ringsted.basis, with_data(ringsted.basis.scenario, changes, "x"))
    found = frames.forecast(ringsted, "x", **changes)
    assert "cost_kr" not in set(found["series"])  # the municipality has published no price
    for series, rows in found.groupby("series", observed=True):
        assert rows["p50"].to_list() == told.series[series].total.p50.tolist()
        assert rows["process_p90"].to_list() == told.series[series].process.p90.tolist()
        assert rows["week"].dt.date.to_list() == list(told.begins)


def test_a_difference_is_that_of_the_two_forecasts_future_by_future(extracts):
    ringsted, changes = extracts["ringsted"], {"places": 150, "enquiries_per_week": 25.0}
    base, other = frames.forecast(ringsted), frames.forecast(ringsted, "x", **changes)
    found = frames.difference(ringsted, "x", **changes)
    assert found["mean"].to_numpy() == pytest.approx((other["mean"] - base["mean"]).to_numpy(), abs=1e-9)
    width = (found["p90"] - found["p10"])[found["series"] == "s85"].iloc[-1]
    apart = (base["p90"] - base["p10"])[base["series"] == "s85"].iloc[-1]
    assert 0 < width < apart / 2  # the same citizens: far surer than either forecast


def test_a_scenario_that_makes_no_sense_is_refused_in_a_sentence(slagelse):
    with pytest.raises(VisitationError, match="pladser"):
        frames.forecast(slagelse, "x", pladser=1)
    with pytest.raises(VisitationError, match="seed skal være det samme"):
        frames.difference(slagelse, "x", seed=2)


def test_the_guideposts_are_the_dashboards_and_what_none_can_count_is_not_dropped(slagelse, register):
    asked = facts(open_session({"REGISTER": register, "MODEL": "slagelse"}))
    read = read_guideposts(slagelse.model)
    found = frames.guideposts(slagelse).set_index(["point", "indicator"])
    latest = found[found["trend"].eq(False).fillna(False).astype(bool)]
    for which, one in measured(read, asked, slagelse.today).items():
        amount = math.nan if one.found.amount is None else one.found.amount
        assert (latest.loc[which, "k"], latest.loc[which, "amount"]) == (one.found.k, pytest.approx(amount, nan_ok=True))
        assert found.loc[[which], "trend"].sum() == len(one.trend)
    assert set(found.index) == {(point.id, one.id) for point in read.points.values() for one in point.indicators}
    assert found["missing"].notna().any() and latest["amount"].notna().any()


def test_the_business_case_is_the_documents(slagelse):
    base = outcome(case_of(read_economy(slagelse.model).case))
    written = frames.business_case(slagelse).query("reading == 'som dokumentet regner'")
    assert written["net"].to_list() == [float(year.net) for year in base.years]
    assert written["cumulative"].iloc[-1] == -4_500_000
