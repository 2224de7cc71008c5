"""The command of big registers: archive."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from visitation.commands.options import Add, json_option, register_option, say


def add(command: Add) -> None:
    """Adds the command."""
    archive = command("archive", _archive, "læg det, månedstal tælles af, i et arkiv ved siden af registret, og tæl dem")
    archive.add_argument("--out", type=Path, required=True, metavar="MAPPE", help="arkivet; en ny mappe, eller den samme som sidst")
    archive.add_argument("--monthly", nargs="*", metavar="NAVN", help="skriv månedstallene som CSV, for alle kommuner eller kun for disse")
    register_option(archive)
    json_option(archive)


def _archive(arguments: Namespace) -> int:
    from visitation.archive.report import archive_report, archive_text, monthly_report, monthly_text

    result = archive_report(arguments.out, arguments.register, date.today())
    if arguments.monthly is None:
        say(arguments, result, archive_text(result))
    else:
        result |= monthly_report(arguments.out, arguments.monthly)
        say(arguments, result, monthly_text(result))
    return 0
