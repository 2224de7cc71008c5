"""No CPR number gets into the register, whoever writes and wherever in the data it stands."""

import sys
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitation.errors import VisitationError
from visitation.register.events import Draft
from visitation.register.gate import admit, admit_all
from visitation.register.personnumber import _found, has_personnumber, many_digits
from visitation.register.store import open_register

AT = "2021-03-09T09:00:00"
DAY = date(2021, 3, 9)
NUMBER = "010190-1234"
HASH, UUID = "a0101901234" + "b" * 53, "ab010190-1234-4abc-8abc-0123456789ab"


@pytest.fixture
def register(database):
    opened = open_register(database)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"why_not_lower": f"Se {NUMBER}."}, "begrundelsen"),
        ({"words": "ring til 0101901234"}, "borgerens egne ord"),
        ({"summary": [{"alias": ["a", f"{NUMBER} nej"]}]}, "alias"),
        ({"tasks": (NUMBER,)}, "tasks"),
        ({"answers": {NUMBER: "ja"}}, "answers"),
        ({"version": HASH + " "}, "version"),
    ],
)
def test_a_number_is_refused_with_the_name_of_its_field_and_nothing_is_stored(register, data, field):
    told = f"Feltet '{field}' ser ud til at indeholde et CPR-nummer (******-****); skriv det uden. Intet er gemt."
    for write in (
        lambda: register.append("A-1", 0, "noted", data, AT),
        lambda: register.append_all([Draft("B-1", 0, "noted", {}, AT), Draft("A-1", 0, "noted", data, AT)]),
        lambda: register.save_draft(DAY, "ringsted", "A-1", data, AT),
    ):
        with pytest.raises(VisitationError) as refused:
            write()
        assert str(refused.value) == told
    assert (register.events(), register.drafts(DAY, "ringsted")) == ([], {})


def test_a_number_is_no_reference(register):
    for write in (lambda: register.append(NUMBER, 0, "noted", {}, AT), lambda: register.save_draft(DAY, "ringsted", NUMBER, {}, AT)):
        with pytest.raises(VisitationError, match="sagens reference"):
            write()


def test_fingerprints_and_codes_are_no_text(register):
    assert has_personnumber(HASH) and has_personnumber(UUID)
    register.append("A-1", 0, "noted", {"sha256": HASH, "ffb": UUID, "on": "2021-03-09", "count": 101901234}, AT)


@given(
    st.lists(st.sampled_from(["01", "0190", "12", "1234", "٣٤", "-", ".", " ", "\u00a0", "\u2010", "/", "a", "\n"]), max_size=12).map(
        "".join
    )
)
def test_the_quick_look_overlooks_nothing(text):
    assert has_personnumber(text) == any(_found(text))


def test_the_quick_look_knows_the_digits_of_every_script():
    digits = [chr(i) for i in range(sys.maxunicode + 1) if chr(i).isdecimal()]
    assert len(digits) > 600
    assert all(many_digits(f"0{digit}æ - {digit * 7}") for digit in digits)


json = st.recursive(
    st.text("ab01", max_size=3) | st.integers() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab"), inner),
)


@given(st.data(), st.dictionaries(st.text("ab", min_size=1), json, min_size=1))
def test_it_is_found_at_any_depth(draw, data):
    drafts = [Draft("A-0", 0, "noted", {"a": "b"}, AT), Draft("A-1", 0, "noted", data, AT)]
    admit("A-1", data)
    admit_all(drafts)
    place = data
    while True:
        key = draw.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
        if not isinstance(place[key], dict | list) or not place[key]:
            break
        place = place[key]
    place[key] = f"se {NUMBER}"
    for look in (lambda: admit("A-1", data), lambda: admit_all(drafts)):
        with pytest.raises(VisitationError, match="CPR-nummer"):
            look()


def test_looking_costs_less_than_sealing():
    data = {f"felt_{i}": "Jeg vil gerne kunne tage bussen selv." for i in range(10)} | {"received": "2021-03-06"}
    start = time.process_time()
    for i in range(10_000):
        admit(f"2021-{i:05d}", data)
    assert time.process_time() - start < 0.6  # measured: 0.05
