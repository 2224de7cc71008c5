"""A report's page on paper: a PDF by a Chromium without a window. The same page gives the same bytes from the same Chromium."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from visitation.errors import VisitationError

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
ON_WINDOWS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")  # which no search path leads to
FLAGS = (
    "--headless", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
    "--no-pdf-header-footer", "--generate-pdf-document-outline",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # a page asks nobody, whatever is in it
)  # fmt: skip
DATES = re.compile(rb"/(?:Creation|Mod)Date \(D:[^)]*\)")
PATIENCE = 120  # seconds


def browser() -> str:
    """The path of the machine's Chromium, Chrome or Edge; VisitationError says how to get one."""
    folders = [Path(os.environ[name]) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)") if os.environ.get(name)]
    here = [str(path) for folder in folders for name in ON_WINDOWS if (path := folder / name).is_file()]
    found = next(filter(None, (*map(shutil.which, NAMES), *here)), None)
    if found is None:
        raise VisitationError(
            "--pdf kræver Chromium, Chrome eller Edge; på Debian og Ubuntu fås den med apt install chromium, på Windows er Edge med"
        )
    return found


def pdf(page: bytes, path: str) -> bytes:
    """The page as PDF, by the browser at that path; VisitationError when it makes none."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        html, made = Path(folder, "rapport.html"), Path(folder, "rapport.pdf")
        html.write_bytes(page)
        options = [*FLAGS, *_as_root(), f"--user-data-dir={folder}/profil", f"--print-to-pdf={made}"]
        try:
            subprocess.run([path, *options, html.as_uri()], capture_output=True, timeout=PATIENCE, check=True)
            return DATES.sub(lambda found: b" " * len(found[0]), made.read_bytes())
        except (OSError, subprocess.SubprocessError):
            raise VisitationError(f"{Path(path).name} kunne ikke lave siden om til PDF; siden selv ligger klar") from None


def _as_root() -> list[str]:
    """Chromium has no sandbox for root and refuses to start with one."""
    return ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
