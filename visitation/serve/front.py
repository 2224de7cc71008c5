"""What runs in the browser: the program of a page, and what charts are drawn with."""

from hashlib import sha256
from pathlib import Path

from visitation.home import CODE

FRONT = CODE / "widgets/theme/jupyter/voila/templates/visitationsbordet/static/front.js"  # made by tools/make_front.py
VEGA = CODE / "widgets/charts/vega.js"


def drawing(folder: Path) -> Path:
    """Writes what charts are drawn with as a module, under a name that says its content, and returns the file.

    A panel that finds it told (`widgets.parts`) fetches it from there; elsewhere than at our server it carries it along."""
    script = VEGA.read_bytes() + b"\nexport { vegaEmbed };\n"
    file = folder / f"vega.{sha256(script).hexdigest()[:20]}.js"
    folder.mkdir(exist_ok=True)
    file.write_bytes(script)
    return file
