"""Who does the runs: this machine, or the workers of a Dask scheduler; either way an executor of concurrent.futures.

A worker may die, be it a process, a machine or a run's own kernel: that costs time, and nothing else."""

import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor, as_completed
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import TypeVar

from visitation.errors import VisitationError

ANSWER = 10  # seconds to wait for a scheduler

Task = TypeVar("Task")
Done = TypeVar("Done")
Workers = Callable[[], AbstractContextManager[Executor]]  # opens an executor, also in the place of one that has broken


@dataclass(frozen=True)
class Lost:
    """A task that was tried again, at last alone, and whose worker never came back with it; `error` is what was heard of it last."""

    error: str


def spread(work: Callable[[Task], Done], tasks: Mapping[str, Task], workers: Workers) -> Iterator[tuple[str, Done | Lost]]:
    """What the work gives for each task, by the task's name, as soon as it is there.

    What a worker took with it when it died is done again by new ones: by all of them, as long as anything gets done that way, and else
    each task alone. So one that kills its workers is lost, and no other. What a task may fail for, the work gives as a result."""
    return _spread(work, tasks, workers, False)


def _spread(work: Callable[[Task], Done], tasks: Mapping[str, Task], workers: Workers, again: bool) -> Iterator[tuple[str, Done | Lost]]:
    undone: dict[str, Exception] = {}
    with workers() as pool:
        for name, result in _round(work, tasks, pool):
            if isinstance(result, Exception):
                undone[name] = result
            else:
                yield name, result
    if again and len(tasks) == 1:
        yield from ((name, Lost(type(error).__name__)) for name, error in undone.items())
    elif 0 < len(undone) < len(tasks):  # in reverse, so that one that kills its worker does not come first again
        yield from _spread(work, {name: tasks[name] for name in reversed(tasks) if name in undone}, workers, True)
    else:
        for name in undone:
            yield from _spread(work, {name: tasks[name]}, workers, True)


def _round(work: Callable[[Task], Done], tasks: Mapping[str, Task], pool: Executor) -> Iterator[tuple[str, Done | Exception]]:
    waiting: dict[Future[Done], str] = {}
    for name, task in tasks.items():
        try:
            waiting[pool.submit(work, task)] = name
        except BrokenExecutor as error:  # a worker died while the tasks were still being handed out
            yield name, error
    for future in as_completed(waiting):
        try:
            result = future.result()
        except Exception as error:
            result = error
        yield waiting[future], result


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
