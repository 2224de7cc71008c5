"""98 municipalities over the processes of this machine: the same results as one after the other, whoever dies meanwhile."""

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial

import pytest

from tests.municipalities import DENMARK, looked, looks
from visitation.reports.workers import Lost, spread

PROCESSES = partial(ProcessPoolExecutor, 2)


@pytest.fixture(scope="module")
def tasks(tmp_path_factory):
    """A look into each municipality."""
    return looks(tmp_path_factory.mktemp("kommuner"))


@pytest.fixture(scope="module")
def serial(tasks):
    """What is found when they are looked into one after the other."""
    return {name: looked(task) for name, task in tasks.items()}


def test_when_a_process_is_killed_its_tasks_are_done_again(tasks, serial, tmp_path):
    once = str(tmp_path / "dræbt")
    killing = tasks | {"kommune40": tasks["kommune40"]._replace(once=once)}
    found = list(spread(looked, killing, PROCESSES))
    assert (tmp_path / "dræbt").exists()
    assert len(found) == len(serial) == DENMARK and dict(found) == serial


def test_only_a_task_that_kills_its_process_every_time_is_lost(tasks, serial):
    found = dict(spread(looked, tasks | {"kommune03": tasks["kommune03"]._replace(once="always")}, PROCESSES))
    assert found == serial | {"kommune03": Lost("BrokenProcessPool")}


def test_what_is_raised_is_tried_once_more_and_then_named():
    tried = []

    def work(task):
        tried.append(task)
        return 1 / (task if tried.count(task) > 1 else 0)

    found = dict(spread(work, {"a": 0, "b": 2}, partial(ThreadPoolExecutor, 1)))
    assert found == {"a": Lost("ZeroDivisionError"), "b": 0.5} and sorted(tried) == [0, 0, 2, 2]


def test_without_tasks_there_is_nothing():
    assert list(spread(looked, {}, PROCESSES)) == []
