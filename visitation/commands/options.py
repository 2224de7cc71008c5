"""What several commands share: options, and how a result is said."""

import argparse
import json
from collections.abc import Callable
from datetime import date

Add = Callable[[str, Callable[[argparse.Namespace], int], str], argparse.ArgumentParser]


def day(text: str) -> date:
    """The date an option gives; one sentence when it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' er ikke en dato; skriv den som 2021-03-09") from None


def model_option(parser: argparse.ArgumentParser) -> None:
    """The municipality's model."""
    parser.add_argument("--model", help="kommunens model: navn eller mappe")


def day_option(parser: argparse.ArgumentParser) -> None:
    """The day that counts as today."""
    parser.add_argument("--on", type=day, metavar="DATO", help="dagens dato, ÅÅÅÅ-MM-DD")


def register_option(parser: argparse.ArgumentParser) -> None:
    """The register."""
    parser.add_argument("--register", metavar="URL", help="registrets adresse; ellers miljøvariablen REGISTER")


def json_option(parser: argparse.ArgumentParser) -> None:
    """One JSON object instead of sentences."""
    parser.add_argument("--json", action="store_true", help="skriv ét JSON-objekt")


def say(arguments: argparse.Namespace, result: dict, people: str) -> None:
    """The result on standard output, for a program or for people."""
    print(json.dumps(result, ensure_ascii=False, default=str) if arguments.json else people)
