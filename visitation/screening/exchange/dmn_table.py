"""A table of ours from a DMN document: with our annex it reads back equal, without it every rule is an assumption of its own."""

from datetime import date
from math import prod

from visitation.errors import ModelError, VisitationError, allowed
from visitation.model import Model, Table
from visitation.model.load import MAX_CELLS
from visitation.model.write import parse_table, table_text
from visitation.screening.exchange import annex
from visitation.screening.exchange.dmn_grid import read_grid
from visitation.screening.exchange.grid import Column, Grid, Row

READ = {"da": "Indlæst fra DMN", "en": "Read from DMN"}
ALWAYS = date(1900, 1, 1)  # a table from elsewhere says nothing of when it begins


def from_dmn(content: bytes | str, base: Model | None = None) -> Table:
    """The table of a DMN document, checked as a table of `base` when that is given.

    VisitationError names the cell that cannot be read and what is allowed."""
    grid = read_grid(content)
    cells = prod(len(column.allowed) for column in grid.columns)
    if cells > MAX_CELLS:
        raise VisitationError(f"tabellen har {cells} kombinationer; tilladt er højst {MAX_CELLS}: del den i flere tabeller")
    try:
        table = Table.read(_plain(grid, base))
    except (ValueError, LookupError, TypeError, AttributeError):  # the grid itself is sound, so it is what rode along
        raise VisitationError(
            "oplysningerne fra Visitationsbordet i filen er ændret, så de ikke længere passer; eksportér tabellen igen"
        ) from None
    return _of_model(table, base) if base else table


def _plain(grid: Grid, base: Model | None) -> dict:
    ours = grid.annex or {}
    facts = {"id": grid.id, "label": _both(grid.label), "valid": {"from": base.head.valid.from_ if base else ALWAYS}}
    facts |= {key: value for key, value in ours.items() if key not in ("sections", "not_in_force")}
    return {
        **facts,
        "label": _said(grid.label, facts["label"]),
        "inputs": [_input(column) for column in grid.columns],
        "outcomes": {name: _outcome(name, grid.outcome_annex or {}) for name in grid.outcomes},
        "sections": _sections(_rules(grid, facts["id"]), ours),
    }


def _both(text: str) -> dict:
    return {"da": text, "en": text}


def _said(text: str, known: dict) -> dict:
    """The words of a document; the known ones, with their English, where nobody changed the Danish."""
    return known if text == annex.shown(known["da"]) else _both(text)


def _input(column: Column) -> dict:
    known = column.annex or {"id": column.name, "label": _both(column.label), "short": _both(column.label)}
    answers = {answer["id"]: answer for answer in known.get("answers", ())}
    label = _said(column.label, known["label"])
    return {**known, "label": label, "answers": [answers.get(name, {"id": name, "label": _both(name)}) for name in column.allowed]}


def _outcome(name: str, known: dict) -> dict:
    return known.get(name, {"label": _both(name), "order": None, "step": None})


def _rules(grid: Grid, table: str) -> list[dict]:
    """All rules in their order, each with the number of its section, None for one of its own."""
    names = [(column.annex or {}).get("id", column.name) for column in grid.columns]
    away = (grid.annex or {}).get("not_in_force", [])
    used, rules = {rule["id"] for rule in away}, []
    for number, row in enumerate(grid.rows, start=1):
        rule = _rule(row, names, bool(grid.annex))
        if rule.get("id") is None or rule["id"] in used:  # new, or a copy made in an editor
            rule["id"] = _unused(f"{table}.{number:02}", used | {(other.annex or {}).get("id") for other in grid.rows})
        used.add(rule["id"])
        rules.append(rule)
    for rule in sorted(away, key=lambda rule: rule["at"]):
        rules.insert(rule["at"], {key: value for key, value in rule.items() if key != "at"})
    return rules


def _unused(name: str, used: set) -> str:
    return name if name not in used else next(other for n in range(2, len(used) + 3) if (other := f"{name}-{n}") not in used)


def _rule(row: Row, names: list[str], ours: bool) -> dict:
    when = {name: list(cell) for name, cell in zip(names, row.cells, strict=True) if cell is not None}
    known = row.annex if ours else None
    if known is None:
        reason = _both(row.description.strip()) if row.description.strip() else READ
        known = {"section": None, "kind": "antagelse", "source": [], "reason": reason}
    return {**known, "reason": _reason(row, known), "when": when, "then": row.then}


def _reason(row: Row, known: dict) -> dict:
    """The reason that rode along, unless the description was changed: then its first line."""
    first = row.description.strip().partition("\n")[0].strip()
    written = f"{row.description}\n".startswith(annex.shown(known["reason"]["da"]) + "\n")
    return known["reason"] if written or not first else _both(first)


def _sections(rules: list[dict], ours: dict) -> list[dict]:
    """Neighbours of the same section stand together; a rule without one stands alone."""
    found, last = [], None
    for rule in rules:
        number = rule.pop("section")
        if number is None or number != last:
            label = READ if number is None else ours["sections"][number]["label"]
            found.append({"label": label, "rules": []})
        found[-1]["rules"].append(rule)
        last = number
    return found


def _of_model(table: Table, base: Model) -> Table:
    """The table, refused where it does not fit the model: by rule or outcome where one is to blame."""
    for name, outcome in table.outcomes.items():
        if outcome.step is not None and outcome.step not in base.steps:
            raise VisitationError(f"udfald '{name}': ukendt trin '{outcome.step}'; tilladt er {allowed(base.steps)}")
    for number, rule in enumerate(table.rules, start=1):
        for source in rule.source:
            if source.document not in base.head.documents:
                raise VisitationError(f"række {number}: ukendt dokument '{source.document}'; tilladt er {allowed(base.head.documents)}")
    try:
        return parse_table(table_text(table), base)
    except ModelError as error:
        raise VisitationError(str(error).partition(": ")[2]) from None
