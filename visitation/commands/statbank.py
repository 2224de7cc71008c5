"""The command of the StatBank's tables: statbank."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from visitation.commands.options import Add, json_option, model_option, say


def add(command: Add) -> None:
    """Adds the command."""
    statbank = command("statbank", _statbank, "vis, hvad der er hentet fra Danmarks Statistik, eller hent det igen")
    statbank.add_argument("--update", action="store_true", help="hent kommunens tabeller igen; det eneste, der bruger nettet")
    statbank.add_argument("--cache", type=Path, metavar="FIL", help="filen med det hentede; ellers miljøvariablen STATBANK")
    model_option(statbank)
    json_option(statbank)


def _statbank(arguments: Namespace) -> int:
    from visitation.statbank.report import statbank_report, statbank_text

    result = statbank_report(arguments.model, arguments.cache, date.today() if arguments.update else None)
    say(arguments, result, statbank_text(result))
    return 0 if result["ok"] else 1
