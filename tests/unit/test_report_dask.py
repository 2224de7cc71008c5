"""A sweep over a Dask cluster on this machine: the same results as here, also when a worker dies midway."""

import os
import signal
import sys
from datetime import date
from functools import partial

import pytest
from distributed import LocalCluster

from tests.municipalities import looked, looks
from tests.reports import small_report
from visitation.errors import VisitationError
from visitation.reports.runs import report_runs
from visitation.reports.workers import spread, workers


@pytest.fixture(scope="module")
def cluster():
    """Two worker processes; nothing is listened to from outside."""
    with LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None) as cluster:
        yield cluster


@pytest.fixture
def sweep(tmp_path, monkeypatch):
    """Runs the small report at an address (None: here) with so many answers; returns the runs and the folder's content."""
    monkeypatch.chdir(tmp_path)
    path, register = small_report(tmp_path), f"sqlite:///{tmp_path.as_posix()}/register.sqlite"

    def sweep(address, answers, told=lambda line: None, out="ud"):
        settings = [f"answer={answer}" for answer in answers]
        runs = report_runs(str(path), tmp_path / out, settings, None, register, date(2026, 1, 5), address, told)["runs"]
        return runs, {file.name: file.read_bytes() for file in (tmp_path / out).glob("*.*") if file.suffix != ".json"}

    return sweep


def test_a_cluster_gives_the_same_bytes_as_this_machine(cluster, sweep):
    there, content = sweep(cluster.scheduler_address, [1, 2, 13])
    here, same = sweep(None, [1, 2, 13], out="her")
    assert content == same
    assert [(run["name"], run["ok"], run["error"]) for run in there] == [(run["name"], run["ok"], run["error"]) for run in here]


def test_when_a_worker_dies_midway_all_runs_finish(cluster, sweep):
    def kill(line):
        if line.startswith("1 af 6"):
            os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)

    runs, content = sweep(cluster.scheduler_address, range(6), kill)
    assert all(run["ok"] and not run["before"] for run in runs)
    assert {f"lille-{answer}.html" for answer in range(6)} < content.keys()


def test_98_municipalities_are_as_one_after_the_other_when_a_worker_is_killed(cluster, tmp_path):
    tasks, once = looks(tmp_path), str(tmp_path / "dræbt")
    killing = tasks | {"kommune40": tasks["kommune40"]._replace(once=once)}
    found = list(spread(looked, killing, partial(workers, cluster.scheduler_address)))
    assert (tmp_path / "dræbt").exists()
    assert len(found) == 98 and dict(found) == {name: looked(task) for name, task in tasks.items()}


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nowhere", "http://127.0.0.1:1"])
def test_a_scheduler_that_does_not_answer_is_said(monkeypatch, address):
    monkeypatch.setattr("visitation.reports.workers.ANSWER", 0.5)
    with pytest.raises(VisitationError, match="ingen Dask-scheduler svarer"), workers(address):
        pass


def test_a_missing_package_is_said(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(VisitationError, match=r"den følger med visitationsbordet\[sweep\]"), workers("tcp://127.0.0.1:1"):
        pass
