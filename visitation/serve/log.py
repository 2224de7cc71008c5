"""A log that cannot hold person data: our own words in full, of all other messages only where in the code they come from.

Libraries log addresses, cells and the text of exceptions, and all of these can hold what somebody typed about a citizen."""

import logging
import sys
import threading
from pathlib import Path
from traceback import extract_tb

from tornado.web import RequestHandler

OURS = "visitation.serve"
logger = logging.getLogger(OURS)


class Discreet(logging.Formatter):
    """Formats what is not ours as level, logger, file and line, with the kinds of the exceptions and never their text."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        said = record.getMessage() if record.name == OURS else f"{record.name} {place(record.pathname, record.lineno)}"
        return " ".join([self.formatTime(record, "%H:%M:%S"), record.levelname, said, *kinds(record.exc_info and record.exc_info[1])])


def place(file: str, line: int) -> str:
    """Where in the code: folder, file and line."""
    return f"{'/'.join(Path(file).parts[-2:])}:{line}"


def kinds(error: BaseException | None) -> list[str]:
    """The kind of an exception, what it was in the notebook if it was there, and the last place it passed; nothing for none."""
    if error is None:
        return []
    inner = str(getattr(error, "ename", ""))
    places = [place(each.filename, each.lineno) for each in extract_tb(error.__traceback__)[-1:]]
    return [type(error).__name__, *([inner] if inner.isidentifier() else []), *places]


def keep_discreet() -> None:
    """From now on everything this process logs is discreet, also what it says when it ends in an error."""
    handler = logging.StreamHandler()
    handler.setFormatter(Discreet())
    logging.captureWarnings(True)
    for known in [logging.getLogger(), *map(logging.getLogger, list(logging.root.manager.loggerDict))]:
        known.handlers.clear()
        known.propagate = True
        known.setLevel(logging.INFO if known.name == OURS else logging.ERROR)
    logging.getLogger().addHandler(handler)
    threading.excepthook = lambda told: logger.error("tråd", exc_info=told.exc_value)
    sys.excepthook = lambda kind, error, trace: logger.error("stoppet", exc_info=error)


def log_request(handler: RequestHandler) -> None:
    """One line for what was refused or went wrong: status, method and kind of page; never the address, which anybody can write."""
    status = handler.get_status()
    if status >= 400:
        level = logging.ERROR if status >= 500 and status != 503 else logging.WARNING
        logger.log(level, "%d %s %s", status, handler.request.method, type(handler).__name__)
