"""The command that puts numbers on the web: publish."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from visitation.commands.options import Add, json_option, register_option, say


def add(command: Add) -> None:
    """Adds the command."""
    publish = command("publish", _publish, "lav et offentligt websted af registret, hvor ingen borger kan kendes, og hvor intet kan ændres")
    publish.add_argument("--out", type=Path, required=True, metavar="MAPPE", help="webstedet; en ny mappe, eller den samme som sidst")
    publish.add_argument("--key", type=Path, metavar="FIL", help="afrundingens hemmelige nøgle; ellers ved siden af registret")
    publish.add_argument("--revise", action="append", default=[], metavar="MÅNED", help="ret en offentliggjort måned, ÅÅÅÅ-MM")
    publish.add_argument("--why", default="", metavar="TEKST", help="hvorfor den rettes; offentliggøres")
    publish.add_argument("--model", action="append", default=[], metavar="NAVN", help="kun denne kommune; kan gentages")
    register_option(publish)
    json_option(publish)


def _publish(arguments: Namespace) -> int:
    from visitation.publishing.report import publish_report, publish_text

    asked = arguments.revise, arguments.why, arguments.model
    result = publish_report(arguments.out, arguments.register, arguments.key, *asked, date.today())
    say(arguments, result, publish_text(result))
    return 0 if result["ok"] else 1
