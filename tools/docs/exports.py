"""The page of the exports: which records the register takes in, their fields, and the column each municipality has for them."""

from tools.docs.parts import code, danish, table
from visitation.model.load import MUNICIPALITIES, shipped
from visitation.register.imports.profile import Profile, load_profile
from visitation.register.records import KINDS, Field, Kind

MEANS = {
    "reference": "the case system's own reference",
    "date": "date, not after today",
    "plan": "date, may lie ahead",
    "time": "date and time",
    "number": "number",
    "choice": "one of",
    "code": "one of, written as it stands",
    "text": "text",
}
MANY = 12


def page() -> str:
    """The page."""
    lead = (
        "# The columns of exports\n\n`visitation import FILE` takes in an export whose columns fit one of the profiles in the model's "
        "folder `imports/`, all of it or nothing: CSV (semicolons; UTF-8 or cp1252; dd-mm-yyyy; decimal comma) or XLSX. A file with a "
        "column for a name, a CPR number, sex or an address is refused. Made from the records the register knows and the profiles that "
        "come with the product.\n\n"
    )
    return lead + "\n".join(_kind(kind) for kind in KINDS.values())


def profiles(kind: Kind) -> dict[str, list[Profile]]:
    """The profiles for a kind of record, by municipality."""
    found = {name: [load_profile(path) for path in sorted((MUNICIPALITIES / name / "imports").glob("*.yaml"))] for name in shipped()}
    return {name: of_kind for name, read in found.items() if (of_kind := [one for one in read if one.record is kind])}


def _kind(kind: Kind) -> str:
    read = profiles(kind)
    rows = [(code(f.name), _holds(f), *([danish(one.header(f.name)) for one in found] for found in read.values())) for f in kind.fields]
    same = ", ".join(map(code, ("reference", *kind.identity)))
    return f"## {kind.name}\n\nTwo rows are the same record when {same} are the same.\n\n" + table(
        ("field", "holds", *(f"column, {name}" for name in read)), rows
    )


def _holds(field: Field) -> str:
    listed = ", ".join(code(one or "(empty)") for one in field.ids[:MANY])
    more = f" and {len(field.ids) - MANY} more" if len(field.ids) > MANY else ""
    high = f" up to {field.high}" if field.high else ""
    return f"{MEANS[field.kind]}{f' {listed}{more}' if listed else high}{'; may be empty' if field.may_be_empty else ''}"
