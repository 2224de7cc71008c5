"""The browser's program in one file: asked for once and at once, instead of in seventy requests when the notebook has run.

Voila's runtime, and those of the lab extensions, name the pieces that they fetch. A piece that is there before its runtime is taken as it
is; one that should be missing here is fetched as ever."""

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from visitation.home import CODE

NAMED = re.compile(r"""\.e\(["']?(\d+)["']?\)""")  # how a runtime asks for a piece
RUNTIME = "voila.js"


def bundle(folder: Path, static: Iterable[str], labextensions: Iterable[str], config: Mapping) -> Path:
    """Writes the program into a folder, under a name that says its content, and returns the file.

    `static` and `labextensions`: where Voila's own files and the extensions lie; `config`: the configuration of a page."""
    runtime = next(path for path in (Path(each, RUNTIME) for each in static) if path.exists())
    scripts = [piece.read_bytes() for each in [runtime, *_extensions(labextensions, config)] for piece in _pieces(each)]
    return _written(folder, "front", b";\n".join([*scripts, runtime.read_bytes()]))


def drawing(folder: Path) -> Path:
    """Writes what charts are drawn with as a module, under a name that says its content, and returns the file.

    A panel that finds it told (`widgets.parts`) fetches it from there; elsewhere than at our server it carries it along."""
    return _written(folder, "vega", (CODE / "widgets" / "charts" / "vega.js").read_bytes() + b"\nexport { vegaEmbed };\n")


def _written(folder: Path, name: str, script: bytes) -> Path:
    file = folder / f"{name}.{sha256(script).hexdigest()[:20]}.js"
    folder.mkdir(exist_ok=True)
    file.write_bytes(script)
    return file


def _extensions(labextensions: Iterable[str], config: Mapping) -> Iterator[Path]:
    """The runtimes of the extensions that a page loads."""
    folders = list(labextensions)
    for each in config["federated_extensions"]:
        yield next(path for path in (Path(folder, each["name"], each["load"]) for folder in folders) if path.exists())


def _pieces(runtime: Path) -> list[Path]:
    """The pieces that a runtime names; of some it names there is no file, because they are put together from others."""
    named = set(NAMED.findall(runtime.read_text(encoding="utf-8")))
    return sorted(path for path in runtime.parent.glob("[0-9]*.js") if path.name.partition(".")[0] in named)
