"""The same questionnaire, ladder and chart in Streamlit, Panel and Solara, each in a Python of their own that is made for the run."""

import subprocess
import venv
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bench.room.pages import Shown
from bench.room.servers import Served, listening
from tests.browser.conftest import HOST, ROOT, free_port, started

SCRIPTS = ROOT / "bench" / "peers"
WANTED = ["streamlit==1.67.0", "panel==1.9.4", "solara==1.58.2", "solara-assets==1.58.2", "altair==5.5.0"]
READING = ".bench-step"


def _commands(port: int) -> dict[str, tuple[list[str], Shown]]:
    """How each is started, and what is pressed in it."""
    return {
        "streamlit": (
            ["streamlit", "run", "in_streamlit.py", f"--server.address={HOST}", f"--server.port={port}", "--server.headless=true",
             "--browser.gatherUsageStats=false"],
            Shown("/", "[data-testid=stRadio] input:not(:checked)", READING),
        ),
        "panel": (
            ["panel", "serve", "in_panel.py", f"--address={HOST}", f"--port={port}", f"--allow-websocket-origin={HOST}:{port}"],
            Shown("/in_panel", "input[type=radio]:not(:checked)", READING, deep=True),
        ),
        "solara": (
            ["solara", "run", "in_solara.py", f"--host={HOST}", f"--port={port}", "--no-open", "--production"],
            Shown("/", ".v-btn-toggle button:nth-of-type(2)", READING),
        ),
    }  # fmt: skip


@contextmanager
def peer_sides(folder: Path) -> Iterator[dict[str, tuple[Served, Shown]]]:
    """The peers that run, by name, with what is pressed in them; none when they cannot be installed, and then that is said."""
    python = folder / "peers"
    venv.create(python, with_pip=True)
    pip = [str(python / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *WANTED]
    if subprocess.run(pip, check=False, stderr=subprocess.DEVNULL).returncode:
        print("  the peers cannot be installed here; they are left out")
        yield {}
        return
    with ExitStack() as stack:
        yield {name: stack.enter_context(_running(python, name)) for name in _commands(0)}


@contextmanager
def _running(python: Path, name: str) -> Iterator[tuple[Served, Shown]]:
    port = free_port()
    (program, *arguments), shown = _commands(port)[name]
    command = [str(python / "bin" / "python"), str(python / "bin" / program), *arguments]
    with started(command, {}, SCRIPTS, log=subprocess.DEVNULL) as process:
        yield listening(process, port), shown
