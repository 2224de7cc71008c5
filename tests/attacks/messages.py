"""What a visitor can try to say to a kernel: every kind of message, on every channel, by both protocols of the websocket."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from dataclasses import dataclass
from uuid import uuid4

from jupyter_server.services.kernels.connection.base import deserialize_msg_from_ws_v1, serialize_msg_to_ws_v1
from tornado.httpclient import HTTPError, HTTPRequest
from tornado.websocket import WebSocketClientConnection, WebSocketClosedError, websocket_connect

V1 = "v1.kernel.websocket.jupyter.org"
PROTOCOLS = ("", V1)
CHANNELS = ("shell", "control", "stdin", "iopub")
SILENCE_SECONDS = 3
CONTROL = "jupyter.widget.control"
METADATA = {"version": "1.0.0"}  # of that channel; without it no widget answers
RAN = "ran-" + uuid4().hex
HALF = len(RAN) // 2
CODE = f"print({RAN[:HALF]!r} + {RAN[HALF:]!r})"  # the whole word is heard only from a kernel that ran it
DEBUG = {"type": "request", "seq": 1, "command": "evaluate", "arguments": {"expression": CODE}}
KINDS = {
    "execute_request": {"code": CODE, "silent": False, "store_history": False, "user_expressions": {}, "allow_stdin": False},
    "complete_request": {"code": "pri", "cursor_pos": 3},
    "inspect_request": {"code": "print", "cursor_pos": 5, "detail_level": 1},
    "history_request": {"hist_access_type": "tail", "n": 50, "output": True, "raw": True},
    "is_complete_request": {"code": CODE},
    "comm_info_request": {},
    "kernel_info_request": {},
    "connect_request": {},
    "debug_request": DEBUG,
    "interrupt_request": {},
    "create_subshell_request": {},
    "input_reply": {"value": CODE},
    "comm_open": {"comm_id": "a", "target_name": CONTROL, "data": {}},
    "comm_msg": {"comm_id": "a", "data": {"method": "request_states"}},
    "comm_close": {"comm_id": "a", "data": {}},
}


@dataclass(frozen=True)
class Heard:
    """What came back: sockets that opened, messages that ran code or were answered, of which kinds, and widgets whose state came."""

    opened: int = 0
    ran: int = 0
    answered: int = 0
    states: int = 0
    kinds: frozenset[str] = frozenset()

    def __add__(self, other: Heard) -> Heard:
        added = [getattr(self, name) + getattr(other, name) for name in ("opened", "ran", "answered", "states")]
        return Heard(*added, self.kinds | other.kinds)


async def conversation(place: str, protocol: str, origin: str) -> Heard:
    """Everything said over one socket, and what was heard until nothing more came."""
    request = HTTPRequest(place, headers={"Origin": origin}, validate_cert=False, connect_timeout=30, request_timeout=30)
    try:
        socket = await websocket_connect(request, subprotocols=[protocol] if protocol else None)
    except (HTTPError, OSError):
        return Heard()
    said = [_message(kind, content, channel) for channel in CHANNELS for kind, content in KINDS.items()]
    with suppress(WebSocketClosedError):  # to be thrown out is an answer too
        for message in said:
            await socket.write_message(_packed(message, protocol), binary=bool(protocol))
    replies = [reply async for reply in _replies(socket)]
    socket.close()
    return _heard(replies, {message["header"]["msg_id"]: message["msg_type"] for message in said})


def _heard(replies: list[dict], sent: dict[str, str]) -> Heard:
    texts = {reply["parent_header"].get("msg_id"): json.dumps(reply["content"]) for reply in replies if reply["msg_type"] != "status"}
    ran = {reply["parent_header"].get("msg_id") for reply in replies if RAN in json.dumps(reply["content"])}
    states = [len(_states(reply)) for reply in replies]
    kinds = {sent[asked] for asked in texts if asked in sent}
    return Heard(1, len(ran), len(texts.keys() & sent), max(states, default=0), frozenset(kinds))


def _states(reply: dict) -> dict:
    data = reply["content"].get("data", {})
    return data.get("states", {}) if isinstance(data, dict) else {}


async def _replies(socket: WebSocketClientConnection):
    while True:
        try:
            said = await asyncio.wait_for(socket.read_message(), SILENCE_SECONDS)
        except TimeoutError:
            return
        if said is None:
            return
        yield _unpacked(said)


def _message(kind: str, content: dict, channel: str) -> dict:
    header = {"msg_id": uuid4().hex, "msg_type": kind, "session": "a", "username": "", "version": "5.3", "date": "2021-03-09T00:00:00Z"}
    return {
        "channel": channel,
        "header": header,
        "parent_header": {},
        "metadata": METADATA,
        "content": content,
        "msg_type": kind,
        "buffers": [],
    }


def _packed(message: dict, protocol: str) -> str | bytes:
    if not protocol:
        return json.dumps(message)
    return serialize_msg_to_ws_v1(message, message["channel"], lambda part: json.dumps(part).encode())


def _unpacked(said: str | bytes) -> dict:
    if isinstance(said, str):
        return json.loads(said)
    _, parts = deserialize_msg_from_ws_v1(said)
    header, parent, _, content = map(json.loads, parts[:4])
    return {"header": header, "msg_type": header["msg_type"], "parent_header": parent, "content": content}
