"""The exercise without a browser: taking turns unseen, the discussion, and that nothing reaches the register."""

import json

import pytest

from tests.answers import SUFFICIENT
from tests.registers import enquiries, register_with, session
from visitation.agreement import vignettes
from widgets.exercise.panel import ExercisePanel, panel

FIRST, SECOND, THIRD = "doeren", "mor_ringer", "efter_skaden"
SURE = SUFFICIENT | {"bofaellesskab": "nej"}


@pytest.fixture
def exercise(url) -> ExercisePanel:
    register_with(url, *enquiries(1)).close()
    return panel(session(url))


def fill_in(exercise: ExercisePanel, answers: dict) -> None:
    for question, value in answers.items():
        exercise.act({"do": "answer", "question": question, "value": value})


def take(exercise: ExercisePanel, vignette: str, *sheets: dict) -> dict:
    """A case from the choice to the discussion."""
    exercise.act({"do": "choose", "vignette": vignette})
    for i, sheet in enumerate(sheets):
        if i:
            exercise.act({"do": "next"})
        fill_in(exercise, sheet)
        exercise.act({"do": "done"})
        exercise.act({"do": "done"})
    exercise.act({"do": "show"})
    return exercise.view["discussion"]


def kappas(discussion: dict) -> dict[str, str | None]:
    return {one["id"]: one["kappa"] for one in discussion["first"] + discussion["agreed"]}


def test_it_begins_with_a_choice_of_invented_cases(exercise, url):
    assert exercise.view["phase"] == "choose"
    assert [card["id"] for card in exercise.view["cards"]] == [v.id for v in vignettes(session(url).model)]
    assert exercise.view["header"]["sample"] == "Øvelse – ikke en rigtig sag"
    assert "Intet gemmes i registret." in exercise.view["texts"]["nothing_kept"]


def test_the_view_is_plain_data_in_every_phase(exercise):
    seen = []
    exercise.observe(lambda change: seen.append(change.new), "view")
    take(exercise, FIRST, SURE | {"behov": ""}, SURE)
    assert {view["phase"] for view in seen} == {"answer", "handover", "discuss"}
    assert all(json.loads(json.dumps(view)) == view for view in seen)


def test_nothing_is_preselected_and_nothing_steers_the_answers(exercise):
    exercise.act({"do": "choose", "vignette": FIRST})
    fill_in(exercise, {"oensker": "nej"})
    questions = exercise.view["questions"]
    assert [question["answer"] for question in questions] == ["nej", *[None] * 6]
    assert {(question["moot"], question["key"]) for question in questions} == {(None, False)}
    assert exercise.view["discussion"] is None


def test_no_answer_of_another_is_on_the_way_to_the_screen_before_all_are_done(exercise):
    exercise.act({"do": "choose", "vignette": FIRST})
    fill_in(exercise, SURE)
    exercise.act({"do": "done"})
    assert exercise.view["phase"] == "handover" and exercise.view["questions"] == []
    exercise.act({"do": "next"})
    assert exercise.view["turns"]["title"] == "Deltager 2 svarer nu"
    assert {question["answer"] for question in exercise.view["questions"]} == {None}
    assert exercise.view["discussion"] is None


def test_answers_are_shown_only_when_two_have_answered(exercise):
    exercise.act({"do": "choose", "vignette": FIRST})
    exercise.act({"do": "show"})
    fill_in(exercise, SURE)
    exercise.act({"do": "done"})
    assert exercise.view["turns"]["can_show"] is False
    exercise.act({"do": "show"})
    assert exercise.view["phase"] == "handover"
    assert exercise.view["message"] == "Mindst to skal have svaret, før svarene vises."


def test_a_missing_answer_is_said_once_and_then_left_out(exercise):
    exercise.act({"do": "choose", "vignette": FIRST})
    exercise.act({"do": "done"})
    assert exercise.view["message"] == "Svar på mindst ét spørgsmål."
    fill_in(exercise, {q: a for q, a in SURE.items() if q != "behov"})
    exercise.act({"do": "done"})
    assert exercise.view["phase"] == "answer" and "Mangler svar: 1." in exercise.view["message"]
    exercise.act({"do": "done"})
    assert exercise.view["phase"] == "handover" and exercise.view["message"] is None
    exercise.act({"do": "next"})
    fill_in(exercise, SURE)
    exercise.act({"do": "done"})
    exercise.act({"do": "show"})
    behov = next(one for one in exercise.view["discussion"]["agreed"] if one["id"] == "behov")
    assert sum(answer["count"] for answer in behov["answers"]) == 1


def test_an_answer_can_be_changed_and_taken_back(exercise):
    exercise.act({"do": "choose", "vignette": FIRST})
    fill_in(exercise, {"oensker": "ja", "behov": "mere"})
    fill_in(exercise, {"oensker": None, "behov": ""})
    given = {question["id"]: question["answer"] for question in exercise.view["questions"]}
    assert (given["oensker"], given["behov"]) == (None, "")


def test_the_discussion_begins_where_least_agree_and_counts_answers(exercise):
    other = SURE | {"aarsag": "blokering", "behov": "lille"}
    found = take(exercise, FIRST, SURE, SURE, SURE, other, other | {"aarsag": ""})
    assert [(one["id"], one["alike"]) for one in found["first"]] == [
        ("aarsag", "3 af 5 svarede ens"),
        ("behov", "3 af 5 svarede ens"),
    ]
    assert [(a["text"], a["count"]) for a in found["first"][0]["answers"]] == [
        ("blokering", 1),
        ("færdigheder", 3),
        ("foranderlig", 0),
        ("uforanderlig", 0),
        ("uafklaret", 1),
    ]
    assert {one["id"] for one in found["agreed"]} == {"oensker", "maalgruppe", "virkning", "varighed", "bofaellesskab"}
    assert "%" not in json.dumps(found)


def test_two_who_differ_are_not_told_that_one_of_them_agrees(exercise):
    found = take(exercise, FIRST, SURE, SURE | {"behov": "lille"})
    assert [(one["id"], one["alike"]) for one in found["first"]] == [("behov", "Ingen svarede ens")]


def test_it_says_which_answers_led_to_which_step(exercise):
    found = take(exercise, FIRST, SURE, SURE | {"behov": "lille"}, SURE, SURE | {"behov": ""}, SURE)
    assert [(at["title"], at["because"]) for at in found["arrivals"]][:2] == [
        ("3 af 5 kom til: Henvis til § 82 a/b", ["behovet (rummes i § 82)"]),
        ("1 af 5 kom til: Åbent tilbud", ["behovet (lille)"]),
    ]
    assert (found["arrivals"][2]["title"], found["arrivals"][2]["because"]) == (
        "1 af 5 fik intet entydigt svar",
        ["Stadig muligt: Åbent tilbud, Henvis til § 82 a/b eller Drøftes på mødet"],
    )
    assert [(s["label"], s["note"]) for s in found["ladder"]["steps"] if s["state"] == "possible"] == [
        ("Åbent tilbud (Bjælken)", "1 af 5"),
        ("§ 82 a/b forløb", "3 af 5"),
    ]


def test_kappa_waits_for_the_second_case_and_then_says_what_it_is_of(exercise):
    one = take(exercise, FIRST, SURE, SURE, SURE | {"behov": "lille"})
    assert one["few"] and set(kappas(one).values()) == {None}
    exercise.act({"do": "leave"})
    two = take(exercise, SECOND, SURE | {"behov": "mere"}, SURE | {"behov": "mere"}, SURE | {"behov": "lille"})
    assert two["few"] is None
    # pairs alike 1/3 in both; rummes 2, mere 2, lille 2 of 6: chance 1/3
    assert kappas(two)["behov"] == "Over 2 sager: ringe enighed (kappa 0,00, 3 deltagere)"
    assert kappas(two)["oensker"] == "Alle svarede ens i alle sager; så kan kappa ikke beregnes."
    exercise.act({"do": "leave"})
    three = take(exercise, THIRD, SURE, SURE, SURE | {"behov": ""})
    assert kappas(three)["behov"].startswith("Over 3 sager: ") and "når én sag tages ud" in kappas(three)["behov"]


def test_nearly_all_alike_is_not_called_poor_agreement(exercise):
    take(exercise, FIRST, SURE, SURE, SURE, SURE, SURE)
    exercise.act({"do": "leave"})
    found = take(exercise, SECOND, SURE, SURE, SURE, SURE, SURE | {"oensker": "nej"})
    assert kappas(found)["oensker"] == "Over 2 sager: næsten alle svar er det samme, så kappa siger lidt (kappa −0,11, 5 deltagere)"


def test_one_who_left_is_left_out_of_kappa_and_said(exercise):
    take(exercise, FIRST, SURE, SURE | {"behov": "lille"}, SURE)
    exercise.act({"do": "leave"})
    found = take(exercise, SECOND, SURE, SURE | {"behov": "mere"})
    assert kappas(found)["behov"].startswith("Over 2 sager: ") and "2 deltagere" in kappas(found)["behov"]


def test_drafts_and_sheets_wait_while_another_case_is_looked_at(exercise):
    exercise.act({"do": "choose", "vignette": FIRST})
    fill_in(exercise, SURE)
    exercise.act({"do": "done"})
    exercise.act({"do": "leave"})
    assert [card["status"] for card in exercise.view["cards"]] == ["1 har svaret", "", "", ""]
    exercise.act({"do": "choose", "vignette": FIRST})
    assert exercise.view["phase"] == "handover"


def test_a_shown_case_can_be_seen_again_and_takes_no_more_answers(exercise):
    take(exercise, FIRST, SURE, SURE)
    exercise.act({"do": "next"})
    fill_in(exercise, {"oensker": "nej"})
    assert exercise.view["phase"] == "discuss"
    exercise.act({"do": "leave"})
    assert exercise.view["cards"][0]["status"] == "2 har svaret – se svarene"
    exercise.act({"do": "choose", "vignette": FIRST})
    assert exercise.view["discussion"]["first_none"] and exercise.view["discussion"]["first"] == []


def test_reset_forgets_everything(exercise):
    fresh = exercise.view
    take(exercise, FIRST, SURE, SURE)
    exercise.act({"do": "leave"})
    assert exercise.view["started"]
    exercise.act({"do": "reset"})
    assert exercise.view == fresh


def test_nothing_reaches_the_register(exercise, url):
    before = list(session(url).register.events())
    take(exercise, FIRST, SURE, SURE)
    assert list(session(url).register.events()) == before and len(before) == 1


def test_a_late_key_does_not_touch_the_next_participant(exercise):
    exercise.act({"do": "choose", "vignette": FIRST})
    turn = exercise.view["turn"]
    fill_in(exercise, SURE)
    exercise.act({"do": "done", "on": turn})
    exercise.act({"do": "next"})
    for late in ({"do": "done", "on": turn}, {"do": "answer", "question": "oensker", "value": "nej", "on": turn}):
        exercise.act(late)
    assert exercise.view["turns"]["title"] == "Deltager 2 svarer nu" and exercise.view["questions"][0]["answer"] is None


@pytest.mark.parametrize(
    "action",
    [{}, {"do": "perform"}, {"do": "choose", "vignette": 7}, {"do": "answer", "question": "oensker", "value": []}],
)
def test_what_no_screen_would_ask_changes_nothing(exercise, action):
    before = exercise.view
    exercise.act(action)
    assert exercise.view["message"] == "Skærmen og programmet passer ikke sammen; genindlæs siden."
    assert exercise.view | {"message": None} == before


def test_an_unknown_answer_is_refused_and_an_unknown_case_ignored(exercise):
    exercise.act({"do": "choose", "vignette": "findes-ikke"})
    assert exercise.view["phase"] == "choose"
    exercise.act({"do": "choose", "vignette": FIRST})
    exercise.act({"do": "answer", "question": "oensker", "value": "måske"})
    assert "ukendt svar 'måske'" in exercise.view["message"] and exercise.view["questions"][0]["answer"] is None


def test_the_other_municipality_has_its_own_cases_and_questions(url):
    register_with(url).close()
    slagelse = panel(session(url, "slagelse"))
    slagelse.act({"do": "choose", "vignette": "snart_18"})
    assert [question["id"] for question in slagelse.view["questions"]][:2] == ["akut", "alder"]


def test_the_text_of_a_stored_notebook_says_what_it_is(exercise):
    assert repr(exercise) == "Fælles øvelse: Ringsted · tirsdag 9. marts 2021: 4 øvelsessager. Øvelse – ikke en rigtig sag."


def test_nobody_answers_on_behalf_of_the_next(exercise):
    exercise.act({"do": "choose", "vignette": FIRST})
    fill_in(exercise, SURE)
    exercise.act({"do": "done"})
    fill_in(exercise, {"oensker": "nej"})
    exercise.act({"do": "next"})
    assert {question["answer"] for question in exercise.view["questions"]} == {None}


def test_a_case_whose_answers_are_still_hidden_counts_in_no_kappa(exercise):
    exercise.act({"do": "choose", "vignette": SECOND})
    fill_in(exercise, SURE | {"behov": "mere"})
    exercise.act({"do": "done"})
    exercise.act({"do": "leave"})
    found = take(exercise, FIRST, SURE, SURE | {"behov": "lille"})
    assert found["few"] and set(kappas(found).values()) == {None}
