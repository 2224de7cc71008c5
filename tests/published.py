"""Small registers to publish, and public pages made without a kernel."""

import ast
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import nbformat

from tests.registers import ENQUIRY
from visitation.publishing.folder import FILES, FRAME
from visitation.publishing.pages import NOTEBOOKS, TABS
from visitation.register.cases import received
from visitation.register.store import Register, open_register

SAMPLE = Path(__file__).resolve().parents[1] / "data_samples" / "offentlig"
TODAY = date(2021, 3, 9)
KEY = bytes(range(32))


def register(url: str, count: int = 40, model: str = "slagelse", words: Sequence[str] = (), since: date = date(2020, 11, 1)) -> Register:
    """A register with so many citizens, one a day or two from a first of a month on, every other one decided for the second step."""
    found = open_register(url)
    for number in range(count):
        said = words[number % len(words)] if words else "Jeg vil gerne ud."
        day = since + timedelta(days=2 * number)
        enquiry = replace(ENQUIRY, reference=f"EKS-P-{number:04d}", received=day, words=said, age_group=("18-29", "30-49")[number % 2])
        found.append(enquiry.reference, 0, "enquiry_received", received(enquiry, model, f"{number:04d}"), f"{day}T08:00:00")
        if number % 2:
            decide(found, enquiry.reference, 1, "aabent", day, said)
    return found


def decide(found: Register, reference: str, version: int, step: str, day: date, reason: str = "") -> None:
    """The meeting's decision on a case."""
    data = {"outcome": step, "step": step, "returns": False, "reason": reason, "deviation": reason, "why_not_lower": reason}
    found.append(reference, version, "decided", data, f"{day}T09:00:00")


def pages(folder: Path, municipality: str, lang: str, names: Sequence[str] = tuple(TABS)) -> dict[str, dict[str, str]]:
    """What the public notebooks say of a published folder, by page: its `html`, its `frame` and its `files`; without a kernel."""
    return {name: _said(TABS[name], {"folder": str(folder), "municipality": municipality, "lang": lang}) for name in names}


def _said(notebook: str, parameters: dict[str, str]) -> dict[str, dict[str, str]]:
    cells = [cell for cell in nbformat.read(NOTEBOOKS / f"{notebook}.ipynb", as_version=4).cells if cell.cell_type == "code"]
    known: dict[str, object] = dict(parameters)
    bundles = [_run(cell.source, known)._repr_mimebundle_() for cell in cells if "parameters" not in cell.metadata.get("tags", ())]
    told = {kind: {key: value for one in bundles for key, value in one.get(kind, {}).items()} for kind in (FRAME, FILES)}
    return {"html": "\n".join(one["text/html"] for one in bundles), "frame": told[FRAME], "files": told[FILES]}


def _run(source: str, known: dict[str, object]) -> object:
    """What the last line of a cell comes to."""
    tree = ast.parse(source)
    last = tree.body.pop()
    exec(compile(tree, "cell", "exec"), known)
    return eval(compile(ast.Expression(last.value), "cell", "eval"), known)
