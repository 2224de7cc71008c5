"""Node with the packages of package.json, installed once beside pytest's own cache, and what it says of our DMN files."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.oracles.subjects import Subject, from_a_seed, from_models
from visitation.screening.exchange import to_dmn
from visitation.screening.exchange.feel import names

HERE = Path(__file__).parent
FILES = ("package.json", "package-lock.json", "dmn_oracle.mjs")


def run(folder: Path, *command: str, given: str = "") -> str:
    done = subprocess.run(command, cwd=folder, input=given, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False)
    if done.returncode:
        pytest.fail(f"{' '.join(command)} failed in {folder.name}:\n{done.stderr[-2000:]}")
    return done.stdout


@pytest.fixture(scope="session")
def oracle(pytestconfig) -> Path:
    """The folder of the oracle with its packages."""
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.fail("The DMN oracle needs node 18 or newer and npm: sudo apt-get install nodejs npm")
    folder = Path(pytestconfig.cache.mkdir("dmn-oracle"))
    lock, installed = HERE / "package-lock.json", folder / "node_modules" / ".package-lock.json"
    fresh = installed.exists() and (folder / lock.name).read_bytes() == lock.read_bytes()
    for name in FILES:
        shutil.copy(HERE / name, folder / name)
    if not fresh:
        run(folder, "npm", "ci", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts")
    return folder


def question(subject: Subject) -> dict:
    """A table as DMN, and its cells under the names they have in FEEL."""
    feel = names(tuple(question.id for question in subject.table.inputs))
    cells = [{feel[name]: answer for name, answer in cell.items()} for cell in subject.cells()]
    return {"xml": to_dmn(subject.table, subject.model, subject.on), "cells": cells}


@pytest.fixture(scope="session")
def verdicts(oracle) -> list[tuple[Subject, dict]]:
    """Every subject with what dmn-moddle and feelin make of it."""
    subjects = [*from_models(), *from_a_seed()]
    said = run(oracle, "node", "dmn_oracle.mjs", given=json.dumps([question(subject) for subject in subjects]))
    return list(zip(subjects, json.loads(said), strict=True))
