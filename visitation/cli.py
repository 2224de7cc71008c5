"""The `visitation` command. Each command imports what it needs when it runs, so that a cold start stays short."""

import argparse
import gc
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from visitation.errors import VisitationError


class Parser(argparse.ArgumentParser):
    """Says wrong use in one sentence with exit code 2."""

    def error(self, message: str):
        """One sentence on standard error, then exit code 2."""
        self.exit(2, f"{self.prog}: {message}; se {self.prog} --help\n")


def main(argv: list[str] | None = None) -> int:
    """Runs a command; 0 when done, 1 when checked and found wanting, 2 for wrong use."""
    arguments = _parser().parse_args(argv)
    try:
        return arguments.run(arguments)
    except VisitationError as error:
        print(f"visitation: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' er ikke en dato; skriv den som 2021-03-09") from None


def _parser() -> Parser:
    parser = Parser(prog="visitation", description="Beslutningsstøtte til visitationsmøder.")
    commands = parser.add_subparsers(metavar="KOMMANDO", required=True, parser_class=Parser)

    def command(name: str, run: Callable, about: str) -> Parser:
        added = commands.add_parser(name, help=about, description=about)
        added.set_defaults(run=run)
        return added

    _meeting_commands(command)
    _rule_commands(command)
    _exchange_commands(command)
    return parser


def _meeting_commands(command: Callable) -> None:
    serve = command("serve", _serve, "vis dashboards på 127.0.0.1")
    serve.add_argument("--port", type=int, default=8866)
    serve.add_argument("--model", help="kommunens model: navn eller mappe")
    serve.add_argument("--on", type=_day, metavar="DATO", help="mødets dato, ÅÅÅÅ-MM-DD")
    serve.add_argument("--no-browser", action="store_true", help="åbn ikke en browser")
    _register(serve)

    demo = command("demo", _demo, "lav eksempelregistret (igen)")
    _register(demo)
    _json(demo)

    take_in = command("import", _import, "indlæs et udtræk fra fagsystemet, alt eller intet")
    take_in.add_argument("file", type=Path, metavar="FIL")
    take_in.add_argument("--profile", required=True, metavar="NAVN", help="kolonneprofil i modellens mappe imports/")
    take_in.add_argument("--model", help="kommunens model: navn eller mappe")
    take_in.add_argument("--on", type=_day, metavar="DATO", help="dagens dato, ÅÅÅÅ-MM-DD")
    _register(take_in)
    _json(take_in)


def _rule_commands(command: Callable) -> None:
    screen = command("screen", _screen, "før én sag gennem én tabel")
    screen.add_argument("table", metavar="MODEL/TABEL")
    screen.add_argument("--answers", required=True, metavar="JSON-ELLER-FIL")
    _json(screen)

    check = command("check", _check, "bevis en model: huller, modstrid, rækkefølge, kilder")
    check.add_argument("model", metavar="MODEL-ELLER-MAPPE")
    check.add_argument("--sources", type=Path, metavar="MAPPE", help="dokumenterne som tekst, navngivet efter nummer (004*.txt)")
    _json(check)

    replay = command("replay", _replay, "hold to versioner op mod hinanden: alle kombinationer og de tidligere sager")
    replay.add_argument("old", metavar="GAMMEL", help="model eller mappe, evt. med dato: slagelse@2018-12-31")
    replay.add_argument("new", metavar="NY")
    _register(replay)
    _json(replay)


def _exchange_commands(command: Callable) -> None:
    export = command("export-dmn", _export_dmn, "skriv en tabel som en DMN-fil")
    export.add_argument("table", metavar="MODEL/TABEL")
    export.add_argument("file", type=Path, metavar="FIL")
    _json(export)

    take_table = command("import-dmn", _import_dmn, "læs en tabel fra en DMN-fil ind i kommunens egen model, og bevis den")
    take_table.add_argument("file", type=Path, metavar="FIL")
    take_table.add_argument("folder", type=Path, metavar="MAPPE")
    _json(take_table)

    new = command("new-model", _new_model, "kopiér en model til en mappe her, som kommunen kan ændre")
    new.add_argument("name", metavar="NAVN")
    new.add_argument("--from", dest="base", required=True, metavar="MODEL", help="modellen der kopieres, for eksempel ringsted")


def _register(parser: Parser) -> None:
    parser.add_argument("--register", metavar="URL", help="registrets adresse; ellers miljøvariablen REGISTER")


def _json(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="skriv ét JSON-objekt")


def _say(arguments, result: dict, people: str) -> None:
    print(json.dumps(result, ensure_ascii=False, default=str) if arguments.json else people)


def _serve(arguments) -> int:
    from visitation.serve import serve

    return serve(arguments.port, arguments.register, arguments.model, arguments.on, not arguments.no_browser)


def _demo(arguments) -> int:
    from visitation.register.demo import make_demo
    from visitation.register.store import register_url

    made = make_demo(register_url(arguments.register))
    _say(arguments, made, f"Eksempelregistret er klar: {made['cases']} sager, {made['events']} hændelser.")
    return 0


def _screen(arguments) -> int:
    gc.disable()  # over before there is anything to collect, and looking takes a tenth of a cold start
    from visitation.screen import screening_report

    result = screening_report(arguments.table, _answers(arguments.answers))
    _say(arguments, result, result["text"])
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


def _check(arguments) -> int:
    from visitation.check import model_proof, proof_text

    result = model_proof(arguments.model, arguments.sources)
    _say(arguments, result, proof_text(result))
    return 0 if result["ok"] else 1


def _replay(arguments) -> int:
    from visitation.replay import replay_report, replay_text

    result = replay_report(arguments.old, arguments.new, arguments.register)
    _say(arguments, result, replay_text(result))
    return 0


def _export_dmn(arguments) -> int:
    from visitation.exchange import export_dmn

    result = export_dmn(arguments.table, arguments.file)
    _say(arguments, result, f"{result['table']} er skrevet til {result['file']}: {result['rules']} regler.")
    return 0


def _import_dmn(arguments) -> int:
    from visitation.exchange import import_dmn

    result = import_dmn(arguments.file, arguments.folder)
    lines = [f"{result['table']} er læst ind i {result['file']}.", *(f"  {found['text']}" for found in result["findings"])]
    _say(arguments, result, "\n".join(lines))
    return 0 if result["ok"] else 1


def _new_model(arguments) -> int:
    from visitation.model import load
    from visitation.model.write import copy_model

    folder = copy_model(load(arguments.base), Path.cwd() / arguments.name, arguments.name)
    print(f"Modellen ligger i mappen {folder.name}. Bevis den med: visitation check {folder.name}")
    return 0


def _import(arguments) -> int:
    from visitation.intake import import_file, import_text

    result = import_file(arguments.file, arguments.profile, arguments.model, arguments.register, arguments.on, date.today())
    _say(arguments, result, import_text(result))
    return 1 if result["errors"] else 0


if __name__ == "__main__":
    sys.exit(main())
