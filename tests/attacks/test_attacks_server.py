"""The attacks on running servers: the public one, where none may get through, and an open Jupyter server, where they must."""

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import nbformat
import numpy as np
import pytest

from tests.attacks import ALONE
from tests.attacks.__main__ import main
from tests.attacks.messages import CHANNELS, KINDS, PROTOCOLS, Heard
from tests.attacks.server import Finding, ask, attack_server, doors, flood, kernels, messages, sealed
from tests.browser.conftest import HOST, free_port, running
from tests.public_site import bare, becomes, public
from visitation.disclosure import Axis, Cube, publish
from visitation.register.month import read_month

CAP = 3
PLANTED = "010190-1234"
WEAK = f"import ipywidgets\nunseen = ipywidgets.Text('{PLANTED}')\n1"
PYTHON = {"name": "python3", "language": "python", "display_name": "Python 3"}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with public(bare(tmp_path_factory.mktemp("offentlig") / "ud"), f"--pages={CAP}") as found:
        yield found


@pytest.fixture
def weak(tmp_path):
    """Voila as a guest in a Jupyter server without a password, which is how it must never be shown."""
    notebook = nbformat.v4.new_notebook(metadata={"kernelspec": PYTHON}, cells=[nbformat.v4.new_code_cell(WEAK)])
    nbformat.write(notebook, tmp_path / "a.ipynb")
    port, config = free_port(), tmp_path / "open.json"
    server = {"ip": HOST, "port": port, "root_dir": str(tmp_path), "allow_root": True, "open_browser": False, "disable_check_xsrf": True}
    server |= {"jpserver_extensions": {"voila.server_extension": True}}
    config.write_text(json.dumps({"ServerApp": server, "IdentityProvider": {"token": ""}}), encoding="utf-8")
    command = [sys.executable, "-m", "jupyter_server", f"--config={config}"]
    with running(command, port, {"JUPYTER_RUNTIME_DIR": str(tmp_path / "run")}, tmp_path) as found:
        yield found


def test_no_attack_gets_through_to_the_public_pages(site):
    found = attack_server(site.address)
    assert [one for one in found if one.through or not one.tried] == []
    assert next(one for one in found if one.attack == "messages that ran code").tried >= 15 * 4 * 2
    assert ask(site.address, "/")[0] == 200


def test_fifteen_kinds_of_messages_on_four_channels_by_both_protocols():
    assert (len(KINDS), len(CHANNELS), len(PROTOCOLS)) == (15, 4, 2)


def test_a_server_that_is_open_is_found_out(weak, monkeypatch):
    monkeypatch.setattr("tests.attacks.messages.SILENCE_SECONDS", 15)  # an open kernel may be slow on a busy machine
    monkeypatch.setattr("tests.attacks.server.DOOR_SECONDS", 3)
    found = {one.attack: one for one in messages(weak, kernels(weak, ["/voila/render/a.ipynb"]))}
    for attack in ("messages that ran code", "messages that were answered", "widgets whose state was read"):
        assert found[attack].through > 0, found[attack]
    assert sealed(weak).through > 0
    assert doors(weak).through > 0


def test_kernels_never_exceed_the_cap_and_are_gone_soon(site):
    with ThreadPoolExecutor(1) as attacker:
        attack, most = attacker.submit(flood, site.address), 0
        while not attack.done():
            most = max(most, len(site.kernels()))
    assert 1 <= most <= CAP
    assert attack.result().through == 0 and '"503"' in attack.result().note
    assert becomes(lambda: not site.kernels())
    assert [path for path in site.private.rglob("*") if path.is_dir() and not path.name.startswith("vb-")] == []


def test_the_table_says_what_got_through(capsys, monkeypatch):
    monkeypatch.setattr("tests.attacks.__main__.attack_server", lambda _: [Finding("doors", 4, 1, "GET /x"), Finding("paths", 2, 0)])
    assert main("http://127.0.0.1:1") == 1
    assert capsys.readouterr().out.splitlines()[1].split() == ["doors", "4", "1", "GET", "/x"]


def test_a_folder_gets_a_table_too(tmp_path, capsys):
    axes = (Axis("step", ("a", "b")), Axis("age_group", ("x", "y")))
    true = Cube(axes, (read_month("2021-01"), read_month("2021-02")), np.array([[[2, 11], [10, 9]], [[3, 11], [10, 9]]]))
    publish(tmp_path / "data" / "trin", true, bytes(range(32)), date(2021, 3, 9))
    assert main(str(tmp_path)) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert len(rows) == 1 + len(ALONE) and rows[1][:5] == ["trin", "margin", "subtraction", "2", "0"]


def test_nobody_there_is_no_proof(monkeypatch):
    monkeypatch.setattr("tests.attacks.server.RECOVERY_SECONDS", 1)
    assert ask(f"http://{HOST}:{free_port()}", "/")[0] == 0
    assert Heard() + Heard(1, 2) == Heard(1, 2)
    assert flood(f"http://{HOST}:{free_port()}", 2).through > 0


def test_the_server_logs_no_address(site):
    ask(site.address, f"/{PLANTED}?cpr={PLANTED}")
    log = site.log.read_text(encoding="utf-8")
    assert "404 GET Shown" in log and PLANTED not in log
