"""`make notebooks` on an unchanged tree changes nothing: a diff in a notebook is a changed result."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_a_refresh_gives_the_stored_bytes(tmp_path):
    copy = tmp_path / "notebooks"
    shutil.copytree(ROOT / "notebooks", copy, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    paths = sorted(copy.rglob("*.ipynb"))
    subprocess.run([sys.executable, ROOT / "tools" / "refresh_notebooks.py", *paths], check=True, cwd=tmp_path)
    stored = {path: (ROOT / "notebooks" / path.relative_to(copy)).read_bytes() for path in paths}
    assert paths
    assert [path.name for path in paths if path.read_bytes() != stored[path]] == []
