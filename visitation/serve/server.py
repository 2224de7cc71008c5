"""The server: Voila behind our gate, with our kernels, our headers and our log."""

import errno
import os
import tempfile
import webbrowser
from collections.abc import Mapping
from pathlib import Path
from socket import socket
from typing import Any, ClassVar

from jupyter_server.auth.identity import IdentityProvider, User
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.netutil import bind_sockets
from tornado.web import RequestHandler
from traitlets.config import Config
from voila.app import Voila
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.static_file_handler import MultiStaticFileHandler, TemplateStaticFileHandler
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler
from voila.tornado.treehandler import TornadoVoilaTreeHandler

from visitation.home import CODE
from visitation.serve.access import Access
from visitation.serve.front import FRONT, drawing
from visitation.serve.gate import Gate, OurWords
from visitation.serve.headers import Sealed
from visitation.serve.kernels import Kernels
from visitation.serve.log import keep_discreet, log_request
from visitation.serve.messages import prompt
from visitation.serve.pages import compile_once
from visitation.serve.spoken import spoken
from visitation.serve.static import kept, prepare

USED = {  # what a page asks for, seen in a browser; lists of files, files, themes and extensions are not among it
    TornadoVoilaTreeHandler, TornadoVoilaHandler, VoilaKernelWebsocketHandler, VoilaShutdownKernelHandler,
    TemplateStaticFileHandler, MultiStaticFileHandler,
}  # fmt: skip


class Inside(IdentityProvider):
    """Whoever is past the gate; the server does not know people."""

    login_available = logout_available = auth_enabled = False

    def get_user(self, handler: RequestHandler) -> User:
        """The same for everybody."""
        return User("inde")


class Server(Voila):
    """Voila without its own doors: nothing but our folder configures it, and only the gate lets anybody in."""

    gate: type[Gate] = Gate
    seal: type[Sealed] = Sealed
    limits: ClassVar[Mapping[str, int]] = {}  # of what a browser sends
    access: Access
    sockets: list[socket]

    def start(self) -> None:
        """Serves until stopped."""
        self.connection_dir = tempfile.mkdtemp(prefix="vb-")
        self.config.NotebookNotary.data_dir = self.connection_dir  # else in a home folder, which a service need not have
        self.app = self.gate(self.access, log_function=log_request, **self.init_settings())
        self.app.add_handlers(".*$", self.init_handlers())
        self.app.add_transform(self.seal)
        HTTPServer(self.app, ssl_options=self.access.tls(), **self.limits).add_sockets(self.sockets)
        self.ioloop = IOLoop.current()
        self.ioloop.add_callback(self.announce)
        self.ioloop.add_callback(self.kernel_manager.prepare)
        try:
            self.ioloop.start()
        except KeyboardInterrupt:
            pass
        finally:
            self.stop()

    def init_settings(self) -> dict:
        """Voila's settings without what the gate does: no second cookie and no token in a page."""
        ours = {"allow_remote_access": True, "disable_check_xsrf": True}  # names and origins are the gate's; a closing page has no token
        ours |= {"xsrf_cookie_kwargs": {"secure": self.access.private, "httponly": True, "samesite": "Lax"}}
        return {name: value for name, value in super().init_settings().items() if name != "cookie_secret"} | ours

    def init_handlers(self) -> list[tuple]:
        """Those of Voila's pages and files that our pages ask for, with our words for what goes wrong."""
        self._lay_out()
        used = [rule for rule in super().init_handlers() if rule[1] in USED]
        return [(path, type(kind.__name__, (OurWords, *kept(kind), *prompt(kind), kind), {}), *rest) for path, kind, *rest in used]

    def _lay_out(self) -> None:
        """Lays what charts are drawn with where a browser fetches it, in the place of Voila's own files, and says where it is."""
        folder = Path(self.connection_dir, "front")
        vega = drawing(folder)
        self.static_paths = [str(folder)]
        where = f"{self.base_url}voila/static/{vega.name}"
        self.config.VoilaConfiguration.resources = {"vega": where}
        self.kernel_manager.told = {**self.kernel_manager.told, "VEGA": where}
        for file in (FRONT, vega):
            prepare(file)

    def announce(self) -> None:
        """Prints the address with its key, and opens a browser when asked to."""
        origin = self.access.origin
        print(f"Visitationsbordet: {origin}/?token={self.app.key}  (Ctrl+C stopper)", flush=True)
        if self.open_browser:
            self.ioloop.run_in_executor(None, webbrowser.open, f"{origin}/?token={self.app.ticket()}")


def run(root: Path, access: Access, told: Mapping[str, str], pages: int, ready: int, browser: bool) -> None:
    """Serves the notebooks of `root` until stopped; VisitationError when the port is taken or the address is another machine's.

    `pages`: how many may be open; `ready`: how many kernels wait for one."""
    paths = [str(CODE / "widgets/theme/jupyter"), *filter(None, [os.environ.get("JUPYTER_PATH")])]
    os.environ["JUPYTER_PATH"] = os.pathsep.join(paths)
    config = Config({
        "Server": {"config_file_paths": [str(root)]},
        "VoilaConfiguration": {"multi_kernel_manager_class": Kernels, "prelaunch_hook": spoken},
        "Kernels": {"told": dict(told), "most": pages, "ready": ready},
    })  # fmt: skip
    compile_once()
    begin(Server, access, root / "notebooks", config, open_browser=browser)


def begin(kind: type[Server], access: Access, notebooks: Path, config: Config, **given: Any) -> None:
    """Serves a folder until stopped by a server of that kind that is `given` these; VisitationError as `run` says."""
    sockets = _listening(access)
    config[kind.__name__].update({"identity_provider_class": Inside, "log_level": "WARN"})
    config.KernelRestarter.restart_limit = 0  # a page does not survive its kernel, and a kernel without its page is of no use
    if os.name == "posix":
        config.KernelManager.transport = "ipc"  # no port that another user of the machine can listen on
    server = kind.instance(config=config)
    for name, value in (given | {"access": access, "sockets": sockets}).items():
        setattr(server, name, value)
    server.initialize([str(notebooks)])
    keep_discreet()
    server.start()


def _listening(access: Access) -> list[socket]:
    try:
        return bind_sockets(access.port, access.address)
    except OSError as error:
        raise access.taken() if error.errno in (errno.EADDRINUSE, errno.EACCES) else access.absent() from None
