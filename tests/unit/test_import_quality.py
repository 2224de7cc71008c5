"""The import says what the file was worth: counted, dated, and without a single cell's value."""

import json
from datetime import date

import pytest

from tests.registers import enquiries, register_with
from tests.unit.test_import_enquiries import GOOD, SECRET, export, numbered
from visitation.intake import import_file, import_text, shown_on
from visitation.register.imports.export import LISTED


@pytest.fixture
def url(tmp_path):
    url = f"sqlite:///{tmp_path.as_posix()}/r.sqlite"
    register_with(url, *enquiries(1)).close()
    return url


@pytest.fixture
def imported(tmp_path, url):
    def run(content, profile="henvendelser"):
        path = tmp_path / "u.csv"
        path.write_bytes(content)
        return import_file(path, profile, "ringsted", url, date(2021, 3, 9), date(2021, 3, 9))

    return run


def test_what_was_taken_in_is_counted_and_dated(imported):
    header = [*(name for name in GOOD if name != "Samtykke"), "Team"]
    rows = numbered(4)
    rows[1] |= {"Modtaget": "01-02-2021", "Borgerens egne ord": ""}
    result = imported(export(*rows, header=header), None)
    assert {key: result[key] for key in ("rows", "accepted", "rejected", "known", "errors")} == {
        "rows": 4, "accepted": 4, "rejected": 0, "known": 0, "errors": []}  # fmt: skip
    assert result["quality"] == {
        "profile": "henvendelser",
        "refused": [],
        "ignored": ["Team"],
        "absent": ["Samtykke"],
        "empty": {"Borgerens egne ord": 0.25},
        "day": "Modtaget",
        "first": "2021-02-01",
        "last": "2021-03-02",
    }
    assert import_text(result).splitlines() == [
        "Indlæst (henvendelser). Nye: 4. Kendte i forvejen: 0.",
        "Datoer i kolonnen Modtaget: 01-02-2021 til 02-03-2021.",
        "Tomme celler: Borgerens egne ord 25 %.",
        "Kolonner i filen, som ikke bruges: Team.",
        "Kolonner, som filen ikke har, og som er læst som tomme: Samtykke.",
        "Intet er gættet eller rettet: en celle er brugt, som den står, eller rækken er afvist.",
    ]
    assert "Nye: 1. Kendte i forvejen: 4." in import_text(imported(export(*rows, *numbered(5)[4:], header=header)))


def test_what_was_refused_is_counted_by_column_and_reason_and_no_value_is_shown(imported):
    rows = numbered(5)
    rows[0] |= {"Kanal": SECRET}
    rows[2] |= {"Kanal": "brevdue", "Borgerens egne ord": f"{SECRET}\x07"}
    rows[4] |= {"Sagsnummer": rows[1]["Sagsnummer"]}
    result = imported(export(*rows))
    assert (result["rows"], result["accepted"], result["rejected"], len(result["errors"])) == (5, 0, 3, 4)
    counts = {fault["column"]: fault["count"] for fault in result["quality"]["refused"]}
    assert counts == {"Kanal": 2, "Borgerens egne ord": 1, "Sagsnummer": 1}
    said = json.dumps(result, ensure_ascii=False) + import_text(result)
    assert SECRET not in said and "brevdue" not in said and rows[1]["Sagsnummer"] not in said
    assert "2 × Kanal: skal være en af: telefon, mail" in said
    assert import_text(result).startswith("Intet er indlæst: 3 af 5 rækker skal rettes.\nrække 2, Kanal: ")


def test_errors_beyond_the_first_thousand_are_counted_only(imported):
    result = imported(export(*numbered(LISTED + 5, Kanal=SECRET)))
    assert (len(result["errors"]), result["rejected"]) == (LISTED, LISTED + 5)
    assert [error["row"] for error in result["errors"]] == list(range(2, LISTED + 2))
    assert "… og 5 celler mere." in import_text(result)


class Terminal:
    """Remembers what was written to it."""

    def __init__(self, is_one):
        self.is_one, self.text = is_one, ""

    def isatty(self):
        return self.is_one

    def write(self, text):
        self.text += text

    def flush(self):
        pass


def test_progress_is_shown_on_a_terminal_only_and_goes_away():
    for is_one in (True, False):
        terminal = Terminal(is_one)
        show = shown_on(terminal)
        show(2_000, 5_000)
        assert ("2000 af 5000 rækker læst" in terminal.text) == is_one
        show(5_000, 5_000)
        assert terminal.text.endswith("\r\033[K" if is_one else "")
