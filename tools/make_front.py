"""Make the program of our server's pages out of widgets/front and the libraries that it names; the same bytes every time. Needs npm.

Usage: python tools/make_front.py [FILE]   (default: the one that ships)
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "widgets" / "front"
FILE = ROOT / "widgets/theme/jupyter/voila/templates/visitationsbordet/static/front.js"
LICENCE = ROOT / "tools" / "jupyter_licence.txt"  # its packages name their licence and do not carry its text
INSTALL = ["npm", "ci", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
PACK = [
    "node_modules/.bin/esbuild", "main.js", "--bundle", "--minify", "--format=esm", "--charset=utf8", "--legal-comments=none",
    "--alias:sanitize-html=./escaped.js", '--define:process.env.NODE_ENV="production"', "--metafile=made.json", "--outfile=made.js",
    "--log-level=warning",
]  # fmt: skip
PART = re.compile(r"(\S+) (\d[\w.-]*) \(([\w.-]+)\)(?=[,:])")  # as the head names a package, its version and its licence
HEAD = """\
/*! The program of the pages of Visitationsbordet, put together by tools/make_front.py. Do not edit.

{licences}
*/
"""


def front() -> str:
    """The script, a module, headed by what it is made of and on what terms."""
    with TemporaryDirectory() as made:
        folder = Path(copytree(SOURCE, made, dirs_exist_ok=True))
        subprocess.run(INSTALL, cwd=folder, check=True)
        subprocess.run(PACK, cwd=folder, check=True)
        used = json.loads((folder / "made.json").read_text(encoding="utf-8"))["outputs"]["made.js"]["inputs"]
        packages = sorted({_package(folder / path) for path, each in used.items() if "node_modules" in path and each["bytesInOutput"]})
        return HEAD.format(licences="\n\n".join(_licences(packages))) + (folder / "made.js").read_text(encoding="utf-8")


def parts() -> list[tuple[str, str, str]]:
    """The packages in the script that ships, with their versions and licences."""
    return PART.findall(FILE.read_text(encoding="utf-8").partition("*/")[0])


def _package(file: Path) -> Path:
    return next(folder for folder in file.parents if folder.parent.name == "node_modules" or folder.parent.name.startswith("@"))


def _licences(packages: list[Path]) -> list[str]:
    """Who may do what with which packages; those on the same terms stand together."""
    terms: dict[str, list[str]] = {}
    for package in packages:
        said = json.loads((package / "package.json").read_text(encoding="utf-8"))
        file = next(iter(sorted(package.glob("LICEN[CS]E*"))), LICENCE)
        if file == LICENCE and said["license"] != "BSD-3-Clause":
            raise ValueError(f"{said['name']}: no text of its licence ({said['license']})")
        terms.setdefault(file.read_text(encoding="utf-8").strip(), []).append(f"{said['name']} {said['version']} ({said['license']})")
    return [f"{', '.join(names)}:\n{text}" for text, names in terms.items()]


if __name__ == "__main__":
    (Path(sys.argv[1]) if sys.argv[1:] else FILE).write_text(front(), encoding="utf-8", newline="\n")
