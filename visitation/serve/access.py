"""Where the server listens, and by which names it answers: this machine alone, unless more is asked for in full."""

import re
import ssl
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

from visitation.errors import VisitationError

HERE = "127.0.0.1"
NAME = re.compile(r"(?!-)[a-z0-9-]+(\.[a-z0-9-]+)*")


@dataclass(frozen=True)
class Access:
    """What was asked for: port and IP address to listen on, and how others are let in.

    `remote` says that other machines are meant. `certificate` and `key` are files for TLS; `proxy` is the name by which a proxy with
    TLS of its own shows the server."""

    port: int = 8866
    address: str = HERE
    remote: bool = False
    certificate: Path | None = None
    key: Path | None = None
    proxy: str | None = None

    def check(self) -> None:
        """VisitationError when somebody would be let in whom nobody has named, or not in private."""
        if not 0 < self.port < 65536:
            raise self.taken()
        if (self.certificate is None) != (self.key is None):
            raise VisitationError("--tls-cert og --tls-key hører sammen; angiv begge filer eller ingen af dem")
        if self.proxy is not None and not NAME.fullmatch(self.proxy):
            raise VisitationError(f"--behind-proxy: '{self.proxy}' er ikke et navn; skriv det som visitation.kommune.dk")
        if not self._this_machine() and not (self.remote and (self.certificate or self.proxy)):
            raise VisitationError(
                f"--address: {self.address} kan nås fra andre maskiner; det kræver --allow-remote"
                " sammen med --tls-cert og --tls-key eller med --behind-proxy"
            )
        self.tls()

    def taken(self) -> VisitationError:
        """Why the port cannot be used, and which to try."""
        other = 8867 if self.port == 8866 else 8866
        return VisitationError(f"--port: {self.port} er optaget eller findes ikke; vælg en anden, for eksempel {other}")

    def absent(self) -> VisitationError:
        """Why the address cannot be listened on."""
        return VisitationError(f"--address: {self.address} er ikke en adresse på denne maskine; tilladt er for eksempel {HERE}")

    def tls(self) -> ssl.SSLContext | None:
        """What encrypts the connection; None without TLS files, VisitationError when they cannot be used."""
        if self.certificate is None:
            return None
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        try:
            context.load_cert_chain(self.certificate, self.key, password="")  # a locked key is refused rather than asked about
        except (OSError, ValueError):  # ssl.SSLError is an OSError
            raise VisitationError("--tls-cert og --tls-key kan ikke bruges; det skal være et certifikat og dets nøgle som PEM") from None
        return context

    @property
    def private(self) -> bool:
        """True when browsers reach the server by https."""
        return bool(self.certificate or self.proxy)

    @property
    def names(self) -> frozenset[str] | None:
        """The names a browser may ask for; None when the certificate already says so.

        A page elsewhere that has its own name point to this machine is thereby turned away."""
        if self.proxy:
            return frozenset({self.proxy})
        return None if self.certificate else frozenset({self.address, HERE, "localhost", "::1"})

    @property
    def origin(self) -> str:
        """The address to open, without a path."""
        if self.proxy:
            return f"https://{self.proxy}"
        host = f"[{self.address}]" if ":" in self.address else self.address
        return f"{'https' if self.private else 'http'}://{host}:{self.port}"

    def _this_machine(self) -> bool:
        try:
            return ip_address(self.address).is_loopback
        except ValueError:
            raise self.absent() from None
