"""The public server: Voila on its own, behind a gate without a key, with one kernel for each page while the page is made."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from traitlets.config import Config

from visitation.home import CODE, SHARED
from visitation.serve.access import Access
from visitation.serve.public_kernels import PublicKernels
from visitation.serve.public_pages import Open, PublicSealed, Shown
from visitation.serve.public_site import Site
from visitation.serve.server import Server, begin

ASKED_BYTES = 1024  # of a body, which no reader sends
WAIT_SECONDS = 30  # for the next question on an open connection


class PublicServer(Server):
    """Voila without anything that a visitor could talk to: files, and pages that are made and let go."""

    gate = Open
    seal = PublicSealed
    limits: ClassVar = {"max_body_size": ASKED_BYTES, "idle_connection_timeout": WAIT_SECONDS}
    site: Site

    def init_handlers(self) -> list[tuple]:
        """One for everything: of Voila's own doors, none is open."""
        return [("/(.*)", Shown, {"site": self.site})]

    def announce(self) -> None:
        """Prints the address."""
        print(f"Visitationsbordet, offentligt: {self.access.origin}/  (Ctrl+C stopper)", flush=True)


def run(access: Access, site: Site, readable: Iterable[Path], in_box: bool, most: int) -> None:
    """Serves a publication until stopped; VisitationError when the port is taken or the address is another machine's.

    `readable`: the folders that a boxed kernel sees; `most`: how many pages may be in the making at once."""
    os.environ["JUPYTER_PATH"] = str(CODE / "widgets/theme/jupyter")
    config = Config({
        "PublicServer": {"config_file_paths": []},
        "VoilaConfiguration": {"multi_kernel_manager_class": PublicKernels, "template": "offentlig"},
        "PublicKernels": {"most": most, "in_box": in_box, "readable": [str(path) for path in readable]},
    })  # fmt: skip
    begin(PublicServer, access, SHARED / "notebooks" / "offentlig", config, site=site)
