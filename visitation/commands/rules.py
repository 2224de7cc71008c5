"""The commands of the rules: screen, check, replay."""

import gc
import json
from argparse import Namespace
from pathlib import Path

from visitation.commands.options import Add, json_option, register_option, say
from visitation.errors import VisitationError


def add(command: Add) -> None:
    """Adds the commands."""
    screen = command("screen", _screen, "før én sag gennem én tabel")
    screen.add_argument("table", metavar="MODEL/TABEL")
    screen.add_argument("--answers", required=True, metavar="JSON-ELLER-FIL")

    check = command("check", _check, "bevis en model: huller, modstrid, rækkefølge, forløb, kilder")
    check.add_argument("model", metavar="MODEL-ELLER-MAPPE")
    check.add_argument("--sources", type=Path, metavar="MAPPE", help="dokumenterne som tekst, navngivet efter nummer (004*.txt)")

    replay = command("replay", _replay, "hold to versioner op mod hinanden: alle kombinationer og de tidligere sager")
    replay.add_argument("old", metavar="GAMMEL", help="model eller mappe, evt. med dato: slagelse@2018-12-31")
    replay.add_argument("new", metavar="NY")
    register_option(replay)

    for parser in (screen, check, replay):
        json_option(parser)


def _screen(arguments: Namespace) -> int:
    gc.disable()  # over before there is anything to collect, and looking takes a tenth of a cold start
    from visitation.screen import screening_report

    result = screening_report(arguments.table, _answers(arguments.answers))
    say(arguments, result, result["text"])
    return 0


def _answers(given: str) -> dict:
    """Answers from a JSON text or from a file that holds one."""
    path = Path(given)
    try:
        text = path.read_text(encoding="utf-8") if not given.lstrip().startswith("{") else given
        answers = json.loads(text)
    except (OSError, ValueError):
        raise VisitationError('--answers skal være JSON som {"behov": "lille"} eller en fil med det') from None
    if not isinstance(answers, dict) or not all(value is None or isinstance(value, str) for value in answers.values()):
        raise VisitationError('--answers: hvert svar skal være tekst eller null, som {"behov": "lille"}')
    return answers


def _check(arguments: Namespace) -> int:
    from visitation.check import model_proof, proof_text

    result = model_proof(arguments.model, arguments.sources)
    say(arguments, result, proof_text(result))
    return 0 if result["ok"] else 1


def _replay(arguments: Namespace) -> int:
    from visitation.replay import replay_report, replay_text

    result = replay_report(arguments.old, arguments.new, arguments.register)
    say(arguments, result, replay_text(result))
    return 0
