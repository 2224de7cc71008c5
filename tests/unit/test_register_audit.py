"""The audit finds what was changed past the program, and with an anchor also what was cut off or begun anew."""

import json
import math
from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.postgres import on_database
from tests.registers import register_with
from visitation.errors import VisitationError
from visitation.keeping import audit_report, audit_text
from visitation.register.audit import audit
from visitation.register.events import GENESIS, Draft, canonical, remains, sealed
from visitation.register.store import open_register

AT = "2021-03-09T09:00:00"
GUARDS = {"sqlite": ("events_no_update", "events_no_delete"), "postgresql": ("events_no_update ON events", "events_no_delete ON events")}


@pytest.fixture
def register(database):
    opened = open_register(database)
    opened.append_all([Draft("A-1", i, "noted", {"i": i}, AT) for i in range(5)])
    yield opened
    opened.close()


def past_the_guards(register, *statements):
    guards = [f"DROP TRIGGER {name}" for name in GUARDS[register.engine.name]]
    on_database(register.engine.url, *guards, *statements)


def test_a_whole_register_says_where_it_ends(register):
    found = audit(register)
    assert (found.events, found.head) == register.head()
    assert (found.broken_at, found.forgotten) == (None, 0)


@pytest.mark.parametrize(
    "change",
    [
        """data = '{"i":9}'""", "data = 'no json'", "at = '2021-03-10T09:00:00'", "kind = 'other'", "case_id = 'B-1'", "version = 77",
        "salt = 'x'", "hash = 'x'", "previous = 'æ'", "data_digest = 'æ'", "case_digest = 'x'", "salt = ''",
    ],
)  # fmt: skip
def test_a_changed_event_is_named(register, change):
    past_the_guards(register, f"UPDATE events SET {change} WHERE seq = 3")
    assert audit(register).broken_at == 3


def test_an_event_that_is_gone_is_named(register):
    past_the_guards(register, "DELETE FROM events WHERE seq = 2")
    assert audit(register).broken_at == 2


def test_a_cut_off_end_is_found_by_an_anchor_alone(register):
    count, head = register.head()
    past_the_guards(register, f"DELETE FROM events WHERE seq = {count}")
    assert audit(register).broken_at is None
    assert audit(register, (head, count)).broken_at == count


def test_an_anchor_holds_for_as_long_as_what_it_covers(register):
    count, head = register.head()
    register.append("A-1", 5, "noted", {}, AT)
    assert audit(register, (head, count)).broken_at is None
    assert audit(register, (GENESIS, 0)).broken_at is None
    assert audit(register, (head, count - 1)).broken_at == count - 1
    assert audit(register, (head, 0)).broken_at == 0


def test_a_register_written_anew_from_the_start_is_found_by_an_anchor(register):
    anchor = register.head()
    register.start_over(only_if=lambda _: True)
    register.append_all([Draft("A-1", i, "noted", {"i": i}, AT) for i in range(5)])
    assert audit(register).broken_at is None
    assert audit(register, (anchor[1], anchor[0])).broken_at == 5


def test_what_was_made_to_look_forgotten_is_named(register):
    forge = "UPDATE events SET salt = '', case_id = 'glemt-000001', data = '{\"i\":9}' WHERE seq = 4"
    on_database(register.engine.url, forge)  # the guards let it pass: it has the form of forgetting
    assert audit(register).broken_at == 4


def test_what_is_left_of_a_forgotten_event_cannot_be_changed_unseen(register):
    on_database(
        register.engine.url,
        "UPDATE events SET salt = '', case_id = 'glemt-000001', data = '{}' WHERE seq = 4",
    )
    left = register.events()[3]
    register.append("B-1", 0, "forgotten", {"remains": [[4, remains(left)]]}, AT)
    assert (audit(register).broken_at, audit(register).forgotten) == (None, 1)
    past_the_guards(register, "UPDATE events SET data = '{\"i\":7}' WHERE seq = 4")
    assert audit(register).broken_at == 4


def test_the_chain_is_the_hash_of_the_digests_as_json():
    row = sealed(Draft("A-1", 0, 'æ "kind"', {}, AT), 1, GENESIS, "ab" * 16)
    content = canonical([GENESIS, 1, row[9], 1, 'æ "kind"', row[10], AT])
    assert row[7] == sha256(content.encode()).hexdigest()


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


@given(values)
def test_the_text_of_a_content_is_that_of_pythons_own_json(value):
    assert canonical(value) == json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


@pytest.mark.parametrize("value", [{"day": date(2021, 3, 9)}, {"share": math.nan}, {"share": math.inf}, {"all": {1}}])
def test_what_is_no_json_has_no_text(value):
    with pytest.raises((TypeError, ValueError)):
        canonical(value)


def test_the_command_says_it_in_danish_and_finds_its_own_anchor_again(register):
    url = register.engine.url.render_as_string(hide_password=False)
    result = audit_report(url, None)
    assert list(result) == ["ok", "events", "forgotten", "head", "broken_at"]
    anchor = audit_text(result).rsplit(" ", 1)[1]
    register.append("A-1", 5, "noted", {}, AT)
    assert audit_report(url, anchor)["ok"]
    cut = audit_report(url, f"{'0' * 64}:99")
    assert (cut["ok"], cut["broken_at"]) == (False, 7)
    assert "afkortet: det slutter efter hændelse 6" in audit_text(cut)
    past_the_guards(register, "UPDATE events SET kind = 'x' WHERE seq = 2")
    assert "hændelse 2 er ikke, som den blev skrevet" in audit_text(audit_report(url, None))


@pytest.mark.parametrize("anchor", ["", "abc:1", "0" * 64, "0" * 64 + ":-1", "G" * 64 + ":1"])
def test_an_anchor_of_another_form_is_refused(tmp_path, anchor):
    url = f"sqlite:///{tmp_path.as_posix()}/a.sqlite"
    register_with(url).close()
    with pytest.raises(VisitationError, match="--anchor skal være HASH:ANTAL"):
        audit_report(url, anchor)


def test_an_absent_register_is_not_made_to_be_found_whole(tmp_path):
    with pytest.raises(VisitationError, match="findes ikke"):
        audit_report(f"sqlite:///{tmp_path.as_posix()}/slåfejl.sqlite", None)
    assert list(tmp_path.iterdir()) == []
