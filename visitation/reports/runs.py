"""What `report` says: the runs of a report as a plain dictionary for JSON, and as sentences for people."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path

from visitation.errors import VisitationError
from visitation.model import shipped
from visitation.register.cases import register_today
from visitation.register.store import open_register, register_url
from visitation.reports.each import values
from visitation.reports.index import index
from visitation.reports.kept import asked, made_of, manifests, write
from visitation.reports.notebook import report
from visitation.reports.paper import browser
from visitation.reports.plan import Run, plan
from visitation.reports.run import Task
from visitation.reports.sweep import Asked, Outcome, Told, sweep
from visitation.reports.workers import workers


def report_runs(
    name: str,
    out: Path,
    settings: Iterable[str],
    each: str | None,
    register: str | None,
    calendar: date,
    scheduler: str | None,
    told: Told,
    retry: int = 0,
    pdf: bool = False,
) -> dict:
    """What ran, with the keys that `visitation report --json` prints; the results and `index.html` are in the folder `out`.

    A report with a parameter `on` is made as of the day given, else of the register's own, else of the calendar's. What fails is tried
    `retry` times again."""
    wanted = report(name)
    url = register_url(register)
    runs = plan(wanted, settings, each, lambda key, given: values(key, given, url, calendar))
    printer = browser() if pdf else None
    day, state = _register(url, calendar)
    notebook, today = wanted.path.read_text(encoding="utf-8"), {"on": day.isoformat()} if "on" in wanted.parameters else {}
    tasks = {run.name: Task(notebook, today | run.parameters, {"REGISTER": url}, str(Path.cwd())) for run in runs}
    basis = made_of(wanted, state)
    _make(out)
    requests = {key: asked(wanted, task, basis) for key, task in tasks.items()}
    outcomes = sweep(Asked(tasks, requests, out, retry, printer), partial(workers, scheduler), told)
    write(out / "index.html", index(manifests(out)).encode())
    return {"report": wanted.name, "on": day.isoformat(), "out": str(out), "runs": [_plain(run, outcomes[run.name], out) for run in runs]}


def report_text(result: dict) -> str:
    """Which runs failed and why, in Danish sentences, one a line, and how many are there."""
    failed = [f"{run['name']}: FEJL: {run['error']}" for run in result["runs"] if not run["ok"]]
    ready = len(result["runs"]) - len(failed)
    return "\n".join([*failed, f"{ready} af {len(result['runs'])} er klar: {Path(result['out'], 'index.html')}"])


def _register(url: str, calendar: date) -> tuple[date, str]:
    """The day to report as of, and the state of the register that the results depend on."""
    store = open_register(url)
    try:
        saved = {name: store.scenarios(name) for name in shipped()}
        return register_today(store) or calendar, f"{store.head()} {saved}"
    finally:
        store.close()


def _make(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise VisitationError(f"--out {out}: mappen kan ikke laves; vælg en mappe med skriveadgang") from None


def _plain(run: Run, outcome: Outcome, out: Path) -> dict:
    path = None if outcome.error else str(out / f"{run.name}.html")
    result = {"name": run.name, "parameters": run.parameters, "path": path, "seconds": round(outcome.seconds, 2)}
    return result | {"ok": outcome.error is None, "before": outcome.before, "error": outcome.error}
