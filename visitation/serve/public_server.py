"""The public server: Voila on its own, behind a gate without a key, with one kernel for each page while the page is made."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from traitlets.config import Config

from visitation.serve.access import Access
from visitation.serve.log import keep_discreet, log_request
from visitation.serve.public_kernels import PublicKernels
from visitation.serve.public_pages import Open, PublicSealed, Shown
from visitation.serve.public_site import Site
from visitation.serve.server import Inside, Server, _listening

ASKED_BYTES = 1024  # of a body, which no reader sends
WAIT_SECONDS = 30  # for the next question on an open connection


class PublicServer(Server):
    """Voila without anything that a visitor could talk to: files, and pages that are made and let go."""

    site: Site

    def start(self) -> None:
        """Serves until stopped."""
        self.connection_dir = tempfile.mkdtemp(prefix="vb-")
        self.app = Open(self.access, log_function=log_request, **self.init_settings())
        self.app.add_handlers(".*$", self.init_handlers())
        self.app.add_transform(PublicSealed)
        limits = {"max_body_size": ASKED_BYTES, "idle_connection_timeout": WAIT_SECONDS}
        HTTPServer(self.app, ssl_options=self.access.tls(), xheaders=False, **limits).add_sockets(self.sockets)
        self.ioloop = IOLoop.current()
        self.ioloop.add_callback(self.announce)
        try:
            self.ioloop.start()
        except KeyboardInterrupt:
            pass
        finally:
            self.stop()

    def init_handlers(self) -> list[tuple]:
        """One for everything: of Voila's own doors, none is open."""
        return [("/(.*)", Shown, {"site": self.site})]

    def announce(self) -> None:
        """Prints the address."""
        print(f"Visitationsbordet, offentligt: {self.access.origin}/  (Ctrl+C stopper)", flush=True)


def run(root: Path, access: Access, site: Site, readable: Iterable[Path], in_box: bool, most: int) -> None:
    """Serves a publication until stopped; VisitationError when the port is taken or the address is another machine's.

    `readable`: the folders that a boxed kernel sees; `most`: how many pages may be in the making at once."""
    sockets = _listening(access)
    os.environ["JUPYTER_PATH"] = str(root / "widgets/theme/jupyter")
    config = Config({
        "PublicServer": {"config_file_paths": [], "identity_provider_class": Inside, "log_level": "WARN"},
        "VoilaConfiguration": {"multi_kernel_manager_class": PublicKernels, "template": "offentlig"},
        "PublicKernels": {"most": most, "in_box": in_box, "readable": [str(path) for path in readable]},
        "KernelRestarter": {"restart_limit": 0},  # a page whose kernel died is not made
    })  # fmt: skip
    if os.name == "posix":
        config.KernelManager.transport = "ipc"  # no port that another user of the machine can listen on
    server = PublicServer.instance(config=config)
    server.access, server.sockets, server.site = access, sockets, site
    server.initialize([str(root / "notebooks" / "offentlig")])
    keep_discreet()
    server.start()
