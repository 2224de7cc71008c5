"""A real Chromium in front of a real server; every page remembers what it asked for and what went wrong."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from types import MappingProxyType
from typing import IO
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.registers import sample_register

ROOT = Path(__file__).parents[2]
HOST = "127.0.0.1"
START_SECONDS = 60
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
KEYS: list[dict] = []  # the cookies of those who have been let in, for every server that runs
PROJECTOR, PHONE = {"width": 1920, "height": 1080}, {"width": 390, "height": 844}
expect.set_options(timeout=20_000)  # three files at a time on two cores: a page is waited for, never hurried


def chromium() -> str:
    """The path of the machine's Chromium."""
    return next(found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name)))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser) -> Iterator[Page]:
    """A page at projector size; at the end it must have asked only this machine and logged no error."""
    yield from watched(browser, PROJECTOR)


@pytest.fixture
def phone(browser) -> Iterator[Page]:
    """The same on a phone."""
    yield from watched(browser, PHONE)


def watched(browser: Browser, size: dict) -> Iterator[Page]:
    """A page of that size; at the end it must have asked only this machine and logged no error."""
    context = browser.new_context(viewport=size, locale="da-DK")
    context.add_cookies(KEYS)
    opened, wrong = context.new_page(), []
    opened.on("request", lambda request: wrong.append(f"asked {request.url}") if _leaves(request.url) else None)
    opened.on("console", lambda said: wrong.append(f"console: {said.text}") if said.type == "error" else None)
    opened.on("pageerror", lambda error: wrong.append(f"script: {error}"))
    yield opened
    context.close()
    assert wrong == []


def _leaves(url: str) -> bool:
    return urlparse(url).scheme not in ("data", "blob", "about") and urlparse(url).hostname != HOST


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


@contextmanager
def running(command: list[str], port: int, environment: dict[str, str], cwd: Path = ROOT) -> Iterator[str]:
    """The address of a server that was started, and is stopped at the end."""
    with started(command, environment, cwd) as server:
        deadline = time.monotonic() + START_SECONDS
        while not _answers(port):
            assert server.poll() is None, server.stdout.read()
            assert time.monotonic() < deadline, f"no answer on port {port}"
            time.sleep(0.1)
        yield f"http://{HOST}:{port}"


@contextmanager
def started(command: list[str], environment: dict[str, str], cwd: Path = ROOT, log: int | IO = subprocess.STDOUT):
    """A server's process; what it prints is its `stdout`, and its log goes there too unless `log` is a file."""
    server = subprocess.Popen(command, cwd=cwd, env=os.environ | environment, stdout=subprocess.PIPE, stderr=log, text=True)
    try:
        yield server
    finally:
        server.terminate()
        server.communicate(timeout=30)


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


@contextmanager
def serving(register: str, *arguments: str) -> Iterator[str]:
    """The address of `visitation serve` on a register; pages of the fixtures and of `visit` are let in."""
    with opened(register, *arguments) as (address, key):
        cookie = let_in(address, key)
        KEYS.append(cookie)
        yield address
        KEYS.remove(cookie)


@contextmanager
def opened(register: str, *arguments: str, environment: Mapping[str, str] = MappingProxyType({}), log: int | IO = subprocess.STDOUT):
    """The address and the key that `visitation serve` prints."""
    asked = [f"--port={free_port()}", "--no-browser", f"--register={register}"]
    asked += ["--ready=0", "--pages=60"]  # no work for kernels that no test opens, and none is refused because tests are quick
    command = [sys.executable, "-m", "visitation.cli", "serve", *asked]
    with started([*command, *arguments], dict(environment), log=log) as server:
        said = server.stdout.readline()
        assert "/?token=" in said, said + server.stdout.read()
        address, _, key = said.split()[1].partition("/?token=")
        yield address, key


def let_in(address: str, key: str) -> dict:
    """The cookie that the key is exchanged for, as a browser keeps it."""
    connection = HTTPConnection(urlparse(address).netloc)
    connection.request("GET", f"/?token={key}")
    name, _, value = connection.getresponse().headers["Set-Cookie"].split(";")[0].partition("=")
    connection.close()
    return {"name": name, "value": value, "url": address, "httpOnly": True, "sameSite": "Lax"}


@contextmanager
def sampled(folder: Path) -> Iterator[str]:
    """The address of the dashboards on a new sample register in a folder."""
    with serving(sample_register(folder)) as address:
        yield address


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory) -> Iterator[str]:
    """The address of the dashboards on the sample register."""
    with sampled(tmp_path_factory.mktemp("demo")) as address:
        yield address
