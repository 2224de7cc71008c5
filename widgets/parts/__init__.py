"""Small shared pieces of the screen, and how a panel's front end is put together from them."""

from pathlib import Path

WIDGETS = Path(__file__).parent.parent


def esm(panel: str, *pieces: str) -> str:
    """The panel's script: the shared parts, then its own pieces by name, then the panel itself, as one module."""
    parts = [*sorted((WIDGETS / "parts").glob("*.js")), *(WIDGETS / panel / name for name in (*pieces, "panel.js"))]
    return "\n".join(path.read_text(encoding="utf-8") for path in parts)


def css(panel: str) -> str:
    """The panel's style: tokens, shared parts, its own."""
    parts = [WIDGETS / "theme" / "tokens.css", *sorted((WIDGETS / "parts").glob("*.css")), *sorted((WIDGETS / panel).glob("*.css"))]
    return "\n".join(path.read_text(encoding="utf-8") for path in parts)
