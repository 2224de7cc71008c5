"""The command of the reports: report."""

import sys
from argparse import ArgumentTypeError, Namespace
from datetime import date
from functools import partial
from pathlib import Path

from visitation.commands.options import Add, json_option, register_option, say
from visitation.errors import VisitationError

MOST = 9  # times that a run is tried again


def add(command: Add) -> None:
    """Adds the command."""
    report = command("report", _report, "kør en rapport, én gang eller for flere kommuner og scenarier, og gem den som HTML")
    report.add_argument("name", metavar="NAVN", help="en rapport i notebooks/rapporter/, for eksempel prognoserapport, eller en .ipynb-fil")
    report.add_argument("--parameters", action="store_true", help="kør intet; vis rapportens parametre, og hvad der er tilladt")
    report.add_argument("--out", type=Path, metavar="MAPPE", help="her lægges siderne; hvad der er der, laves ikke igen")
    report.add_argument(
        "-p", dest="settings", action="append", default=[], metavar="PARAMETER=VÆRDI", help="flere værdier: -p flere gange; alle køres"
    )
    report.add_argument("--each", choices=["municipality", "month"], help="kør rapporten for hver model, eller hver hel måned i registret")
    report.add_argument("--pdf", action="store_true", help="læg også hver rapport som PDF; kræver Chromium, Chrome eller Edge")
    report.add_argument("--retry", type=_times, default=0, metavar="N", help=f"prøv en kørsel, der fejler, N gange mere; 0 til {MOST}")
    report.add_argument("--scheduler", metavar="ADRESSE", help="fordel kørslerne på en Dask-scheduler, for eksempel tcp://127.0.0.1:8786")
    register_option(report)
    json_option(report)


def _report(arguments: Namespace) -> int:
    return _shown(arguments) if arguments.parameters else _run(arguments)


def _shown(arguments: Namespace) -> int:
    from visitation.reports.notebook import described, described_text, report

    result = described(report(arguments.name))
    say(arguments, result, described_text(result))
    return 0


def _run(arguments: Namespace) -> int:
    from visitation.reports.runs import report_runs, report_text

    if arguments.out is None:
        raise VisitationError("--out mangler; skriv den mappe, som rapporterne skal ligge i")
    told = partial(print, file=sys.stderr, flush=True)
    asked = arguments.name, arguments.out, arguments.settings, arguments.each, arguments.register, date.today(), arguments.scheduler
    result = report_runs(*asked, told, arguments.retry, arguments.pdf)
    say(arguments, result, report_text(result))
    return 0 if all(run["ok"] for run in result["runs"]) else 1


def _times(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= MOST):
        raise ArgumentTypeError(f"'{text}' er ikke et antal; skriv et helt tal fra 0 til {MOST}")
    return int(text)
