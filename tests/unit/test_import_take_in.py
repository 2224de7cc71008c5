"""An export is taken in whole or not at all, and what the register holds already is known again."""

from dataclasses import astuple, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.test_import_enquiries import ENQUIRY, GOOD, SECRET, export, numbered, read
from visitation.errors import VisitationError
from visitation.register.cases import cases
from visitation.register.imports import ImportRefused, take_in
from visitation.register.store import Conflict, open_register

AT = "2021-03-09T08:00:00"


@pytest.fixture
def register(tmp_path):
    opened = open_register(f"sqlite:///{tmp_path.as_posix()}/r.sqlite")
    yield opened
    opened.close()


def test_enquiries_are_written_with_running_aliases_across_municipalities(register):
    assert len(take_in(register, read(export(*numbered(2))), "ringsted", AT).accepted) == 2
    assert len(take_in(register, read(export(GOOD)), "slagelse", AT).accepted) == 1
    found = cases(register, None)
    assert [(case.alias, case.model) for case in found.values()] == [
        ("0001", "ringsted"), ("0002", "ringsted"), ("0003", "slagelse")]  # fmt: skip
    assert astuple(found["2021-0433"].enquiry) == ENQUIRY
    assert register.events()[0].at == AT


def test_with_one_wrong_row_nothing_is_written(register):
    intake = read(export(*numbered(2), GOOD | {"Kanal": SECRET}))
    with pytest.raises(ImportRefused, match=r"Intet er indlæst, .* række 4, kolonnen 'Kanal'") as refused:
        take_in(register, intake, "ringsted", AT)
    assert refused.value.intake.errors == intake.errors
    assert SECRET not in str(refused.value)
    assert register.events() == []


def test_a_file_taken_in_again_adds_nothing_and_counts_what_is_known(register):
    take_in(register, read(export(*numbered(3))), "ringsted", AT)
    before = register.events()
    again = take_in(register, read(export(*numbered(3))), "ringsted", AT)
    assert (again.known, again.accepted, again.errors) == (3, (), ())
    assert register.events() == before
    more = take_in(register, read(export(*numbered(4))), "ringsted", AT)
    assert (more.known, more.numbers) == (3, (5,))
    assert cases(register, None)["2021-0004"].alias == "0004"


@pytest.mark.parametrize(("change", "model"), [({"Søger om": SECRET}, "ringsted"), ({}, "slagelse")])
def test_a_known_case_with_other_content_is_an_error_row(register, change, model):
    take_in(register, read(export(*numbered(2))), "ringsted", AT)
    before = register.events()
    first, second = numbered(2)
    with pytest.raises(ImportRefused) as refused:
        take_in(register, read(export(GOOD, first, second | change)), model, AT)
    last = refused.value.intake.errors[-1]
    assert (last.row, last.column) == (4, "Sagsnummer")
    assert SECRET not in last.message
    assert register.events() == before


def test_who_is_overtaken_by_another_import_writes_nothing(register, monkeypatch):
    intake, head = read(export(GOOD)), register.head()
    take_in(register, read(export(*numbered(1))), "ringsted", AT)
    monkeypatch.setattr(register, "head", lambda: head)
    with pytest.raises(Conflict):
        take_in(register, intake, "ringsted", AT)
    assert len(register.events()) == 1


@settings(deadline=None)  # files take the time they take
@given(st.data())
def test_whatever_is_in_the_cells_the_register_is_whole_or_unchanged(tmp_path_factory, data):
    anything = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
    cell = st.one_of(anything, st.sampled_from([*GOOD.values(), "010270-1234", "=1+1", '"']))
    header = data.draw(st.permutations(list(GOOD)))
    spoilt = data.draw(st.lists(st.dictionaries(st.sampled_from(list(GOOD)), cell, max_size=2), max_size=3))
    rows = [GOOD | {"Sagsnummer": f"2021-{i}"} | other for i, other in enumerate(spoilt)]
    register = open_register(f"sqlite:///{tmp_path_factory.mktemp('r').as_posix()}/r.sqlite")
    try:
        intake = read(export(*rows, header=header, encoding="utf-8"))
        written = len(take_in(register, intake, "ringsted", AT).accepted)
    except VisitationError as refused:
        assert "\n" not in str(refused)
        assert register.events() == []
    else:
        assert written == len(rows) == len(cases(register, "ringsted"))
    finally:
        register.close()


@pytest.mark.parametrize("name", ["received", "words", "consent", "channel"])
def test_all_of_an_enquiry_takes_part_in_the_comparison(register, name):
    take_in(register, read(export(GOOD)), "ringsted", AT)
    changed = ENQUIRY._replace(**{name: date(2021, 3, 1) if name == "received" else "andet"})
    with pytest.raises(ImportRefused, match="andet indhold"):
        take_in(register, replace(read(export(GOOD)), accepted=(changed,)), "ringsted", AT)
