"""The `visitation` command. Each command imports what it needs when it runs, so that a cold start stays short."""

import argparse
import sys
from collections.abc import Callable

from visitation.commands import archive, exchange, forecasting, keeping, meeting, publishing, reports, rules, statbank
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


def _parser() -> Parser:
    parser = Parser(prog="visitation", description="Beslutningsstøtte til visitationsmøder.")
    commands = parser.add_subparsers(metavar="KOMMANDO", required=True, parser_class=Parser)

    def command(name: str, run: Callable, about: str) -> Parser:
        added = commands.add_parser(name, help=about, description=about)
        added.set_defaults(run=run)
        return added

    for room in (meeting, rules, forecasting, reports, publishing, archive, statbank, exchange, keeping):
        room.add(command)
    return parser


if __name__ == "__main__":
    sys.exit(main())
