"""Which decisions the invented meetings made: a story per enquiry, told as answers week by week.

A story gives only the answers the meeting needed; the others were left open. Alternatives are separated by |, and a
word that stands twice is twice as likely."""

from dataclasses import dataclass
from random import Random

ANY = "blokering|faerdigheder|faerdigheder|foranderlig"


@dataclass(frozen=True)
class Step:
    """One decision: the weeks since the enquiry's first meeting, the answers, another outcome and the reason."""

    weeks: int
    answers: dict[str, str]
    chosen: str = ""
    reason: str = ""


RETURNS = ("RING", "KONTAKTTRAPPE", "DROEFT")

# Ringsted publishes no distribution: the shares (per cent) are an assumption.
T1 = {
    "vil_ikke": (6, {"oensker": "nej"}),
    "ingen": (6, {"oensker": "ja", "maalgruppe": "ingen"}),
    "lille": (15, {"oensker": "ja", "maalgruppe": "risiko|nedsat", "aarsag": ANY, "virkning": "ja",
                   "behov": "lille"}),
    "p82": (40, {"oensker": "ja", "maalgruppe": "risiko|nedsat|nedsat|nedsat|betydelig", "aarsag": ANY,
                 "virkning": "ja", "behov": "rummes", "varighed": "midlertidig"}),
    "kompensation": (9, {"oensker": "ja", "maalgruppe": "betydelig", "aarsag": "uforanderlig", "behov": "rummes|mere",
                         "varighed": "laengere", "bofaellesskab": "nej"}),
    "laengere": (7, {"oensker": "ja", "maalgruppe": "betydelig", "aarsag": ANY, "virkning": "ja",
                     "behov": "rummes|mere", "varighed": "laengere", "bofaellesskab": "nej"}),
    "mere": (5, {"oensker": "ja", "maalgruppe": "betydelig", "aarsag": ANY, "virkning": "ja", "behov": "mere",
                 "varighed": "midlertidig", "bofaellesskab": "nej"}),
    "bofaellesskab": (2, {"oensker": "ja", "maalgruppe": "betydelig", "aarsag": "faerdigheder|uforanderlig",
                          "behov": "mere", "varighed": "laengere", "bofaellesskab": "ja"}),
    "botilbud": (2, {"oensker": "ja", "maalgruppe": "betydelig", "aarsag": "uforanderlig", "behov": "botilbud"}),
    "uden_virkning": (3, {"oensker": "ja", "maalgruppe": "risiko|nedsat", "aarsag": "blokering|foranderlig",
                          "virkning": "nej", "behov": "rummes", "varighed": "midlertidig"}),
    "tavs": (5, {"oensker": "ja", "maalgruppe": "nedsat", "aarsag": "faerdigheder|foranderlig|uforanderlig",
                 "virkning": "ja", "behov": "rummes|mere", "varighed": "laengere"}),
}  # fmt: skip
UNCLEAR = ("uden_virkning", "tavs")  # the table gives no step; the case comes back clarified
CLARIFIED = ("p82", "p82", "p82", "lille", "laengere")

# FOKUS is the published fifth of all enquiries (document 001, Henvisningspraksis hos CHP Myndighed); the rest is an
# assumption. The shares leave 6 per cent to those outside the age range.
IN_GROUP = "risiko|nedsat_eller_problem|nedsat_eller_problem"
S1 = {
    "fokus": (20, {"anden_indsats": "nej", "oensker": "ja", "maalgruppe": IN_GROUP}),
    "anden": (53, {"anden_indsats": "helt_tydeligt"}),
    "vil_ikke": (9, {"anden_indsats": "nej", "oensker": "nej"}),
    "vejled": (12, {"anden_indsats": "nej", "oensker": "ja", "maalgruppe": "ingen"}),
}
OUTSIDE = {"under18": "under18", "over65": "over65"}

# Per story: another outcome than the table's, how often (per cent), and why.
DEVIATIONS = {
    "p82": [("P85", 3, "Tidligere korte forløb hjalp kun, mens de varede; mødet vurderer, at behovet er betydeligt."),
            ("UVISITERET", 3, "Borgeren vil hellere begynde på værestedet og søge igen, hvis det ikke er nok.")],
    "lille": [("HENVIS_82AB", 6, "Behovet er lille, men borgeren tør ikke møde op et åbent sted uden nogen i ryggen.")],
    "laengere": [("HENVIS_82AB", 8, "Borgeren vil prøve et forløb først; § 85 tages op igen ved fire måneder.")],
    "fokus": [("ANDEN_INDSATS", 4, "Borgeren er ved at begynde i et andet forløb; to på én gang bliver for meget.")],
    "anden": [("FOKUS", 2, "Den anden indsats har ventetid; FOKUS begynder imens, og borgeren er enig.")],
}  # fmt: skip
GIVEN_UP = "Flere opkald, brev og besøg uden svar; borgeren har fået brev om, at døren står åben."

# "Hvorfor ikke et trin lavere?" for the stories that end on a step which asks it.
WHY = {
    "p82": ["Har prøvet værestedet i efteråret; ønsker oplæring, som ikke findes dér.",
            "Åbne tilbud er prøvet sammen med en pårørende, men borgeren faldt fra efter få gange.",
            "Der skal øves noget bestemt i en periode, og det gør de åbne tilbud ikke.",
            "Borgeren tør ikke begynde i et åbent tilbud uden en fast person."],
    "kompensation": ["Det kan ikke trænes væk; et tidsbegrænset forløb vil ende samme sted.",
                     "Støtten skal opveje noget varigt, og det kan § 82 ikke."],
    "laengere": ["Behovet går langt ud over seks måneder.", "Et forløb er gennemført, og behovet er der stadig."],
    "mere": ["Behovet er større, end grupper og korte forløb kan rumme.",
             "Der er brug for støtte flere gange om ugen fra begyndelsen."],
    "bofaellesskab": ["Støtte i egen bolig er prøvet; borgeren er utryg uden nogen tæt på."],
    "botilbud": ["Der er brug for nogen døgnet rundt, også om natten."],
}  # fmt: skip


def ringsted(rng: Random, story: str) -> list[Step]:
    """The decisions in a Ringsted enquiry."""
    if story in UNCLEAR:
        later = rng.choice(CLARIFIED)
        return [Step(0, _pick(rng, T1[story][1])), _last(rng, rng.choice((1, 2)), later, T1[later][1])]
    return [_last(rng, 0, story, T1[story][1])]


def slagelse(rng: Random, story: str, age: str, words: str) -> list[Step]:
    """The decisions in a Slagelse enquiry: an acute start, contact first, a discussion, and what it ended in."""
    steps: list[Step] = []
    week = 0
    if rng.random() < 0.02:
        steps.append(Step(week, {"akut": "ja"}))
        week += 1
    known = {"akut": "nej", "alder": OUTSIDE.get(age, "18-65")}
    if age in OUTSIDE:
        return [*steps, Step(week, known)]
    if rng.random() < (0.05 if words else 0.4):
        contact, week = _contact(rng, known, week)
        steps += contact
        if steps[-1].chosen:
            return steps
    known |= {"stemme": "hoert", "kontakt": "opnaaet"}
    if rng.random() < 0.06:
        steps.append(Step(week, known | {"anden_indsats": "muligvis"}))
        week += 1
    return [*steps, _last(rng, week, story, known | S1[story][1])]


def _contact(rng: Random, known: dict[str, str], week: int) -> tuple[list[Step], int]:
    """Call first; if the citizen is not reached, other ways of contact, at most two rounds."""
    steps = [Step(week, known | {"stemme": "tvivl", "kontakt": "ikke_forsoegt"})]
    week += 1
    for _ in range(2):
        if rng.random() < 0.85:
            return steps, week
        steps.append(Step(week, known | {"stemme": "tvivl", "kontakt": "ikke_opnaaet"}))
        week += 2
    if rng.random() < 0.5:
        steps.append(Step(week, known | {"stemme": "tvivl", "kontakt": "ikke_opnaaet"}, "VEJLED", GIVEN_UP))
    return steps, week


def _last(rng: Random, week: int, story: str, answers: dict[str, str]) -> Step:
    answers, draw = _pick(rng, answers), rng.random() * 100
    for outcome, share, reason in DEVIATIONS.get(story, []):
        if draw < share:
            return Step(week, answers, outcome, reason)
        draw -= share
    return Step(week, answers, "", rng.choice(WHY[story]) if story in WHY else "")


def _pick(rng: Random, answers: dict[str, str]) -> dict[str, str]:
    return {question: rng.choice(alternatives.split("|")) for question, alternatives in answers.items()}


def outcome(answers: dict[str, str]) -> str:
    """The outcome of these answers, where a course follows from it; "" for all others, the outcomes that come back among RETURNS."""
    if answers.get("stemme") == "tvivl":
        return "RING" if answers["kontakt"] == "ikke_forsoegt" else "KONTAKTTRAPPE"
    if answers.get("anden_indsats") == "muligvis":
        return "DROEFT"
    if "akut" in answers:
        return "FOKUS" if answers["oensker"] == "ja" and answers["maalgruppe"] not in ("", "ingen") else ""
    if answers["bofaellesskab"] == "nej":
        return "P85"
    fits = (answers["behov"], answers["varighed"], answers["virkning"]) == ("rummes", "midlertidig", "ja")
    return "HENVIS_82AB" if fits else ""
