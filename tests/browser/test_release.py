"""What a release gives to somebody who has nothing but its wheel: the commands, the sample register, the dashboards and a report."""

import json
import os
import subprocess
import sys
import sysconfig
from hashlib import sha256
from pathlib import Path
from venv import EnvBuilder

import pytest

from tests.browser.conftest import KEYS, ROOT, free_port, let_in, started
from tests.browser.meeting import visit
from tools import release

SHARED = {"JUPYTER_PATH": f"{sys.prefix}/share/jupyter"}  # what Jupyter's own packages bring along besides code


@pytest.fixture(scope="module")
def visitation(tmp_path_factory) -> Path:
    """The command in an environment that holds the wheel, and finds what it asks for where the tests have it."""
    folder = tmp_path_factory.mktemp("udgivelse")
    wheel = release.build(folder)
    EnvBuilder(with_pip=False).create(folder / "env")
    pip = [sys.executable, "-m", "pip", "--python", folder / "env", "install", "-q", "--no-deps", "--no-index", wheel]
    subprocess.run(pip, check=True)
    own = next((folder / "env").glob("lib/python*/site-packages"))
    (own / "tested.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "env/bin/visitation"


def run(command: Path, folder: Path, *arguments: str) -> str:
    """What a command prints where there is nothing of the project."""
    told = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "REGISTER", "MODEL"}} | SHARED
    done = subprocess.run([command, *arguments], cwd=folder, env=told, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_program_comes_from_the_wheel(visitation, tmp_path):
    asked = "import visitation.home as home, widgets; print(home.CODE, home.SHARED, widgets.__path__[0], sep='\\n')"
    places = run(visitation.with_name("python"), tmp_path, "-c", asked).split()
    assert [str(ROOT) in place for place in places] == [False, False, False]
    assert sorted(path.name for path in Path(places[1]).iterdir()) == ["data_samples", "notebooks", "voila.json"]


def test_from_the_wheel_alone_a_meeting_is_opened_and_a_report_made(visitation, tmp_path, page):
    run(visitation, tmp_path, "demo")
    run(visitation, tmp_path, "report", "maanedsrapport", "--out", "rapport", "-p", "municipality=slagelse")
    assert (tmp_path / "rapport/maanedsrapport-slagelse.html").is_file()
    command = [visitation, "serve", "--no-browser", f"--port={free_port()}"]
    with started(command, SHARED, tmp_path) as server:
        address, _, key = server.stdout.readline().split()[1].partition("/?token=")
        KEYS.append(cookie := let_in(address, key))
        visit(page, address, "moede", kommune="slagelse")
        visit(page, address, "prognose", kommune="slagelse")
        KEYS.remove(cookie)
        page.goto("about:blank")


def test_a_release_says_what_it_is_made_of(visitation, tmp_path, capsys, monkeypatch):
    wheel = next(visitation.parents[2].glob("*.whl"))
    monkeypatch.setattr(release, "build", lambda folder: wheel.replace(folder / "v-0.1.0-py3-none-any.whl"))
    monkeypatch.setattr(release, "install", lambda *_: Path(sys.executable))
    release.main(tmp_path)
    found = json.loads((tmp_path / "v-0.1.0.cdx.json").read_text(encoding="utf-8"))
    named = {part["name"]: part for part in found["components"]}
    assert {"voila", "altair", "numpy"} <= named.keys() and named["voila"]["licenses"]
    assert {"@jupyter-widgets/base", "anywidget", "jquery", "vega", "vega-lite", "vega-embed"} <= named.keys()  # in the browser
    assert len({part["bom-ref"] for part in found["components"]}) == len(found["components"])
    assert "timestamp" not in found["metadata"] and "serialNumber" not in found
    sums = dict(line.split("  ")[::-1] for line in capsys.readouterr().out.splitlines())
    assert {name: sha256((tmp_path / name).read_bytes()).hexdigest() for name in sums} == sums and len(sums) == 2
