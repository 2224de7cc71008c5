"""Build a release: wheel and source, a list of everything that an installation of it is made of (SBOM), and checksums.

Usage: python tools/release.py [FOLDER]   (default: dist; needs the test tools)
"""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from venv import EnvBuilder

ROOT = Path(__file__).resolve().parents[1]
SUMS = "SHA256SUMS"


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
    return path


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
