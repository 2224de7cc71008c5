"""Who may know whom: imports go one way, as in a house where stairs lead down only."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCREEN = {"widgets", "ipywidgets", "anywidget", "IPython", "altair"}

FLOOR = {
    "errors": 0,
    "home": 0,
    "language": 0,
    "vocabulary": 0,
    "model": 1,
    "statistics": 1,
    "screening": 2,
    "pathway": 3,
    "register": 4,
    "documents": 5,
    "forecast": 5,
    "outcomes": 5,
    "economy": 5,
    "statbank": 5,
    "overlap": 5,
    "guideposts": 5,
    "catalogue": 5,
    "disclosure": 5,
    "screen": 5,
    "intake": 5,
    "exchange": 5,
    "agreement": 5,
    "archive": 5,
    "serve": 6,
    "keeping": 5,
    "due": 5,
    "check": 6,
    "replay": 6,
    "prognosis": 6,
    "reports": 5,
    "publishing": 6,
    "guided": 6,
    "frames": 7,
    "commands": 7,
    "cli": 8,
    "visitation": 9,  # the package's own __init__: what the house offers
}
ONLY_IN = {
    "yaml": {"model"},
    "msgspec": {"model"},
    "numpy": {"screening", "forecast", "statistics", "outcomes", "disclosure", "publishing"},
    "highspy": {"disclosure"},
    "sqlalchemy": {"register"},
    "statsmodels": {"agreement"},
    "alembic": {"register"},
    "duckdb": {"archive"},
    "jinja2": {"documents"},
    "docx": {"documents"},
    "docxtpl": {"documents"},
    "pandas": {"frames"},
    # running a notebook is work without a screen; what the notebook shows stays in widgets
    "papermill": {"reports", "publishing"},
    "nbconvert": {"reports"},
    "nbclient": {"publishing"},
    "nbformat": {"reports", "publishing"},
    "jupyter_client": {"reports", "serve"},
    "traitlets": {"reports", "serve", "publishing"},
    # serving is Voila's own server behind a gate; it draws nothing
    "voila": {"serve"},
    "tornado": {"serve"},
    "jupyter_server": {"serve"},
    "distributed": {"reports"},
}

DRAWING = {"ipywidgets", "anywidget", "IPython", "altair"}


def modules(package):
    return sorted((ROOT / package).rglob("*.py"))


def room(path, package):
    """The first name below the package: `model` for visitation/model/load.py, the package itself for its __init__."""
    first = path.relative_to(ROOT / package).parts[0].removesuffix(".py")
    return package if first == "__init__" else first


def imported(path):
    """Every imported dotted name with its line; `from a import b` counts as a.b, relative imports in full."""
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((f"{base}.{alias.name}", node.lineno) for alias in node.names)


def breaches(package, allowed):
    """One line for every import for which allowed(path, dotted name) is False."""
    return [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in modules(package)
        for name, line in imported(path)
        if not allowed(path, name)
    ]


def below(name, package):
    """The room an import reaches inside a package, or None when it reaches elsewhere."""
    first, _, rest = name.partition(".")
    return (rest.partition(".")[0] or package) if first == package else None


def downwards(path, name):
    """True when the core goes to its own room or to a lower floor, and when it leaves the core."""
    here, there = room(path, "visitation"), below(name, "visitation")
    return there is None or there == here or FLOOR.get(there, 9) < FLOOR.get(here, -1)


def dashboards():
    """The rooms that draw a dashboard; all other rooms of widgets/ are shared pieces."""
    return {path.parent.name for path in (ROOT / "widgets").glob("*/panel.py")}


def dashboards_apart(path, name):
    """True unless one dashboard reaches into another or a shared piece into a dashboard."""
    here, there = room(path, "widgets"), below(name, "widgets")
    return here in {"widgets", there} or there not in dashboards()


def test_every_room_of_the_core_has_a_floor():
    assert {room(path, "visitation") for path in modules("visitation")} - FLOOR.keys() == set()


def test_the_core_knows_no_screen():
    assert breaches("visitation", lambda _, name: name.split(".")[0] not in SCREEN) == []


def test_the_core_imports_downwards_only():
    assert breaches("visitation", downwards) == []


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_stays_in_its_room(library):
    def allowed(path, name):
        return name.split(".")[0] != library or room(path, "visitation") in ONLY_IN[library]

    assert breaches("visitation", allowed) == []


def test_a_panel_asks_its_state_and_never_the_core():
    assert breaches("widgets", lambda path, name: path.name != "panel.py" or below(name, "visitation") is None) == []


def test_a_state_does_not_draw():
    def allowed(path, name):
        return path.name != "state.py" or (name.split(".")[0] not in DRAWING and ".panel" not in name)

    assert breaches("widgets", allowed) == []


def test_dashboards_do_not_know_each_other():
    assert breaches("widgets", dashboards_apart) == []
