"""The one place that speaks to the network: a question to the StatBank and its reply."""

import json
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from visitation.errors import VisitationError

URL = "https://api.statbank.dk/v1/data"
SECONDS = 60
MOST_BYTES = 50_000_000


class _Stay(HTTPRedirectHandler):
    """Only the one host is asked: nobody is sent on."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        """No request: the redirection becomes an error."""
        return


def ask(body: dict, url: str = URL) -> Any:
    """The reply to a question, as plain data; VisitationError in one sentence when there is none."""
    table = body["table"]
    request = Request(url, json.dumps(body).encode(), {"Content-Type": "application/json; charset=utf-8"})
    try:
        with build_opener(_Stay).open(request, timeout=SECONDS) as reply:
            content = reply.read(MOST_BYTES + 1)
    except HTTPError as refused:
        raise VisitationError(f"{table}: Danmarks Statistik afviser forespørgslen: {_said(refused)}") from None
    except (OSError, HTTPException):
        raise VisitationError(f"{table}: ingen forbindelse til Danmarks Statistik; prøv igen, eller brug det, der er hentet før.") from None
    if len(content) > MOST_BYTES:
        raise VisitationError(f"{table}: svaret er over {MOST_BYTES // 1_000_000} MB; bed om færre værdier.")
    return _json(content, table)


def _said(refused: HTTPError) -> str:
    """What the StatBank itself says is wrong, else its status."""
    try:
        said = json.loads(refused.read(10_000))["message"]
        return " ".join(str(said).split())
    except (OSError, ValueError, KeyError, TypeError):
        return f"status {refused.code}."


def _json(content: bytes, table: str) -> Any:
    try:
        return json.loads(content)
    except ValueError:
        raise VisitationError(f"{table}: svaret fra Danmarks Statistik er ikke JSON.") from None
