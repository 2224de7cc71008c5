"""Which runs are asked for: a value of each parameter, or several, and then every combination of them."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from visitation.errors import VisitationError
from visitation.reports.notebook import Report

Known = Callable[[str, Mapping[str, list[Any]]], Iterable[str]]  # the values a parameter can have, by what is given of the others
NO_WORD = re.compile(r"[^\w]+")


@dataclass(frozen=True)
class Run:
    """One run: its name, which its files carry, and the parameters that are not left as the notebook has them."""

    name: str
    parameters: dict[str, Any]


def plan(report: Report, settings: Iterable[str], each: str | None, known: Known) -> tuple[Run, ...]:
    """The runs of a report: a parameter given several times, or by `each`, has them all, in every combination with the others.

    VisitationError for what is no parameter of the report, and when two runs would go into the same files."""
    given: dict[str, list[Any]] = {}
    for key, value in map(report.value, settings):
        given.setdefault(key, []).append(value)
    if each:
        _spread(report, given, each, known)
    keys = [key for key in report.parameters if key in given]
    runs = tuple(_run(report, dict(zip(keys, values, strict=True))) for values in product(*(given[key] for key in keys)))
    names = [run.name for run in runs]
    if twice := [name for name in names if names.count(name) > 1]:
        raise VisitationError(f"To kørsler ville begge hedde {twice[0]}; giv scenarier og mapper hver sit navn")
    return runs


def _spread(report: Report, given: dict[str, list[Any]], each: str, known: Known) -> None:
    if each in given:
        raise VisitationError(f"--each {each}: {each} er også givet med -p; vælg ét af dem")
    given[each] = [report.value(f"{each}={value}")[1] for value in known(each, given)]


def _run(report: Report, parameters: dict[str, Any]) -> Run:
    return Run("-".join([report.name, *(_word(value) for value in parameters.values())]), parameters)


def _word(value: Any) -> str:
    """A value as part of a file's name; of a path only its last part, and an empty text is what goes without saying."""
    last = re.split(r"[\\/]", str(value))[-1].removesuffix(".yaml")
    return NO_WORD.sub("-", last).strip("-").lower() or "grundlag"
