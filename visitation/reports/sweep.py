"""Many runs of a report at once: what is done stays done, a run that fails is tried again or named, and the others finish."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from visitation.errors import VisitationError
from visitation.reports.files import files
from visitation.reports.kept import Request, is_kept, keep, keep_also, keep_error, read_manifest
from visitation.reports.paper import pdf
from visitation.reports.run import Failed, Made, Task, make
from visitation.reports.workers import Lost, Workers, spread

Told = Callable[[str], None]  # is told in a line how far it is


@dataclass(frozen=True)
class Asked:
    """What a sweep is to do: the tasks by name, what each is asked to be, where the results go, how often a failed one is tried again,
    and the browser that makes PDFs, None for none."""

    tasks: Mapping[str, Task]
    requests: Mapping[str, Request]
    out: Path
    retry: int
    browser: str | None


@dataclass(frozen=True)
class Outcome:
    """What became of a run: the seconds it took (0 when it was done `before`), or the sentence that says why it failed."""

    seconds: float = 0.0
    before: bool = False
    error: str | None = None

    @property
    def said(self) -> str:
        """The same in a few words."""
        if self.error:
            return f"FEJL: {self.error}"
        return "lå klar i forvejen" if self.before else f"{self.seconds:.1f} s".replace(".", ",")


def sweep(asked: Asked, workers: Workers, told: Told) -> dict[str, Outcome]:
    """Does the tasks that the folder does not hold the results of yet; an outcome for each by its name."""
    before = [name for name, request in asked.requests.items() if is_kept(asked.out, name, request)]
    outcomes = {name: _printed(asked, name, Outcome(before=True)) for name in before}
    total = len(asked.tasks)
    told(f"{total} {'kørsel' if total == 1 else 'kørsler'}; {len(outcomes)} lå klar i forvejen")
    for left in range(asked.retry, -1, -1):
        undone = {name: task for name, task in asked.tasks.items() if name not in outcomes}
        if not undone:
            break
        for name, made in spread(make, undone, workers):
            outcome = _outcome(asked, name, made)
            again = bool(left and outcome.error)
            outcomes |= {} if again else {name: outcome}
            told(f"{len(outcomes)} af {total}: {name}: {outcome.said}{'; prøves igen' if again else ''}")
    return outcomes


def _outcome(asked: Asked, name: str, made: Made | Failed | Lost) -> Outcome:
    """Keeps what a run made; what stopped it is said of this run alone."""
    request = asked.requests[name]
    if isinstance(made, Made):
        keep(asked.out, name, request, files(name, request["title"], request["parameters"], made))
        return _printed(asked, name, Outcome(made.seconds))
    error = f"kørslen gik i stå ({made.error})" if isinstance(made, Lost) else made.error
    keep_error(asked.out, name, request, error)
    return Outcome(error=error)


def _printed(asked: Asked, name: str, outcome: Outcome) -> Outcome:
    """The same once the page is there on paper too, if that is asked for; what went wrong with that otherwise."""
    file = f"{name}.pdf"
    if asked.browser is None or file in read_manifest(asked.out, name)["results"]:
        return outcome
    try:
        keep_also(asked.out, name, file, pdf((asked.out / f"{name}.html").read_bytes(), asked.browser))
    except VisitationError as error:
        return Outcome(outcome.seconds, error=str(error))
    return outcome
