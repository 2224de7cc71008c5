"""The list is taken in like every export, all or nothing, stands beside the cases, and is forgotten as a case is."""

from datetime import date, datetime

import pytest

from tests.registers import TODAY, enquiries, register_with
from visitation.intake import import_bytes
from visitation.keeping import finished, forget_text
from visitation.model import load
from visitation.overlap.citizen import FIRST, Answers, Rater
from visitation.overlap.read import read_overlap
from visitation.overlap.review import keep, rate, read_review
from visitation.register.audit import audit
from visitation.register.cases import cases
from visitation.register.forget import forget

MODEL = load("slagelse")
DATA = read_overlap(MODEL)
HEADER = "Borger;Opgjort;Aldersgruppe;Forsørgelse;Målgruppe;Kendt i AM;Kendt i HP;Indsatser hidtil;Har hjulpet"
ROW = "B-1;01-02-2021;30-49;kontanthjælp;psykisk;ja;ja;4;nej"
ONE, NOW = Rater("bedømmer 1"), datetime(2021, 3, 9, 9)


def csv(*rows):
    return "\n".join([HEADER, *rows]).encode()


def take(register, *rows, today=TODAY):
    return import_bytes(csv(*rows), "liste.csv", None, MODEL, register, today)


@pytest.fixture
def register(database):
    opened = register_with(database, *enquiries(1), model="slagelse")
    yield opened
    opened.close()


def test_a_row_becomes_a_citizen_and_no_case(register):
    done = take(register, ROW, ROW.replace("B-1", "EKS-R-0001").replace(";4;nej", ";;"))
    assert (done.errors, done.profile.name, len(done.accepted)) == ((), "faellesmaengden", 2)
    review = read_review(register, "slagelse")
    one, other = review.citizens.values()
    assert (one.reference, one.centres, one.efforts, one.helped) == ("B-1", ("am", "hp"), 4, "nej")
    assert (other.reference, other.efforts, other.helped) == ("EKS-R-0001", None, "ukendt")
    assert list(cases(register, None)) == ["EKS-R-0001"] and cases(register, None)["EKS-R-0001"].version == 1


def test_the_same_list_again_is_known_a_newer_one_tells_anew(register):
    take(register, ROW)
    again = take(register, ROW, ROW.replace("B-1", "B-2"))
    assert (again.known, len(again.accepted)) == (1, 1)
    newer = take(register, ROW.replace("01-02-2021", "01-03-2021").replace("kontanthjælp", "førtidspension"))
    assert (newer.known, len(newer.accepted)) == (0, 1)
    assert [one.benefit for one in read_review(register, "slagelse").citizens.values()] == ["foertidspension", "kontanthjaelp"]


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        (ROW.replace("kontanthjælp", "løn"), "Forsørgelse", "skal være en af: førtidspension"),
        (ROW.replace("B-1;", "B-2;").replace(";ja;ja;", ";nej;;"), "Kendt i AM", "mindst ét af centrene"),
        (ROW.replace("01-02-2021", "10-03-2021"), "Opgjort", "i dag"),
        (ROW.replace(";4;", ";100;"), "Indsatser hidtil", "et tal fra 0 til 99"),
        (ROW.replace("B-1", "010190-1234"), "Borger", "CPR"),
        (ROW.replace("B-1", "Anne"), "Borger", "mindst ét tal"),
        (ROW.replace("kontanthjælp", "førtidspension"), "Borger", "samme oplysning om samme sag"),
    ],
)
def test_with_one_wrong_row_nothing_is_taken_in(register, row, column, said):
    before = register.head()
    done = take(register, ROW, row)
    assert [(error.row, error.column) for error in done.errors] == [(3, column)]
    assert said in done.errors[0].message
    assert register.head() == before and read_review(register, "slagelse").citizens == {}


def test_what_the_register_says_otherwise_is_refused(register):
    take(register, ROW)
    done = take(register, ROW.replace("psykisk", "fysisk"))
    assert "allerede rækken med et andet indhold" in done.errors[0].message


@pytest.mark.parametrize("column", ["Navn", "CPR-nummer", "Køn", "Adresse"])
def test_a_file_with_a_column_of_persons_is_refused(register, column):
    with pytest.raises(Exception, match="må ikke være i filen"):
        import_bytes(csv(ROW).replace(b"Kendt i HP", column.encode()), "liste.csv", "faellesmaengden", MODEL, register, TODAY)


def rated(register, reference, at=NOW):
    review = read_review(register, "slagelse")
    keep(register, review, rate(review, DATA, reference, Answers("type1", note="om kælderen"), ONE, at))


def test_a_citizen_of_whom_nobody_wrote_since_is_forgotten_words_and_all(register):
    take(register, ROW, ROW.replace("B-1", "B-2"), today=date(2021, 2, 2))
    rated(register, "B-1", datetime(2021, 2, 3, 9))
    rated(register, "B-2")
    done = forget(register, date(2021, 3, 1), finished, "2022-01-01T00:00:00")
    assert (done.cases, done.citizens, done.events) == (0, 1, 2)
    assert list(read_review(register, "slagelse").citizens) == ["B-2"]
    assert list(cases(register, None)) == ["EKS-R-0001"]
    left = [event for event in register.events() if event.case.startswith("glemt-")]
    assert [(event.case, event.kind) for event in left] == [
        ("glemt-@000001", kind) for kind in ("review_listed", "review_rated", "forgotten")
    ]
    assert not any("kælder" in str(event.data) or "kontanthjaelp" in event.text for event in left)
    checked = audit(register)
    assert (checked.broken_at, checked.forgotten) == (None, 2)


def test_forgotten_once_they_are_not_forgotten_again_and_a_new_list_begins_anew(register):
    take(register, ROW, today=date(2021, 2, 2))
    forget(register, date(2022, 1, 1), lambda _: False, "2022-01-01T00:00:00")
    assert forget(register, date(2023, 1, 1), lambda _: False, "2023-01-01T00:00:00").citizens == 0
    take(register, ROW)
    assert read_review(register, "slagelse").citizens["B-1"].rating(FIRST) is None
    assert audit(register).broken_at is None


def test_the_case_of_the_same_number_is_another_matter(register):
    take(register, ROW.replace("B-1", "EKS-R-0001"))
    done = forget(register, date(2022, 1, 1), lambda _: True, "2022-01-01T00:00:00")
    assert (done.cases, done.citizens) == (1, 1)
    assert {event.case for event in register.events()} == {"glemt-000001", "glemt-@000002"}
    assert audit(register).broken_at is None


def test_the_names_of_the_types_are_nobody_s_and_stay(register):
    register.append("@faellesmaengden-typer/slagelse", 0, "types_named", {"names": {"type1": "Alfa"}}, "2020-01-01T00:00:00")
    forget(register, date(2022, 1, 1), lambda _: True, "2022-01-01T00:00:00")
    assert read_review(register, "slagelse").names == {"type1": "Alfa"}


def test_the_command_says_how_many():
    told = {"before": "2021-01-01", "cases": 2, "citizens": 3, "events": 9, "cleansed": True, "database": "sqlite"}
    assert forget_text(told).startswith("Glemt: 2 sager og 3 borgere på lister med 9 hændelser, afsluttet før 2021-01-01.")
    assert "borgere" not in forget_text(told | {"citizens": 0})
