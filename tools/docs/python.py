"""The page of the Python interface: what each room offers to others, with its signature and what comes back."""

import dataclasses
import importlib
import inspect
import re
from types import ModuleType

import msgspec

from tools.docs.parts import code, escaped, table

OFFERED = (
    "visitation.model",
    "visitation.screening",
    "visitation.screening.exchange",
    "visitation.pathway",
    "visitation.register.imports",
    "visitation.documents",
    "visitation.agreement",
    "visitation.disclosure",
    "visitation.frames",
    "widgets.report",
    "widgets.report.monthly",
    "widgets.report.development",
    "widgets.report.investment_case",
    "widgets.charts",
)
LIBRARY = re.compile(r"(?<![\w.])(?:[a-z_]\w*\.)+(?=[A-Z_a-z])")


def page() -> str:
    """The page."""
    lead = (
        "# Python\n\nWhat the rooms of the code offer to others. Everything else may change without a word in the changelog. The core "
        "(`visitation`) knows no screen; `widgets.report` holds the pieces that reports are put together from, and `widgets.charts` the "
        "charts. Dates and seeds are always given; nothing asks for today. What cannot be done is said by a `VisitationError`, in one "
        "Danish sentence.\n\n"
    )
    return lead + "\n".join(_room(importlib.import_module(name)) for name in OFFERED)


def _room(module: ModuleType) -> str:
    offered = "\n".join(_one(name, getattr(module, name)) for name in sorted(module.__all__, key=str.casefold))
    return f"## {module.__name__}\n\n{escaped(_first(module))}\n\n{offered}"


def _one(name: str, found: object) -> str:
    if inspect.isclass(found):
        return f"### {name}\n\n{_told(found)}\n\n{_fields(found)}{_methods(found)}"
    if inspect.isfunction(found):
        return f"### {name}\n\n```text\n{name}{_signature(found)}\n```\n\n{_told(found)}\n"
    return f"### {name}\n\n{code(LIBRARY.sub('', str(found)))}\n"


def _told(found: object) -> str:
    return "\n\n".join(escaped(part) for part in (inspect.getdoc(found) or "").split("\n\n"))


def _first(found: object) -> str:
    return (inspect.getdoc(found) or "").splitlines()[0]


def _signature(found: object) -> str:
    return LIBRARY.sub("", str(inspect.signature(found)))


def _fields(kind: type) -> str:
    """What a fact holds, of those classes that hold facts."""
    if dataclasses.is_dataclass(kind):
        held = [(one.name, one.type) for one in dataclasses.fields(kind)]
    elif issubclass(kind, msgspec.Struct):
        held = [(one.name, one.type) for one in msgspec.structs.fields(kind)]
    else:
        return ""
    rows = [(code(name), code(LIBRARY.sub("", inspect.formatannotation(of) if not isinstance(of, str) else of))) for name, of in held]
    return table(("field", "type"), rows) + "\n" if rows else ""


def _methods(kind: type) -> str:
    own = [(name, one) for name, one in vars(kind).items() if not name.startswith("_") and inspect.isfunction(one)]
    return "".join(f"- {code(name + _signature(one))}: {escaped(_first(one))}\n" for name, one in own)
