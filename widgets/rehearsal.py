"""What a process can do for a page before anybody asks for one: it opens every dashboard once, and reads what any of them reads.

Nothing of it is shown. What a page then opens is held against the files and the register as they are by then."""

import ctypes
import gc
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from urllib.parse import urlencode

from visitation.forecast.again import forget
from visitation.model import shipped
from visitation.register.memory import MEMORY
from widgets.session import open_session

ROOMS = tuple(sorted(path.parent.name for path in Path(__file__).parent.glob("*/panel.py")))


def rehearse(environ: Mapping[str, str] = os.environ) -> None:
    """Makes this process ready to show any dashboard of any municipality served; never raises: a page says itself what is wrong."""
    for _ in steps(environ):
        pass


def steps(environ: Mapping[str, str] = os.environ) -> Iterator[None]:
    """The same, a step at a time: the process can do something else in between."""
    for query in _queries(environ):
        for room in ROOMS:
            with suppress(Exception):
                _open_once(room, dict(environ) | {"QUERY_STRING": query})
            yield
    _settle()


def again(environ: Mapping[str, str] = os.environ) -> Iterator[None]:
    """The same once more where the register is another by now, so that what it has forgotten is forgotten here; else nothing."""
    before = MEMORY.known
    with suppress(Exception):
        register = open_session(environ).register
        register.known()
        register.close()
    if MEMORY.known is not before:
        yield from steps(environ)


def _settle() -> None:
    gc.collect()
    gc.freeze()  # what is ready stays as long as the process: the collector need not look through it while a page opens
    with suppress(Exception):
        ctypes.CDLL(None).malloc_trim(0)  # where the system's C library has it: what was only needed meanwhile is given back


def _queries(environ: Mapping[str, str]) -> list[str]:
    """What an address can ask for: nothing, which opens the municipality that is served, and each of the others."""
    served = None
    with suppress(Exception):
        served = open_session(environ).model.head.id
    return ["", *(urlencode({"kommune": name}) for name in shipped() if name != served)]


def _open_once(room: str, environ: Mapping[str, str]) -> None:
    panel = import_module(f"widgets.{room}").panel
    session = open_session(environ)
    shown = panel(session)
    shown.layout.close()  # a widget of its own, which the page would be sent with those it shows
    shown.close()
    session.register.close()
    forget()  # a page's own numbers are others
