"""The StatBank: asked only when told to, read from a file ever after, and every way it can fail is one plain sentence."""

import json
import shutil
import threading
from argparse import ArgumentParser
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from data_samples.statbank import make_statbank
from visitation.commands import statbank as command
from visitation.errors import ModelError, VisitationError
from visitation.model import load, shipped
from visitation.model.load import MUNICIPALITIES
from visitation.statbank.cache import DEFAULT, cache_path, read_cache, write_cache
from visitation.statbank.client import URL, ask
from visitation.statbank.query import FILE, Queries, read_queries
from visitation.statbank.rates import per_thousand
from visitation.statbank.reply import read_reply
from visitation.statbank.report import statbank_report, statbank_text
from visitation.statbank.shown import shown, update

MODEL = load("slagelse")
TODAY = date(2021, 3, 9)
SMALL = {
    "dataset": {
        "label": "Prøve",
        "updated": "2021-02-11T08:00:00Z",
        "dimension": {
            "id": ["OMRÅDE", "Tid"],
            "size": [2, 3],
            "OMRÅDE": {"label": "område", "category": {"index": {"330": 1, "329": 0}, "label": {"329": "Ringsted", "330": "Slagelse"}}},
            "Tid": {"label": "tid", "category": {"index": {"K1": 0, "K2": 1, "K3": 2}, "label": {"K1": "1.", "K2": "2.", "K3": "3."}}},
        },
        "value": [1, 2, 3, 4, None, 6.5],
    }
}


@pytest.fixture(autouse=True)
def nobody_else_is_asked(monkeypatch):
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.delenv("STATBANK", raising=False)


@pytest.fixture
def cache(tmp_path):
    """The sample cache, to read and to write."""
    return Path(shutil.copy(make_statbank.FILE, tmp_path / "statbank.json"))


@contextmanager
def statbank(status, content, headers=()):
    """A StatBank of our own: its address, and what it has been asked."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            asked.append((self.path, self.headers["Content-Type"], json.loads(body)))
            self.send_response(status)
            for name, value in headers:
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1/data", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def changed(**dataset):
    return {"dataset": SMALL["dataset"] | dataset}


def test_a_reply_is_rows_in_the_order_of_its_places():
    table = read_reply(SMALL, "PRØVE")
    assert (table.title, table.updated) == ("Prøve", "2021-02-11T08:00:00Z")
    assert table.dimension("OMRÅDE").values == {"329": "Ringsted", "330": "Slagelse"}
    assert [(row.at["OMRÅDE"], row.at["Tid"], row.value) for row in table.rows] == [
        ("329", "K1", 1),
        ("329", "K2", 2),
        ("329", "K3", 3),
        ("330", "K1", 4),
        ("330", "K2", None),
        ("330", "K3", 6.5),
    ]
    with pytest.raises(VisitationError, match="Prøve: ukendt variabel 'KØN'; tilladt er OMRÅDE, Tid"):
        table.dimension("KØN")


@pytest.mark.parametrize(
    "reply",
    [
        [],
        None,
        {},
        {"dataset": "tom"},
        changed(value=[1, 2, 3]),
        changed(value=["mange"] * 6),
        changed(value={"0": 1}),
        changed(dimension=SMALL["dataset"]["dimension"] | {"size": [3, 2]}),
        changed(dimension=SMALL["dataset"]["dimension"] | {"id": ["OMRÅDE", "ALDER"]}),
        changed(
            dimension=SMALL["dataset"]["dimension"] | {"Tid": {"label": "tid", "category": {"index": {"K1": 7}, "label": {"K1": "1."}}}}
        ),
        {"version": "2.0", "id": ["Tid"], "value": [1]},
    ],
)
def test_a_reply_of_another_shape_is_said_in_one_sentence(reply):
    with pytest.raises(VisitationError, match="PRØVE: svaret fra Danmarks Statistik har en anden form end ventet; tilladt er JSON-stat"):
        read_reply(reply, "PRØVE")


def test_the_only_host_is_the_statbank():
    assert URL == "https://api.statbank.dk/v1/data"


@pytest.mark.parametrize("name", shipped())
def test_a_question_is_sent_as_the_statbank_documents_it(name):
    query = read_queries(load(name)).queries[0]
    with statbank(200, json.dumps(SMALL).encode()) as (url, asked):
        assert ask(query.body, url) == SMALL
    ((path, kind, body),) = asked
    assert (path, kind) == ("/v1/data", "application/json; charset=utf-8")
    assert (body["table"], body["format"], body["lang"]) == ("FOLK1A", "JSONSTAT", "da")
    assert body["variables"][0] == {"code": "OMRÅDE", "values": ["000", "329", "330"]}


@pytest.mark.parametrize(
    ("status", "content", "headers", "said"),
    [
        (
            400,
            '{"errorTypeCode": "EXTRACT-NOTFOUND", "message": "Tabellen findes ikke"}',
            (),
            "afviser forespørgslen: Tabellen findes ikke",
        ),
        (503, "<html>", (), "afviser forespørgslen: status 503."),
        (302, "", [("Location", "http://127.0.0.1:1/andetsteds")], "afviser forespørgslen: status 302."),
        (200, "OMRÅDE;TID;INDHOLD", (), "er ikke JSON"),
    ],
)
def test_a_refusal_is_one_sentence(status, content, headers, said):
    with statbank(status, content.encode(), headers) as (url, asked), pytest.raises(VisitationError) as refused:
        ask({"table": "HAND01"}, url)
    assert str(refused.value).startswith("HAND01: ") and said in str(refused.value) and "\n" not in str(refused.value)
    assert len(asked) == 1


def test_a_reply_that_never_ends_is_refused(monkeypatch):
    monkeypatch.setattr("visitation.statbank.client.MOST_BYTES", 10)
    with statbank(200, b"[" + b"1," * 100 + b"1]") as (url, _), pytest.raises(VisitationError, match="HAND01: svaret er over"):
        ask({"table": "HAND01"}, url)


def test_without_a_network_it_says_so():
    with statbank(200, b"") as (url, _):
        pass
    with pytest.raises(VisitationError, match="HAND01: ingen forbindelse til Danmarks Statistik; prøv igen"):
        ask({"table": "HAND01"}, url)


def test_nothing_is_shown_and_nothing_fails_before_anything_is_fetched(tmp_path):
    found = shown(MODEL, tmp_path / "statbank.json")
    assert [(one.query.table, one.table, one.fetched) for one in found] == [("FOLK1A", None, None), ("HAND01", None, None)]
    assert per_thousand(*reversed(found)) == ()
    assert "ikke hentet" in statbank_text(statbank_report("slagelse", tmp_path / "statbank.json", None))


def test_what_is_fetched_is_kept_with_its_day_and_its_question(tmp_path):
    path = tmp_path / "statbank.json"
    assert [one.error for one in update(MODEL, path, TODAY, lambda body: SMALL)] == [None, None]
    population, services = shown(MODEL, path)
    assert population.fetched == services.fetched == TODAY
    assert not (population.outdated or population.invented)
    assert population.table == read_reply(SMALL, "FOLK1A")
    assert [one.query for one in read_cache(path)] == [one.body for one in read_queries(MODEL).queries]


def test_a_question_that_is_refused_keeps_the_reply_it_had(cache):
    def asked(body):
        if body["table"] == "HAND01":
            raise VisitationError("HAND01: nej")
        return SMALL

    assert [(one.id, one.error) for one in update(MODEL, cache, date(2021, 4, 1), asked)] == [
        ("befolkning", None),
        ("ydelser", "HAND01: nej"),
    ]
    population, services = shown(MODEL, cache)
    assert (population.fetched, population.invented) == (date(2021, 4, 1), False)
    assert (services.fetched, services.invented) == (TODAY, True)
    assert [one.fetched for one in shown(load("ringsted"), cache)] == [TODAY, TODAY]


def test_a_reply_of_another_shape_is_never_kept(cache):
    before = cache.read_bytes()
    results = update(MODEL, cache, date(2021, 4, 1), lambda body: {"dataset": {}})
    assert all("anden form end ventet" in one.error for one in results)
    assert cache.read_bytes() == before


def test_a_question_that_has_been_changed_since_says_so(cache, tmp_path):
    folder = shutil.copytree(MUNICIPALITIES / "slagelse", tmp_path / "slagelse")
    text = (folder / FILE).read_text(encoding="utf-8")
    (folder / FILE).write_text(text.replace("code: YDELSE", "code: YDELSESTYPE"), encoding="utf-8")
    assert [one.outdated for one in shown(load(folder), cache)] == [False, True]
    assert "men forespørgslen er ændret siden; hent igen" in statbank_text(statbank_report(str(folder), cache, None))


@pytest.mark.parametrize("content", ["", "[]", '{"format": 2, "entries": []}', '{"format": 1, "entries": [{"id": "x"}]}'])
def test_another_file_in_its_place_is_refused(tmp_path, content):
    path = tmp_path / "statbank.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(VisitationError, match="kan ikke læses som hentede tabeller; slet den, og hent igen"):
        read_cache(path)


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path):
    with pytest.raises(VisitationError, match="filen kan ikke skrives; mappen skal findes"):
        write_cache(tmp_path / "findes ikke" / "statbank.json", ())
    (tmp_path / "statbank.json").mkdir()
    with pytest.raises(VisitationError, match="filen kan ikke skrives"):
        write_cache(tmp_path / "statbank.json", ())
    assert [one.name for one in tmp_path.iterdir()] == ["statbank.json"]


def test_the_file_is_the_one_given_else_that_of_the_environment(monkeypatch):
    assert cache_path(None) == Path(DEFAULT)
    monkeypatch.setenv("STATBANK", "andet.json")
    assert (cache_path(None), cache_path(Path("mit.json"))) == (Path("andet.json"), Path("mit.json"))


def test_the_samples_are_those_that_are_made_and_say_that_they_are_invented():
    assert read_cache(make_statbank.FILE) == make_statbank.entries()
    for name in shipped():
        for one in shown(load(name), make_statbank.FILE):
            assert one.invented and not one.outdated and one.table.title.startswith("EKSEMPEL")


def test_services_are_counted_per_thousand_inhabitants_of_the_same_place_and_period():
    population, services = shown(MODEL, make_statbank.FILE)
    rates = {(rate.area, rate.kind, rate.period): rate for rate in per_thousand(services, population)}
    assert len(rates) == 3 * 3 * 8
    slagelse = rates["Slagelse", ("Øvrig socialpædagogisk støtte (§ 85)",), "2019K1"]
    assert (slagelse.services, slagelse.population, slagelse.per_thousand) == (376, 47_000, 8)
    assert rates["Hele landet", ("Individuel hjælp (§ 82 b)",), "2020K4"].per_thousand == 5.5
    not_given = rates["Ringsted", ("Gruppebaseret hjælp (§ 82 a)",), "2019K1"]
    assert (not_given.services, not_given.per_thousand) == (None, None)


def test_where_the_inhabitants_are_not_known_there_is_no_rate(tmp_path):
    def asked(body):
        made = make_statbank.population() if body["table"] == "FOLK1A" else make_statbank.services()
        if body["table"] == "FOLK1A":
            made["dataset"]["value"][0] = None  # one age in one place and period
        return made

    update(MODEL, tmp_path / "statbank.json", TODAY, asked)
    population, services = shown(MODEL, tmp_path / "statbank.json")
    found = {(rate.area, rate.period) for rate in per_thousand(services, population)}
    assert ("Hele landet", "2019K1") not in found and ("Hele landet", "2019K2") in found and len(found) == 3 * 8 - 1


@pytest.fixture
def run(capsys):
    """Runs the command alone; its code, and what it says."""
    parser = ArgumentParser()
    commands = parser.add_subparsers()

    def added(name, run, about):
        one = commands.add_parser(name, help=about)
        one.set_defaults(run=run)
        return one

    command.add(added)

    def ran(*words):
        arguments = parser.parse_args(["statbank", "--model", "slagelse", *map(str, words)])
        return arguments.run(arguments), capsys.readouterr().out

    return ran


def test_the_command_shows_what_there_is_without_asking(run, cache, monkeypatch):
    monkeypatch.setattr("visitation.statbank.report.ask", None)
    code, said = run("--cache", cache)
    assert code == 0 and "Indbyggere 18-64 år (FOLK1A): 1128 tal, hentet 2021-03-09, eksempeldata" in said
    assert "tabellens koder er ikke efterprøvet" in said
    assert json.loads(run("--cache", cache, "--json")[1])["tables"][1]["numbers"] == 72


def test_the_command_fetches_when_told_to_and_says_what_was_refused(run, cache, monkeypatch):
    with statbank(400, b'{"message": "Ukendt kode"}') as (url, asked):
        monkeypatch.setattr("visitation.statbank.report.ask", lambda body: ask(body, url))
        code, said = run("--cache", cache, "--update")
    assert code == 1 and "HAND01: Danmarks Statistik afviser forespørgslen: Ukendt kode" in said
    assert [body["table"] for _, _, body in asked] == ["FOLK1A", "HAND01"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("time: Tid", "time: Kvartal", "'Kvartal' står ikke blandt variables; tilladt er OMRÅDE, KØN, ALDER, CIVILSTAND, Tid"),
        ("id: ydelser", "id: befolkning", "'befolkning' står to gange"),
        ('values: ["TOT"]', "values: []", "må ikke være tom"),
        ("verified: false", "verified: måske", "verified: skal være true eller false"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused_with_its_line(tmp_path, old, new, said):
    folder = shutil.copytree(MUNICIPALITIES / "slagelse", tmp_path / "slagelse")
    text = (folder / FILE).read_text(encoding="utf-8")
    assert old in text
    (folder / FILE).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ModelError) as refused:
        read_queries(load(folder))
    assert said in str(refused.value) and f"{FILE}, linje" in str(refused.value)


def test_a_model_without_the_file_asks_nothing(tmp_path):
    folder = shutil.copytree(MUNICIPALITIES / "slagelse", tmp_path / "slagelse")
    (folder / FILE).unlink()
    assert read_queries(load(folder)) == Queries() and shown(load(folder), tmp_path / "statbank.json") == ()
