"""Undecided answers outlive a closed window, belong to one meeting's case, and leave the chain alone."""

from datetime import date

import pytest

from visitation.register.store import open_register

DAY, AT = date(2021, 3, 9), "2021-03-09T09:00:00"


@pytest.fixture
def register(database):
    opened = open_register(database)
    yield opened
    opened.close()


def test_the_last_answers_of_a_case_are_kept_over_a_restart(register, database):
    register.save_draft(DAY, "ringsted", "A-1", {"behov": "lille"}, AT)
    register.save_draft(DAY, "ringsted", "A-1", {"behov": "stort", "bemærk": ["æøå \u0000", None]}, AT)
    again = open_register(database)
    assert again.drafts(DAY, "ringsted") == {"A-1": {"behov": "stort", "bemærk": ["æøå \u0000", None]}}
    again.close()


def test_a_draft_belongs_to_its_day_model_and_case(register):
    for day, model, case in (
        (DAY, "ringsted", "B-1"),
        (DAY, "ringsted", "A-1"),
        (DAY, "slagelse", "C-1"),
        (date(2021, 3, 16), "ringsted", "D-1"),
    ):
        register.save_draft(day, model, case, {"case": case}, AT)
    assert register.drafts(DAY, "ringsted") == {"A-1": {"case": "A-1"}, "B-1": {"case": "B-1"}}
    register.drop_draft(DAY, "ringsted", "A-1")
    register.drop_draft(DAY, "ringsted", "A-1")
    assert list(register.drafts(DAY, "ringsted")) == ["B-1"]
    assert list(register.drafts(DAY, "slagelse")) == ["C-1"]


def test_a_draft_is_no_event(register):
    register.save_draft(DAY, "ringsted", "A-1", {}, AT)
    assert (register.events(), register.head()[0]) == ([], 0)


def test_what_is_no_json_is_not_kept(register):
    with pytest.raises(TypeError):
        register.save_draft(DAY, "ringsted", "A-1", {"when": DAY}, AT)
    assert register.drafts(DAY, "ringsted") == {}


def test_starting_over_lets_go_of_the_drafts(register):
    register.save_draft(DAY, "ringsted", "A-1", {}, AT)
    register.start_over(only_if=lambda _: True)
    assert register.drafts(DAY, "ringsted") == {}
