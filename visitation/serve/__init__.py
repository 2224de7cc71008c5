"""Serve the dashboards: to this machine and with a key, unless somebody says otherwise in full."""

import os
from datetime import date
from pathlib import Path

from visitation.errors import VisitationError
from visitation.home import SHARED
from visitation.model import load
from visitation.register.store import open_register, register_url
from visitation.serve.access import Access
from visitation.statbank.cache import cache_path

__all__ = ["Access", "serve"]


def serve(access: Access, register: str | None, model: str | None, on: date | None, browser: bool, pages: int, ready: int) -> int:
    """Serves the dashboards until stopped; VisitationError when access, model, register or port cannot be used.

    `pages`: how many pages may be open at once; `ready`: how many kernels wait for one. The address with its key is printed once, and
    nowhere else."""
    access.check()
    if pages < 1:
        raise VisitationError(f"--pages: {pages} er for få; der skal kunne være mindst én side åben")
    if ready < 0:
        raise VisitationError(f"--ready: {ready} er for få; 0 betyder, at ingen kerner gøres klar på forhånd")
    if not (SHARED / "notebooks").is_dir():
        raise VisitationError("notebooks/ mangler; kør visitation serve fra en hel kopi af projektet")
    told = _told(register, model, on)
    from visitation.serve.server import run  # Voila is slow to import, and a refusal does not need it

    run(SHARED, access, told, pages, ready, browser)
    return 0


def _told(register: str | None, model: str | None, on: date | None) -> dict[str, str]:
    """What the dashboards are told; model and register are opened once, so that what is wrong is said before anything starts."""
    url = _anchored(register_url(register))
    open_register(url).close()
    told = {"REGISTER": url, "STATBANK": str(cache_path(None).resolve())}
    if model:
        folder = load(model).folder
        told["MODEL"] = str(folder.resolve()) if Path(model).is_dir() else model
    if on:
        told["TODAY"] = on.isoformat()
    return told | {name: os.environ[name] for name in ("MODEL", "TODAY") if name in os.environ and name not in told}


def _anchored(url: str) -> str:
    """The same SQLite file whichever folder a kernel runs in."""
    prefix = "sqlite:///"
    if url.startswith(prefix) and not url.startswith(prefix + "/"):
        return prefix + str(Path(url.removeprefix(prefix)).resolve())
    return url
