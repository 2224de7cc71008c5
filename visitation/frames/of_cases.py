"""Frames of the register: cases, the citizens' words, the meeting's decisions, and courses."""

from operator import attrgetter

import pandas as pd

from visitation import vocabulary as ids
from visitation.frames.extract import Extract
from visitation.frames.schema import CATEGORY, DAY, WHOLE, WORD, YES_NO, Column, Schema
from visitation.model import Text
from visitation.pathway import pathways
from visitation.register.agenda import decided_on
from visitation.register.case import Case
from visitation.register.standing import BESIDE, place, steps_of

STANDING = "visitation.register.standing"
NO_STEP = "tom: ved siden af trappen", "empty: beside the ladder"
CASE = Column("case", WORD, "Sagens nummer; nøglen mellem tabellerne", "The case's number; the key between frames")


def _chosen(name: str, da: str, en: str, *, ordered: bool = False) -> Column:
    """A choice of the enquiry; empty where the enquiry says nothing."""
    return Column(name, CATEGORY, da, en, values=tuple(value for value in ids.VOCABULARY[name] if value), ordered=ordered)


CASES = Schema(
    "cases",
    Text(da="En sag: en henvendelse, og hvad der blev af den", en="A case: an enquiry and what became of it"),
    "visitation.register.cases",
    (
        CASE,
        Column("alias", WORD, "Det korte navn, sagen har på væggen", "The short label the case has on the wall"),
        Column("received", DAY, "Dagen, henvendelsen kom", "The day of the enquiry"),
        _chosen("channel", "Hvordan henvendelsen kom", "How the enquiry came"),
        _chosen("sender", "Hvem der henvendte sig", "Who enquired"),
        _chosen("age_group", "Aldersgruppe", "Age group", ordered=True),
        _chosen("target_group", "Målgruppe efter funktionsnedsættelse", "Target group by impairment"),
        _chosen("asks_section", "Paragraffen, der er søgt om; tom: ingen", "The section applied for; empty: none"),
        _chosen("support_now", "Støtten på dagen for henvendelsen", "Support on the day of the enquiry"),
        _chosen("consent", "Samtykke til at give oplysninger videre", "Consent to pass information on"),
        Column("status", CATEGORY, "Hvor sagen står hos mødet", "Where the meeting has it", values=("ny", "parkeret", "besluttet")),
        Column("decisions", WHOLE, "Mødets beslutninger i sagen", "The meeting's decisions in the case", "antal"),
        Column("decided", DAY, "Dagen for den første beslutning", "The day of the first decision"),
        Column("wait", WHOLE, "Fra henvendelse til første beslutning", "From the enquiry to the first decision", "dage"),
        Column("outcome", CATEGORY, "Udfaldet af den seneste beslutning", "The outcome of the latest decision"),
        Column("step", CATEGORY, f"Trinnet i den seneste; {NO_STEP[0]}", f"The step of that; {NO_STEP[1]}", ordered=True),
        Column("stands", CATEGORY, "Hvor den står på dagen; tom: intet sted", "Where it stands that day; empty: nowhere", source=STANDING),
        Column("courses", WHOLE, "Forløb, sagen har haft", "Courses the case has had", "antal"),
        Column("forgotten", YES_NO, "Om sagen er glemt; så er received den 1.", "Whether it is forgotten; then received is the 1st"),
    ),
)
WORDS = Schema(
    "words",
    Text(da="En sag, hvor nogen har skrevet noget", en="A case in which somebody wrote something"),
    "visitation.register.cases",
    (
        CASE,
        Column("words", WORD, "Borgerens egne ord", "The citizen's own words"),
        Column("asks_for", WORD, "Det, der søges om, som det er skrevet", "What is asked for, as written"),
    ),
)
DECISIONS = Schema(
    "decisions",
    Text(da="En beslutning på visitationsmødet", en="A decision of the meeting"),
    "visitation.register.decisions",
    (
        CASE,
        Column("number", WHOLE, "Beslutningens nummer i sagen, fra 1", "Which decision of the case, from 1"),
        Column("decided", DAY, "Dagen", "The day"),
        Column("table", CATEGORY, "Tabellen, mødet gik igennem", "The table the meeting walked"),
        Column("rule", WORD, "Reglen, der gav anbefalingen; tom: ingen blev nået", "The rule that recommended; empty: none was reached"),
        Column("recommended", CATEGORY, "Det anbefalede udfald", "The recommended outcome"),
        Column("outcome", CATEGORY, "Det besluttede udfald", "The outcome decided on"),
        Column("step", CATEGORY, f"Trinnet; {NO_STEP[0]}", f"The step; {NO_STEP[1]}", ordered=True),
        Column("deviates", YES_NO, "Om mødet valgte et andet end det anbefalede", "Whether another was chosen than recommended"),
        Column("returns", YES_NO, "Om sagen skal tilbage til mødet", "Whether the case comes back to the meeting"),
        Column("open", WHOLE, "Spørgsmål uden svar", "Questions without an answer", "antal"),
    ),
)
COURSES = Schema(
    "courses",
    Text(da="Et forløb i en sag", en="A course of a case"),
    "visitation.pathway.course",
    (
        CASE,
        Column("course", WORD, "Forløbets nummer i sagen", "The course's id in the case"),
        Column("pathway", CATEGORY, "Forløbstypen", "The pathway"),
        Column("state", CATEGORY, "Hvor forløbet står", "Where the course stands"),
        Column("begun", DAY, "Dagen, det begyndte", "The day it began"),
        Column("since", DAY, "Siden hvornår det står der", "Since when it stands there"),
        Column("latest", DAY, "Dagen, der sidst skete noget", "The day of the last thing that happened"),
        Column("moves", WHOLE, "Hændelser, der flyttede det", "Events that moved it", "antal"),
        Column("tries", WHOLE, "Forsøg på kontakt i den seneste fase", "Tries to reach the citizen in the latest phase", "antal"),
        Column("tasks", WHOLE, "Opgaver, der står åbne", "Tasks that stand open", "antal"),
        Column("ended", YES_NO, "Om det er afsluttet", "Whether it has ended"),
    ),
)


def cases(extract: Extract) -> pd.DataFrame:
    """CASES: one row a case, in the order they came in. What anybody wrote is left out: see `words`."""
    steps, rows = steps_of(extract.model), []
    for case in extract.cases.values():
        days = [decided_on(made) for made in case.decisions]
        stands = place(case, extract.helps.get(case.reference, ()), steps, extract.today)
        rows.append((*_enquiry(case), len(days), *_first(case, days), *_last(case), stands, len(case.courses), case.forgotten))
    return CASES.made(rows, {"step": extract.steps, "stands": [*extract.steps, BESIDE], "outcome": _outcomes(extract)})


def words(extract: Extract) -> pd.DataFrame:
    """WORDS: one row a case in which somebody wrote something. Free text can point to a citizen: do not pass it on."""
    told = (case.enquiry for case in extract.cases.values())
    return WORDS.made((one.reference, one.words, one.asks_for) for one in told if one.words or one.asks_for)


def decisions(extract: Extract) -> pd.DataFrame:
    """DECISIONS: one row a decision, case by case."""
    rows = [
        (case.reference, number, decided_on(made), made["table"], made["rule"], made["recommended"], made["outcome"], made["step"],
         made["recommended"] != made["outcome"], made["returns"], len(made["open"]))
        for case in extract.cases.values()
        for number, made in enumerate(case.decisions, start=1)
    ]  # fmt: skip
    outcomes = _outcomes(extract)
    return DECISIONS.made(rows, {"step": extract.steps, "recommended": outcomes, "outcome": outcomes})


def courses(extract: Extract) -> pd.DataFrame:
    """COURSES: one row a course, case by case."""
    told, of_course = pathways(extract.model), attrgetter("id", "pathway", "state", "begun", "since", "latest")
    rows = [
        (case.reference, *of_course(one), len(one.moves), len(one.tries), len(one.tasks), one.ended)
        for case in extract.cases.values()
        for one in case.courses
    ]
    states = dict.fromkeys(state.id for pathway in told.values() for state in pathway.states)
    return COURSES.made(rows, {"pathway": list(told), "state": list(states)})


def _enquiry(case: Case) -> tuple:
    told = case.enquiry
    choices = (told.channel, told.sender, told.age_group, told.target_group, told.asks_section, told.support_now, told.consent)
    return (case.reference, case.alias, told.received, *choices, case.status)


def _first(case: Case, days: list) -> tuple:
    return (days[0], (days[0] - case.enquiry.received).days) if days else (None, None)


def _last(case: Case) -> tuple:
    return (case.decisions[-1]["outcome"], case.decisions[-1]["step"]) if case.decisions else (None, None)


def _outcomes(extract: Extract) -> list[str]:
    """The outcomes of all the model's tables, in their order."""
    return list(dict.fromkeys(outcome for table in extract.model.tables.values() for outcome in table.outcomes))
