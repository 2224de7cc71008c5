"""The published archive: months are frozen, revisions are chosen and stated, and nothing in the folder tells a true number."""

import base64
import csv
import json
import re
from datetime import date

import numpy as np
import pytest

from tests.unit.test_disclosure_rounding import KEY, OTHER, axes_for, table
from visitation.disclosure import BASE, Axis, Cube, make_key, method, publish, read_archive, read_key, shown, uncertainty
from visitation.errors import VisitationError
from visitation.register.month import read_month

ON, LATER = date(2021, 3, 9), date(2021, 4, 6)
MONTHS = tuple(read_month(f"2021-0{n}") for n in range(1, 5))
SHAPE = (2, 5, 3)


def true_cube(months=3, added=0):
    first = table(7, SHAPE)
    counts = np.array([first + number for number in range(months)])
    counts[0, 0, 0, 0] += added
    return Cube(axes_for(SHAPE), MONTHS[:months], counts)


def contents(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_what_is_published_is_read_again(tmp_path):
    done = publish(tmp_path / "ud", true_cube(), KEY, ON)
    read = read_archive(tmp_path / "ud")
    assert done.added == MONTHS[:3] and done.revised == done.changed == ()
    assert read.cube.months == MONTHS[:3] and (read.cube.counts == done.archive.cube.counts).all()
    assert read.editions == done.archive.editions
    assert read_archive(tmp_path) is None


def test_a_later_publication_adds_months_and_touches_no_other(tmp_path):
    publish(tmp_path, true_cube(3), KEY, ON)
    before = contents(tmp_path)
    done = publish(tmp_path, true_cube(4), KEY, LATER)
    after = contents(tmp_path)
    assert done.added == (MONTHS[3],)
    assert {name for name in after if after[name] != before.get(name)} == {"2021-04.csv", "manifest.json"}


def test_publishing_the_same_twice_changes_no_byte(tmp_path):
    publish(tmp_path, true_cube(), KEY, ON)
    before = contents(tmp_path)
    assert publish(tmp_path, true_cube(), KEY, LATER).added == ()
    assert contents(tmp_path) == before


def test_months_published_together_or_one_after_another_are_the_same(tmp_path):
    publish(tmp_path / "a", true_cube(4), KEY, ON)
    for number in range(1, 5):
        publish(tmp_path / "b", true_cube(number), KEY, ON)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_changed_history_is_told_and_stays_frozen(tmp_path):
    publish(tmp_path, true_cube(), KEY, ON)
    before = contents(tmp_path)
    done = publish(tmp_path, true_cube(added=9), KEY, LATER)
    assert done.changed == (MONTHS[0],) and done.revised == ()
    assert contents(tmp_path) == before
    assert (done.archive.cube.counts == read_archive(tmp_path).cube.counts).all()


def test_a_chosen_revision_is_a_stated_edition_beside_the_old_one(tmp_path):
    publish(tmp_path, true_cube(), KEY, ON)
    before = contents(tmp_path)
    done = publish(tmp_path, true_cube(added=9), KEY, LATER, [MONTHS[0]], "Sent registrerede henvendelser.")
    latest = read_archive(tmp_path).latest["2021-01"]
    assert (done.revised, done.changed) == ((MONTHS[0],), ())
    assert (latest.edition, latest.on, latest.why, latest.file) == (2, "2021-04-06", "Sent registrerede henvendelser.", "2021-01-2.csv")
    assert contents(tmp_path)["2021-01.csv"] == before["2021-01.csv"]
    assert abs(read_archive(tmp_path).cube.counts[0, 0, 0, 0] - true_cube(added=9).counts[0, 0, 0, 0]) < BASE


@pytest.mark.parametrize(
    ("months", "why", "said"),
    [
        ([MONTHS[1]], "rettet", "2021-02 kan ikke revideres; ændret siden offentliggørelsen er 2021-01"),
        ([MONTHS[0]], " ", "skriv, hvorfor tallene er ændret"),
        ([MONTHS[0]], "010203-1234 kom til", "CPR-nummer"),
    ],
)
def test_a_revision_needs_a_change_and_a_reason(tmp_path, months, why, said):
    publish(tmp_path, true_cube(), KEY, ON)
    before = contents(tmp_path)
    with pytest.raises(VisitationError, match=said):
        publish(tmp_path, true_cube(added=1), KEY, LATER, months, why)
    assert contents(tmp_path) == before


def test_another_key_is_refused_and_changes_nothing(tmp_path):
    publish(tmp_path, true_cube(), KEY, ON)
    before = contents(tmp_path)
    with pytest.raises(VisitationError, match="nøglen er en anden"):
        publish(tmp_path, true_cube(4), OTHER, LATER)
    assert contents(tmp_path) == before


def test_new_members_of_an_axis_come_to_the_old_ones(tmp_path):
    publish(tmp_path, true_cube(), KEY, ON)
    wider = true_cube(4).onto([Axis("unit", ("ny", *true_cube().axes[0].members)), *true_cube().axes[1:]])
    done = publish(tmp_path, wider, KEY, LATER)
    assert (done.added, done.changed) == ((MONTHS[3],), ())
    assert done.archive.cube.axes[0].members == ("unit-0", "unit-1", "ny")


def test_other_axes_are_refused(tmp_path):
    publish(tmp_path, true_cube(), KEY, ON)
    with pytest.raises(VisitationError, match="Arkivets akser er unit, step, target_group; tallene har unit, step"):
        publish(tmp_path, true_cube().margin("unit", "step"), KEY, LATER)


def test_the_folder_holds_rounded_numbers_and_nothing_else(tmp_path):
    publish(tmp_path, true_cube(), KEY, ON)
    publish(tmp_path, true_cube(4, added=9), KEY, LATER, [MONTHS[0]], "Sent registreret.")
    every = b"".join(contents(tmp_path).values())
    for secret in (KEY, KEY.hex().encode(), KEY.hex().upper().encode(), base64.b64encode(KEY), base64.urlsafe_b64encode(KEY), b"EKS-"):
        assert secret not in every
    for path in tmp_path.glob("*.csv"):
        rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
        assert rows and all(int(row["antal"]) % BASE == 0 for row in rows)
        assert all(re.fullmatch(r"(unit|step|target_group)-\d", row[name]) for row in rows for name in ("unit", "step", "target_group"))
    assert _numbers(json.loads((tmp_path / "manifest.json").read_text())) <= {1, 2, BASE}  # the format, editions and the base


def _numbers(value):
    if isinstance(value, dict | list):
        return set().union(*map(_numbers, value.values() if isinstance(value, dict) else value))
    return {value} if isinstance(value, int | float) else set()


def test_a_table_that_was_touched_is_not_read(tmp_path):
    publish(tmp_path, true_cube(), KEY, ON)
    file = tmp_path / "2021-02.csv"
    file.write_text(file.read_text().replace("5\n", "4\n", 1))
    with pytest.raises(VisitationError, match=r"2021-02\.csv: filen er ikke, som den blev offentliggjort"):
        read_archive(tmp_path)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 2}'])
def test_a_list_that_cannot_be_read_is_told(tmp_path, text):
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(VisitationError, match="kan ikke læses"):
        read_archive(tmp_path)


def test_a_month_that_cannot_be_rounded_is_named_and_nothing_written(tmp_path):
    cube = Cube(axes_for((20, 9, 3, 5)), MONTHS[:1], table(4, (20, 9, 3, 5), 1.5)[None])
    with pytest.raises(VisitationError, match=r"2021-01: tabellen blev ikke afrundet på 0\.2 sekunder"):
        publish(tmp_path / "ud", cube, KEY, ON, seconds=0.2)
    assert not (tmp_path / "ud").exists()


def test_the_key_is_its_owners_file_outside_the_folder(tmp_path):
    key = make_key(tmp_path / "key")
    assert read_key(tmp_path / "key", tmp_path / "ud") == key and len(key) == 32
    assert (tmp_path / "key").stat().st_mode & 0o077 == 0
    with pytest.raises(VisitationError, match="der er allerede en nøgle"):
        make_key(tmp_path / "key")
    with pytest.raises(VisitationError, match="uden for den"):
        read_key(tmp_path / "key", tmp_path)
    with pytest.raises(VisitationError, match="ingen nøgle at læse"):
        read_key(tmp_path / "none", tmp_path / "ud")


def test_words_say_that_zero_is_few_and_how_far_a_number_may_be():
    assert [shown(number, "da") for number in (0, 5, 120)] == ["færre end 5", "5", "120"]
    assert uncertainty(2, "da") == "højst 8 fra det rigtige antal"
    assert "5 går op i" in method("da")
