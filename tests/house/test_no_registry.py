"""The tree names no package registry and no machine: it must install from whichever mirror a place uses.

The patterns are put together from halves, so that this file does not hold what it forbids.
"""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REGISTRIES = [
    ("pypi", ".org"),
    ("python", "hosted.org"),
    ("npm", "js.org"),
    ("npm", "mirror"),
    ("yarn", "pkg.com"),
    ("deb.", "debian.org"),
    ("archive.", "ubuntu.com"),
    ("conda.", "anaconda.org"),
    ("repo.", "anaconda.com"),
    ("cdn.", "jsdelivr.net"),
    ("cdnjs.", "cloudflare.com"),
    ("unpkg", ".com"),
    ("--index", "-url"),
    ("--find", "-links"),
]
MACHINES = [
    ("/wo", "rk/main"),
    ("/wo", "rk/shared"),
    ("/opt/", "pypi"),
    ("/ro", "ot/"),
    ("/ho", "me/"),
    ("/Us", "ers/"),
    (":\\U", "sers"),
]
FORBIDDEN = re.compile("|".join(re.escape(a + b) for a, b in REGISTRIES + MACHINES).encode())


def listed(*command):
    found = subprocess.run(["git", *command], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in found.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.fixture(scope="module")
def tree():
    """Every tracked file and every file that would be added next."""
    return listed("ls-files", "-z", "--cached", "--others", "--exclude-standard")


def test_no_file_names_a_registry_or_a_machine(tree):
    hits = [
        f"{path.relative_to(ROOT)}:{number} {hit.group().decode()}"
        for path in tree
        for number, line in enumerate(path.read_bytes().splitlines(), start=1)
        for hit in FORBIDDEN.finditer(line)
    ]
    assert len(tree) > 10
    assert hits == []
