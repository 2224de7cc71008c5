"""The server as others meet it: a key at the door, nothing for strangers, no kernel too many or left behind, and a log without people."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlparse

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import HOST
from tests.browser.own_site import CPR, NAME, PAGE, PATIENCE_SECONDS, PLANTED, SOCKET, Site, becomes, read, served
from visitation.serve.headers import HEADERS

SOON_SECONDS = 6  # instead of the 40 a kernel has in earnest
NOBODY = "00000000-0000-0000-0000-000000000000"


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[Site]:
    with served(tmp_path_factory.mktemp("site")) as running:
        yield running


@pytest.mark.parametrize(
    "path", ["/", PAGE, "/voila/static/voila.js", f"/api/kernels/{NOBODY}", "/voila/files/a.svg", "/voila/api/contents", "/findes-ikke"]
)
def test_without_the_key_nothing_is_shown(site, path):
    answer, text = site.ask(path, key=False)
    assert answer.status == 403 and "Døren er låst" in text and "The door is locked" in text


def test_without_the_key_nothing_is_done(site):
    assert site.status(f"/api/kernels/{NOBODY}/channels", key=False, **SOCKET) == 403
    assert site.status(f"/voila/api/shutdown/{NOBODY}", key=False, method="POST") == 403
    assert site.kernels() == []


@pytest.mark.parametrize("key", ["forkert", "", "ø"])
def test_another_key_does_not_fit(site, key):
    answer, _ = site.ask(f"/?token={quote(key)}", key=False)
    assert answer.status == 403 and answer.headers["Set-Cookie"] is None


def test_a_forged_cookie_does_not_fit(site):
    value = site.cookie["value"]
    forged = value[:-3] + ("00" if value[-3:-1] != "00" else "11") + value[-1]
    assert site.status("/", key=False, Cookie=f"{site.cookie['name']}={forged}") == 403
    assert site.status("/", key=False, Cookie=f"{site.cookie['name']}=1") == 403


def test_the_key_is_exchanged_for_a_cookie_and_leaves_the_address(site):
    answer, _ = site.ask(f"{PAGE}?sprog=en&token={site.key}", key=False)
    assert (answer.status, answer.headers["Location"]) == (303, f"{PAGE}?sprog=en")
    assert re.fullmatch(r'visitationsbordet-\d+="\S+"; HttpOnly; Path=/; SameSite=Lax', answer.headers["Set-Cookie"])
    assert site.key not in answer.headers["Set-Cookie"]


@pytest.mark.parametrize("path", ["//visitation.test/", "/%5Cvisitation.test", "/voila/static/voila.js"])
def test_the_key_leads_to_our_own_pages_only(site, path):
    assert site.ask(f"{path}?token={site.key}", key=False)[0].headers["Location"] == "/"


@pytest.mark.parametrize("origin", ["http://visitation.test", "http://127.0.0.1:1", "null", "https://{own}"])
def test_a_page_from_elsewhere_is_turned_away_even_with_the_cookie(site, origin):
    origin = origin.format(own=urlparse(site.address).netloc)
    assert site.status(f"/api/kernels/{NOBODY}/channels", Origin=origin, **SOCKET) == 403
    assert site.status(f"/voila/api/shutdown/{NOBODY}", method="POST", Origin=origin) == 403
    assert site.status(f"/voila/api/shutdown/{NOBODY}", method="POST", Origin=site.address) == 404


def test_a_name_that_is_not_the_servers_is_turned_away(site):
    assert site.status("/", Host="visitation.test") == 403
    assert site.status("/", Host=f"localhost:{urlparse(site.address).port}") == 200


@pytest.mark.parametrize(
    "path", ["/voila/api/contents", "/voila/api/contents/stille.ipynb", "/voila/files/a.svg", "/voila/api/themes/a", "/x"]
)
def test_what_no_page_asks_for_is_not_there(site, path):
    answer, text = site.ask(path)
    assert answer.status == 404 and "Siden findes ikke" in text


@pytest.mark.parametrize(
    ("path", "key", "status"),
    [
        (PAGE, True, 200),
        ("/", True, 200),
        ("/voila/templates/visitationsbordet/static/front.js", True, 200),
        ("/voila/static/voila.js", True, 404),
        ("/x", True, 404),
        ("/", False, 403),
        ("/?token=x", True, 403),
    ],
)
def test_every_answer_carries_the_headers(site, path, key, status):
    answer, _ = site.ask(path, key=key)
    assert answer.status == status
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert answer.headers.get_all("Content-Security-Policy") == [HEADERS["Content-Security-Policy"]]
    assert not any(name.lower().startswith("access-control") for name in answer.headers)


def test_the_policy_is_as_narrow_as_it_was():
    assert HEADERS["Content-Security-Policy"] == (
        "default-src 'none'; script-src 'self' 'sha256-m16tKAZfrqdfaIlK4k9Uc4bmwJm0z0f+0b2ahSGv/Ko=' blob:; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        "font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
    )


def test_the_browser_asks_no_other_host_and_runs_no_text(site, browser):
    context = browser.new_context()
    context.add_cookies([site.cookie])
    page, said = context.new_page(), []
    page.on("console", lambda told: said.append(told.text) if told.type == "error" else None)
    page.goto(site.address + PAGE)
    other = f"http://localhost:{urlparse(site.address).port}/"
    assert page.evaluate("address => fetch(address, { mode: 'no-cors' }).then(() => 'asked', () => 'refused')", other) == "refused"
    assert (
        page.evaluate("() => new Promise((done) => setTimeout(() => { try { done(eval('1')) } catch { done('refused') } }))") == "refused"
    )
    assert any("Content Security Policy" in text for text in said)
    context.close()


def test_no_more_kernels_than_the_cap_and_room_again_soon(tmp_path):
    with served(tmp_path, pages=2, idle=SOON_SECONDS) as site:
        assert [site.status(PAGE) for _ in range(2)] == [200, 200]
        answer, text = site.ask(PAGE)
        assert answer.status == 503 and "Optaget lige nu" in text and "Busy right now" in text and '<a href="">Prøv igen' in text
        assert len(site.kernels()) <= 2
        assert becomes(lambda: site.status(PAGE) == 200)


def test_many_at_once_do_not_pass_the_cap(tmp_path):
    with served(tmp_path, pages=2) as site:
        asking = [subprocess.Popen(_curl(site), stdout=subprocess.PIPE, text=True) for _ in range(8)]
        statuses = sorted(each.communicate(timeout=60)[0] for each in asking)
        assert statuses == ["200"] * 2 + ["503"] * 6
        assert len(site.kernels()) == 2


def _curl(site: Site) -> list[str]:
    program = "import sys, urllib.request as u, urllib.error as e\n" \
        "try: a = u.urlopen(u.Request(sys.argv[1], headers={'Cookie': sys.argv[2]})); a.read(); print(a.status, end='')\n" \
        "except e.HTTPError as error: print(error.code, end='')"  # fmt: skip
    return [sys.executable, "-c", program, site.address + PAGE, f"{site.cookie['name']}={site.cookie['value']}"]


def test_a_kernel_lives_as_long_as_its_page(tmp_path, browser):
    with served(tmp_path, idle=SOON_SECONDS) as site:
        context = browser.new_context()
        context.add_cookies([site.cookie])
        page = context.new_page()
        page.goto(site.address + "/voila/render/knap.ipynb")
        expect(page.get_by_role("button", name="Tryk")).to_be_visible(timeout=PATIENCE_SECONDS * 1000)
        time.sleep(2 * SOON_SECONDS)
        assert len(site.kernels()) == 1
        context.set_offline(True)  # the page cannot say good-bye
        context.close()
        assert becomes(lambda: site.kernels() == [])


def test_a_closed_tab_takes_its_kernel_along(tmp_path, browser):
    with served(tmp_path) as site:
        context = browser.new_context()
        context.add_cookies([site.cookie])
        page = context.new_page()
        page.goto(site.address + "/voila/render/knap.ipynb")
        expect(page.get_by_role("button", name="Tryk")).to_be_visible(timeout=PATIENCE_SECONDS * 1000)
        page.close(run_before_unload=True)
        assert becomes(lambda: site.kernels() == [])
        context.close()


@pytest.mark.parametrize("forks", [True, False])
def test_a_service_needs_no_home_folder(tmp_path, forks):
    with served(tmp_path, forks=forks, environment={"HOME": "/proc/ingen"}) as site:
        answer, text = site.ask("/voila/render/miljoe.ipynb")
        assert answer.status == 200 and "p id=told" in text and "/proc/ingen" in text
        assert "ERROR" not in site.log()


def test_a_kernel_that_dies_makes_room_and_is_not_started_again(tmp_path):
    with served(tmp_path, pages=1) as site:
        assert site.status(PAGE) == 200
        (pid,) = site.kernels()
        os.kill(pid, signal.SIGKILL)
        assert becomes(lambda: site.status(PAGE) == 200)
        assert len(site.kernels()) == 1 and site.kernels() != [pid]


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_no_kernel_outlives_the_server(tmp_path, sent):
    with served(tmp_path) as site:
        assert site.status(PAGE) == 200 and len(site.kernels()) == 1
        site.process.send_signal(sent)
        assert becomes(lambda: site.kernels() == [])
        assert site.process.wait(PATIENCE_SECONDS) == (-9 if sent == signal.SIGKILL else 0)


def test_a_planted_person_is_nowhere_in_the_log_nor_on_an_error_page(tmp_path, browser):
    with served(tmp_path) as site:
        asked = [
            f"/voila/render/{quote(PLANTED)}.ipynb",
            f"/{quote(PLANTED)}",
            f"{PAGE}?cpr={CPR}&navn={quote(NAME)}",
            f"/?token={quote(PLANTED)}",
        ]
        asked += [f"/voila/api/shutdown/{CPR}", f"/voila/static/{CPR}.js", "/voila/render/fejl.ipynb"]
        texts = [site.ask(path, User_Agent=PLANTED, Referer=f"http://x/{CPR}")[1] for path in asked]
        texts += [site.ask(f"/voila/api/shutdown/{CPR}", method="POST")[1], site.ask("/", Host=CPR)[1]]
        site.ask("/voila/render/snak.ipynb")  # what it prints belongs on its page, and nowhere else
        _press(site, browser)
        told = "\n".join([*texts, site.log()])
        assert CPR not in told and NAME not in told and quote(NAME) not in told
        assert "CellExecutionError ValueError" in site.log() and "403 GET Entrance" in site.log()
        assert site.key not in site.log()


def _press(site: Site, browser) -> None:
    """A button whose callback fails."""
    context = browser.new_context()
    context.add_cookies([site.cookie])
    page = context.new_page()
    page.goto(site.address + "/voila/render/knap.ipynb")
    page.get_by_role("button", name="Tryk").click(timeout=PATIENCE_SECONDS * 1000)
    expect(page.get_by_role("button", name="Trykket")).to_be_visible()
    assert page.title() == "knap – Visitationsbordet"
    context.close()


def test_a_kernel_knows_no_secret_of_the_machine(tmp_path):
    secret = "hemmeligt-kodeord"
    environment = {"DB_PASSWORD": secret, "REGISTER": f"postgresql://ann:{secret}@{HOST}/db", "JUPYTER_TOKEN": secret, "PGPASSWORD": secret}
    told = {"REGISTER": f"postgresql://ann:{secret}@{HOST}/db", "TODAY": "2021-03-09"}
    with served(tmp_path, told=told, environment=environment) as site:
        text = site.ask("/voila/render/miljoe.ipynb?sprog=en")[1]
        (pid,) = site.kernels()
        kernel = read(Path(f"/proc/{pid}/environ")).decode() + read(Path(f"/proc/{pid}/cmdline")).decode()
        assert f"REGISTER=postgresql://ann@{HOST}/db" in kernel and "TODAY=2021-03-09" in kernel and "sprog=en" in text
        assert "PGPASSFILE" in text and secret not in text + kernel + site.log()
        (file,) = site.sockets.rglob("pgpass")
        assert secret in file.read_text(encoding="utf-8") and file.stat().st_mode & 0o077 == 0
    assert not list(site.sockets.rglob("pgpass"))
