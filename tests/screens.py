"""Every dashboard gone through without a browser: each part opened, each kind of state reached, and what the screen then has."""

import importlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from widgets.session import open_session
from widgets.view_panel import ViewPanel

ROOMS = {
    "start": "start",
    "moede": "meeting",
    "frister": "deadlines",
    "trappen": "ladder",
    "prognose": "forecast",
    "udvikling": "outcomes",
    "oekonomi": "economy",
    "faellesmaengden": "overlap",
    "pejlemaerker": "guideposts",
    "regler": "rules",
    "oevelse": "exercise",
}
MUNICIPALITIES = ("slagelse", "ringsted")
Shown = tuple[tuple[str, dict], ...]  # a state of a dashboard under what led to it
Walk = Iterator[dict]  # the actions, one by one; between two of them the panel can be looked at


def opened(dashboard: str, municipality: str, lang: str, register: Path) -> ViewPanel:
    """A dashboard on the register in this file."""
    query = f"kommune={municipality}&sprog={lang}"
    session = open_session({"REGISTER": f"sqlite:///{register.as_posix()}", "MODEL": municipality, "QUERY_STRING": query})
    return importlib.import_module(f"widgets.{ROOMS[dashboard]}.panel").panel(session)


def shown(dashboard: str, municipality: str, lang: str, register: Path) -> Iterator[tuple[str, dict]]:
    """What the screen has in every state of a dashboard, each under what led to it; the register in this file stays as it is."""
    copied = Path(shutil.copy(register, register.with_name(f"{dashboard}-{municipality}-{lang}.sqlite")))
    panel = opened(dashboard, municipality, lang, copied)
    yield "opened", panel.view
    for action in WALKS[dashboard](panel):
        panel.act(action)
        yield str(action), panel.view
    panel.state.session.register.close()
    copied.unlink()


def _tabs(panel: ViewPanel) -> list[str]:
    return [tab["id"] for tab in panel.view["tabs"]]


def _each_tab(panel: ViewPanel) -> Walk:
    yield from ({"do": "show", "tab": tab} for tab in _tabs(panel))


def _meeting(panel: ViewPanel) -> Walk:
    yield {"do": "people_save", "roles": []}
    yield {"do": "people"}
    yield {"do": "people"}
    yield {"do": "decide"}
    for question in panel.view["case"]["questions"]:
        yield {"do": "answer", "question": question["id"], "value": question["answers"][0]["id"]}
    yield {"do": "text", "field": "why", "value": "Prøvet."}
    yield {"do": "deviate_open"}
    yield {"do": "deviate_cancel"}
    yield {"do": "decide"}
    yield {"do": "next"}
    yield {"do": "park"}
    for section in panel.view["agenda"]:
        yield from ({"do": "open", "case": item["id"]} for item in section["items"][:1])
    yield {"do": "follow_up"}
    yield {"do": "follow_up"}
    yield {"do": "undo"}
    yield {"do": "closing"}


def _deadlines(panel: ViewPanel) -> Walk:
    for select in panel.view["selects"]:
        yield from ({"do": "filter", "by": select["id"], "value": option["id"]} for option in (select["options"][-1], select["options"][0]))
    yield {"do": "status", "status": "broken"}
    seen = set()
    for row in panel.view["rows"]:
        if row["state"] in seen:
            continue
        seen.add(row["state"])
        yield {"do": "open", "row": row["id"]}
        for letter in panel.view["open"]["documents"]["choices"]:
            yield {"do": "document", "row": row["id"], "template": letter["template"], "ny_frist": None, "aarsag": None}
        yield {"do": "try", "row": row["id"], "channel": None, "result": None, "at": None, "answer_by": None}
    yield {"do": "filter", "by": "case", "value": "9999"}


def _forecast(panel: ViewPanel) -> Walk:
    yield from ({"do": "show", "series": series["id"]} for series in panel.view["series"])
    yield {"do": "set", "key": "places", "value": "mange"}
    yield {"do": "set", "key": "places", "value": "60"}
    yield from ({"do": "settle", "part": part} for part in ("curve", "tornado", "waterfall"))  # whether or not it was worked out before
    yield from ({"do": "weigh", "measure": measure["id"]} for measure in panel.view["measures"])
    yield {"do": "save", "name": "60"}
    yield {"do": "compare", "name": "60"}
    yield {"do": "look_back"}


def _outcomes(panel: ViewPanel) -> Walk:
    yield from _each_tab(panel)
    if panel.view["scores"] and not panel.view["scores"]["none"]:
        yield from ({"do": "group", "by": one["id"]} for one in panel.view["scores"]["groups"]["choices"])
        yield from ({"do": "set", "key": field["key"], "value": "-1"} for field in panel.view["scores"]["fields"])
    yield {"do": "choose", "year": "2021"}
    yield from _each_tab(panel)


def _economy(panel: ViewPanel) -> Walk:
    yield from _each_tab(panel)
    yield {"do": "show", "tab": "case"}
    for choice in panel.view["case"]["choices"]:
        yield {"do": "choose", "group": choice["id"], "alternative": choice["options"][-1]["id"]}
    yield {"do": "reset"}
    yield {"do": "set", "key": "budget_am", "value": "1000000"}
    yield {"do": "set", "key": "saving_share", "value": "10"}
    yield {"do": "set", "key": "saving_share", "value": "mange"}


def _overlap(panel: ViewPanel) -> Walk:
    for tab in _tabs(panel):
        yield {"do": "show", "tab": tab}
        if tab in ("agreement", "selection"):
            yield {"do": "set", "key": "second", "value": "-1"}
            yield {"do": "draw"}


def _guideposts(panel: ViewPanel) -> Walk:
    for point in panel.view["table"]["rows"] if panel.view["table"] else ():
        yield {"do": "open", "point": point["id"]}
    yield {"do": "close"}


def _rules(panel: ViewPanel) -> Walk:
    yield from ({"do": "show", "table": table["id"]} for table in panel.view["tables"])
    yield {"do": "show", "table": panel.view["tables"][0]["id"]}
    yield {"do": "edit"}
    rule = panel.view["table"]["sections"][0]["rules"][0]["id"]
    yield {"do": "delete", "rule": rule}
    yield {"do": "add", "after": ""}
    yield {"do": "save", "folder": "", "version": "", "valid_from": ""}
    yield {"do": "discard"}
    yield from ({"do": "compare", "with": version} for version in panel.view["versions"])


def _exercise(panel: ViewPanel) -> Walk:
    yield {"do": "choose", "vignette": panel.view["cards"][0]["id"]}
    for person in range(2):
        if person:
            yield {"do": "next"}
        for question in panel.view["questions"]:
            yield {"do": "answer", "question": question["id"], "value": question["answers"][-person]["id"]}
        yield {"do": "done"}
        yield {"do": "done"}
    yield {"do": "show"}


WALKS: dict[str, Callable[[ViewPanel], Walk]] = {
    "start": lambda _: iter(()),
    "moede": _meeting,
    "frister": _deadlines,
    "trappen": _each_tab,
    "prognose": _forecast,
    "udvikling": _outcomes,
    "oekonomi": _economy,
    "faellesmaengden": _overlap,
    "pejlemaerker": _guideposts,
    "regler": _rules,
    "oevelse": _exercise,
}


def figures(part: object) -> Iterator[dict]:
    """The charts in what a screen has."""
    if isinstance(part, dict) and "spec" in part:
        yield part
    elif isinstance(part, dict | list | tuple):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from figures(inner)
