"""What a run leaves beside its page: figures and tables as files, one number in each cell, a note on method; and the index of a folder."""

import csv
import io
import json
import re

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from visitation.reports.files import files
from visitation.reports.index import index
from visitation.reports.kept import is_kept, keep, keep_also, keep_error, manifests
from visitation.reports.page import page
from visitation.reports.run import Made
from visitation.reports.stored import text
from visitation.statistics.small import Share, mean
from widgets.report import said
from widgets.report.money import kr, mio
from widgets.report.names import amount, span
from widgets.report.piece import Ground, facts, figure, heading, paragraph, table
from widgets.report.told import Told, around, between, number, percent

GROUND = Ground("84 henvendelser", "februar 2021", "registret")
SHARES = [("mail", said.share(Share(1029, 2984)), number(-3)), ("<brev>", said.share(Share(3, 4)), "=1+1"), ("fax", said.share(None), "–")]
REQUEST = {"report": "lille", "title": "Lille", "parameters": {"answer": 7, "on": ""}, "made_of": "x", "files": {}}


def shown(piece, name="tal", **metadata):
    return new_code_cell("", id=name, metadata=metadata, outputs=[new_output("display_data", {"text/html": piece.html})])


@pytest.fixture
def notebook():
    drawing = figure("<svg viewBox='0 0 1 1'><g/></svg>", "En tegning.", GROUND, table("Tal", ["", "n"], [("a", "1")], GROUND))
    question = shown(facts("Rapporten", [("Model", "2021.1, fingeraftryk 79f8")]), "spoergsmaal", tags=["method"])
    parts = shown(heading("Hvem & hvor?") + table("Hvem der <kom>", ["", "andel", "før"], SHARES, GROUND) + drawing + heading("Så"))
    method = shown(heading("Sådan er der talt") + paragraph("Alt er talt én gang."), "metode", tags=["method"])
    return new_notebook(cells=[new_markdown_cell("# Lille", id="titel"), question, parts, method], metadata={"title": "Lille"})


@pytest.fixture
def made(notebook):
    return files("lille-7", "Lille", {"answer": 7, "share": 0.5, "on": ""}, Made(text(notebook), "<html>", 1.0))


def rows(data):
    return [*csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";")]


def test_the_list_of_contents_leads_to_every_heading(notebook):
    html = page(notebook)
    (contents,) = re.findall(r'<nav class="contents" aria-labelledby="indhold">.*?</nav>', html)
    targets = re.findall(r'href="#([^"]+)">(.*?)</a>', contents)
    assert targets == [("hvem-hvor", "Hvem &amp; hvor?"), ("så", "Så"), ("sådan-er-der-talt", "Sådan er der talt")]
    assert all(html.count(f' id="{target}"') == 1 for target, _ in targets)
    assert html.index("</h1>") < html.index("<nav") < html.index("Rapporten")


def test_a_short_page_has_no_list():
    assert "<nav" not in page(new_notebook(cells=[new_markdown_cell("# Kort\n\n## Et\n\n## To", id="alt")]))


def test_captions_say_of_how_many_when_and_whence(notebook):
    said = '<span class="ground">n = 84 henvendelser; februar 2021; kilde: registret</span>'
    html = page(notebook)
    assert f"<figcaption>En tegning. {said}</figcaption>" in html and f"<caption>Hvem der &lt;kom&gt; {said}</caption>" in html


def test_there_is_a_file_for_each_figure_and_table(made):
    beside = ("tabel-01.csv", "figur-01.svg", "figur-01.csv", "metode.html")
    assert set(made) == {"lille-7.ipynb", "lille-7.html", *(f"lille-7/{name}" for name in beside)}
    drawing = made["lille-7/figur-01.svg"].decode()
    assert drawing.startswith("<svg") and drawing.endswith("</svg>") and rows(made["lille-7/figur-01.csv"]) == [["", "n"], ["a", "1"]]


def test_a_table_has_one_number_in_each_cell_as_a_danish_spreadsheet_takes_it(made):
    assert made["lille-7/tabel-01.csv"].startswith(b"\xef\xbb\xbf")
    head, *body = rows(made["lille-7/tabel-01.csv"])
    assert head == ["", "andel", "andel, af", "andel, %", "andel, 95 % fra", "andel, 95 % til", "før"]
    assert body[0] == ["mail", "1029", "2984", "34,483914", "32,799425", "36,208302", "-3"]
    assert body[1] == ["<brev>", "3", "4", "", "", "", "'=1+1"] and body[2] == ["fax", "ingen data", "", "", "", "", "–"]


@pytest.mark.parametrize(
    ("cells", "head", "first"),
    [
        ([between(20, 25), between(3, 4)], ["x, fra", "x, til"], ["20", "25"]),
        ([number(1234), number(-0.5, 1)], ["x"], ["1234"]),
        ([number(-1e-9), number(2.5)], ["x"], ["0"]),
        ([percent(23.4, 0)], ["x, %"], ["23,4"]),
        ([around(12, 9, 15)], ["x", "x, fra", "x, til"], ["12", "9", "15"]),
        ([said.mean(mean([5.0, 6.0, 6.0, 7.0, 6.0])), "ikke endnu"], ["x", "x, 95 % fra", "x, 95 % til"], ["6", "5,122011", "6,877989"]),
        ([kr(7_650_000, about=True)], ["x, kr."], ["7650000"]),
        ([mio(7_654_321)], ["x"], ["7,654321"]),
        ([amount("share_82", 0.2)], ["x", "x, enhed"], ["20", "%"]),
        ([amount("places", None), amount("places", 92)], ["x", "x, enhed"], ["ukendt", ""]),
        ([span("growth_per_year", -0.03, 0.03)], ["x, fra", "x, til", "x, enhed"], ["-3", "3", "% om året"]),
        ([number(7), between(1, 2), between(3, 4)], ["x, fra", "x, til", "x"], ["", "", "7"]),
        (["20–25", "1.234"], ["x"], ["20–25"]),
        ([7, None], ["x"], ["7"]),
        (["-3 til 3 % om året"], ["x"], ["'-3 til 3 % om året"]),
        ([Told("0,75 (ja)", {"": 0.75, "tjent": "=ja"})], ["x", "x, tjent"], ["0,75", "'=ja"]),
    ],
)
def test_a_column_is_parted_in_the_numbers_that_its_cells_know(cells, head, first):
    """A number that is words alone stays words; what knows no number stands in the first of the columns."""
    piece = table("Tal", ["", "x"], [("a", cell) for cell in cells], GROUND)
    made = files("t", "T", {}, Made(text(new_notebook(cells=[shown(piece)])), "", 1.0))
    found = rows(made["t/tabel-01.csv"])
    assert (found[0][1:], found[1][1:]) == (head, first)


def test_a_table_of_somebody_elses_may_have_rows_of_any_length():
    """A municipality's own notebook may show what it likes, and its run is not lost for it."""
    html = "<table><tr><th></th><th>a</th><th>b</th></tr><tr><td>x</td><td>1.5</td></tr><tr><td>y</td></tr></table>"
    cell = new_code_cell("", id="egen", outputs=[new_output("display_data", {"text/html": html})])
    made = files("t", "T", {}, Made(text(new_notebook(cells=[cell])), "", 1.0))
    assert rows(made["t/tabel-01.csv"]) == [["", "a", "b"], ["x", "1.5", ""], ["y", "", ""]]


def test_the_note_tells_how_of_what_and_with_which_parameters(made):
    note = made["lille-7/metode.html"].decode()
    for told in ("Metodenote: Lille", "fingeraftryk 79f8", "Alt er talt én gang.", "visitationsbordet 0", 'href="tabel-01.csv"', "0,5"):
        assert told in note
    assert note.count("n = 84 henvendelser; februar 2021; kilde: registret") == 2 and "Hvem &amp; hvor?" not in note


def test_what_an_earlier_run_left_and_this_one_does_not_is_gone(tmp_path):
    keep(tmp_path, "lille", REQUEST, {"lille.html": b"1", "lille/tabel-01.csv": b"1", "lille/tabel-02.csv": b"2"})
    keep_also(tmp_path, "lille", "lille.pdf", b"%PDF")
    assert is_kept(tmp_path, "lille", REQUEST)
    keep(tmp_path, "lille", REQUEST, {"lille.html": b"2", "lille/tabel-01.csv": b"1"})
    assert {path.name for path in tmp_path.rglob("*.*")} == {"lille.html", "lille.json", "tabel-01.csv"}
    assert is_kept(tmp_path, "lille", REQUEST)


@pytest.mark.parametrize("gone", ["lille.html", "lille/tabel-01.csv", "lille.json"])
def test_what_is_not_whole_is_not_kept(tmp_path, gone):
    keep(tmp_path, "lille", REQUEST, {"lille.html": b"1", "lille/tabel-01.csv": b"1"})
    (tmp_path / gone).unlink()
    assert not is_kept(tmp_path, "lille", REQUEST)


def test_the_index_is_of_all_that_the_folder_holds_also_of_what_failed(tmp_path):
    keep(tmp_path, "lille-7", REQUEST, {"lille-7.html": b"1", "lille-7/metode.html": b"2"})
    keep_also(tmp_path, "lille-7", "lille-7.pdf", b"%PDF")
    keep_error(tmp_path, "lille-13", REQUEST, "answer er 13 | <13>")
    keep_error(tmp_path, "ny", REQUEST | {"report": "anden", "title": "Anden"}, "registret er optaget")
    (tmp_path / "fremmed.json").write_text(json.dumps({"report": 1}))
    html = index(manifests(tmp_path))
    assert "1 af 3 kørsler er klar." in html and "fremmed" not in html
    assert re.findall(r"<h2 [^>]*>(\w+)<", html) == ["Anden", "Lille"]
    assert re.findall(r'href="(lille-[^"]+)"', html) == ["lille-7.html", "lille-7.pdf", "lille-7/metode.html"]
    assert "answer er 13 | &lt;13&gt;" in html and "registret er optaget" in html
