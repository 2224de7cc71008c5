"""The catalogue of services: one truth with the ladder, honest about what nobody said; and what the unit's own sheet says is used."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.registers import enquiries, register_with
from visitation.catalogue.read import entries, read_catalogue
from visitation.catalogue.resources import SMALL, Activity, activities, used
from visitation.catalogue.schema import PURPOSES
from visitation.errors import ModelError
from visitation.model import load, shipped
from visitation.model.load import MUNICIPALITIES
from visitation.pathway.course import Course, Move
from visitation.register.cases import cases

EVERY = pytest.mark.parametrize("name", shipped())
FIRST, LAST = date(2021, 1, 1), date(2021, 3, 1)


def listed(name: str):
    model = load(name)
    return model, entries(model, read_catalogue(model))


@EVERY
def test_every_offer_of_the_ladder_is_in_the_catalogue_once_in_the_ladders_own_words(name):
    model, found = listed(name)
    taken = [(entry.step.id, entry.label, entry.about) for entry in found if entry.listed.offer]
    ladder = [(step.id, offer.label, offer.about) for step in model.ladder.steps for offer in step.offers]
    assert sorted(taken, key=str) == sorted(ladder, key=str)


@EVERY
def test_an_entry_of_its_own_does_not_repeat_a_name_of_the_ladder(name):
    model, found = listed(name)
    ladder = {offer.label.da for step in model.ladder.steps for offer in step.offers}
    assert {entry.label.da for entry in found if entry.listed.offer is None} & ladder == set()


@EVERY
def test_what_is_not_our_assumption_names_its_place(name):
    read = read_catalogue(load(name))
    assert read.principle.source
    assert [one.id for one in (*read.offers, *read.forms) if not one.source] == []


def test_what_a_document_only_planned_says_when():
    planned = [entry for entry in listed("slagelse")[1] if entry.listed.planned == 2015]
    assert len(planned) == 13
    assert {entry.listed.source[0].document for entry in planned} == {"003"}
    assert {entry.step for entry in planned} == {None}


def test_the_four_forms_point_to_steps_of_the_ladder_and_only_one_compensates():
    forms = read_catalogue(load("ringsted")).forms
    assert tuple(form.id for form in forms) == PURPOSES
    assert [form.id for form in forms if form.step == "p85"] == ["kompensation"]
    assert read_catalogue(load("slagelse")).forms == ()


def test_an_offer_has_its_own_provisions_or_those_of_its_step():
    law = {entry.listed.id: entry.law for entry in listed("ringsted")[1]}
    assert (law["gruppeforloeb"], law["eftervaern"], law["interval_1"]) == (("SEL § 82 a",), (), ("SEL § 85",))


def changed(tmp_path: Path, old: str, new: str) -> Path:
    """Ringsted with another catalogue."""
    folder = copytree(MUNICIPALITIES / "ringsted", tmp_path / "ringsted")
    file = folder / "catalogue.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('offer: "Bjælken"', 'offer: "Bjelken"', "ukendt tilbud på trinnet aabent: 'Bjelken'; tilladt er Bjælken, Åbne væresteder"),
        ("step: aabent", "step: aaben", "ukendt trin 'aaben'"),
        ('law: ["SEL § 82 a"]', 'law: ["SEL § 85"]', "ukendt lov på trinnet p82: 'SEL § 85'"),
        ('offer: "Åbne væresteder"', 'offer: "Bjælken"', "tilbuddet 'Bjælken' på trinnet aabent står to gange"),
        ('offer: "Kilden"', 'label: {da: "Kilden", en: "Kilden"}', "skal have enten offer"),
        ("id: frivillige", "id: foreninger", "'foreninger' står to gange"),
    ],
)
def test_a_catalogue_that_does_not_fit_the_ladder_is_refused_with_its_line(tmp_path, old, new, said):
    with pytest.raises(ModelError, match=r"catalogue\.yaml, linje") as refused:
        read_catalogue(load(changed(tmp_path, old, new)))
    assert said in str(refused.value)


def test_a_model_without_a_catalogue_has_an_empty_one(tmp_path):
    folder = copytree(MUNICIPALITIES / "ringsted", tmp_path / "ringsted")
    (folder / "catalogue.yaml").unlink()
    read = read_catalogue(load(folder))
    assert (read.offers, read.forms, read.principle) == ((), (), None)


def test_the_catalogue_decides_no_case(tmp_path):
    assert load(changed(tmp_path, "Flere grupper", "Mange grupper")).sha256 == load("ringsted").sha256


# What is used.


def part(case: str, start: int, weeks: float | None, hours: float | None = 2, **other) -> Activity:
    begins = FIRST + timedelta(days=start)
    return Activity(case, "recovery", "gruppe", begins, None if weeks is None else begins + timedelta(weeks=weeks), hours, **other)


PARTS = st.builds(part, st.sampled_from("ABC"), st.integers(-40, 80), st.none() | st.integers(1, 12), st.none() | st.integers(0, 9))


@given(st.lists(PARTS, max_size=8))
def test_hours_and_citizens_are_those_of_every_single_day(found):
    days = [FIRST + timedelta(days=n) for n in range(1, (LAST - FIRST).days + 1)]
    there = [one for one in found if any(one.runs(day) for day in days)]
    if not there:
        assert used(found, FIRST, LAST) == ()
        return
    (use,) = used(found, FIRST, LAST)
    assert use.hours == pytest.approx(sum((one.hours or 0) / 7 for one in there for day in days if one.runs(day)))
    assert use.citizens == len({one.case for one in there})
    assert use.running == len({one.case for one in there if one.runs(LAST)})
    assert use.weekly == sum(one.hours or 0 for one in there if one.runs(LAST))
    assert use.unpriced == sum(one.hours is None for one in there)


def test_the_median_is_of_the_ended_ones_and_stays_away_where_they_are_few():
    ended = [part(str(n), n, 2 * n) for n in range(1, SMALL + 1)]
    (few,), (enough,) = (used(found, FIRST, date(2021, 12, 31)) for found in (ended[1:], ended))
    assert (few.ended, few.weeks) == (SMALL - 1, None)
    assert (enough.ended, enough.weeks) == (SMALL, 6)


def test_an_end_that_nobody_reported_is_counted_and_makes_no_length():
    ended = [part(str(n), n, 4) for n in range(SMALL - 1)]
    (use,) = used([*ended, part("X", 0, 1, reported=False)], FIRST, LAST)
    assert (use.ended, use.unreported, use.weeks) == (SMALL, 1, None)


def test_the_sheet_is_read_with_what_the_case_knows_of_its_end(tmp_path):
    register = register_with(f"sqlite:///{tmp_path}/register.sqlite", *enquiries(2))
    row = {"activity": "recovery", "form": "gruppe", "start": "2021-01-10", "end": None, "hours": 2}
    for reference in ("EKS-R-0001", "EKS-R-0002"):
        register.append(reference, 1, "activity_registered", row, "2021-03-08T07:00:00")
    known = cases(register, "ringsted")
    course = Course("p", "p", "slut", FIRST, {}, (Move("slut", "i", "slut", date(2021, 2, 1), ""),), (), (), False, True)
    known["EKS-R-0002"] = replace(known["EKS-R-0002"], courses=(course,))
    one, other = activities(register, known)
    assert (one.end, one.reported) == (None, True)
    assert (other.end, other.reported) == (date(2021, 2, 1), False)
    assert activities(register, {}) == ()
