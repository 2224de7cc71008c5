"""Saved scenarios: kept as what they change, so that the rest follows the register they are read over."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from visitation.errors import VisitationError, allowed
from visitation.forecast.basis import Basis
from visitation.forecast.scenario import BOUNDS, PARTS, Scenario, read_scenario, with_data
from visitation.register.scenarios import Saved


def scenario_of(basis: Basis, saved: Saved) -> Scenario:
    """A saved scenario over the basis' own; VisitationError names the key when it makes no sense there."""
    return with_data(basis.scenario, saved.data, f"Scenariet '{saved.name}'")


def find_scenario(basis: Basis, saved: Mapping[str, Saved], given: str | None) -> Scenario:
    """The basis' scenario, or the one in a YAML file or saved under a name; VisitationError when `given` is neither."""
    if given is None:
        return basis.scenario
    if (file := Path(given)).is_file():
        return read_scenario(file, basis.scenario)
    if given not in saved:
        raise VisitationError(f"Scenariet '{given}' er hverken en fil eller gemt i registret; gemt er {allowed(saved)}.")
    return scenario_of(basis, saved[given])


def changes(base: Scenario, scenario: Scenario) -> dict[str, Any]:
    """What the scenario says otherwise than the base, as plain data to save; read over the base it is the scenario again."""
    found = _different(base, scenario, BOUNDS)
    parts = {name: _different(getattr(base, name), getattr(scenario, name), getattr(base, name).__struct_fields__) for name in PARTS}
    found |= {name: part for name, part in parts.items() if part}
    if scenario.uncertainty != {key: ends for key, ends in base.uncertainty.items() if key not in found}:
        found["uncertainty"] = {key: list(ends) for key, ends in scenario.uncertainty.items()}
    return found


def _different(base: Any, other: Any, keys: Iterable[str]) -> dict[str, Any]:
    return {key: getattr(other, key) for key in keys if getattr(other, key) != getattr(base, key)}
