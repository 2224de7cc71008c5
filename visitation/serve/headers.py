"""What every answer tells the browser: ask nobody but this server, run nothing from elsewhere, be framed by nobody."""

from base64 import b64encode
from hashlib import sha256

from tornado.httputil import HTTPHeaders
from tornado.web import OutputTransform

HEARTBEAT = b"window.voila_heartbeat()"  # the one script inside a page: Voila's, while the notebook takes long
POLICY = {
    "default-src": "'none'",
    "script-src": f"'self' 'sha256-{b64encode(sha256(HEARTBEAT).digest()).decode()}' blob:",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
HEADERS = {
    "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in POLICY.items()),
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # none at all would hide the origin of the last word of a closing page, which is then refused
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Server": "Visitationsbordet",
}


class Sealed(OutputTransform):
    """Puts the headers on every answer, also on files and refusals."""

    def transform_first_chunk(self, status_code: int, headers: HTTPHeaders, chunk: bytes, finishing: bool) -> tuple:
        """The answer as it was, with our headers."""
        headers.update(HEADERS)
        return status_code, headers, chunk
