"""The public pages live, as everybody meets them: the same numbers as the published folder, nothing that runs, and nobody else asked."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.attacks.server import ask
from tests.browser.conftest import HOST, PHONE, ROOT
from tests.public_site import bare, becomes, public, whole
from visitation.cli import main
from visitation.publishing.folder import read_site
from visitation.publishing.live import Live
from visitation.publishing.pages import TABS
from visitation.serve.public import _load_jupyter_server_extension, lacking
from visitation.serve.public_box import boxed, works
from visitation.serve.public_pages import PUBLIC

PLACES = ("", "ringsted/en/")  # both municipalities, both languages: each page is made by a kernel of its own
PAGES = [f"{place}{name}.html" for place in PLACES for name in TABS]
SECRET = "hemmeligt-kodeord"
ENVIRONMENT = {"REGISTER": f"postgresql://ann:{SECRET}@{HOST}/db", "PGPASSWORD": SECRET, "DB_PASSWORD": SECRET, "PGHOST": SECRET}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
NUMBERS = "all => all.map(one => `${one.value} ${one.textContent}`)"

INSIDE = """import os, socket, sys
folder, port = sys.argv[1:]
def fails(act, *told):
    try: act(*told)
    except OSError: return True
assert os.getuid() == 65534 and sorted(os.listdir(folder)) == ["own", "read"], os.listdir(folder)
assert all(fails(open, name, "w") for name in (folder + "/read/x", "/usr/x", "/etc/x/y")) and fails(open, "/etc/shadow")
assert fails(socket.create_connection, ("127.0.0.1", int(port)), 1)
assert len([one for one in os.listdir("/proc") if one.isdigit()]) <= 2
open(folder + "/own/x", "w").close()
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return whole(tmp_path_factory.mktemp("offentlig") / "ud")


@pytest.fixture(scope="module")
def site(folder):
    with public(folder, environment=ENVIRONMENT) as found:
        yield found


@pytest.mark.parametrize("name", PAGES)
def test_every_page_shows_the_numbers_of_the_folder(phone, site, folder, name):
    answers, others = [], phone.context.cookies()  # a browser asks not for the port, and shows them to every server of the machine
    phone.on("response", lambda answer: answers.append((answer.status, answer.url)))
    text = phone.goto(f"{site.address}/{name}").text()
    live = phone.eval_on_selector_all("data", NUMBERS), phone.text_content("main")
    assert phone.evaluate("getComputedStyle(document.body).fontSize") == "18px"
    assert {status for status, _ in answers} == {200} and phone.context.cookies() == others
    published = (folder / name).read_text(encoding="utf-8")
    phone.set_content(published)
    assert live == (phone.eval_on_selector_all("data", NUMBERS), phone.text_content("main"))
    assert text == published


def test_every_file_beside_the_pages_is_the_folders_own(site, folder):
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() and path.suffix != ".html"]
    assert len(names) > 100
    assert [name for name in names if ask(site.address, f"/{name}")[2].encode() != (folder / name).read_bytes()] == []


def test_a_reader_walks_from_page_to_page_and_takes_the_numbers_along(phone, site):
    phone.goto(site.address)
    phone.get_by_role("link", name="Hjælpen trin for trin").click()
    with phone.expect_download() as taken:
        phone.get_by_role("link", name="Hent tallene (CSV)").first.click()
    assert taken.value.suggested_filename == "trappen.csv"
    phone.get_by_role("link", name="English").click()
    assert phone.evaluate("document.documentElement.lang") == "en" and phone.url.endswith("/en/trappen.html")


def test_axe_finds_nothing_on_a_live_page_nor_on_one_that_says_no(browser, site):
    context = browser.new_context(viewport=PHONE, bypass_csp=True)  # axe is a script, and the page allows none
    opened = context.new_page()
    for path in ("/", "/findes-ikke"):
        opened.goto(site.address + path)
        assert [one["id"] for one in Axe().run(opened, options=RULES).response["violations"]] == []
    context.close()


@pytest.mark.parametrize("path", ["/", "/site.css", "/findes-ikke", "/data/site.json"])
def test_every_answer_says_that_nothing_may_run_and_sets_no_cookie(site, path):
    _, headers, _ = ask(site.address, path)
    assert {name: headers[name] for name in map(str.title, PUBLIC)} == {name.title(): value for name, value in PUBLIC.items()}
    assert "script" not in PUBLIC["Content-Security-Policy"] and "Set-Cookie" not in headers


def test_who_asks_for_too_much_is_told_to_come_back(folder):
    with public(folder, "--pages=1") as site:
        status, _, text = _while_busy(site)
        assert status == 503 and "Optaget lige nu" in text and "Busy right now" in text and '<a href="">Prøv igen' in text
        assert becomes(lambda: ask(site.address, "/")[0] == 200)


def _while_busy(site):
    """What a second reader is answered while a page is made for the first one."""
    with reader(site) as first:
        answer = ask(site.address, "/")
    assert first.result()[0] == 200
    return answer


@contextmanager
def reader(site):
    """Somebody who waits for a page that is being made."""
    with ThreadPoolExecutor(1) as crowd:
        asked = crowd.submit(ask, site.address, "/")
        assert becomes(lambda: len(site.kernels()) == 1)
        yield asked


def test_a_kernel_knows_the_publication_and_no_secret(site):
    with reader(site):
        told = "".join(site.environments())
    assert f"HOME={site.private}" in told
    assert not any(word in told for word in (SECRET, "REGISTER", "PGHOST", "DB_PASSWORD"))
    assert SECRET not in site.log.read_text(encoding="utf-8")


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGKILL])
def test_no_kernel_outlives_the_server(folder, sent):
    with public(folder) as site, reader(site):
        os.kill(site.pid, sent)
        assert becomes(lambda: not site.kernels())


def test_a_later_publication_is_seen(tmp_path):
    folder = bare(tmp_path / "ud")
    live = Live(folder)
    assert live.page("ringsted/") is not None and live.page("") == live.page("index.html")
    path = folder / "data" / "site.json"
    said = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(said | {"units": {"slagelse": said["units"]["slagelse"]}}), encoding="utf-8")
    os.utime(path, (1, 1))
    assert live.page("ringsted/") is None and list(read_site(folder).units) == ["slagelse"]


@pytest.fixture
def refusal(capsys):
    """What the command says instead of serving."""

    def said(*arguments):
        assert main(["serve", *map(str, arguments)]) != 0
        return capsys.readouterr().err

    return said


def test_it_shows_nothing_but_a_publication_that_is_whole(tmp_path, refusal):
    assert "ikke offentliggjort" in refusal("--public", tmp_path)
    folder = bare(tmp_path / "ud")
    assert "udelad --register" in refusal("--public", folder, "--register", "sqlite:///x")
    assert "--allow-remote" in refusal("--public", folder, "--address", "0.0.0.0")
    assert "for få" in refusal("--public", folder, "--pages", "0")
    table = next((folder / "data" / "trin").glob("*.csv"))
    table.write_bytes(table.read_bytes() + b"\n")
    assert "ikke, som den blev offentliggjort" in refusal("--public", folder)
    shutil.rmtree(folder / "data" / "trin")
    assert "trin mangler" in refusal("--public", folder)


def test_a_file_that_lies_elsewhere_is_not_shown(tmp_path, refusal):
    folder = bare(tmp_path / "ud")
    (tmp_path / "noegle").write_text(SECRET)
    (folder / "favicon.svg").unlink()
    (folder / "favicon.svg").symlink_to(tmp_path / "noegle")
    assert "favicon.svg mangler" in refusal("--public", folder)


def test_it_refuses_to_be_a_guest_in_another_server():
    with pytest.raises(Exception, match="kører kun for sig selv"):
        _load_jupyter_server_extension(None)


def test_what_the_machine_lacks_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("visitation.serve.public.there", lambda: False)
    said = "\n".join(lacking(tmp_path, in_box=False))
    assert "bubblewrap mangler" in said and "root" in said and "kan ændres" in said
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr("os.access", lambda *_: False)
    assert lacking(tmp_path, in_box=True) == []


def test_in_the_box_there_is_no_network_no_register_and_nothing_to_write(tmp_path):
    own, read = tmp_path / "own", tmp_path / "read"
    own.mkdir(), read.mkdir(), (tmp_path / "register.sqlite").touch()
    if not works(own):
        pytest.skip("this machine lets no box be made, as many containers do")
    with socket.create_server((HOST, 0)) as listening:
        command = boxed([sys.executable, "-c", INSIDE, str(tmp_path), str(listening.getsockname()[1])], [read], own)
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_examples_for_deployment_name_options_that_exist():
    said = subprocess.run([sys.executable, "-m", "visitation.cli", "serve", "--help"], capture_output=True, text=True, check=True).stdout
    unit = (ROOT / "docs/deployment/visitationsbordet-offentlig.service").read_text(encoding="utf-8")
    used = re.findall(r"--[a-z-]+", next(line for line in unit.splitlines() if line.startswith("ExecStart=")))
    assert len(used) >= 3 and [option for option in used if option not in said] == []
