"""The journal note: stable wording, complete, and without a person number."""

from datetime import date

from tests.answers import SUFFICIENT
from tests.registers import ENQUIRY
from visitation.documents.journal import journal_note
from visitation.model import load
from visitation.register.cases import Case
from visitation.register.decisions import decision
from visitation.screening import build, screen

NOTE = """\
Dato: 09-03-2021
Sag: EKS-R-0001 (alias 0001)
Henvendelse: 06-03-2021. Søger: hjælp i hverdagen
Borgerens egne ord: Jeg vil gerne kunne tage bussen selv.
Målgruppevurdering: ønsket (ja); funktionsevnen (nedsat); årsagen (færdigheder); virkningen (ja); behovet (rummes i § 82); \
varigheden (midlertidigt)
Uafklaret: bofællesskabet
Anbefalet trin til drøftelse: Henvis til § 82 a/b. Støtten kan forbedre, behovet rummes i § 82 og er midlertidigt, og udfordringen \
kan mestres eller løses. (kilde; Ringsted Indsatsmodel (2020): Ydes støtten som træning, læring, problemløsning eller som \
kompensation?, Faktaboks: § 82 b - tidsbegrænset støtte)
Beslutning: Henvis til § 82 a/b
Lovgrundlag: SEL § 82 a, SEL § 82 b
Hvorfor ikke et trin lavere: Har prøvet værestedet.
Klagevejledning: Afgørelsen kan ikke indbringes for anden administrativ myndighed.
Model: Ringsted 2021.1, tabel T1, regel T1.09"""


def note(answers: dict, outcome: str, lang: str = "da", **reasons: str) -> str:
    model = load("ringsted")
    made = decision(model, screen(build(model.tables["T1"]), answers), outcome, **reasons)
    case = Case(ENQUIRY.reference, "0001", "ringsted", ENQUIRY, 1, "ny", (), True)
    return journal_note(model, case, made, date(2021, 3, 9), lang)


def test_a_recommended_step():
    assert note(SUFFICIENT, "HENVIS_82AB", why_not_lower="Har prøvet værestedet.") == NOTE


def test_another_step_before_all_is_settled():
    said = note({"behov": "mere"}, "P85", deviation="Det haster.", why_not_lower="Det haster.")
    assert "Anbefalet trin til drøftelse: Ikke afklaret; stadig muligt: Ingen støtte nu, Åbent tilbud" in said
    assert "Begrundelse for at vælge et andet trin: Det haster." in said
    assert "Klagevejledning: Ja." in said and "regel -" in said


def test_a_decision_beside_the_ladder_has_no_law():
    said = note({"oensker": "ja", "maalgruppe": "nedsat", "virkning": "nej", "behov": "rummes"}, "AFKLAR")
    assert "Beslutning: Drøftes på mødet" in said and "Lovgrundlag: -" in said and "Klagevejledning: -" in said


def test_english():
    assert note(SUFFICIENT, "HENVIS_82AB", "en", why_not_lower="x").startswith("Date: 09-03-2021\nCase: EKS-R-0001")
