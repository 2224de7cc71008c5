"""Start the dashboards: Voila on 127.0.0.1 with our template, told which model, register and day to show."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import webbrowser
from datetime import date
from pathlib import Path

from visitation.errors import VisitationError
from visitation.model import load
from visitation.register.store import open_register, register_url
from visitation.statbank.cache import cache_path

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
START_SECONDS = 60


def serve(port: int, register: str | None, model: str | None, on: date | None, browser: bool) -> int:
    """Serves the dashboards until stopped; VisitationError when model, register or port cannot be used."""
    environment = _environment(register, model, on)
    if not 0 < port < 65536 or _answers(port):
        raise VisitationError(f"--port: {port} er optaget eller findes ikke; vælg en anden, for eksempel {8867 if port == 8866 else 8866}")
    address = f"http://{HOST}:{port}/"
    server = subprocess.Popen([*_voila(), f"--port={port}"], cwd=ROOT, env=environment)
    signal.signal(signal.SIGTERM, lambda *_: server.terminate())
    print(f"Visitationsbordet: {address}  (Ctrl+C stopper)", flush=True)
    if browser:
        threading.Thread(target=_open_when_ready, args=(port, address), daemon=True).start()
    while True:
        try:
            return max(server.wait(), 0)
        except KeyboardInterrupt:  # the server got it as well and is on its way down
            continue


def _voila() -> list[str]:
    if not (ROOT / "notebooks").is_dir():
        raise VisitationError("notebooks/ mangler; kør visitation serve fra en hel kopi af projektet")
    private = ["--KernelManager.transport=ipc"] if os.name == "posix" else []  # no port that another user of the machine can listen on
    return [sys.executable, "-m", "voila", "notebooks", "--no-browser", f"--Voila.ip={HOST}", *private]


def _environment(register: str | None, model: str | None, on: date | None) -> dict[str, str]:
    """What the dashboards are told; model and register are opened once, so that what is wrong is said before anything starts."""
    url = _anchored(register_url(register))
    open_register(url).close()
    told = {
        "REGISTER": url,
        "STATBANK": str(cache_path(None).resolve()),
        "JUPYTER_PATH": os.pathsep.join([str(ROOT / "widgets/theme/jupyter"), os.environ.get("JUPYTER_PATH", "")]).rstrip(os.pathsep),
    }
    if model:
        folder = load(model).folder
        told["MODEL"] = str(folder.resolve()) if Path(model).is_dir() else model
    if on:
        told["TODAY"] = on.isoformat()
    return os.environ | told


def _anchored(url: str) -> str:
    """The same SQLite file whichever folder a kernel runs in."""
    prefix = "sqlite:///"
    if url.startswith(prefix) and not url.startswith(prefix + "/"):
        return prefix + str(Path(url.removeprefix(prefix)).resolve())
    return url


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def _open_when_ready(port: int, address: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if _answers(port):
            webbrowser.open(address)
            return
        time.sleep(0.2)
