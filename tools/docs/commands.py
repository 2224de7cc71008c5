"""The page of the commands: every command and option there is, in the program's own words."""

import argparse
import textwrap

from tools.docs.parts import code, danish, escaped, readme_rows, table
from visitation.cli import _parser as made

HELP = "--help"
WIDE = 88  # characters of an example on the page


def commands() -> dict[str, argparse.ArgumentParser]:
    """Every command's own parser, in the order of `visitation --help`."""
    (choice,) = (action for action in made()._actions if isinstance(action, argparse._SubParsersAction))
    return dict(choice.choices)


def arguments(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """What a command takes, but for the help that all of them have."""
    return [action for action in parser._actions if HELP not in action.option_strings]


def page() -> str:
    """The page."""
    lead = (
        "# Commands\n\n`visitation` is the one program. Made from the program itself when this site was built; "
        "the words in Danish are those of `visitation COMMAND --help`.\n\n"
        "Exit code 0 means done, 1 checked and found wanting, 2 wrong use, which is said in one sentence on standard error. "
        "With `--json` a command prints one JSON object on standard output. What a command is told of the register and the model, it is "
        "also told by the variables `REGISTER`, `MODEL` and `TODAY` where a dashboard or a notebook runs.\n\n"
    )
    return lead + "\n".join(_section(name, parser) for name, parser in commands().items())


def _section(name: str, parser: argparse.ArgumentParser) -> str:
    usage = " ".join(parser.format_usage().removeprefix("usage: ").split())
    lines = textwrap.fill(usage, WIDE, subsequent_indent="    ", break_on_hyphens=False)
    rows = [(_named(action), danish(action.help or ""), _usual(action)) for action in arguments(parser)]
    return f"## {name}\n\n{_english(name)}> {danish(parser.description)}\n\n```text\n{lines}\n```\n\n" + table(
        ("argument", "what it is", "else"), rows
    )


def _english(name: str) -> str:
    """What the README says of the command, a row for each of its uses."""
    said = [row[1] for key, row in readme_rows("command").items() if key.split()[0] == name]
    return "".join(f"{text[0].upper()}{text[1:]}.\n\n" for text in said).replace("](docs/", "](../")


def _named(action: argparse.Action) -> str:
    value = action.metavar or (None if action.nargs == 0 else "|".join(action.choices or ()) or action.dest.upper())
    if not action.option_strings:
        return code(value)
    return ", ".join(code(f"{option} {value}" if value else option) for option in action.option_strings)


def _usual(action: argparse.Action) -> str:
    if action.required and action.option_strings:
        return "must be given"
    return "" if action.default in (None, False, [], "") or not action.option_strings else escaped(str(action.default))
