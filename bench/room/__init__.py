"""The room in Chromium: opening, answering, many at once and what it takes, beside a notebook with one button in plain Voila."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from bench.room import answering, crowd, opening
from bench.room.peers import peer_sides
from bench.room.servers import all_served
from tests.browser.conftest import FLAGS, chromium

ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"  # plain Voila asks for fonts elsewhere, and would wait for them


def main() -> None:
    """The goals of issue 9 that a browser can measure."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        folder = Path(scratch)
        register = f"sqlite:///{folder.as_posix()}/demo.sqlite"
        subprocess.run([sys.executable, "-m", "visitation.cli", "demo", "--register", register], check=True, capture_output=True)
        with all_served(register, folder) as served, peer_sides(folder) as beside:
            print(f"load average {os.getloadavg()[0]:.1f}")
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=chromium(), args=[*FLAGS, ALONE])
                opening.report(*opening.measure(browser, served, beside))
                answering.report(browser, served["ours ready"])
                browser.close()
            crowd.report(served["ours ready"], served["blank cold"])
