"""Decisions, a narrower § 82 and registers of past cases, for tests of replay."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.registers import enquiries, register_with
from visitation.model import Model, Table, load
from visitation.model.write import save_version
from visitation.register.agenda import decided_on
from visitation.register.decisions import decision
from visitation.screening import build, screen

DAY, LATER = date(2021, 3, 9), date(2022, 7, 1)
TO_82 = {"oensker": "ja", "maalgruppe": "risiko", "aarsag": "faerdigheder", "virkning": "ja", "behov": "rummes", "varighed": "midlertidig"}
SETTLED = TO_82 | {"maalgruppe": "nedsat"}
NO_WISH = {"oensker": "nej"}


def decided(model: Model, answers: dict[str, str], table_id: str | None = None, day: date = DAY) -> dict:
    """A decision as the register gives it back."""
    case = screen(build(model.tables[table_id or model.head.meeting.table], day), answers)
    outcome = case.outcome or case.possible[0]
    data = decision(model, case, outcome, why_not_lower="fordi", deviation="drøftet" if case.outcome is None else "")
    return json.loads(json.dumps(data)) | {"at": f"{day}T09:00:00"}


def replays(stored: dict, models: Sequence[Model]) -> bool:
    """Whether a stored decision comes out the same under the version it was taken under; False when that is none of the models.

    A decision older than its table was taken by rules that were not in force yet: those of the table's first day."""
    model = next((model for model in models if model.sha256 == stored["sha256"]), None)
    if model is None:
        return False
    table = model.table(stored["table"])
    case = screen(build(table, max(decided_on(stored), table.valid.from_)), stored["answers"])
    again = json.loads(json.dumps(decision(model, case, stored["outcome"], why_not_lower="fordi", deviation="drøftet")))
    return all(stored[name] == again[name] for name in ("version", "open", "possible", "recommended", "rule", "step", "returns"))


def without_risk(rule):
    """T1.09 so that the risk of a reduced capacity no longer leads to § 82."""
    return rule.replace(when={**rule.when, "maalgruppe": ("nedsat", "betydelig")})


def edited(table: Table, rule_id: str, edit) -> Table:
    """The table with `edit(rule)` in place of a rule: one, or several in a row."""
    sections = []
    for section in table.sections:
        rules = [new for rule in section.rules for new in (edit(rule) if rule.id == rule_id else [rule])]
        sections.append(section.replace(rules=tuple(rules)))
    return table.replace(sections=tuple(sections))


def narrowed(model: Model) -> Table:
    """T1 where only a reduced capacity leads to § 82."""
    return edited(model.tables["T1"], "T1.09", lambda rule: [without_risk(rule)])


def with_table(model: Model, changed: Table) -> Model:
    """The model with another table of that id."""
    return replace(model, tables={**model.tables, changed.id: changed})


def shelf(folder: Path, table: Table | None = None) -> Path:
    """A shelf with Ringsted's version and one from LATER on, where T1 is narrower unless given."""
    model = load("ringsted")
    save_version(model, {"T1": table or narrowed(model)}, folder / "hylde", "2022.1", LATER)
    return folder / "hylde"


def decided_register(folder: Path, model: Model, *answers: dict[str, str], again: dict[str, str] | None = None):
    """Address and register of cases that were decided with these answers; the first one with `again` a second time."""
    url = f"sqlite:///{(folder / 'register.sqlite').as_posix()}"
    store = register_with(url, *enquiries(len(answers)), model=model.head.id)
    taken = [(number, 1, given) for number, given in enumerate(answers, 1)] + ([(1, 2, again)] if again else [])
    for number, version, given in taken:
        data = decided(model, given)
        store.append(f"EKS-R-{number:04d}", version, "decided", data, data.pop("at"))
    return url, store
