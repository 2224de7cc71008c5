"""What a database says when something is wrong, as one plain Danish sentence."""

from visitation.errors import VisitationError

BUSY = "er optaget, fordi en anden skriver til det; prøv igen om lidt"
FULL = "kan ikke skrives, fordi disken er fuld; gør plads og prøv igen. Intet er gået tabt"
READ_ONLY = "må ikke ændres herfra; giv skriveadgang til filen og dens mappe"
CANNOT_OPEN = "kan ikke åbnes; mappen skal findes, og der skal være læse- og skriveadgang"
NOT_OURS = "er ikke et register fra Visitationsbordet; vælg en anden fil eller database"
DAMAGED = "er beskadiget; hent den seneste sikkerhedskopi"
TRIAL = "er lavet af prøveudgaven 0.1 og kan ikke læses af denne; begynd et nyt register"
NEWER = "er lavet af en nyere udgave af Visitationsbordet; opdatér programmet"
NO_ANSWER = "svarer ikke; serveren skal køre, og databasens navn, bruger og adgangskode skal passe"

SQLITE = {
    "SQLITE_BUSY": BUSY,
    "SQLITE_LOCKED": BUSY,
    "SQLITE_FULL": FULL,
    "SQLITE_READONLY": READ_ONLY,
    "SQLITE_PERM": READ_ONLY,
    "SQLITE_CANTOPEN": CANNOT_OPEN,
    "SQLITE_IOERR": "kan ikke læses eller skrives; disken eller netværksdrevet svarer med fejl",
    "SQLITE_NOTADB": NOT_OURS,
    "SQLITE_ERROR": NOT_OURS,  # a table or a column that is missing
    "SQLITE_CORRUPT": DAMAGED,
}
POSTGRES = {
    "08": NO_ANSWER,
    "25006": READ_ONLY,
    "28": NO_ANSWER,
    "3D": NO_ANSWER,
    "42501": "må ikke ændres herfra; databasens bruger mangler rettigheder",
    "42": NOT_OURS,
    "53100": FULL,
    "55P03": BUSY,
    "57014": BUSY,
    "57P": NO_ANSWER,  # the server is going down or coming up
}


class Conflict(VisitationError):  # noqa: N818 - it is not an error to be second
    """Somebody else wrote first; nothing was written."""


def lost_race() -> Conflict:
    """The Conflict about one case."""
    return Conflict("En anden har skrevet i sagen imens; intet er skrevet. Åbn sagen igen, og gentag.")


def sentence(error: BaseException | None, where: str) -> str:
    """Why the register at `where` cannot be read or written; never the values that were to be stored."""
    said = _sqlite(error) or _postgres(error) or "kan ikke læses eller skrives; databasen melder en ukendt fejl"
    return f"Registret {where} {said}."


def _sqlite(error: BaseException | None) -> str | None:
    name = getattr(error, "sqlite_errorname", None)
    if name is None:
        return None
    return next((said for code, said in SQLITE.items() if name == code or name.startswith(code + "_")), None)


def _postgres(error: BaseException | None) -> str | None:
    if not hasattr(error, "sqlstate"):
        return None
    state = error.sqlstate or "08"  # no state: the server was never reached
    return POSTGRES.get(state) or POSTGRES.get(state[:3]) or POSTGRES.get(state[:2])
