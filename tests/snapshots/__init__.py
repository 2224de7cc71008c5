"""Every document of both municipalities as it is meant to read; `python -m tests.snapshots` writes them anew."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from tests.answers import SUFFICIENT
from tests.registers import ENQUIRY, TODAY
from visitation.documents import Document, facts, templates, write
from visitation.model import Model, Text, load
from visitation.pathway.course import Course, OpenTask, Try
from visitation.register.cases import Case
from visitation.register.decisions import decision
from visitation.screening import build, screen

FOLDER = Path(__file__).parent
REFERRED = {
    "ringsted": (
        "HENVIS_82AB",
        SUFFICIENT,
    ),
    "slagelse": (
        "FOKUS",
        {"akut": "nej", "alder": "18-65", "stemme": "hoert", "anden_indsats": "nej", "oensker": "ja", "maalgruppe": "risiko"},
    ),
}
GIVEN = {  # what no register knows and whoever writes the document says
    "vej": "C) Fortsæt efter § 82 a alene",
    "note": "Borgeren kommer fast i gruppen og vil gerne fortsætte.",
    "begrundelse": "Funktionsevnen er nedsat, men ikke betydeligt.",
    "frist": date(2021, 4, 3),
    "ny_frist": date(2021, 4, 17),
    "aarsag": "vi mangler en udtalelse, som vi har bedt om",
    "deltagere": ("myndighed", "udfører"),
    "antal": 28,
    "minutter": 96,
    "beslutninger": ("Henvist til § 82: 5", "Vejledt: 9"),
    "parkerede": ("Sag 0433",),
    "fingeraftryk": "0123456789abcdef:812",
}
COURSE = Course(
    id="EKS-R-0001-1",
    pathway="p82",
    state="forloeb",
    begun=date(2020, 11, 2),
    marks={"opstart": date(2020, 11, 9)},
    moves=(),
    tries=(
        Try("opkald", datetime(2021, 3, 2, 9, 15), "ikke_opnaaet", None),
        Try("eboks", datetime(2021, 3, 5, 11, 0), "afsendt", date(2021, 3, 19)),
    ),
    tasks=(OpenTask("statusnotat", Text(da="Skriv statusnotat", en="Write the status note"), "udfører", date(2021, 3, 12)),),
    contact=True,
    ended=False,
)


def case(**enquiry) -> Case:
    """An invented case, without decisions."""
    return Case(ENQUIRY.reference, "0001", "ringsted", replace(ENQUIRY, **enquiry), 1, "ny", (), True)


def referral(model: Model) -> dict:
    """A decision to refer to the help of § 82, as the register would keep it."""
    outcome, answers = REFERRED[model.head.id]
    return decision(model, screen(build(model.meeting_table), answers), outcome, why_not_lower="Har prøvet værestedet.")


def documents(name: str) -> dict[str, Document]:
    """Every document of a shipped model, by template."""
    model = load(name)
    known = {lang: facts(model, case(), course=COURSE, decision=referral(model), day=TODAY, lang=lang, **GIVEN) for lang in ("da", "en")}
    return {one: write(model, one, known["en" if one.endswith(".en") else "da"]) for one in templates(model)}


def path(name: str, template: str) -> Path:
    """Where a document stands as it is meant to read."""
    return FOLDER / f"{name}-{template}.txt"
