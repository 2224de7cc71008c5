"""The command of the reports: report."""

import sys
from argparse import Namespace
from datetime import date
from pathlib import Path

from visitation.commands.options import Add, json_option, register_option, say


def add(command: Add) -> None:
    """Adds the command."""
    report = command("report", _report, "kør en rapport, én gang eller for flere kommuner og scenarier, og gem den som HTML")
    report.add_argument("name", metavar="NAVN", help="en rapport i notebooks/rapporter/, for eksempel prognoserapport, eller en .ipynb-fil")
    report.add_argument("--out", type=Path, required=True, metavar="MAPPE", help="her lægges siderne; hvad der er der, laves ikke igen")
    report.add_argument(
        "-p", dest="settings", action="append", default=[], metavar="PARAMETER=VÆRDI", help="flere værdier: -p flere gange; alle køres"
    )
    report.add_argument("--each", choices=["municipality", "month"], help="kør rapporten for hver model, eller hver hel måned i registret")
    report.add_argument("--scheduler", metavar="ADRESSE", help="fordel kørslerne på en Dask-scheduler, for eksempel tcp://127.0.0.1:8786")
    register_option(report)
    json_option(report)


def _report(arguments: Namespace) -> int:
    from visitation.reports.runs import report_runs, report_text, shown_on

    asked = arguments.name, arguments.out, arguments.settings, arguments.each
    result = report_runs(*asked, arguments.register, date.today(), arguments.scheduler, shown_on(sys.stderr))
    say(arguments, result, report_text(result))
    return 0 if all(run["ok"] for run in result["runs"]) else 1
