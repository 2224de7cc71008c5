"""The page of the dashboards: each opened on the sample register, and what it then says of itself."""

import importlib
import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.docs.parts import ROOT, code, danish, escaped, readme_rows, table
from visitation.register.demo import make_demo
from widgets.header import dashboards
from widgets.session import open_session

LANGUAGES = ("da", "en")
PICTURES = "../screenshots"


def rooms() -> dict[str, str]:
    """The folder below widgets/ that draws each dashboard, by the name of its notebook, as the notebook itself imports it."""
    texts = {name: (ROOT / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8") for name in dashboards("en")}
    return {name: re.search(r"from widgets import (\w+)", text)[1] for name, text in texts.items()}


def page() -> str:
    """The page, made on a sample register of its own."""
    with TemporaryDirectory() as folder:
        register = f"sqlite:///{Path(folder).as_posix()}/demo.sqlite"
        make_demo(register)
        views = {lang: {name: view(name, lang, register) for name in rooms()} for lang in LANGUAGES}
    rows = readme_rows("dashboard")
    lead = (
        "# Dashboards\n\nEvery dashboard is a notebook with one call. Served, its address is `/voila/render/NAME.ipynb`; what the "
        "address can ask for is in the table at the end. In JupyterLab the same notebook is opened and run. Made by opening each one "
        "on the sample register when this site was built.\n\n"
    )
    return lead + "\n".join(_section(name, rows[name], views) for name in rooms()) + _keys(views) + _asked()


def view(name: str, lang: str, register: str) -> dict:
    """What the screen of a dashboard has when it opens, for the municipality that has most to show."""
    session = open_session({"REGISTER": register, "MODEL": "slagelse", "QUERY_STRING": f"kommune=slagelse&sprog={lang}"})
    shown = importlib.import_module(f"widgets.{rooms()[name]}.panel").panel(session).view
    session.register.close()
    return shown


def tabs(shown: dict) -> list[str]:
    """The tabs of a dashboard by their labels; none where it is one page."""
    return [tab["label"] for tab in shown.get("tabs", ())]


def _section(name: str, row: list[str], views: dict) -> str:
    here = {lang: views[lang][name] for lang in LANGUAGES}
    titles = [here[lang]["header"]["title"] for lang in LANGUAGES]
    about = [next((t["about"] for t in views[lang]["start"]["tiles"] if t["href"].startswith(f"{name}.ipynb")), "") for lang in LANGUAGES]
    said = f"{danish(about[0])} {escaped(about[1])}\n\n" if about[0] else ""
    parts = zip(tabs(here["da"]), tabs(here["en"]), strict=True)
    listed = table(("tab", "in English"), [(danish(da), escaped(en)) for da, en in parts]) + "\n" if tabs(here["da"]) else ""
    picture = f"[![{titles[1]}, on the sample register]({PICTURES}/{name}.png)]({PICTURES}/{name}.png)\n"
    return (
        f"## {name}\n\n**{danish(titles[0])}** ({titles[1]}), for {row[1]}.\n\n{said}Shows: {row[2]}.\n\n{picture}\n{listed}{_pieces(name)}"
    )


def _pieces(name: str) -> str:
    """What the screen is put together from, where a dashboard has a module for each piece."""
    folder = Path(importlib.import_module(f"widgets.{rooms()[name]}.panel").__file__).parent / "views"
    modules = [importlib.import_module(f"widgets.{folder.parent.name}.views.{path.stem}") for path in sorted(folder.glob("[a-z]*.py"))]
    lines = "".join(f"- {module.__doc__.strip().splitlines()[0]}\n" for module in modules)
    return f"On the screen:\n\n{lines}\n" if lines else ""


def _keys(views: dict) -> str:
    """The keys: those that every dashboard hears, and each one's own."""
    shared = _paired(views, "start", lambda shown: [pair for kind in ("entries", "all") for pair in shown["header"]["room"]["keys"][kind]])
    heard = {"all": shared} | {name: _paired(views, name, lambda shown: shown["texts"].get("help_keys", [])) for name in rooms()}
    rows = [(code(where), code(key), danish(da), escaped(en)) for where, keys in heard.items() for key, da, en in keys]
    return "\n## Keys\n\n" + table(("dashboard", "key", "does", "in English"), rows)


def _paired(views: dict, name: str, keys: Callable[[dict], list]) -> list[tuple[str, str, str]]:
    """The keys of a dashboard, each with what it does in Danish and in English."""
    found = [keys(views[lang][name]) for lang in LANGUAGES]
    return [(key, da, en) for (key, da), (_, en) in zip(*found, strict=True)]


def _asked() -> str:
    rows = [
        ("`kommune`", "the municipality's model, a shipped one or the one that is served"),
        ("`sprog`", "`da` or `en`"),
        ("`scenarie`", "in `prognose`: a saved scenario to open"),
        ("`bedoemmer`, `runde`", "in `faellesmaengden`: who rates, and in which round"),
    ]
    return "\n## What an address can ask for\n\n" + table(("name", "what"), rows)
