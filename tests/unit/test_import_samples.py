"""The sample exports of every kind can be taken in, in both municipalities, and tell of the sample cases."""

import csv

import pytest

from visitation.intake import import_bytes, profiles
from visitation.model import load
from visitation.register.demo import SAMPLES, TODAY
from visitation.register.imports import load_profile
from visitation.register.records import KINDS, ORS_AREAS, records
from visitation.register.store import open_register

PLACES = {"ringsted": "utf-8-sig", "slagelse": "cp1252"}


@pytest.fixture(scope="module", params=PLACES)
def taken(request, tmp_path_factory):
    """Per kind what came of a municipality's file, and the register that holds them all."""
    register = open_register(f"sqlite:///{tmp_path_factory.mktemp('r').as_posix()}/r.sqlite")
    done = {}
    for kind in [kind for kind in KINDS if kind in profiles(load(request.param))]:
        path = SAMPLES / request.param / f"{kind}.csv"
        done[kind] = import_bytes(path.read_bytes(), path.name, None, load(request.param), register, TODAY)
    yield request.param, done, register.events()
    register.close()


def test_every_file_is_known_by_its_columns_and_taken_in_whole(taken):
    _, done, _ = taken
    for kind, intake in done.items():
        assert (intake.profile.name, intake.errors, intake.ignored, intake.absent) == (kind, (), (), ())
        assert len(intake.accepted) == intake.rows > 100


def test_the_samples_use_every_word_of_the_courses_they_tell_of(taken):
    _, done, _ = taken
    assert {row.section for row in done["ydelser"].accepted} >= {"§ 82 a"}
    assert {row.phase for row in done["niveauer"].accepted} == {"foer", "efter"}
    assert {row.status for row in done["sager"].accepted} == {"aaben", "lukket"}
    assert {row.result for row in done["kontakter"].accepted} >= {"opnaaet", "ikke_opnaaet"}
    assert {row.form for row in done["styringsark"].accepted} >= {"gruppe"}


def test_wellbeing_starts_low_and_mostly_rises(taken):
    _, _, events = taken
    sessions = {}
    for record in records(events, KINDS["fit"]):
        sessions.setdefault(record.case, []).append(record.facts)
    several = [sorted(told, key=lambda facts: facts["day"]) for told in sessions.values() if len(told) > 1]
    assert 14 < sum(told[0]["ors"] for told in several) / len(several) < 20
    assert 0.6 < sum(told[-1]["ors"] > told[0]["ors"] for told in several) / len(several) < 0.95
    assert all(abs(sum(facts[area] for area in ORS_AREAS) - facts["ors"]) < 0.05 for told in several for facts in told)


@pytest.mark.parametrize("place", PLACES)
def test_the_files_hold_the_profiles_columns_and_one_row_of_a_case_of_the_samples(place):
    for kind, path in profiles(load(place)).items():
        text = (SAMPLES / place / f"{kind}.csv").read_bytes().decode(PLACES[place])
        header, *rows = csv.reader(text.splitlines(), delimiter=";")
        assert set(header) == {column.header for column in load_profile(path).columns}
        beside = {"EKS-F-"} if KINDS[kind].room else set()  # citizens whom the register has no case of
        assert {row[0][:6] for row in rows} == {f"EKS-{place[0].upper()}-"} | beside
