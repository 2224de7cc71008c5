"""Frames that need no sample register: of an export that is only looked at, of a group of one's own; and a table to sort and filter."""

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from visitation import frames
from visitation.errors import VisitationError
from visitation.frames.about import SCHEMAS, reference
from visitation.register.demo import TODAY
from widgets.tables import columns, table

WEEK = frames.SAMPLES / "slagelse" / "henvendelser-denne-uge.csv"


def seen(municipality, name):
    return frames.read_file(frames.SAMPLES / municipality / name, municipality, TODAY)


@pytest.mark.parametrize(
    ("municipality", "name"),
    [
        *(("ringsted", f"{kind}.csv") for kind in ("sager", "ydelser", "niveauer", "kontakter", "fit", "styringsark")),
        ("slagelse", "faellesmaengden.csv"),
        ("slagelse", "henvendelser-denne-uge.csv"),
    ],
)
def test_the_rows_of_every_kind_of_export_are_a_frame(municipality, name):
    intake = seen(municipality, name)
    found = frames.rows(intake)
    schema = SCHEMAS[intake.profile.record.name]
    assert len(found) == intake.rows > 0
    assert {name: str(dtype) for name, dtype in found.dtypes.items()} == {column.name: column.dtype for column in schema.columns}
    assert frames.faults(intake).empty


def test_a_workbook_and_a_text_file_give_the_same_frame():
    text, book = (frames.rows(seen("ringsted", f"henvendelser-denne-uge.{kind}")) for kind in ("csv", "xlsx"))
    pd.testing.assert_frame_equal(text, book)


def test_decimal_commas_are_numbers():
    scores = frames.rows(seen("ringsted", "fit.csv"))["ors"]
    assert scores.between(0, 40).all() and (scores % 1 != 0).any()


def test_a_fault_is_a_row_with_a_sentence_and_never_the_cells_text(tmp_path):
    path = tmp_path / "udtraek.csv"
    path.write_bytes(WEEK.read_bytes().replace(b"09-03-2021", b"31-02-2021", 1).replace(b"telefon", b"R\xf8gsignal", 1))
    intake = frames.read_file(path, "slagelse", TODAY)
    found = frames.faults(intake)
    assert found["column"].to_list() == ["Kanal", "Modtaget"]
    assert not found["fault"].str.contains("31-02|Røgsignal").any()
    wrong = frames.quality(intake).set_index("column")["faults"]
    assert wrong[["Kanal", "Modtaget"]].to_list() == [1, 1] and wrong.sum() == 2
    assert len(frames.rows(intake)) == intake.rows - 2


def test_quality_tells_what_is_empty_unused_and_missing(tmp_path):
    path = tmp_path / "udtraek.csv"
    lines = (frames.SAMPLES / "slagelse" / "ydelser.csv").read_text(encoding="cp1252").splitlines()
    header = lines[0].replace("FFB-kode", "Vores kode")
    path.write_text("\n".join([header, *lines[1:11]]), encoding="cp1252")
    found = frames.quality(frames.read_file(path, "slagelse", TODAY)).set_index("column")
    assert found["use"].loc[["Sagsnummer", "Vores kode", "FFB-kode"]].to_list() == ["brugt", "ikke_brugt", "mangler"]
    assert found.loc["Sagsnummer", "empty"] == 0 and pd.isna(found.loc["FFB-kode", "empty"])


def test_a_file_that_is_not_there_is_said_in_a_sentence(tmp_path):
    with pytest.raises(VisitationError, match=r"intet\.csv: filen kan ikke læses"):
        frames.read_file(tmp_path / "intet.csv", "slagelse", TODAY)


@pytest.fixture
def frame():
    return pd.DataFrame(
        {
            "day": pd.to_datetime(["2021-03-09", None]).astype("datetime64[s]"),
            "share": [0.00456, None],
            "kr": [1234567.5, -2.0],
            "count": pd.array([3, None], dtype="Int64"),
            "kept": pd.array([True, None], dtype="boolean"),
            "step": pd.Categorical([None, "p85"], ["p85", "fokus"]),
            "said": pd.array(["<b>", None], dtype="string"),
        }
    )


def test_a_table_reads_as_the_language_has_it_and_is_empty_where_nothing_is(frame):
    assert table(frame).df.iloc[:, :7].to_numpy().tolist() == [
        ["2021-03-09", "0,0046", "1.234.567,5", "3", "ja", "", "<b>"],
        ["", "", "-2", "", "", "p85", ""],
    ]
    assert table(frame, "en").df.loc[0, ["share", "kr"]].to_list() == ["0.0046", "1,234,567.5"]


def test_a_category_is_sorted_in_its_own_order_without_code_that_a_strict_page_would_refuse(frame):
    one = table(frame)
    assert one.df["step: rank"].to_list() == [-1, 0]
    assert {"targets": 5, "orderData": 8} in one._dt_args["columnDefs"]
    assert "keys_to_be_evaluated" not in one._dt_args


def test_what_a_notebook_keeps_of_a_table_is_its_first_rows_and_nothing_random(frame):
    many = pd.concat([frame] * 600, ignore_index=True)
    one, other = (table(many)._repr_mimebundle_()[0] for _ in range(2))
    kept = {kind: text for kind, text in one.items() if "widget" not in kind}
    assert kept == {kind: text for kind, text in other.items() if "widget" not in kind}
    assert kept.keys() == {"text/plain", "text/html"}
    assert kept["text/plain"].endswith("1.200 rækker, 7 kolonner") and "&lt;b&gt;" in kept["text/html"]
    assert len(str(kept)) < 10_000


def test_a_table_may_have_no_rows_and_columns_of_nothing(frame):
    assert repr(table(frame.head(0))).endswith("0 rækker, 7 kolonner")
    assert repr(table(frame[["step", "said"]].iloc[:1].assign(said=pd.array([None], dtype="string")))).endswith("1 rækker, 2 kolonner")


def test_all_rows_are_sent_so_that_all_are_found(frame):
    assert table(pd.concat([frame] * 5000, ignore_index=True))._dt_args["data_json"].count("2021-03-09") == 5000


def test_a_chart_gets_days_as_dates(frame):
    assert columns(frame[["day", "kr"]].head(1)) == {"day": [frame["day"][0].date()], "kr": [1234567.5]}


def test_the_docs_describe_every_frame_as_its_schema_does():
    page = (Path(__file__).resolve().parents[2] / "docs" / "udforsk.md").read_text("utf-8")
    assert page.endswith(f"`python -m visitation.frames`.\n\n{reference()}\n"), "python -m visitation.frames says what belongs there"


def test_shares_of_few_are_counts_alone():
    frame = pd.DataFrame({"group": list("aaaabbbbbb"), "yes": [True, False, False, False, *[True] * 5, None]}).astype({"yes": "boolean"})
    few, five = frames.shares(frame, "yes", "group").to_dict("records")
    assert (few["k"], few["n"]) == (1, 4) and pd.isna([few["percent"], few["low"], few["high"]]).all()
    assert (five["k"], five["n"], five["percent"]) == (5, 5, 100) and 0 < five["low"] < five["high"] == 100
    with pytest.raises(VisitationError, match="ingen kolonne 'alder'; den har group, yes"):
        frames.shares(frame, "yes", "alder")
    with pytest.raises(VisitationError, match="kan tælles af dage eller af ja og nej"):
        frames.shares(frame.assign(score=1.5), "score", "group")


def test_an_absent_register_is_not_made(tmp_path):
    with pytest.raises(VisitationError, match="findes ikke"):
        frames.read("ringsted", register=f"sqlite:///{tmp_path.as_posix()}/intet.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_neither_a_command_nor_a_dashboard_imports_pandas():
    program = "import sys\nfrom importlib import import_module\nfrom widgets.rehearsal import ROOMS\nimport visitation.cli\n"
    program += "[import_module(f'widgets.{room}') for room in ROOMS]\nassert ROOMS and 'pandas' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)
