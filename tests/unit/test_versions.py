"""Versions side by side: which one is in force on a date, and how a municipality's own are written."""

import shutil
from datetime import date

import pytest
from hypothesis import given

from tests.tables import rule, table, tables
from visitation.errors import VisitationError
from visitation.model import load, shipped, versions
from visitation.model.load import MUNICIPALITIES
from visitation.model.write import copy_model, parse_table, save_version, table_text
from visitation.screening import build, periods, screen

DAY = date(2022, 7, 1)


def changed(model, rule_id: str = "T3.04", then: str = "B_TIL_MYNDIGHED"):
    """T3 with one rule that says something else."""
    text = table_text(model.tables["T3"])
    before, after = text.split(f'id: "{rule_id}"')
    return parse_table(f'{before}id: "{rule_id}"{after.replace("then: " + chr(34) + "C_OPSTART", "then: " + chr(34) + then, 1)}', model)


@pytest.fixture
def shelf(tmp_path):
    base = load("ringsted")
    save_version(base, {"T3": changed(base)}, tmp_path / "hylde", "2022.1", DAY)
    return tmp_path / "hylde"


def test_both_versions_stand_on_the_shelf_oldest_first(shelf):
    assert [(m.head.version, m.head.valid.from_) for m in versions(shelf)] == [("2021.1", date(2021, 1, 1)), ("2022.1", DAY)]
    assert versions(shelf)[0].sha256 == load("ringsted").sha256


@pytest.mark.parametrize(
    ("on", "version"),
    [(date(2021, 1, 1), "2021.1"), (date(2022, 6, 30), "2021.1"), (DAY, "2022.1"), (date(2030, 1, 1), "2022.1"), (None, "2022.1")],
)
def test_the_version_in_force_is_the_latest_that_has_begun(shelf, on, version):
    assert load(shelf, on).head.version == version
    if on:
        assert load(f"{shelf}@{on}").head.version == version


def test_a_case_is_screened_by_the_version_of_its_date(shelf):
    answers = {"behov": "rummes"}
    before, after = (screen(build(load(shelf, day).tables["T3"], day), answers).outcome for day in (date(2022, 6, 30), DAY))
    assert (before, after) == ("C_OPSTART", "B_TIL_MYNDIGHED")


def test_before_the_first_version_nothing_is_in_force(shelf):
    with pytest.raises(VisitationError, match=r"ingen version gælder 2020-12-31; der er 2021\.1 fra 2021-01-01, 2022\.1"):
        load(shelf, date(2020, 12, 31))


def test_a_date_that_is_none_is_refused():
    with pytest.raises(VisitationError, match="efter @ skal stå en dato"):
        load("ringsted@nu")


def test_two_folders_of_the_same_version_are_refused(shelf):
    shutil.copytree(shelf / "2022.1", shelf / "kopi")
    with pytest.raises(VisitationError, match=r"version 2022\.1 findes to gange"):
        versions(shelf)


@pytest.mark.parametrize(
    ("folder", "version", "day", "said"),
    [
        (MUNICIPALITIES / "ringsted", "2022.1", DAY, "de leverede modeller ændres ikke"),
        (MUNICIPALITIES, "2022.1", DAY, "de leverede modeller ændres ikke"),
        (None, "2021.1", DAY, "version 2021.1 findes allerede"),
        (None, "../2022", DAY, "tilladt er bogstaver, tal"),
        (None, "", DAY, "tilladt er bogstaver, tal"),
        (None, "2022.1", date(2021, 1, 1), "skal gælde fra en dag efter 2021-01-01"),
    ],
)
def test_a_version_is_never_written_where_it_may_not(tmp_path, folder, version, day, said):
    with pytest.raises(VisitationError, match=said):
        save_version(load("ringsted"), {}, folder or tmp_path / "hylde", version, day)
    assert not (tmp_path / "hylde").exists()


def test_an_existing_version_is_never_written_over(shelf):
    before = load(shelf).sha256
    with pytest.raises(VisitationError, match=r"version 2022\.1 findes allerede"):
        save_version(load(shelf, date(2021, 5, 1)), {}, shelf, "2022.1", date(2023, 1, 1))
    assert load(shelf).sha256 == before


def test_a_copy_carries_its_own_name_and_is_proven(tmp_path):
    folder = copy_model(load("ringsted"), tmp_path / "sorø", "sorø")
    assert (load(folder).head.id, load(folder).head.label.da, list(load(folder).tables)) == ("sorø", "Sorø", list(load("ringsted").tables))
    with pytest.raises(VisitationError, match="mappen findes allerede"):
        copy_model(load("ringsted"), folder, "sorø")


def test_every_shipped_table_reads_back_as_it_was_written():
    for model in map(load, shipped()):
        for subject in model.tables.values():
            assert parse_table(table_text(subject), model) == subject


@given(tables(gaps=True))
def test_every_table_reads_back_as_it_was_written(subject):
    assert parse_table(table_text(subject), load("ringsted")) == subject


def test_the_days_on_which_rules_change_are_the_periods_to_prove():
    ended = rule("1", {}, "X", valid={"from": "2021-01-01", "to": "2021-06-30"})
    begun = rule("2", {}, "Y", valid={"from": "2021-07-01"})
    assert periods(table({"q": ["a"]}, [[ended], [begun]])) == [date(2021, 1, 1), date(2021, 7, 1)]
    assert periods(table({"q": ["a"]}, [[rule("1", {}, "X")]])) == [date(2021, 1, 1)]
