"""Many runs of a report at once: what is done stays done, a run that fails is named, and the others finish."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from visitation.reports.kept import asked, is_kept, keep
from visitation.reports.run import Failed, Made, Task, make
from visitation.reports.workers import Lost, Workers, spread

Told = Callable[[int, int], None]  # is told how many runs are done, of how many


@dataclass(frozen=True)
class Outcome:
    """What became of a run: the seconds it took (0 when it was done `before`), or the sentence that says why it failed."""

    seconds: float = 0.0
    before: bool = False
    error: str | None = None


def sweep(tasks: Mapping[str, Task], made_of: str, out: Path, workers: Workers, told: Told) -> dict[str, Outcome]:
    """Does the tasks that the folder does not hold the results of yet; an outcome for each by its name.

    `made_of` is what all of them depend on besides their parameters."""
    requests = {name: asked(task, made_of) for name, task in tasks.items()}
    outcomes = {name: Outcome(before=True) for name in tasks if is_kept(out, name, requests[name])}
    told(len(outcomes), len(tasks))
    for name, made in spread(make, {name: task for name, task in tasks.items() if name not in outcomes}, workers):
        outcomes[name] = _outcome(made, out, name, requests[name])
        told(len(outcomes), len(tasks))
    return outcomes


def _outcome(made: Made | Failed | Lost, out: Path, name: str, request: dict[str, Any]) -> Outcome:
    """Keeps what a run made; what stopped it is said of this run alone."""
    if isinstance(made, Lost):
        return Outcome(error=f"kørslen gik i stå ({made.error})")
    if isinstance(made, Failed):
        return Outcome(error=made.error)
    keep(out, name, request, made)
    return Outcome(made.seconds)
