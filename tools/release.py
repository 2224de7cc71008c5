"""Build a release: wheel and source, a list of everything that an installation of it is made of (SBOM), and checksums.

Usage: python -m tools.release [FOLDER]   (default: dist; needs the test tools)
"""

import json
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote
from venv import EnvBuilder

from tools import make_front, make_vega

ROOT = Path(__file__).resolve().parents[1]
SUMS = "SHA256SUMS"
DRAWS = re.compile(r"(vega[\w-]*) (\d[\d.]*\d)")  # as the head of what draws charts names its parts


def build(folder: Path) -> Path:
    """The wheel, beside the source that it was made of."""
    subprocess.run([sys.executable, "-m", "build", "--outdir", folder, ROOT], check=True, stdout=subprocess.DEVNULL)
    return next(folder.glob("*.whl"))


def install(wheel: Path, environment: Path) -> Path:
    """A new environment with the wheel and the versions that were tested; its Python."""
    EnvBuilder(with_pip=True).create(environment)
    python = environment / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    pip = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--constraint", ROOT / "constraints.txt"]
    subprocess.run([*pip, wheel], check=True)
    return python


def parts(python: Path, wheel: Path) -> Path:
    """The list of what the environment holds, with versions and licences, in CycloneDX's form: the same bytes for the same parts."""
    path = wheel.with_name("-".join(wheel.name.split("-")[:2]) + ".cdx.json")
    command = [sys.executable, "-m", "cyclonedx_py", "environment", "--pyproject", ROOT / "pyproject.toml", "--output-reproducible"]
    subprocess.run([*command, "--output-file", path, python], check=True, stderr=subprocess.DEVNULL)
    listed = json.loads(path.read_text(encoding="utf-8"))
    listed["components"] += map(_in_browser, [*make_front.parts(), *_drawing()])
    path.write_text(json.dumps(listed, indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    return path


def _drawing() -> list[tuple[str, str, str]]:
    head = make_vega.FILE.read_text(encoding="utf-8").partition("\n")[0]
    return [(*each, "BSD-3-Clause") for each in DRAWS.findall(head)]


def _in_browser(part: tuple[str, str, str]) -> dict:
    """A package in what runs in the browser, as the list names it."""
    name, version, licence = part
    purl = f"pkg:npm/{quote(name, safe='/')}@{version}"
    return {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl, "licenses": [{"license": {"id": licence}}]}


def main(folder: Path) -> None:
    """All of it into a folder that holds nothing else."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    wheel = build(folder)
    with TemporaryDirectory() as temporary:
        parts(install(wheel, Path(temporary)), wheel)
    sums = [f"{sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in sorted(folder.iterdir())]
    (folder / SUMS).write_text("".join(sums), encoding="utf-8")
    print("".join(sums), end="")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist")
