"""pyproject.toml, environment.yml and constraints.txt ask for the same packages within the same limits."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PINS = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]


def limits(lines):
    """Limits by package name."""
    return {canonicalize_name(r.name): r.specifier for r in map(Requirement, lines)}


def conda_limits():
    """What conda asks for, from its own channel and, where a package is not there, by pip."""
    named = [line for line in CONDA if isinstance(line, str)]
    by_pip = [line for part in CONDA if isinstance(part, dict) for line in part["pip"] if not line.startswith("-")]
    return limits(named + by_pip)


def pinned():
    return {canonicalize_name(name): version for name, _, version in (line.partition("==") for line in PINS)}


def asked_for():
    """Every requirement of the project, with those of its extras."""
    extras = PROJECT["optional-dependencies"].values()
    return [Requirement(line) for line in [*PROJECT["dependencies"], *(line for extra in extras for line in extra)]]


def needed(requirements):
    """The names of all packages the requirements bring along on this Python, through every level."""
    seen, waiting = set(), list(requirements)
    while waiting:
        wanted = waiting.pop()
        for extra in wanted.extras or {""}:
            key = (canonicalize_name(wanted.name), extra)
            if key not in seen:
                seen.add(key)
                below = map(Requirement, requires(wanted.name) or [])
                waiting += [r for r in below if not r.marker or r.marker.evaluate({"extra": extra})]
    return {name for name, _ in seen}


def test_conda_asks_for_the_same_within_the_same_limits():
    ours = {name: limit for name, limit in conda_limits().items() if name not in {"python", "pip"}}
    assert ours == limits(PROJECT["dependencies"])


def test_conda_installs_the_suite_itself():
    assert [part["pip"] for part in CONDA if isinstance(part, dict)] == [["--editable ."]]


def test_conda_starts_at_the_same_python():
    floor = {spec for spec in conda_limits()["python"] if spec.operator == ">="}
    assert floor == set(SpecifierSet(PROJECT["requires-python"]))


def test_a_constraint_is_a_name_and_a_version():
    assert [line for line in PINS if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line)] == []


def test_constraints_are_sorted_and_named_once():
    assert [line.lower() for line in PINS] == sorted({line.lower() for line in PINS})
    assert len(pinned()) == len(PINS)


@pytest.mark.parametrize("wanted", asked_for(), ids=lambda wanted: wanted.name)
def test_a_dependency_has_a_constraint_inside_its_limits(wanted):
    assert wanted.specifier.contains(pinned()[canonicalize_name(wanted.name)])


def test_everything_they_bring_along_has_a_constraint():
    try:
        brought = needed(asked_for())
    except PackageNotFoundError as missing:
        pytest.fail(f"{missing} is asked for but not installed: make test installs it")
    assert brought - pinned().keys() == set()
