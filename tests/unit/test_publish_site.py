"""The public pages: made of the published tables alone, asking nobody for anything, and holding nobody's name."""

import base64
import csv
import io
import json
import re
import shutil
from dataclasses import replace
from datetime import date, datetime
from html import escape, unescape
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
import sqlalchemy as sa

from tests import published
from tests.published import SAMPLE, pages
from visitation.disclosure import read_archive
from visitation.disclosure.archive import csv_of, hash_of, write_archive
from visitation.guideposts.notes import DONE, Entry, write
from visitation.guideposts.read import read_guideposts
from visitation.model import load
from visitation.publishing.folder import DATA, PROMISES, RESULTS, STOCK, read_site
from visitation.publishing.folder import write as write_site
from visitation.publishing.pages import made
from visitation.publishing.promised import told
from visitation.publishing.report import publish_report

UNITS = ("slagelse", "ringsted")
FIRST, LAST = ("Åse", "Bjørn", "Cæcilie", "Dagny", "Ebbe"), ("Ærøskov", "Blåhøj", "Cramm", "Dønnis", "Eg", "Fjeld")
NAMES = [f"{first} {last}" for first in FIRST for last in LAST]
NUMBERS = [f"{day:02d}0{month}{70 + day}-{1000 + 37 * day}" for month in (1, 2) for day in range(1, 16)]
NAMESPACES = re.compile(r'xmlns(:xlink)?="http://www\.w3\.org/(2000/svg|1999/xlink)"')
SEEN = re.compile(r"<data [^>]*>.*?</data>|<svg.*?</svg>|aria-label=\"[^\"]*\"", re.DOTALL)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The whole site of the sample publication."""
    out = tmp_path_factory.mktemp("offentlig") / "ud"
    shutil.copytree(SAMPLE, out)
    write_site(out, read_site(out), made(out, [load(unit) for unit in UNITS]))
    return out


def html_files(site):
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}


def rows(text):
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def test_every_page_is_there_in_both_languages_and_for_both_municipalities(site):
    names = {"index", "trappen", "udvikling", "pejlemaerker", "metode", "tilgaengelighed"}
    assert set(html_files(site)) == {f"{top}{name}.html" for top in ("", "en/", "ringsted/", "ringsted/en/") for name in names}


def test_no_page_runs_anything_or_names_another_host(site):
    for name, text in html_files(site).items():
        assert "default-src 'none'; style-src 'self'; img-src 'self' data:" in text
        assert re.findall(r"<script|<iframe|<object|\son\w+=|\sstyle=|javascript:", text) == [], name
        assert re.findall(r"https?://|//[a-z]+\.", NAMESPACES.sub("", text)) == [], name
    assert re.findall(r"url\(|@import|https?:", (site / "site.css").read_text(encoding="utf-8")) == []
    assert {path.suffix for path in site.rglob("*") if path.is_file()} == {".html", ".csv", ".css", ".svg", ".json"}


def test_every_link_leads_somewhere(site):
    ids = {name: set(re.findall(r'\sid="([^"]+)"', text)) for name, text in html_files(site).items()}
    for name, text in html_files(site).items():
        for address in re.findall(r'(?:href|src)="([^"]+)"', re.sub(r"<svg.*?</svg>", "", text, flags=re.DOTALL)):
            found = urlsplit(address)
            target = (site / name).parent / found.path if found.path else site / name
            assert target.resolve().is_file(), (name, address)
            assert not found.fragment or found.fragment in ids[name], (name, address)


def test_ids_are_said_once_on_a_page_and_a_drawing_has_a_sentence(site):
    for name, text in html_files(site).items():
        ids = re.findall(r'\sid="([^"]+)"', text)
        assert len(ids) == len(set(ids)), name
        assert text.count("<svg") == text.count('role="img" aria-label="'), name


def test_the_files_are_as_a_danish_spreadsheet_opens_them(site):
    for path in site.rglob("csv/*.csv"):
        text = path.read_bytes().decode("utf-8")
        assert text.startswith("\ufeff") and ";" in text.splitlines()[0], path
        for row in rows(text):
            counts = [int(value) for name, value in row.items() if name.split("_")[0] == "antal" and "takst" not in name]
            assert all(count % 5 == 0 for count in counts), path


def test_the_files_counts_are_sums_of_the_published_tables(site):
    last, *_ = sorted((path.name for path in (site / DATA / STOCK).glob("*.csv")), reverse=True)
    table = rows((site / DATA / STOCK / last).read_text(encoding="utf-8"))
    for row in rows((site / "csv" / "trappen.csv").read_text(encoding="utf-8")):
        summed = sum(int(one["antal"]) for one in table if (one["unit"], one["step"]) == ("slagelse", row["trin"]))
        assert int(row["antal"]) == summed and row["maaned"] == last.removesuffix(".csv")
    for name, axis in (("alder", "age_group"), ("maalgruppe", "target_group")):
        for row in rows((site / "ringsted" / "csv" / f"{name}.csv").read_text(encoding="utf-8")):
            place = ("ringsted", row["trin"], row[name])
            assert int(row["antal"]) == sum(int(one["antal"]) for one in table if (one["unit"], one["step"], one[axis]) == place)


def test_the_results_of_a_year_are_differences_of_the_published_tables(site):
    def ever(month, criterion, result):
        table = rows((site / DATA / RESULTS / f"{month}.csv").read_text(encoding="utf-8"))
        return sum(int(one["antal"]) for one in table if (one["criterion"], one["result"]) == (criterion, result))

    found = rows((site / "csv" / "resultater.csv").read_text(encoding="utf-8"))
    assert found
    for row in found:
        this, before = f"{row['aar']}-12", f"{int(row['aar']) - 1}-12"
        reached, not_reached = (ever(this, row["maal"], one) - ever(before, row["maal"], one) for one in ("naaet", "ikke_naaet"))
        assert (int(row["antal_naaet"]), int(row["antal_kendt"])) == (reached, reached + not_reached)


@pytest.mark.parametrize(("unit", "promise", "label"), [("", "ST3", "Første opkald"), ("ringsted", "RT2", "Opstartssamtale tilbudt")])
def test_what_was_kept_in_a_year_is_the_difference_of_the_published_tables(site, unit, promise, label):
    def ever(month, **wanted):
        table = rows((site / DATA / PROMISES / f"{month}.csv").read_text(encoding="utf-8"))
        place = {"unit": unit or UNITS[0], "promise": promise} | wanted
        return sum(int(one["antal"]) for one in table if place.items() <= one.items())

    def year(**wanted):
        return ever("2021-02", **wanted) - ever("2020-02", **wanted)

    table = rows((site / unit / "csv" / "frister.csv").read_text(encoding="utf-8"))
    (row,) = [one for one in table if one["hvad"] == label]
    assert (row["antal"], row["antal_holdt"]) == (str(year()), str(year(held="holdt"))) and int(row["antal"]) > 40
    assert row["antal_halv_tid"] == str(year(held="holdt", time="kort"))
    assert row["antal_dobbelt_tid"] == str(year(held="brudt", time="lang"))
    told = {name: float(row[name].replace(",", ".")) for name in ("af_100", "af_100_mindst", "af_100_hoejst")}
    held, broken = year(held="holdt"), year(held="brudt")
    assert told["af_100"] == pytest.approx(100 * held / (held + broken), abs=0.05)
    possible = [100 * k / (k + late) for k in range(held - 8, held + 9) for late in range(max(0, broken - 8), broken + 9)]
    assert (told["af_100_mindst"], told["af_100_hoejst"]) == pytest.approx((min(possible), max(possible)), abs=0.05)


@pytest.mark.parametrize("unit", UNITS)
def test_every_promise_says_what_became_of_it_or_that_they_are_too_few(unit):
    page = pages(SAMPLE, unit, "da", ["trappen"])["trappen"]
    lines = re.findall(r'<li class="vbo-promise">.*?</li>', page["html"], re.DOTALL)
    table = rows(page["files"]["csv/frister.csv"])
    assert len(lines) == len(table) == len(told(load(unit)))
    for line, row in zip(lines, table, strict=True):
        assert f"<strong>{row['hvad']}</strong>" in line
        assert "12 måneder til februar 2021: " in line and "højst 8 fra det rigtige antal" in line
        assert row["kilde"] in line and bool(row["kilde"]) == (row["grundlag"] == "kilde")
        assert ("For få til at sige det" in line) == (not row["af_100"]) == (int(row["antal"]) < 40)
        assert bool(row["af_100"]) == (f'role="img" aria-label="{row["hvad"]}: ca. ' in line) == ("af 100 blev holdt" in line)


def test_a_publication_of_before_the_promises_were_counted_still_makes_its_pages(tmp_path):
    shutil.copytree(SAMPLE, tmp_path / "ud")
    shutil.rmtree(tmp_path / "ud" / DATA / PROMISES)
    found = pages(tmp_path / "ud", "slagelse", "da", ["trappen", "metode"])
    assert found["trappen"]["html"].count("Ingen data offentliggjort") == len(told(load("slagelse")))
    assert "loefter</td>" not in found["metode"]["html"]


def test_the_money_is_the_tariff_times_the_count(site):
    (row,) = rows((site / "csv" / "takst.csv").read_text(encoding="utf-8"))
    price = load("slagelse").prices.of("forloeb", date(2021, 2, 28)).kr
    assert int(row["antal_gange_takst_kr"]) == int(row["antal"]) * price and int(row["hoejst_fra_kr"]) == 4 * price


def numbers_of(text):
    """The numbers of a text as Danish writes them."""
    return {float(found.replace(".", "").replace(",", ".")) for found in re.findall(r"\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?", text)}


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("name", ["index", "udvikling", "trappen"])
def test_what_a_page_shows_is_in_its_files(unit, name):
    """Every marked number stands in a file beside it, whole or with a decimal more; tenths of the short text are of a share in it."""
    page = pages(SAMPLE, unit, "da", [name])[name]
    told = [float(value.replace(",", ".")) for text in page["files"].values() for row in csv.reader(io.StringIO(text), delimiter=";")
            for value in row if re.fullmatch(r"\d+(,\d+)?", value)]  # fmt: skip
    known = {round(value, 1) for value in told} | {float(int(value / 10 + 0.5)) for value in told}
    shown = [round(float(value), 1) for value in re.findall(r'<data value="([^"]+)"', page["html"])]
    assert [value for value in shown if value not in known] == []
    assert shown or (unit, name) == ("ringsted", "index")


def test_a_drawings_sentence_says_numbers_of_its_file():
    page = pages(SAMPLE, "slagelse", "da", ["udvikling"])["udvikling"]
    sentences = re.findall(r'role="img" aria-label="([^"]+)"', page["html"])
    assert sentences
    for sentence in sentences:
        label = sentence.split(":")[0]
        step = next(one.id for one in load("slagelse").ladder.steps if one.label.da == unescape(label))
        counts = [int(row["antal"]) for row in rows(page["files"][f"csv/trin-{step}.csv"])]
        assert {counts[0], counts[-1]} - {0} <= numbers_of(sentence)


def scaled(out, stock, reached, not_reached):
    """The sample publication with every count so many times as large."""
    shutil.copytree(SAMPLE, out)
    factors = {STOCK: stock, RESULTS: [reached, not_reached], PROMISES: [[reached], [not_reached]]}
    for name, factor in factors.items():
        archive = read_archive(out / DATA / name)
        cube = replace(archive.cube, counts=archive.cube.counts * factor)
        texts = {str(month): csv_of(cube.axes, cube.of(month)) for month in cube.months}
        editions = tuple(replace(one, sha256=hash_of(texts[one.month])) for one in archive.editions)
        files = {one.file: texts[one.month] for one in editions}
        write_archive(out / DATA / name, replace(archive, cube=cube, editions=editions), files)
    return out


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("unit", UNITS)
def test_nothing_but_marked_numbers_and_drawings_depends_on_the_counts(tmp_path, unit, lang):
    one, other = (pages(scaled(tmp_path / str(n), *factors), unit, lang) for n, factors in enumerate([(2, 20, 40), (3, 40, 20)]))
    for name, page in one.items():
        assert SEEN.sub("·", page["html"]) == SEEN.sub("·", other[name]["html"]), name
        assert page["frame"] == other[name]["frame"]
    assert one["udvikling"]["html"] != other["udvikling"]["html"]


def test_a_revision_is_named_with_its_reason(tmp_path):
    shutil.copytree(SAMPLE, tmp_path / "ud")
    path = tmp_path / "ud" / DATA / STOCK
    archive = read_archive(path)
    last = archive.editions[-1]
    again = replace(last, edition=2, why="et skema kom for sent <ind>", file=f"{last.month}-2.csv")
    write_archive(path, replace(archive, editions=(*archive.editions, again)), {again.file: (path / last.file).read_bytes().decode()})
    found = pages(tmp_path / "ud", "slagelse", "da", ["metode"])["metode"]
    assert escape(again.why) in found["html"]
    assert rows(found["files"]["csv/revisioner.csv"])[0]["hvorfor"] == again.why


def test_a_page_says_whom_to_ask_when_the_municipality_has_said_so(tmp_path):
    folder = tmp_path / "slagelse"
    shutil.copytree(load("slagelse").folder, folder)
    (folder / "published.yaml").write_text(
        'contact: {unit: {da: "Center & Co", en: "Centre & Co"}, phone: "12 34 56 78", mail: "post@kommune.example"}\n', encoding="utf-8"
    )
    found = pages(SAMPLE, str(folder), "en", ["tilgaengelighed"])["tilgaengelighed"]
    assert "post@kommune.example" in found["html"] and "Centre &amp; Co" in found["frame"]["footer"]


def test_what_may_not_be_shown_of_a_guidepost_is_not():
    page = pages(SAMPLE, "slagelse", "da", ["pejlemaerker"])["pejlemaerker"]
    told = rows(page["files"]["csv/pejlemaerker.csv"])
    by_label = {row["maaling"]: row for row in told}
    assert by_label["Enheder med en lokal plan"]["tal"] == "4"
    assert by_label["Billige boliger anvist"]["tal"] == "" and by_label["Billige boliger anvist"]["hvorfor_ikke"]
    assert len({row["pejlemaerke"] for row in told}) == 24


def variants(secret):
    """A text as it could be written: plain, in HTML, in an address, in JSON, in base64 at any place."""
    plain = secret.encode()
    coded = [base64.b64encode(b"x" * shift + plain)[2 * shift : -4] for shift in range(3)]
    return {plain, escape(secret).encode(), quote(secret).encode(), json.dumps(secret)[1:-1].encode(), *coded}


def test_no_planted_name_or_number_is_anywhere_in_what_is_published(tmp_path):
    url = f"sqlite:///{tmp_path}/r.sqlite"
    marks = [f"PLANT{n:02d}" for n in range(len(NUMBERS))]
    words = [f"Jeg er {name}, {mark}" for name, mark in zip(NAMES, marks, strict=True)]
    store = published.register(url, 60, words=words)
    slagelse = load("slagelse")
    for name, mark in zip(NAMES, marks, strict=True):
        entry = Entry(DONE, f"{name} {mark} sagde til", date(2021, 1, 5), "virksomheder", "lokale_planer", 4.0)
        write(store, read_guideposts(slagelse), "slagelse", "P1.2", entry, datetime(2021, 1, 6, 9))
    with store.engine.begin() as connection:  # the register's gate lets no number in; somebody went around it
        for trigger in connection.execute(sa.text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all():
            connection.execute(sa.text(f"DROP TRIGGER {trigger}"))
        for mark, number in zip(marks, NUMBERS, strict=True):
            connection.execute(sa.text("UPDATE events SET data = replace(data, :mark, :number)"), {"mark": mark, "number": number})
        stored = " ".join(connection.execute(sa.text("SELECT data FROM events")).scalars())
    store.close()
    secrets = [*NAMES, *NUMBERS, *(number.replace("-", "") for number in NUMBERS)]
    assert all(number in stored for number in NUMBERS) and len(NAMES + NUMBERS) >= 50
    assert publish_report(tmp_path / "ud", url, None, (), "", (), published.TODAY)["ok"]
    written = b"\0".join(path.read_bytes() for path in (tmp_path / "ud").rglob("*") if path.is_file())
    assert [secret for secret in secrets if any(form in written for form in variants(secret))] == []
    assert all(any(form in base64.b64encode(secret.encode()) for form in variants(secret)) for secret in secrets)  # the search finds


def test_the_public_rooms_know_no_register():
    root = Path(__file__).resolve().parents[2]
    for path in [*(root / "widgets" / "published").glob("*.py"), *(root / "notebooks" / "offentlig").glob("*.ipynb")]:
        text = path.read_text(encoding="utf-8")
        assert re.findall(r"open_register|open_session|register\.store|register\.cases|widgets\.session", text) == [], path
