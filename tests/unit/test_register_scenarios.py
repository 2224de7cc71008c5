"""A saved scenario is what it changes, under a name of one line; it is copied with the register, and no chain holds it."""

from datetime import date

import pytest
import sqlalchemy as sa

from tests.unit.test_register_migrations import migrated, names_of
from visitation.errors import VisitationError
from visitation.register.copies import backup, copy_register
from visitation.register.scenarios import LONGEST, Saved
from visitation.register.store import open_register

DAY, LATER = date(2021, 3, 9), date(2021, 4, 1)


@pytest.fixture
def register(database):
    opened = open_register(database)
    yield opened
    opened.close()


def test_the_last_one_saved_under_a_name_is_kept_over_a_restart(register, database):
    register.save_scenario("slagelse", "Flere pladser", {"places": 98}, DAY)
    assert register.save_scenario("slagelse", " Flere pladser ", {"initial": {"waiting": 3}}, LATER).name == "Flere pladser"
    again = open_register(database)
    assert again.scenarios("slagelse") == {"Flere pladser": Saved("Flere pladser", {"initial": {"waiting": 3}}, LATER)}
    again.close()


def test_a_scenario_belongs_to_its_model_and_they_come_by_name(register):
    for model, name in (("slagelse", "æble"), ("slagelse", "Bil"), ("slagelse", "åben"), ("ringsted", "Bil")):
        register.save_scenario(model, name, {}, DAY)
    assert list(register.scenarios("slagelse")) == ["Bil", "åben", "æble"]
    for _ in range(2):
        register.drop_scenario("slagelse", "Bil ")
    assert list(register.scenarios("slagelse")) == ["åben", "æble"]
    assert list(register.scenarios("ringsted")) == ["Bil"]


def test_a_scenario_is_no_event(register):
    register.save_scenario("slagelse", "Flere pladser", {"places": 98}, DAY)
    assert (register.events(), register.head()[0]) == ([], 0)


@pytest.mark.parametrize("name", ["", "  ", "to\nlinjer", "nul\0", "x" * (LONGEST + 1)])
def test_what_is_no_name_is_refused_and_nothing_is_saved(register, name):
    with pytest.raises(VisitationError, match="navn skal være 1-60 tegn på én linje"):
        register.save_scenario("slagelse", name, {}, DAY)
    assert register.scenarios("slagelse") == {}


def test_the_longest_name_is_a_name(register):
    register.save_scenario("slagelse", "x" * LONGEST, {}, DAY)
    assert len(register.scenarios("slagelse")) == 1


@pytest.mark.parametrize(("name", "data"), [("Til 010190-1234", {}), ("Flere pladser", {"places": "010190-1234"})])
def test_no_cpr_number_passes(register, name, data):
    with pytest.raises(VisitationError, match=r"CPR-nummer") as refused:
        register.save_scenario("slagelse", name, data, DAY)
    assert "1234" not in str(refused.value)
    assert register.scenarios("slagelse") == {}


def test_starting_over_lets_go_of_the_scenarios(register):
    register.save_scenario("slagelse", "Flere pladser", {}, DAY)
    register.start_over(only_if=lambda _: True)
    assert register.scenarios("slagelse") == {}


def test_a_copy_holds_the_scenarios_and_is_never_laid_over_others(register, tmp_path):
    register.save_scenario("slagelse", "Flere pladser", {"places": 98}, DAY)
    backup(register, tmp_path / "kopi.sqlite")
    copy = open_register(sa.URL.create("sqlite", database=str(tmp_path / "kopi.sqlite")), make=False)
    assert copy.scenarios("slagelse") == register.scenarios("slagelse") != {}
    with pytest.raises(VisitationError, match="er ikke tomt"):
        copy_register(register, copy)
    copy.close()


def test_an_older_register_gets_its_scenarios_and_keeps_its_drafts(database):
    engine = migrated(database, "0002")
    with engine.begin() as connection:
        connection.exec_driver_sql(f"INSERT INTO drafts VALUES ('{DAY}', 'ringsted', 'A-1', '{{}}', '')")
    engine.dispose()
    assert "scenarios" not in names_of(database)
    register = open_register(database)
    register.save_scenario("ringsted", "Flere pladser", {}, DAY)
    assert (list(register.scenarios("ringsted")), register.drafts(DAY, "ringsted")) == (["Flere pladser"], {"A-1": {}})
    register.close()
