"""The examples in docs/deployment as they stand, but for folders and ports: a real nginx before both servers, and systemd's own opinion."""

import os
import re
import shutil
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPSConnection
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import FLAGS, HOST, ROOT, chromium, free_port, opened, running
from tests.public_site import becomes, public, whole

EXAMPLES = ROOT / "docs/deployment"
NAME = "visitation.kommune.dk"
EXPOSED_AT_MOST = 5.0  # systemd's own scale to 10; "OK" ends at 5
AROUND = """daemon off; {user} error_log {folder}/error.log; pid {folder}/pid;
events {{}}
http {{
types {{ text/html html; }}
client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
fastcgi_temp_path {folder}/a; uwsgi_temp_path {folder}/b; scgi_temp_path {folder}/c;
{example}
}}
"""


@contextmanager
def nginx(example: str, folder: Path, upstream: int) -> Iterator[tuple[int, int]]:
    """The ports for https and http of an nginx with an example that leads to a server."""
    folder.mkdir()
    new = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", f"/CN={NAME}"]
    subprocess.run([*new, "-out", folder / "pem", "-keyout", folder / "key"], check=True, capture_output=True)
    private, plain = free_port(), free_port()
    ours = {
        "listen 443": f"listen {HOST}:{private}",
        "listen 80": f"listen {HOST}:{plain}",
        "/etc/ssl/visitation.pem": f"{folder}/pem",
        "/etc/ssl/private/visitation.key": f"{folder}/key",
        "/var/cache/nginx": str(folder),
        "127.0.0.1:8866": f"{HOST}:{upstream}",
    }
    said = (EXAMPLES / example).read_text(encoding="utf-8")
    for theirs, own in ours.items():
        said = said.replace(theirs, own)
    assert "/etc/" not in said and ":8866" not in said
    path = folder / "nginx.conf"
    path.write_text(AROUND.format(folder=folder, example=said, user="user root;" if os.geteuid() == 0 else ""), encoding="utf-8")
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    with running([program, "-e", f"{folder}/error.log", "-p", str(folder), "-c", str(path)], private, {}):
        yield private, plain


@contextmanager
def at_home(browser: Browser, private: int, plain: int) -> Iterator[BrowserContext]:
    """A browser for which the server has its own name, and the ports that the name promises."""
    rules = f"--host-resolver-rules=MAP {NAME}:443 {HOST}:{private}, MAP {NAME}:80 {HOST}:{plain}"
    own = browser.browser_type.launch(executable_path=chromium(), args=[*FLAGS, rules])
    yield own.new_context(ignore_https_errors=True)
    own.close()


def posted(private: int) -> int:
    """What somebody is answered who sends instead of reading."""
    connection = HTTPSConnection(HOST, private, context=ssl._create_unverified_context())
    connection.request("POST", "/", "x", {"Host": NAME})
    status = connection.getresponse().status
    connection.close()
    return status


def shown(page: Page) -> list[str]:
    """What goes wrong in the page from now on."""
    wrong = []
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    return wrong


def test_a_meeting_is_held_behind_nginx(browser, tmp_path):
    port = free_port()
    with (
        opened(f"sqlite:///{tmp_path}/register.sqlite", "--on=2021-03-09", f"--port={port}", f"--behind-proxy={NAME}") as (_, key),
        nginx("nginx-moede.conf", tmp_path / "nginx", port) as ports,
        at_home(browser, *ports) as context,
    ):
        page = context.new_page()
        wrong = shown(page)
        page.goto(f"http://{NAME}/?token={key}")
        assert page.url == f"https://{NAME}/"
        expect(page.get_by_role("heading", name="Visitationsbordet")).to_be_visible(timeout=60_000)
        page.set_input_files("#vbs-file", ROOT / "data_samples/ringsted/henvendelser-denne-uge.csv")
        expect(page.locator("#vbs-result")).to_contain_text(re.compile(r"Indlæst.*: 2\d\."), timeout=60_000)
        assert [cookie for cookie in context.cookies() if not cookie["secure"]] == []
        assert wrong == []


def test_the_public_pages_are_read_and_kept_behind_nginx(browser, tmp_path):
    folder, port = whole(tmp_path / "ud"), free_port()
    with (
        public(folder, f"--port={port}", f"--behind-proxy={NAME}") as site,
        nginx("nginx-offentlig.conf", tmp_path / "nginx", port) as ports,
        at_home(browser, *ports) as context,
    ):
        page = context.new_page()
        wrong = shown(page)
        first = page.goto(f"http://{NAME}/")
        assert first.text() == (folder / "index.html").read_text(encoding="utf-8")
        assert "max-age" in first.headers["strict-transport-security"] and "default-src 'none'" in first.headers["content-security-policy"]
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert becomes(lambda: not site.kernels())
        for _ in range(3):  # kept by nginx: no kernel is made for it
            assert page.goto(f"https://{NAME}/").status == 200 and not site.kernels()
        assert posted(ports[0]) == 403
        assert context.cookies() == [] and wrong == []


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.service")), ids=lambda path: path.name)
def test_systemd_understands_every_line_of_the_service(tmp_path, example):
    if not shutil.which("systemd-analyze"):
        pytest.skip("this machine has no systemd")
    said = re.sub(r"ExecStart=\S+", "ExecStart=/usr/bin/env", example.read_text(encoding="utf-8"))
    unit = tmp_path / example.name
    unit.write_text(re.sub(r"WorkingDirectory=.*", "WorkingDirectory=/", said), encoding="utf-8")
    checked = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")
    judged = subprocess.run(["systemd-analyze", "security", "--offline=true", unit], capture_output=True, text=True, check=False).stdout
    assert float(re.search(r"exposure level for \S+: ([\d.]+)", judged)[1]) <= EXPOSED_AT_MOST
