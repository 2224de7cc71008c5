"""Kernels that wait for a page: each gets one page, which it knows as well as a kernel of the page's own, and nobody else reaches it."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import HOST, ROOT, let_in, opened
from tests.browser.meeting import visit
from tests.browser.own_site import PAGE, PATIENCE_SECONDS, SOCKET, Site, becomes, holds, read, served

TOLD = "/voila/render/miljoe.ipynb"
SECRET = "hemmeligt-kodeord"


def waiting(site: Site, number: int) -> list[int]:
    """The processes of the kernels, as soon as so many have been started."""
    assert becomes(lambda: len(site.kernels()) == number)
    return site.kernels()


def says(text: str, name: str, value: str) -> bool:
    """True when the kernel that made the page has such a variable."""
    return f'\\"{name}\\": \\"{value}\\"' in text


@pytest.mark.parametrize("forks", [True, False])
def test_each_page_has_a_kernel_of_its_own_and_its_own_address(tmp_path, forks):
    with served(tmp_path, ready=1, forks=forks) as site:
        (pid,) = waiting(site, 1)
        first = site.ask(f"{TOLD}?kommune=slagelse")[1]
        assert says(first, "QUERY_STRING", "kommune=slagelse") and says(first, "SCRIPT_NAME", TOLD)
        assert site.kernels() == [pid]
        second = site.ask(f"{TOLD}?sprog=en")[1]
        assert says(second, "QUERY_STRING", "sprog=en") and "slagelse" not in second
        assert len(site.kernels()) == 2


def test_a_page_in_a_folder_is_made_in_the_folder(tmp_path):
    with served(tmp_path, ready=1) as site:
        (pid,) = waiting(site, 1)
        assert "'mappe'" in site.ask("/voila/render/mappe/sted.ipynb")[1].replace("\\u0027", "'")
        assert site.kernels() == [pid]


def test_a_kernel_that_waits_knows_no_secret_and_what_the_dashboards_are_told(tmp_path):
    environment = {"DB_PASSWORD": SECRET, "REGISTER": f"postgresql://ann:{SECRET}@{HOST}/db", "PGPASSWORD": SECRET, "PGPASSFILE": "/x"}
    told = {"REGISTER": f"postgresql://ann:{SECRET}@{HOST}/db", "TODAY": "2021-03-09"}
    with served(tmp_path, ready=1, told=told, environment=environment) as site:
        (pid,) = waiting(site, 1)
        text = site.ask(TOLD)[1]
        (file,) = site.sockets.rglob("pgpass")
        assert says(text, "REGISTER", f"postgresql://ann@{HOST}/db") and says(text, "TODAY", "2021-03-09")
        assert says(text, "PGPASSFILE", str(file)) and site.kernels() == [pid]
        started_with = read(Path(f"/proc/{pid}/environ")) + read(Path(f"/proc/{pid}/cmdline"))
        assert SECRET not in text + site.log() + started_with.decode()


def test_no_address_leads_to_a_kernel_that_waits(tmp_path):
    with served(tmp_path, ready=1) as site:
        (pid,) = waiting(site, 1)
        (file,) = (found for found in site.sockets.rglob("kernel-*.json"))
        kernel_id = file.stem.removeprefix("kernel-")
        assert site.status(f"/api/kernels/{kernel_id}") == 404
        assert site.status(f"/api/kernels/{kernel_id}", method="DELETE") == 404
        assert site.status(f"/voila/api/shutdown/{kernel_id}", method="POST") == 404
        assert site.status(f"/api/kernels/{kernel_id}/channels", **SOCKET) >= 400
        assert site.status(PAGE) == 200 and site.kernels() == [pid]


def test_kernels_that_wait_keep_nobody_out_and_are_never_too_many(tmp_path):
    with served(tmp_path, pages=2, ready=5) as site:
        pids = waiting(site, 2)
        assert [site.status(PAGE) for _ in range(3)] == [200, 200, 503]
        assert sorted(site.kernels()) == sorted(pids)


def test_one_more_is_made_ready_when_the_page_has_had_its_turn(tmp_path, browser):
    with served(tmp_path, ready=1) as site:
        (pid,) = waiting(site, 1)
        context = browser.new_context()
        context.add_cookies([site.cookie])
        page = context.new_page()
        page.goto(site.address + "/voila/render/knap.ipynb")
        expect(page.get_by_role("button", name="Tryk")).to_be_visible(timeout=PATIENCE_SECONDS * 1000)
        assert pid in waiting(site, 2)
        page.close(run_before_unload=True)
        assert becomes(lambda: len(site.kernels()) == 1 and pid not in site.kernels())
        context.close()


def test_a_kernel_that_died_while_it_waited_is_not_missed(tmp_path):
    with served(tmp_path, ready=2) as site:
        first, second = waiting(site, 2)
        os.kill(min(first, second), signal.SIGKILL)
        assert site.status(PAGE) == 200
        assert site.kernels() == [max(first, second)]


def test_a_kernel_of_its_own_shares_no_more_than_what_was_read(tmp_path):
    """What one page does to its process, another does not see; and no kernel holds the server's line to the process they come from."""
    with served(tmp_path) as site:
        assert [site.status(PAGE) for _ in range(2)] == [200, 200]
        first, second = site.kernels()
        held, line = [set(holds(pid)) for pid in (first, second)], os.readlink(f"/proc/{site.forkserver()}/fd/0")
        assert line.startswith("socket:") and line not in held[0] | held[1]
        assert {each for each in held[0] & held[1] if not each.startswith(("/", "anon_inode:"))} == set()
        assert {os.getpgid(first), os.getsid(first)} == {first}


def test_the_process_that_kernels_are_forked_from_is_replaced_when_it_dies(tmp_path):
    with served(tmp_path) as site:
        assert site.status(PAGE) == 200
        (pid,), forkserver = site.kernels(), site.forkserver()
        os.kill(forkserver, signal.SIGKILL)
        assert becomes(lambda: site.kernels() == [])  # a page that has lost its kernel says so itself
        assert site.status(PAGE) == 200
        assert site.forkserver() != forkserver and pid not in site.kernels()


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGKILL])
def test_no_kernel_that_waits_outlives_the_server(tmp_path, sent):
    with served(tmp_path, ready=1) as site:
        waiting(site, 1)
        site.process.send_signal(sent)
        assert becomes(lambda: site.kernels() == [])
        assert site.process.wait(PATIENCE_SECONDS) == (-9 if sent == signal.SIGKILL else 0)


def test_a_page_shows_the_register_of_now_and_the_municipality_it_asks_for(page, tmp_path):
    """Two kernels are made ready one after the other, so that the first has read the empty register when the second is started."""
    register = f"sqlite:///{tmp_path}/register.sqlite"
    with (
        TemporaryDirectory(prefix="vb") as sockets,  # a socket's name may be about 100 characters long
        opened(register, "--ready", "2", environment={"TMPDIR": sockets}) as (address, key),
    ):
        page.context.add_cookies([let_in(address, key)])
        assert becomes(lambda: len(list(Path(sockets).rglob("kernel-*.json"))) == 2)
        file = ROOT / "data_samples" / "slagelse" / "henvendelser-denne-uge.csv"
        taken = [sys.executable, "-m", "visitation.cli", "import", file, "--register", register, "--model", "slagelse"]
        subprocess.run(taken, check=True, capture_output=True)
        visit(page, address, "moede", kommune="slagelse")
        expect(page.get_by_role("heading", name="Sag ").first).to_be_visible(timeout=PATIENCE_SECONDS * 1000)
        expect(page.get_by_text("Slagelse ·").first).to_be_visible()
        page.goto("about:blank")
