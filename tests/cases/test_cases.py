"""The cases of the YAML files beside this one, each named by its own sentence."""

from pathlib import Path

import pytest

from visitation.model import load
from visitation.model.yaml import read_yaml
from visitation.screening import build, screen

FILES = sorted(Path(__file__).parent.glob("*.yaml"))
CASES = [(file.stem, case) for file in FILES for case in read_yaml(file).data]


@pytest.mark.parametrize(("model", "case"), CASES, ids=[case["sag"] for _, case in CASES])
def test_case(model, case):
    found = screen(build(load(model).table(case["tabel"])), case["svar"])
    assert list(found.possible) == case.get("muligt", [case.get("udfald")])
    if "regel" in case:
        assert found.rule.id == case["regel"]
