"""The log holds our own words, and of everybody else's only where in the code they were said."""

import logging
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from visitation.serve.log import OURS, Discreet

PLANTED = "010190-1234 Karen Hansen"


def record(name: str, said: str, *filled, error: BaseException | None = None) -> logging.LogRecord:
    told = error and (type(error), error, error.__traceback__)
    return logging.LogRecord(name, logging.ERROR, "/srv/voila/handler.py", 12, said, filled, told)


def failed(error: BaseException) -> BaseException:
    try:
        raise error
    except BaseException as caught:
        return caught


def test_what_a_library_says_is_only_placed():
    line = Discreet().format(record("tornado.general", f"GET /?cpr={PLANTED} %s", PLANTED))
    assert line.endswith("ERROR tornado.general voila/handler.py:12")


def test_an_exception_is_its_kind_and_its_place():
    line = Discreet().format(record("Server", PLANTED, error=failed(ValueError(PLANTED))))
    assert "ValueError unit/test_serve_log.py:" in line and "Karen" not in line


def test_the_kind_of_an_exception_in_a_notebook_is_told():
    class CellExecutionError(Exception):
        ename = "KeyError"

    assert "CellExecutionError KeyError" in Discreet().format(record("Server", PLANTED, error=failed(CellExecutionError(PLANTED))))


def test_our_own_words_are_kept():
    assert Discreet().format(record(OURS, "%d %s", 403, "GET")).endswith("ERROR 403 GET")


@given(said=st.text(min_size=4), name=st.text(min_size=1))
def test_no_text_of_a_library_reaches_the_log(said, name):
    class OddError(Exception):
        ename = name if not name.isidentifier() else "E"

    secret = f"§{said}§"
    line = Discreet().format(record("Server", "%s", secret, error=failed(OddError(secret))))
    assert secret not in line and "§" not in line


def test_an_error_that_ends_the_server_is_discreet_too():
    program = f"from visitation.serve.log import keep_discreet; keep_discreet(); raise ValueError('{PLANTED}')"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert ended.returncode == 1 and "stoppet ValueError" in ended.stderr and "Karen" not in ended.stderr
