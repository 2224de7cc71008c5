"""Attacks on a running server by somebody who has no key: doors, paths, names, messages to its kernels, and too many readers."""

import asyncio
import json
import re
import time
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlparse

from tests.attacks.messages import CHANNELS, KINDS, PROTOCOLS, Heard, conversation

PATIENCE_SECONDS = 120
DOOR_SECONDS = 10  # a door that is open says so at once
RECOVERY_SECONDS = 60
READERS = 200
SOMEBODY = "00000000-0000-0000-0000-000000000000"
ELSEWHERE = "http://elsewhere.test"
UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
SOCKETS = ("/api/kernels/{}/channels", "/voila/api/kernels/{}/channels")
UPGRADE = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "A" * 22 + "=="}
PATHS = [
    "/../data/site.json", "/..%2fdata/site.json", "/%2e%2e/%2e%2e/etc/passwd", "/..%252f..%252fetc/passwd", "/....//etc/passwd",
    "//etc/passwd", "/data/../../etc/passwd", "/data/", "/data/trin", "/data/%2e%2e/%2e%2e/voila.json", "/site.css%00.html",
    "/..%5c..%5cetc%5cpasswd", "/file:///etc/passwd", "/static/../../etc/passwd", "/voila/static/..%2f..%2fetc/passwd", "/.git/config",
]  # fmt: skip
DOORS = [
    "/voila/api/contents", "/api/contents", "/api/kernels", "/api/sessions", "/api/kernelspecs", "/api/terminals", "/api/status", "/api/me",
    "/voila/tree", "/tree", "/lab", "/voila/render/moede.ipynb", "/voila/render/offentlig/overblik.ipynb", "/overblik.ipynb",
    "/notebooks/moede.ipynb", "/voila/files/moede.ipynb", "/files/moede.ipynb", "/nbconvert/html/moede.ipynb", "/voila/static/voila.js",
    "/voila/execution/" + SOMEBODY, "/voila/query/" + SOMEBODY, f"/voila/api/shutdown/{SOMEBODY}", "/metrics", "/api/shutdown",
]  # fmt: skip
METHODS = ("GET", "POST", "PUT", "DELETE")
NEEDED = ("Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy")


@dataclass(frozen=True)
class Finding:
    """How often an attack was tried, and how often it got through."""

    attack: str
    tried: int
    through: int
    note: str = ""


def attack_server(address: str) -> list[Finding]:
    """What the attacks find at an address like http://127.0.0.1:8866."""
    found = [paths(address), strangers(address), sealed(address), *messages(address, kernels(address)), flood(address)]
    return [*found, doors(address)]  # last, as one of them may end the server


def kernels(address: str, pages: Iterable[str] = ("/", "/api/kernels")) -> list[str]:
    """The kernels that a visitor is told of, and one that nobody has."""
    return sorted({SOMEBODY}.union(*(UUID.findall(ask(address, page)[2]) for page in pages)))


def ask(
    address: str, path: str, method: str = "GET", headers: Iterable[tuple[str, str]] = (), patience: float = PATIENCE_SECONDS
) -> tuple[int, dict[str, str], str]:
    """The status (0 without an answer), headers and text; the path is sent as it stands."""
    parts = urlparse(address)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(parts.netloc, timeout=patience)
    try:
        connection.request(method, path, headers=dict(headers))
        answer = connection.getresponse()
        text = "" if answer.status == 101 else answer.read().decode(errors="replace")
        return answer.status, {name.title(): value for name, value in answer.getheaders()}, text
    except (OSError, HTTPException):
        return 0, {}, ""
    finally:
        connection.close()


def doors(address: str) -> Finding:
    """Lists of files, other notebooks, kernels and what else such a server can have, asked for in every way."""
    found = [f"{method} {path}" for path in DOORS for method in METHODS if 100 < ask(address, path, method, patience=DOOR_SECONDS)[0] < 400]
    return Finding("doors that no page needs", len(DOORS) * len(METHODS), len(found), ", ".join(found[:5]))


def paths(address: str) -> Finding:
    """Addresses that lead out of the folder, plain and encoded."""
    found = [path for path in PATHS if ask(address, path)[0] == 200]
    return Finding("paths out of the folder", len(PATHS), len(found), ", ".join(found[:5]))


def strangers(address: str) -> Finding:
    """Pages of another origin, and a server called by a name that is not its own."""
    tries = [("/", {"Origin": ELSEWHERE}), ("/", {"Origin": "null"}), ("/", {"Host": "elsewhere.test"})]
    tries += [(path.format(SOMEBODY), UPGRADE | {"Origin": origin}) for path in SOCKETS for origin in (ELSEWHERE, "null", address)]
    found = [headers.get("Origin", "Host") for path, headers in tries if 100 < ask(address, path, headers=headers.items())[0] < 400]
    return Finding("other origins and names", len(tries), len(found), ", ".join(found))


def sealed(address: str) -> Finding:
    """Answers that set a cookie, or do not tell the browser what it must refuse."""
    tries = ["/", "/site.css", "/findes-ikke", "/?token=x"]
    answers = [(path, ask(address, path)[1]) for path in tries]
    found = [path for path, headers in answers if "Set-Cookie" in headers or not all(name in headers for name in NEEDED)]
    return Finding("cookies, and headers that are missing", len(tries), len(found), ", ".join(found))


def messages(address: str, known: list[str]) -> list[Finding]:
    """Every kind of message on every channel by both protocols to every kernel that is known of."""
    places = [address.replace("http", "ws", 1) + path.format(kernel) for kernel in known for path in SOCKETS]
    with ThreadPoolExecutor(1) as apart:  # asyncio begins no loop where one runs, as where a browser is driven
        heard = [apart.submit(asyncio.run, conversation(place, protocol, address)).result() for place in places for protocol in PROTOCOLS]
    tried = len(heard) * len(KINDS) * len(CHANNELS)
    whole = sum(heard, Heard())
    note = f"{len(KINDS)} kinds, {len(CHANNELS)} channels, {len(PROTOCOLS)} protocols, {len(places)} sockets, {whole.opened} opened"
    return [
        Finding("messages that ran code", tried, whole.ran, note),
        Finding("messages that were answered", tried, whole.answered, ", ".join(sorted(whole.kinds))),
        Finding("widgets whose state was read", len(heard), whole.states),
    ]


def flood(address: str, readers: int = READERS) -> Finding:
    """Many readers at once: each is shown the page or told that it is busy, and soon after it is shown again."""
    with ThreadPoolExecutor(readers) as crowd:
        told = Counter(crowd.map(lambda _: ask(address, "/")[0], range(readers)))
    began = time.monotonic()
    while (status := ask(address, "/")[0]) not in (200, 403) and time.monotonic() - began < RECOVERY_SECONDS:
        time.sleep(0.5)
    seconds = time.monotonic() - began
    wrong = sum(times for code, times in told.items() if code not in (200, 403, 503)) + (status not in (200, 403))
    return Finding("readers at once that were not answered", readers, wrong, f"{json.dumps(told)}, back after {seconds:.1f} s")
