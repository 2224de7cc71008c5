"""The journal note of a decided case, as plain text to copy; its wording is stable and holds no person number."""

from datetime import date

from visitation.documents.facts import facts
from visitation.documents.write import write
from visitation.model import Model
from visitation.register.cases import Case


def journal_note(model: Model, case: Case, decision: dict, today: date, lang: str = "da", **more) -> str:
    """The note of a decision in the register; one heading a line, then what the meeting knew and chose. `more` as of `facts`."""
    template = "journalnotat" if lang == "da" else "journalnotat.en"
    return write(model, template, facts(model, case, decision=decision, day=today, lang=lang, **more)).text
