"""Notes at a focus point: kept as events, corrected by new ones, taken back in plain sight, and never a CPR number."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitation.errors import VisitationError
from visitation.guideposts import notes as words
from visitation.guideposts.notes import DONE, STANDS, TARGET, Entry, Withdrawal, folded, latest, notes_of, withdraw, write
from visitation.guideposts.read import read_guideposts
from visitation.model import load
from visitation.register.audit import audit
from visitation.register.events import GENESIS, Draft, seal
from visitation.register.forget import forget
from visitation.register.store import open_register

READ = read_guideposts(load("slagelse"))
AT = datetime(2021, 3, 9, 10)
ENTRY = Entry(DONE, "Ni boliger er anvist.", date(2020, 12, 31), "bolig", "anviste", 9)


@pytest.fixture
def register(tmp_path):
    opened = open_register(f"sqlite:///{tmp_path}/register.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def at_p21(register):
    """Writes an entry at P2.1, and gives the notes that stand there now."""

    def written(*entries: Entry):
        for entry in entries:
            write(register, READ, "slagelse", "P2.1", entry, AT)
        return notes_of(register, "slagelse").get("P2.1", ())

    return written


def test_an_entry_comes_back_as_it_was_written(at_p21):
    (note,) = at_p21(ENTRY)
    assert (note.number, note.entry, note.at, note.standing) == (1, ENTRY, AT, STANDS)


def test_a_correction_is_a_new_note_and_the_old_one_stays_in_sight(at_p21):
    new, old = at_p21(ENTRY, replace(ENTRY, value=8, corrects=1))
    assert (old.standing, old.entry.value, new.standing) == (words.CORRECTED, 9, STANDS)
    assert latest((new, old), DONE, "anviste") == new


def test_what_is_taken_back_says_why_and_by_whom(register, at_p21):
    at_p21(ENTRY)
    withdraw(register, READ, "slagelse", "P2.1", Withdrawal(1, "Talt to gange.", "chp"), AT)
    (note,) = at_p21()
    assert (note.standing, note.reason, note.by) == (words.TAKEN_BACK, "Talt to gange.", "chp")
    assert latest([note], DONE) is None
    with pytest.raises(VisitationError, match="note 1 gælder ikke længere"):
        withdraw(register, READ, "slagelse", "P2.1", Withdrawal(1, "Igen.", "chp"), AT)
    with pytest.raises(VisitationError, match="note 1 gælder ikke længere"):
        at_p21(replace(ENTRY, corrects=1))


def test_the_latest_is_the_one_of_the_latest_day_and_a_target_is_no_deed(at_p21):
    older = replace(ENTRY, on=date(2019, 12, 31), value=6)
    target = Entry(TARGET, "Tolv boliger i 2022.", date(2022, 12, 31), "udvalg")
    notes = at_p21(ENTRY, older, target)
    assert latest(notes, DONE).entry == ENTRY and latest(notes, TARGET).entry == target


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"who": "Hanne"}, "Ukendt rolle"),
        ({"what": "andet"}, "ukendt slags 'andet'"),
        ({"on": date(2021, 3, 10)}, "datoen ligger efter i dag"),
        ({"note": " ", "value": None, "indicator": None}, "skriv et tal eller en tekst"),
        ({"note": "x" * 1001}, "teksten er på 1001 tegn; tilladt er 1000"),
        ({"indicator": None}, "vælg, hvad tallet måler"),
        ({"indicator": "solgte"}, "vælg, hvad tallet måler"),
        ({"value": -1}, "under nul"),
        ({"note": "Borgeren 010190-1234 fik en bolig."}, "CPR-nummer"),
    ],
)
def test_what_is_no_entry_is_refused_and_nothing_is_written(at_p21, changes, said):
    with pytest.raises(VisitationError, match=said):
        at_p21(replace(ENTRY, **changes))
    assert at_p21() == ()


def test_an_unknown_point_and_a_silent_withdrawal_are_refused(register, at_p21):
    with pytest.raises(VisitationError, match=r"Ukendt fokuspunkt 'P9\.9'"):
        write(register, READ, "slagelse", "P9.9", ENTRY, AT)
    at_p21(ENTRY)
    with pytest.raises(VisitationError, match="skriv, hvorfor"):
        withdraw(register, READ, "slagelse", "P2.1", Withdrawal(1, "  ", "chp"), AT)
    with pytest.raises(VisitationError, match="CPR-nummer"):
        withdraw(register, READ, "slagelse", "P2.1", Withdrawal(1, "010190-1234 flyttede", "chp"), AT)


def test_notes_are_sealed_and_outlive_what_is_forgotten(register, at_p21):
    at_p21(ENTRY)
    forget(register, date(2040, 1, 1), lambda _: True, "2040-01-01T00:00:00")
    assert at_p21()[0].entry == ENTRY
    assert audit(register).broken_at is None


@given(st.lists(st.sampled_from(("new", "correct", "withdraw")), min_size=1, max_size=8))
def test_whatever_is_written_every_note_stays_and_the_order_of_reading_does_not_matter(steps):
    events, standing = [], []
    for version, step in enumerate(steps):
        data = {"what": DONE, "note": str(version), "on": "2021-01-01", "who": "chp", "indicator": None, "value": None, "corrects": None}
        kind = "guidepost_noted"
        if step == "withdraw" and standing:
            kind, data = "guidepost_withdrawn", {"number": standing.pop(), "reason": "x", "who": "chp"}
        elif step == "correct" and standing:
            data["corrects"] = standing.pop()
        if kind == "guidepost_noted":
            standing.append(version + 1)
        events.append(seal(Draft("@pejlemaerker/slagelse/P1.1", version, kind, data, "2021-03-09T10:00:00"), version + 1, GENESIS, ""))
    notes = folded(events)
    assert len(notes) == sum(event.kind == "guidepost_noted" for event in events)
    assert {note.number for note in notes if note.standing == STANDS} == set(standing)
    assert folded(reversed(events)) == notes
