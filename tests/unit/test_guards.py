"""Guards block actions and never change a recommendation."""

import shutil
from dataclasses import replace
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from tests.answers import SUFFICIENT
from tests.registers import ENQUIRY, register_with, session
from visitation.errors import VisitationError
from visitation.model import load, shipped
from visitation.model.load import MUNICIPALITIES
from visitation.register.guards import blocked_actions, guards_for
from visitation.screening import build
from visitation.vocabulary import VOCABULARY
from widgets.meeting.state import MeetingState
from widgets.meeting.view import view

MODELS = {name: load(name) for name in shipped()}
EVERYWHERE = {"borgerens_stemme", "samtykke", "afgoerelsespligt", "partshoering", "handleplan", "seks_maaneder", "klagetekst_82"}
LOOKED_AT = ("asks_section", "support_now", "consent")  # the facts that a shipped guard looks at, besides the citizen's words
FACTS = [
    {"words": words, **dict(zip(LOOKED_AT, chosen, strict=True))}
    for words in ("", "Jeg vil gerne kunne tage bussen selv.")
    for chosen in product(*(VOCABULARY[fact] for fact in LOOKED_AT))
]
ANSWERED = {
    "ringsted": [
        {},
        {"maalgruppe": "betydelig", "aarsag": None},
        {"oensker": "ja", "maalgruppe": "betydelig", "aarsag": "uforanderlig", "behov": "rummes", "bofaellesskab": "nej"},
        SUFFICIENT,
    ],
    "slagelse": [
        {"stemme": "tvivl"},
        {"akut": "nej", "alder": "18-65", "stemme": "tvivl", "kontakt": "ikke_forsoegt"},
        {"akut": "nej", "alder": "18-65", "stemme": "hoert", "anden_indsats": "nej", "oensker": "ja", "maalgruppe": "risiko"},
    ],
}


def ids(model: str, possible, answers=None, **facts) -> list[str]:
    return [guard.id for guard in guards_for(MODELS[model], replace(ENQUIRY, **facts), possible, answers or {})]


def cells(model: str):
    """Every way to answer all questions of the meeting's table, with the outcome."""
    cube = build(MODELS[model].meeting_table)
    return [(cube.answers(cell), cube.outcomes[cube.outcome[tuple(cell)]]) for cell in np.ndindex(cube.outcome.shape)]


@pytest.mark.parametrize("model", shipped())
def test_the_set_is_complete_and_awaits_the_lawyer(model):
    guards = MODELS[model].guards.guards
    assert {guard.id for guard in guards} >= EVERYWHERE
    assert all(guard.awaiting_lawyer for guard in guards)


def test_the_facts_of_these_tests_are_all_that_a_guard_looks_at():
    looked_at = {fact for model in MODELS.values() for guard in model.guards.guards for fact in guard.when}
    assert looked_at == {"words", *LOOKED_AT}


@pytest.mark.parametrize("model", shipped())
def test_no_facts_change_a_recommendation_and_neither_do_the_guards(model, tmp_path):
    bare = Path(shutil.copytree(MUNICIPALITIES / model, tmp_path / model))
    (bare / "guards.yaml").write_text("guards: []\n", encoding="utf-8")
    (bare / "contradictions.yaml").unlink()
    url = f"sqlite:///{tmp_path}/register.sqlite"
    register_with(url, *(replace(ENQUIRY, reference=f"EKS-{i:04d}", **facts) for i, facts in enumerate(FACTS)), model=model).close()
    for answers in ANSWERED[model]:
        guarded, free = (shown(session(url, which), answers) for which in (model, str(bare)))
        assert guarded == [free[0]] * len(FACTS) == free


def shown(opened, answers: dict) -> list[dict]:
    """What the meeting sees of the recommendation for every case of the register, after the same answers."""
    state, found = MeetingState(opened), []
    for item in state.agenda:
        state.open(item.case.reference)
        for question, answer in answers.items():
            state.answer(question, answer or "")
        case = view(state)["case"]
        found.append({part: case[part] for part in ("ladder", "questions", "reason", "changes", "lower")})
    return found


@pytest.mark.parametrize(
    ("given", "met"), [({}, False), ({"stemme": None}, False), ({"stemme": "hoert"}, False), ({"stemme": "tvivl"}, True)]
)
def test_a_guard_on_answers_holds_once_the_meeting_has_given_one_of_them(given, met):
    assert ("borgerens_stemme" in ids("slagelse", ("FOKUS", "RING"), given)) == met


@pytest.mark.parametrize(("words", "met"), [("", True), ("Jeg vil gerne ud.", False)])
def test_in_ringsted_missing_words_of_the_citizen_block_the_referral(words, met):
    blocked = blocked_actions(MODELS["ringsted"], replace(ENQUIRY, words=words), ("HENVIS_82AB", "P85"))
    assert ("borgerens_stemme" in [guard.id for guard in blocked.get("henvisning", [])]) == met


def test_an_action_plan_is_offered_to_everyone_substantially_reduced_who_is_helped():
    helped = ("HENVIS_82AB", "P85", "BOFAELLESSKAB", "OVER_MODELLEN")
    found = [("handleplan" in ids("ringsted", (outcome,), answers), answers, outcome) for answers, outcome in cells("ringsted")]
    assert len(found) == 1024
    assert all(met == (answers["maalgruppe"] == "betydelig" and outcome in helped) for met, answers, outcome in found)
    assert {outcome for met, _, outcome in found if met} == set(helped)


@pytest.mark.parametrize(
    ("model", "outcomes"), [("ringsted", {"INGEN", "UVISITERET", "HENVIS_82AB"}), ("slagelse", {"ANDEN_INDSATS", "VEJLED", "FOKUS"})]
)
def test_an_application_for_85_keeps_the_case_open_whatever_else_is_offered(model, outcomes):
    asked, not_asked = (replace(ENQUIRY, asks_section=section) for section in ("§ 85", "§ 82"))
    closed = {outcome for _, outcome in cells(model)}
    duty = {
        outcome
        for outcome in closed
        if "afgoerelsespligt" in [g.id for g in blocked_actions(MODELS[model], asked, (outcome,)).get("afslutning", [])]
    }
    assert outcomes <= duty and not duty & {"P85", "AFKLAR", "DROEFT", "AKUT", "RING"}
    assert not [outcome for outcome in closed if "afgoerelsespligt" in ids(model, (outcome,), asks_section=not_asked.asks_section)]


@pytest.mark.parametrize(("model", "lower"), [("ringsted", "HENVIS_82AB"), ("slagelse", "FOKUS")])
def test_less_support_for_someone_with_85_needs_a_hearing_first(model, lower):
    blocked = blocked_actions(MODELS[model], replace(ENQUIRY, support_now="§ 85"), (lower,))
    assert [guard.id for guard in blocked["nedsaettelse"]] == ["partshoering"]
    assert "nedsaettelse" not in blocked_actions(MODELS[model], ENQUIRY, (lower,))
    assert "nedsaettelse" not in blocked_actions(MODELS[model], replace(ENQUIRY, support_now="§ 85"), ("P85",))


@pytest.mark.parametrize("model", shipped())
def test_the_letter_says_on_appeal_what_the_ladder_says(model):
    found, guards = MODELS[model], {guard.id: guard for guard in MODELS[model].guards.guards}
    meeting = found.meeting_table.outcomes
    steps = {name: found.steps[outcome.step] for name, outcome in meeting.items() if outcome.step}
    for guard, appeal in (("klagetekst_82", "nej"), ("klagevejledning_85", "ja")):
        told = {name for name in steps if name in guards[guard].outcomes}
        assert told == {name for name, step in steps.items() if step.appeal == appeal}, guard


@pytest.mark.parametrize(("model", "individual"), [("ringsted", ("P82B", "P82AB", "HENVIS_82AB")), ("slagelse", ("FOKUS",))])
def test_nothing_under_82_b_is_planned_beyond_six_months(model, individual):
    for outcome in individual:
        assert [g.id for g in blocked_actions(MODELS[model], ENQUIRY, (outcome,))["planlaegning_over_6_mdr"]] == ["seks_maaneder"]
    assert "planlaegning_over_6_mdr" not in blocked_actions(MODELS[model], ENQUIRY, ("P82A",))


def test_blocked_actions_are_the_guards_met_by_what_they_block():
    enquiry = replace(ENQUIRY, consent="nej", asks_section="§ 85", support_now="§ 85", words="")
    blocked = blocked_actions(MODELS["ringsted"], enquiry, ("HENVIS_82AB",), {"maalgruppe": "betydelig"})
    assert {action: [guard.id for guard in guards] for action, guards in blocked.items()} == {
        "henvisning": ["borgerens_stemme"],
        "videregivelse": ["samtykke"],
        "afslutning": ["afgoerelsespligt", "handleplan"],
        "nedsaettelse": ["partshoering"],
        "planlaegning_over_6_mdr": ["seks_maaneder"],
        "brev": ["klagetekst_82"],
    }
    assert blocked_actions(MODELS["ringsted"], ENQUIRY, ("AFKLAR",)) == {}


@pytest.fixture
def ringsted(tmp_path) -> Path:
    """A copy of Ringsted's model to change."""
    return Path(shutil.copytree(MUNICIPALITIES / "ringsted", tmp_path / "ringsted"))


def change(folder: Path, old: str, new: str) -> None:
    file = folder / "guards.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{old!r} no longer stands in {file.name}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(("said", "awaits"), [("awaiting_lawyer: false", False), ("awaiting_lawyer: true", True), ("", True)])
def test_a_guard_awaits_the_lawyer_until_the_municipality_says_otherwise(ringsted, said, awaits):
    change(ringsted, "awaiting_lawyer: true", said)
    assert load(ringsted).guards.guards[0].awaiting_lawyer is awaits


REFUSED = [
    ("blocks: brev", "blocks: breve", r"blocks: ukendt værdi; tilladt er 'videregivelse', 'henvisning', "),
    ("maalgruppe:", "målgruppe:", r"guards.yaml, linje \d+: ukendt spørgsmål 'målgruppe'; tilladt er oensker, maalgruppe, "),
    ('["betydelig"]', '["svær"]', r"ukendt svar på 'maalgruppe': 'svær'; tilladt er ingen, risiko, nedsat, betydelig"),
    ('maalgruppe: ["betydelig"]', 'minutter: ["0-9"]', r"ukendt spørgsmål 'minutter'"),
    ('words: [""]', 'words: ["bus"]', r"ukendt værdi af 'words': 'bus'"),
    ("outcomes: [HENVIS_82AB]", "outcomes: [HENVIS]", r"ukendt udfald 'HENVIS'; tilladt er INGEN, "),
    ("awaiting_lawyer: true", 'awaiting_lawyer: "ja"', r"awaiting_lawyer: skal være true eller false"),
]


@pytest.mark.parametrize(("old", "new", "said"), REFUSED)
def test_a_guard_on_something_unknown_is_refused(ringsted, old, new, said):
    change(ringsted, old, new)
    with pytest.raises(VisitationError, match=said):
        load(ringsted)
