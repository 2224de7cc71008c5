"""Small shared pieces of the screen, and how a panel's front end is put together from them."""

import json
import os
from pathlib import Path

WIDGETS = Path(__file__).parent.parent
CHARTS = WIDGETS / "charts"
VEGA = CHARTS / "vega.js"  # large: where the server says that it lies there, the browser fetches it from there, and keeps it
FETCHED = "const {{ vegaEmbed }} = await import(new URL({}, document.baseURI).href);"


def esm(panel: str, *pieces: str, charts: bool = False) -> str:
    """The panel's script: the shared parts, charts where it has them, then its own pieces by name and the panel itself, as one module."""
    shared = [*sorted((WIDGETS / "parts").glob("*.js")), *(sorted(CHARTS.glob("*.js")) if charts else ())]
    return _joined(*shared, *(WIDGETS / panel / name for name in (*pieces, "panel.js")))


def css(panel: str, charts: bool = False) -> str:
    """The panel's style: tokens and what contrast makes of them, shared parts, charts where it has them, its own."""
    shared = [*sorted((WIDGETS / "parts").glob("*.css")), *(sorted(CHARTS.glob("*.css")) if charts else ())]
    return _joined(WIDGETS / "theme" / "tokens.css", WIDGETS / "theme" / "contrast.css", *shared, *sorted((WIDGETS / panel).glob("*.css")))


def _joined(*paths: Path) -> str:
    return "\n".join(map(_piece, paths))


def _piece(path: Path) -> str:
    lies = os.environ.get("VEGA") if path == VEGA else None
    return FETCHED.format(json.dumps(lies)) if lies else path.read_text(encoding="utf-8")
