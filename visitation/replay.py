"""What `replay` says of a rule change: a plain dictionary for JSON, and sentences for people."""

from datetime import date
from shlex import join

from visitation.forecast.changed import as_scenario
from visitation.model import Model, dated, load
from visitation.register.cases import cases
from visitation.register.consequence import Consequence, consequences, period
from visitation.register.replay import Transitions, past_cases
from visitation.register.store import open_register, register_url
from visitation.screening import Cube, build
from visitation.screening.difference import Difference, Piece, differences, sentences

SHOWN = 20  # sentences per table; a new table in place of an old one would fill screens


def replay_report(old_name: str, new_name: str, register: str | None) -> dict:
    """Two versions held against each other, with the keys that `visitation replay --json` prints.

    A name may carry a date ("slagelse@2019-01-01"): then the version and the rules in force that day, else the latest of both."""
    (old, old_on), (new, new_on) = _version(old_name), _version(new_name)
    tables = [_table(found) for found in differences(_cubes(old, old_on), _cubes(new, new_on))]
    store = open_register(register_url(register))
    try:
        past = cases(store, old.head.id).values()
    finally:
        store.close()
    moved = past_cases(past, old, new, old_on=old_on, new_on=new_on)
    days = period(past, old.head.meeting.table)
    found = consequences(moved, new, new_on or (days and days[1]))
    scenario = as_scenario(moved, old, new, past, days[1]) if days else None
    return {
        "old": _name(old, old_on),
        "new": _name(new, new_on),
        "cells_changed": sum(table["cells_changed"] for table in tables),
        "changed_where": [f"{table['table']}: {words}" for table in tables for words in table["where"]],
        "cases": moved.cases,
        "cases_changed": moved.changed,
        "cases_same_step": moved.same_step,
        "transitions": [{"from": old_step, "to": new_step, "n": n} for (old_step, new_step), n in moved.counts.items()],
        "period": days and {"from": days[0].isoformat(), "to": days[1].isoformat()},
        "shares": [{"step": one.standing, "before": one.before / moved.cases, "after": one.after / moved.cases} for one in found],
        "cost": [_cost(one) for one in found if one.price],
        "scenario": scenario,
        "scenario_command": _command(new_name, scenario) if scenario else None,
        "steps": _step_labels(old, new, moved),
        "tables": tables,
    }


def _version(name: str) -> tuple[Model, date | None]:
    plain, on = dated(name)
    return load(plain, on), on


def _cubes(model: Model, on: date | None) -> dict[str, Cube]:
    return {name: build(table, on) for name, table in model.tables.items()}


def _name(model: Model, on: date | None) -> dict:
    return {"model": model.head.id, "version": model.head.version, "sha256": model.sha256, "on": on and on.isoformat()}


def _step_labels(old: Model, new: Model, moved: Transitions) -> dict[str, str]:
    """What the standings in the transitions are called; what is no step is called by its own word."""
    steps = old.steps | new.steps
    found = dict.fromkeys(step for pair in moved.counts for step in pair)
    return {step: steps[step].label.da if step in steps else step for step in found}


def _cost(one: Consequence) -> dict:
    """What the price of a standing makes of the change, in whole kroner."""
    change = one.after - one.before
    return {"step": one.standing, "change": change, "price": one.price.label.da, "unit_kr": one.price.kr, "kr": one.kr}


def _command(model: str, scenario: dict[str, float]) -> str:
    """What forecasts the change."""
    settings = (word for key, share in scenario.items() for word in ("--set", f"{key}={share:g}"))
    return join(["visitation", "forecast", "--model", model, *settings])


def _table(found: Difference) -> dict:
    return {
        "table": found.table,
        "cells": found.cells,
        "cells_changed": found.cells_changed,
        "where": sentences(found),
        "boxes": [{"when": box.when, "from": box.old, "to": box.new, "cells": box.cells} for box in found.boxes],
        "added": [_piece(piece) for piece in found.added],
        "removed": [_piece(piece) for piece in found.removed],
    }


def _piece(piece: Piece) -> dict:
    return {"kind": piece.kind, "id": piece.id, "label": piece.label.da, "question": piece.question and piece.question.da}


def replay_text(result: dict) -> str:
    """The replay in Danish sentences: each table that changed, then how the past cases move."""
    changes = [line for table in result["tables"] if table["where"] for line in _changes(table)]
    return "\n".join([
        f"{_heading(result['old'])} → {_heading(result['new'])}",
        *(changes or ["  Ingen kombination får et andet udfald."]),
        *_past(result),
    ])  # fmt: skip


def _changes(table: dict) -> list[str]:
    """What changed in a table, at most SHOWN lines of it."""
    count = f" {table['cells_changed']} af {table['cells']} kombinationer får et andet udfald" if table["cells"] else ""
    more = len(table["where"]) - SHOWN
    lines = [f"  {table['table']}:{count}", *(f"    {words}" for words in table["where"][:SHOWN])]
    return [*lines, f"    … og {more} mere; se dem alle med --json"] if more > 0 else lines


def _heading(version: dict) -> str:
    return f"{version['model']} {version['version']}" + (f" ({version['on']})" if version["on"] else "")


def _past(result: dict) -> list[str]:
    if not result["cases"]:
        return ["Registret har ingen besluttede sager på mødets tabel."]
    label = result["steps"]
    first, last = result["period"]["from"], result["period"]["to"]
    when = first if first == last else f"{first} til {last}"
    lines = [f"Tidligere sager, besluttet {when}: {result['cases']}. Får et andet trin: {result['cases_changed']}."]
    lines += [f"  {label[t['from']]} → {label[t['to']]}: {t['n']}" for t in result["transitions"] if t["from"] != t["to"]]
    if result["cases_same_step"]:
        lines.append(f"  Andet udfald på samme trin: {result['cases_same_step']}")
    command = result["scenario_command"]
    ahead = [f"Hvad ændringen betyder fremover: {command}"] if command else []
    return [*lines, *(_cost_text(cost) for cost in result["cost"] if cost["change"]), *ahead]


def _cost_text(cost: dict) -> str:
    """The cost of the change as a sentence; the amount is what these cases would have cost, not a forecast."""
    amount, unit = (f"{number:,}".replace(",", ".") for number in (cost["kr"], cost["unit_kr"]))
    return f"  {cost['price']}: {cost['change']:+d} à {unit} kr. = {amount} kr. for de samme sager (ikke en prognose)"
