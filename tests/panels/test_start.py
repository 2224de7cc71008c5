"""The doorway without a browser: what it says, and what an import does."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.registers import TODAY, enquiries, register_with, session
from visitation.agreement import vignettes
from visitation.model import load
from visitation.register.cases import cases
from widgets.start.panel import panel

ROOT = Path(__file__).parents[2]
SAMPLES, NOTEBOOKS = ROOT / "data_samples", ROOT / "notebooks"


def take_in(doorway, name: str, content: bytes) -> dict:
    doorway.act({"do": "import", "name": name}, [memoryview(content)])
    return doorway.view["result"]


def test_it_says_in_one_sentence_what_waits(url):
    register_with(url, *enquiries(3)).close()
    doorway = panel(session(url))
    assert doorway.view["sentence"] == "I dag: 3 nye henvendelser. Det tager ca. 10 minutter."
    cases, model, exercise = ["3", "0", "0", "0", "0"], ["–", "–", "–", "34"], str(len(vignettes(load("ringsted"))))
    assert [tile["number"] for tile in doorway.view["tiles"]] == [*cases, *model, exercise]


def test_what_the_municipality_has_of_its_own_has_its_tile(url):
    register_with(url, model="slagelse").close()
    tiles = {tile["href"].partition(".")[0]: tile for tile in panel(session(url, kommune="slagelse")).view["tiles"]}
    assert (tiles["pejlemaerker"]["number"], tiles["pejlemaerker"]["unit"]) == ("24", "fokuspunkter")
    assert (tiles["oekonomi"]["number"], tiles["faellesmaengden"]["unit"]) == ("21.667", "ingen liste at gennemgå")


def test_an_empty_register_says_how_to_begin(url):
    register_with(url).close()
    assert panel(session(url)).view["sentence"] == "Registret har ingen sager fra kommunen. Indlæs henvendelser for at begynde."


def test_nothing_waits_when_all_is_decided(url):
    register = register_with(url, *enquiries(1, received=TODAY - timedelta(days=30)))
    made = {"outcome": "P85", "step": "p85", "returns": False}
    register.append("EKS-R-0001", 1, "decided", made, f"{TODAY - timedelta(days=20)}T10:00:00")
    assert panel(session(url)).view["sentence"] == "Intet venter på mødet i dag."


@pytest.mark.parametrize(
    "name", ["ringsted/henvendelser-denne-uge.csv", "ringsted/henvendelser-denne-uge.xlsx", "slagelse/henvendelser-denne-uge.csv"]
)
def test_an_export_is_taken_in_and_waits_on_the_agenda(url, name):
    file, model = SAMPLES / name, name.split("/")[0]
    doorway = panel(session(url, model))
    result = take_in(doorway, file.name, file.read_bytes())
    held = cases(session(url).register, model)
    assert result["tone"] == "ok" and len(held) >= 20
    assert result["title"] == f"Indlæst (henvendelser). Nye: {len(held)}. Kendte i forvejen: 0."
    assert doorway.view["sentence"].startswith(f"I dag: {len(held)} nye henvendelser")
    assert doorway.view["tiles"][0]["number"] == str(len(held))
    again = take_in(doorway, file.name, file.read_bytes())
    assert again["title"] == f"Indlæst (henvendelser). Nye: 0. Kendte i forvejen: {len(held)}."


def test_a_wrong_row_is_named_and_nothing_is_taken_in(url):
    text = (SAMPLES / "ringsted/henvendelser-denne-uge.csv").read_bytes().decode("utf-8-sig").splitlines()
    text[3] = text[3].replace(";mail;", ";brevdue;").replace(";telefon;", ";brevdue;")
    doorway = panel(session(url))
    result = take_in(doorway, "uge.csv", "\r\n".join(text).encode())
    assert result["tone"] == "error" and "Intet er indlæst: 1 af" in result["title"]
    assert [(e["row"], e["column"]) for e in result["errors"]] == [(4, "Kanal")]
    assert "brevdue" not in str(result) and "telefon" in result["errors"][0]["message"]
    assert cases(session(url).register, None) == {}


def test_a_file_that_is_no_table_is_refused_in_one_sentence(url):
    result = take_in(panel(session(url)), "billede.xlsx", b"\x00\x01\x02")
    assert result["tone"] == "error" and result["title"].count("\n") == 0 and result["errors"] == []


def test_links_keep_municipality_and_language(url):
    register_with(url).close()
    view = panel(session(url, kommune="slagelse", sprog="en")).view
    assert view["header"]["place"].startswith("Slagelse · Tuesday 9 March 2021")
    names = [path.stem for path in NOTEBOOKS.glob("*.ipynb") if path.stem not in ("start", "udforsk")]
    assert {tile["href"] for tile in view["tiles"]} == {f"{name}.ipynb?kommune=slagelse&sprog=en" for name in names}
    assert [(m["label"], m["current"]) for m in view["municipalities"]] == [("Ringsted", False), ("Slagelse", True)]


def test_what_no_screen_would_send_is_ignored(url):
    doorway = panel(session(url))
    before = doorway.view
    doorway.act({"do": "import", "name": "x.csv"}, [])
    doorway.act({})
    assert doorway.view == before
