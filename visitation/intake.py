"""Take in a case system's export of enquiries: read it by the model's profile, then store all of it or nothing."""

from datetime import date, datetime
from pathlib import Path

from visitation.errors import VisitationError, allowed
from visitation.model import Model, load, shipped
from visitation.register.cases import register_today
from visitation.register.enquiries import Intake, compare, read_enquiries, take_in
from visitation.register.profile import Profile, load_profile
from visitation.register.store import Register, open_register, register_url


def import_bytes(content: bytes, filename: str, profile: str, model: Model, register: Register, today: date) -> Intake:
    """What came of a file: with `errors` the register is unchanged, else it holds every row.

    VisitationError when the file or the profile cannot be read at all."""
    read = compare(register, read_enquiries(content, filename, _profile(model, profile), today), model.head.id)
    if not read.errors:
        take_in(register, read, model.head.id, datetime.combine(today, datetime.min.time()).isoformat())
    return read


def _profile(model: Model, name: str) -> Profile:
    folder = model.folder / "imports"
    known = sorted(path.stem for path in folder.glob("*.yaml"))
    if name not in known:
        raise VisitationError(f"{model.head.id}: ukendt profil '{name}'; tilladt er {allowed(known)}")
    return load_profile(folder / f"{name}.yaml")


def import_file(path: Path, profile: str, model: str | None, register: str | None, on: date | None, calendar: date) -> dict:
    """The import of a file with the keys that `visitation import --json` prints: `accepted` counts the rows the register now holds.

    The day is `on`, else the register's own, else the calendar's."""
    chosen = load(model or shipped()[0])
    try:
        content = path.read_bytes()
    except OSError:
        raise VisitationError(f"{path.name}: filen kan ikke læses; giv en CSV- eller XLSX-fil") from None
    store = open_register(register_url(register))
    try:
        done = import_bytes(content, path.name, profile, chosen, store, on or register_today(store) or calendar)
    finally:
        store.close()
    rejected = len({error.row for error in done.errors})
    errors = [{"row": e.row, "column": e.column, "message": e.message} for e in done.errors]
    return {"rows": done.rows, "accepted": 0 if errors else done.rows, "rejected": rejected, "known": done.known, "errors": errors}


def import_text(result: dict) -> str:
    """The import in Danish sentences, one refused cell a line."""
    if not result["errors"]:
        return f"Indlæst. Nye henvendelser: {result['accepted'] - result['known']}. Kendte i forvejen: {result['known']}."
    lines = [f"række {e['row']}, {e['column']}: {e['message']}" for e in result["errors"]]
    return "\n".join([f"Intet er indlæst: {result['rejected']} af {result['rows']} rækker skal rettes.", *lines])
