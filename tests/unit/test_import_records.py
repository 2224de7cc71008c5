"""Every kind of export is read, checked against the register and appended to its cases; what two rows say twice is known."""

import csv
import io
from datetime import date, datetime
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.registers import enquiries, register_with
from visitation.errors import VisitationError
from visitation.intake import import_bytes, profile_for, profiles
from visitation.model import load
from visitation.register.imports import load_profile
from visitation.register.records import IMPORTED_KINDS, KINDS, records
from visitation.vocabulary import FFB_SERVICES

TODAY = date(2021, 3, 9)
MODELS = {name: load(name) for name in ("ringsted", "slagelse")}
PROFILES = {(name, kind): load_profile(path) for name, model in MODELS.items() for kind, path in profiles(model).items()}
OTHERS = [key for key in PROFILES if not KINDS[key[1]].begins]
CASE = "EKS-R-0001"
GOOD = {
    "sager": {"status": "aaben", "day": "01-03-2021"},
    "ydelser": {"section": "§ 85", "ffb": "", "start": "01-02-2021", "end": "01-02-2022", "band": "30-119", "hours": "1,5"},
    "niveauer": {"theme": "relationer", "level": "3", "day": "01-03-2021", "phase": "foer"},
    "kontakter": {"channel": "opkald", "at": "01-03-2021 09:30", "result": "ikke_opnaaet"},
    "fit": {"day": "01-03-2021", "individual": "4,5", "relations": "5", "social": "3,5", "overall": "4", "ors": "17", "srs": "36,5"},
    "styringsark": {"activity": "recovery", "form": "gruppe", "start": "01-02-2021", "end": "", "hours": ""},
}
FACTS = {
    "sager": {"status": "aaben", "day": date(2021, 3, 1)},
    "ydelser": {"section": "§ 85", "ffb": None, "start": date(2021, 2, 1), "end": date(2022, 2, 1), "band": "30-119", "hours": 1.5},
    "niveauer": {"theme": "relationer", "level": "3", "day": date(2021, 3, 1), "phase": "foer"},
    "kontakter": {"channel": "opkald", "at": datetime(2021, 3, 1, 9, 30), "result": "ikke_opnaaet"},
    "fit": {"day": date(2021, 3, 1), "individual": 4.5, "relations": 5, "social": 3.5, "overall": 4, "ors": 17, "srs": 36.5},
    "styringsark": {"activity": "recovery", "form": "gruppe", "start": date(2021, 2, 1), "end": None, "hours": None},
}
# Per kind: another record of the same case, and the same record with other content.
ANOTHER = {
    "sager": {"day": "02-03-2021"},
    "ydelser": {"start": "02-02-2021"},
    "niveauer": {"theme": "mobilitet"},
    "kontakter": {"at": "01-03-2021 14:00"},
    "fit": {"day": "08-03-2021"},
    "styringsark": {"activity": "netvaerk"},
}
OTHERWISE = {
    "sager": {"status": "lukket"},
    "ydelser": {"hours": "2"},
    "niveauer": {"level": "ikke_vurderet"},
    "kontakter": {"result": "opnaaet"},
    "fit": {"srs": ""},
    "styringsark": {"end": "01-04-2021"},
}


def export(profile, *rows):
    """A file in a municipality's own words, told by fields and ids."""

    def cell(column, row):
        value = row.get(column.field.name, CASE)
        return next((text for text, meaning in column.choices.items() if meaning == value), value)

    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows([[c.header for c in profile.columns], *([cell(c, r) for c in profile.columns] for r in rows)])
    return text.getvalue().encode()


@pytest.fixture
def model():
    """Whose the cases are, where a test does not say."""
    return "ringsted"


@pytest.fixture
def register(tmp_path, model):
    opened = register_with(f"sqlite:///{tmp_path.as_posix()}/r.sqlite", *enquiries(2), model=model)
    yield opened
    opened.close()


def take(register, model, kind, *rows):
    return import_bytes(export(PROFILES[model, kind], *rows), "u.csv", kind, MODELS[model], register, TODAY)


@pytest.mark.parametrize(("model", "kind"), OTHERS)
def test_a_row_becomes_the_next_event_of_its_case_and_reads_back_as_facts(register, model, kind):
    done = take(register, model, kind, GOOD[kind], GOOD[kind] | ANOTHER[kind])
    assert (done.rows, len(done.accepted), done.errors) == (2, 2, ())
    first, second = records(register.events(), KINDS[kind])
    assert (first.case, first.version, first.facts) == (CASE, 2, FACTS[kind])
    assert (second.case, second.version) == (CASE, 3)
    assert {event.kind for event in register.events(CASE)} - {"enquiry_received"} <= IMPORTED_KINDS


@pytest.mark.parametrize(("model", "kind"), OTHERS)
def test_the_same_row_again_is_known_and_writes_nothing(register, model, kind):
    take(register, model, kind, GOOD[kind])
    before = register.head()
    again = take(register, model, kind, GOOD[kind])
    assert (again.known, again.accepted, again.errors) == (1, (), ())
    assert register.head() == before
    more = take(register, model, kind, GOOD[kind] | ANOTHER[kind], GOOD[kind])
    assert (more.known, len(more.accepted), more.errors) == (1, 1, ())


@pytest.mark.parametrize(("model", "kind"), OTHERS)
def test_the_same_record_with_other_content_is_an_error_row_and_nothing_is_written(register, model, kind):
    take(register, model, kind, GOOD[kind])
    before = register.head()
    (error,) = take(register, model, kind, GOOD[kind] | ANOTHER[kind], GOOD[kind] | OTHERWISE[kind]).errors
    assert (error.row, error.column) == (3, "Sagsnummer")
    assert "andet indhold" in error.message
    assert register.head() == before


@pytest.mark.parametrize(("model", "kind"), OTHERS)
def test_a_record_twice_in_a_file_names_the_row_it_first_stands_in(register, model, kind):
    (error,) = take(register, model, kind, GOOD[kind], GOOD[kind] | OTHERWISE[kind]).errors
    assert (error.row, error.column) == (3, "Sagsnummer")
    assert "(række 2)" in error.message


@pytest.mark.parametrize(("model", "kind"), OTHERS)
def test_a_case_the_register_does_not_hold_is_an_error_row(register, model, kind):
    before = register.head()
    (error,) = take(register, model, kind, GOOD[kind], GOOD[kind] | {"reference": "EKS-R-0099"}).errors
    assert (error.row, error.column) == (3, "Sagsnummer")
    assert "kun sager med en indlæst henvendelse" in error.message
    assert register.head() == before


def test_another_municipalitys_case_is_none_of_ours(register):
    (error,) = take(register, "slagelse", "fit", GOOD["fit"]).errors
    assert "ikke i kommunens register" in error.message


WRONG = [
    ("sager", {"day": "10-03-2021"}, "day", "til i dag"),
    ("ydelser", {"start": "01-01-1999"}, "start", "fra 01-01-2000"),
    ("ydelser", {"end": "01-01-2042"}, "end", "til 31-12-2041"),
    ("ydelser", {"end": "31-01-2021"}, "end", "ligger før startdatoen"),
    ("ydelser", {"ffb": "1f0ff82b"}, "ffb", "skal være tom eller en af koderne"),
    ("ydelser", {"ffb": next(iter(FFB_SERVICES))}, "ffb", "koden hører til § 82 a"),
    ("ydelser", {"hours": "1.5"}, "hours", "med komma"),
    ("ydelser", {"hours": "169"}, "hours", "fra 0 til 168"),
    ("ydelser", {"start": ""}, "start", "dd-mm-åååå"),
    ("niveauer", {"level": "5"}, "level", "ikke vurderet"),
    ("niveauer", {"theme": ""}, "theme", "relationer, kommunikation"),
    ("kontakter", {"at": "01-03-2021"}, "at", "tt:mm"),
    ("kontakter", {"at": "01-03-2021 24:10"}, "at", "tt:mm"),
    ("fit", {"ors": ""}, "ors", "fra 0 til 40"),
    ("fit", {"individual": "10,1"}, "individual", "fra 0 til 10"),
    ("fit", {"individual": "-1"}, "individual", "fra 0 til 10"),
    ("fit", {"ors": "17,2"}, "ors", "summen af de fire områder"),
    ("styringsark", {"end": "31-01-2021"}, "end", "ligger før startdatoen"),
]


@pytest.mark.parametrize(("kind", "change", "name", "said"), WRONG)
def test_each_wrong_cell_is_named_with_what_is_allowed(register, kind, change, name, said):
    (error,) = take(register, "ringsted", kind, GOOD[kind] | change).errors
    assert (error.row, error.column) == (2, PROFILES["ringsted", kind].header(name))
    assert said in error.message.lower()


def test_a_code_is_read_whatever_its_case(register):
    code = next(code for code, section in FFB_SERVICES.items() if section == "§ 85")
    take(register, "ringsted", "ydelser", GOOD["ydelser"] | {"ffb": code.upper()})
    assert records(register.events(), KINDS["ydelser"])[0].facts["ffb"] == code


def test_a_session_may_have_its_total_alone(register):
    done = take(register, "ringsted", "fit", GOOD["fit"] | {"relations": "", "srs": "", "ors": "9"})
    assert done.errors == ()


def test_what_was_forgotten_reads_as_nothing(register):
    take(register, "ringsted", "kontakter", GOOD["kontakter"])
    told = register.events(CASE)[-1]
    emptied = type(told)(**{**vars(told), "text": '{"channel":"opkald"}'})
    assert records([emptied], KINDS["kontakter"])[0].facts == {"channel": "opkald", "at": None, "result": None}


@pytest.mark.parametrize(("model", "kind"), PROFILES)
def test_the_profile_is_chosen_by_the_columns(model, kind):
    assert profile_for(export(PROFILES[model, kind]), "u.csv", MODELS[model]) == kind


def test_when_no_profile_fits_it_is_said_what_there_is():
    with pytest.raises(VisitationError, match=r"ingen profil passer .* fit \(Sagsnummer, Sessionsdato, Trivsel i alt\)"):
        profile_for(b"a;b\n", "u.csv", MODELS["ringsted"])


def test_when_several_profiles_fit_they_are_named():
    headers = {c.header: None for kind in ("fit", "sager") for c in PROFILES["ringsted", kind].columns}
    with pytest.raises(VisitationError, match="flere profiler passer til filens kolonner: fit, sager"):
        profile_for(";".join(headers).encode(), "u.csv", MODELS["ringsted"])


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_importing_in_any_order_and_portions_ends_with_the_same_records(tmp_path_factory, data):
    kind = data.draw(st.sampled_from(list(GOOD)))
    rows = [GOOD[kind] | change | {"reference": f"EKS-R-000{n}"} for n in (1, 2) for change in ({}, ANOTHER[kind])]
    drawn = iter(data.draw(st.permutations(rows)) + data.draw(st.permutations(rows)))
    register = register_with(f"sqlite:///{tmp_path_factory.mktemp('r').as_posix()}/r.sqlite", *enquiries(2))
    try:
        while part := list(islice(drawn, data.draw(st.integers(1, 4)))):
            unique = [row for i, row in enumerate(part) if row not in part[:i]]
            done = take(register, "ringsted", kind, *unique)
            assert (done.errors, done.known + len(done.accepted)) == ((), len(unique))
        found = {(record.case, str(record.facts)) for record in records(register.events(), KINDS[kind])}
        assert (len(found), register.head()[0]) == (4, 6)
    finally:
        register.close()
