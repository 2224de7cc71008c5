"""Data that are no part of a model: every fault is found, at exactly its place; what is sound reads back equal."""

from copy import deepcopy
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tables import both, rule, table, tables
from visitation.model import Part, Rule, Source, Table, load, shipped
from visitation.model.base import Refused, Validity
from visitation.model.faults import faults
from visitation.model.schema import Length, Meeting

MODELS = [load(name) for name in shipped()]
TABLES = [one for model in MODELS for one in model.tables.values()]
PARTS = [part for m in MODELS for part in (m.head, m.ladder, m.timers, m.guards, m.contradictions, *m.tables.values())]
MANY = {"inputs", "answers", "outcomes", "rules"}  # the lists and tables that may not be empty
OPTIONAL = {"ordered", "returns", "note", "when", "valid", "out_of_order", "to"}
SOURCE = {"document": "001", "section": "Afsnit", "anchor": "står der"}


def places(value, place=()):
    """Every place in plain data, from the whole inwards."""
    yield place, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from places(item, (*place, key))


def at(data, place):
    for key in place:
        data = data[key]
    return data


def free(place) -> bool:
    """Whether a place is a mapping whose keys a municipality chooses."""
    return place[-1:] in {("when",), ("outcomes",)}


def wrong_values(place, value):
    """What may not stand in that place."""
    yield [] if isinstance(value, dict) else {}
    if value is not None:
        yield 3.5
    if isinstance(value, str):
        yield from ([], 7, True)
    if isinstance(value, str) and place[-2:-1] != ("when",) and place[-3:-2] != ("when",):
        yield ""  # an empty answer is a word like any other; that it is unknown is said when the table is checked
    if isinstance(value, list | dict) and place[-1:] and (place[-1] in MANY or place[-2:-1] == ("when",)):
        yield type(value)()


@st.composite
def spoilt(draw):
    """A shipped table's data with one fault, and where it is."""
    data = draw(st.sampled_from(TABLES)).data()
    found = dict(places(data))
    tables_ = [place for place, value in found.items() if isinstance(value, dict) and not free(place)]
    how = draw(st.sampled_from(["missing", "unknown", "wrong"]))
    if how == "wrong":
        place = draw(st.sampled_from([place for place in found if place]))
        at(data, place[:-1])[place[-1]] = draw(st.sampled_from(list(wrong_values(place, found[place]))))
        return data, place
    place = draw(st.sampled_from(tables_))
    if how == "unknown":
        at(data, place)["ukendt"] = draw(st.sampled_from(["x", None, {}]))
        return data, place
    key = draw(st.sampled_from(sorted(at(data, place).keys() - OPTIONAL)))
    del at(data, place)[key]
    return data, (*place, key)


@given(spoilt())
def test_a_fault_anywhere_is_refused_at_exactly_its_place(spoiling):
    data, place = spoiling
    with pytest.raises(Refused) as refused:
        Table.read(data)
    assert [found for found, _ in refused.value.faults] == [place]


@given(st.data())
def test_several_faults_are_all_named(data):
    broken = data.draw(st.sampled_from(TABLES)).data()
    labels = [place for place, _ in places(broken) if place[-1:] == ("da",)]
    chosen = data.draw(st.lists(st.sampled_from(labels), min_size=1, max_size=5, unique=True))
    for place in chosen:
        at(broken, place[:-1])["da"] = data.draw(st.sampled_from(["", 7, None]))
    with pytest.raises(Refused) as refused:
        Table.read(broken)
    assert sorted(map(str, (place for place, _ in refused.value.faults))) == sorted(map(str, chosen))


@pytest.mark.parametrize("part", PARTS, ids=lambda part: f"{type(part).__name__}-{getattr(part, 'id', '')}")
def test_what_ships_reads_back_equal_and_has_no_fault(part):
    data = part.data()
    assert type(part).read(deepcopy(data)) == part
    assert list(faults(type(part), data)) == []


@given(tables(gaps=True))
def test_random_tables_read_back_equal(subject):
    assert Table.read(subject.data()) == subject


RULE = rule("r", {"a": ["ja"]}, "X")
SAID = [
    (Rule, None, (), "skal være en tabel med nøglerne kind, source, reason, id, when, then, valid, out_of_order"),
    (Rule, RULE | {"naar": "nu"}, (), "ukendt nøgle 'naar'; tilladt er kind, source, reason, id, when, then, valid, out_of_order"),
    (Rule, {key: RULE[key] for key in RULE if key != "then"}, ("then",), "mangler"),
    (Rule, RULE | {"id": ""}, ("id",), "må ikke være tom"),
    (Rule, RULE | {"when": {"a": []}}, ("when", "a"), "må ikke være tom"),
    (Rule, RULE | {"when": {"a": [85]}}, ("when", "a", 0), "skal være tekst; sæt værdien i anførselstegn"),
    (Rule, RULE | {"when": {"a": "ja"}}, ("when", "a"), "skal være en liste"),
    (Rule, RULE | {"when": ["a"]}, ("when",), "skal være en tabel af nøgler og værdier"),
    (Rule, RULE | {"when": {85: ["ja"]}}, ("when", 85), "skal være tekst; sæt værdien i anførselstegn"),
    (Rule, RULE | {"kind": "gæt"}, ("kind",), "ukendt værdi; tilladt er 'kilde', 'fortolkning' eller 'antagelse'"),
    (Rule, RULE | {"kind": ["kilde"]}, ("kind",), "ukendt værdi; tilladt er 'kilde', 'fortolkning' eller 'antagelse'"),
    (Rule, RULE | {"valid": {}}, ("valid", "from"), "mangler"),
    (Rule, RULE | {"valid": []}, ("valid",), "skal være en tabel med nøglerne from, to"),
    (Rule, RULE | {"kind": "kilde"}, (), "mangler 'source'; kun slagsen antagelse må stå uden kilde, ikke kilde"),
    (Rule, RULE | {"source": [SOURCE | {"anchor": "o " * 9}]}, ("source", 0), "anker skal være 1-8 ord, som står ordret i dokumentet"),
    (Rule, RULE | {"source": [SOURCE | {"anchor": ""}]}, ("source", 0, "anchor"), "må ikke være tom"),
    (Validity, {"from": "20210131"}, ("from",), 'skal være en dato i anførselstegn som "2021-01-31"'),
    (Validity, {"from": datetime(2021, 1, 31, 9)}, ("from",), 'skal være en dato i anførselstegn som "2021-01-31"'),
    (Validity, {"from_": "2021-01-31"}, (), "ukendt nøgle 'from_'; tilladt er from, to"),
    (Length, {"days": "fjorten"}, ("days",), "skal være et helt tal"),
    (Length, {"days": True}, ("days",), "skal være et helt tal"),
    (Length, {"days": 1, "approximate": "ja"}, ("approximate",), "skal være true eller false"),
    (Meeting, {"table": "T1", "minutes": "ti"}, ("minutes",), "skal være et tal"),
]


@pytest.mark.parametrize(("part", "data", "place", "said"), SAID)
def test_the_first_fault_is_one_danish_sentence(part, data, place, said):
    with pytest.raises(Refused) as refused:
        part.read(data)
    assert refused.value.faults[0] == (place, said)
    assert said in str(refused.value)


@given(st.sampled_from(sorted({type(part) for part in PARTS} | {Rule, Length, Meeting, Validity}, key=str)), st.data())
def test_whatever_stands_in_a_field_is_read_or_named_in_danish(part, data):
    """No value slips between msgspec, which refuses, and the search, which says why."""
    value = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3) | st.just([]) | st.just({}) | st.dates()
    filled = data.draw(st.fixed_dictionaries(dict.fromkeys(part.__struct_encode_fields__, value)))
    try:
        part.read(filled)
    except Refused as refused:
        assert refused.faults
        assert not [said for _, said in refused.faults if "xpected" in said or "nvalid" in said or "`" in said]
    else:
        assert list(faults(part, filled)) == []


def test_code_that_makes_a_part_is_held_to_the_same():
    sound = table({"a": ["ja"]}, [[RULE]]).rules[0]
    for change in ({"kind": "kilde"}, {"kind": "fortolkning"}):
        with pytest.raises(ValueError, match="mangler 'source'"):
            sound.replace(**change)
    with pytest.raises(ValueError, match="1-8 ord"):
        Source(document="001", section="Afsnit", anchor="")
    with pytest.raises(TypeError):
        sound.replace(udfald="Y")


def test_a_part_may_hold_parts_already_made_and_dates():
    source, valid = Source.read(SOURCE), Validity(from_=date(2021, 1, 31))
    read = Rule.read(RULE | {"source": [source], "valid": valid, "kind": "kilde"})
    assert (read.source, read.valid) == ((source,), valid)
    assert read == Rule.read(RULE | {"source": [SOURCE], "valid": {"from": "2021-01-31"}, "kind": "kilde"})
    with pytest.raises(Refused) as refused:
        Rule.read(RULE | {"source": [source], "then": ""})
    assert refused.value.faults == [(("then",), "må ikke være tom")]


def test_plain_data_are_what_the_file_holds():
    read = Rule.read(RULE | {"valid": {"from": date(2021, 1, 31), "to": None}, "out_of_order": None})
    assert read.data() == RULE | {"valid": {"from": "2021-01-31"}}
    assert list(read.data()) == ["kind", "source", "reason", "id", "when", "then", "valid"]
    assert isinstance(read, Part) and read.data()["reason"] == both("fordi r")
