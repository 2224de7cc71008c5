"""The explanation in words: what the meeting reads."""

import pytest

from tests.answers import SUFFICIENT
from visitation.model import load
from visitation.screening import build, screen
from visitation.screening.explain import explain, moot


@pytest.fixture
def ringsted():
    return load("ringsted")


def case(model, answers, table="T1"):
    return screen(build(model.table(table)), answers)


def test_the_five_parts_of_a_recommendation(ringsted):
    why = explain(ringsted, case(ringsted, SUFFICIENT))
    assert (why.title, why.kind) == ("Henvis til § 82 a/b", "kilde")
    assert why.reason.startswith("Støtten kan forbedre")
    assert why.source.startswith("Ringsted Indsatsmodel (2020): ")
    assert why.sufficient == "Alle svarene skal til."
    assert why.lower == (
        "Åbent tilbud: funktionsevnen (nedsat) eller behovet (rummes i § 82)",
        "Ingen støtte nu: ønsket (ja)",
    )
    assert why.changes == (
        "Ønsket (nej) → Ingen støtte nu",
        "Funktionsevnen (ingen) eller behovet (lille) → Åbent tilbud",
        "Årsagen (uforanderlig), virkningen (nej), behovet (mere eller botilbud) eller varigheden (længerevarende) → Drøftes på mødet",
    )


def test_answers_that_settle_it_alone_are_named(ringsted):
    why = explain(ringsted, case(ringsted, {"oensker": "nej", "behov": "mere", "maalgruppe": "betydelig"}))
    assert why.sufficient == "Afgøres alene af ønsket (nej)."


def test_one_missing_answer_says_what_each_answer_gives(ringsted):
    why = explain(ringsted, case(ringsted, {q: a for q, a in SUFFICIENT.items() if q != "behov"}))
    assert why.title == "Behovet afgør det."
    assert why.reason == "Lille → Åbent tilbud. Rummes i § 82 → Henvis til § 82 a/b. Mere eller botilbud → Drøftes på mødet."


def test_several_missing_answers_are_named_with_the_clearest_first(ringsted):
    why = explain(ringsted, case(ringsted, {"oensker": "ja", "behov": "rummes"}))
    assert why.title.endswith("afklarer mest.") and why.reason.startswith("Mangler også: ")


def test_a_silent_source_is_called_an_assumption(ringsted):
    why = explain(ringsted, case(ringsted, {"oensker": "ja", "maalgruppe": "nedsat", "virkning": "nej", "behov": "rummes"}))
    assert (why.kind, why.source) == ("antagelse", "Kilden er tavs")


def test_a_moot_question_names_the_answers_that_make_it_so(ringsted):
    assert moot(case(ringsted, {"maalgruppe": "nedsat"})) == {"bofaellesskab": "Ændrer ikke noget her: funktionsevnen (nedsat)."}


def test_english_is_said_in_english(ringsted):
    why = explain(ringsted, case(ringsted, SUFFICIENT), "en")
    assert why.sufficient == "It takes all the answers." and why.title == "Refer to § 82 a/b"


@pytest.mark.parametrize("name", ["ringsted", "slagelse"])
@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_cell_of_every_table_can_be_explained(name, lang):
    import numpy as np

    model = load(name)
    for table in model.tables.values():
        cube = build(table)
        cells = list(np.ndindex(cube.outcome.shape))
        for cell in cells[:: max(1, len(cells) // 60)]:
            why = explain(model, screen(cube, cube.answers(cell)), lang)
            assert why.title and why.reason and why.kind and why.source and why.sufficient
