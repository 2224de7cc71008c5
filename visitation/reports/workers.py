"""Who does the runs: this machine, or the workers of a Dask scheduler; either way an executor of concurrent.futures."""

import os
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager

from visitation.errors import VisitationError

ANSWER = 10  # seconds to wait for a scheduler


@contextmanager
def workers(scheduler: str | None) -> Iterator[Executor]:
    """An executor on this machine, or on the scheduler at that address; VisitationError when it does not answer.

    Here threads suffice: every run has a process of its own, its kernel, and the death of one of them takes no other with it."""
    if scheduler is None:
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            yield pool
    else:
        with _client(scheduler) as client, client.get_executor(pure=False) as pool:
            yield pool


def _client(scheduler: str):
    try:
        from distributed import Client
    except ImportError:
        raise VisitationError("--scheduler kræver pakken distributed; den følger med visitationsbordet[sweep]") from None
    try:
        return Client(scheduler, timeout=ANSWER, set_as_default=False)
    except (OSError, ValueError):
        raise VisitationError(f"--scheduler {scheduler}: ingen Dask-scheduler svarer; skriv adressen som tcp://127.0.0.1:8786") from None
