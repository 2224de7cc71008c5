"""What a letter says on appeal follows the law it stands on, and stays marked until the lawyer has approved it."""

from dataclasses import replace

import pytest

from tests.registers import TODAY
from tests.snapshots import case
from visitation.documents import facts, write
from visitation.documents.legal import APPEALS, LAW
from visitation.errors import VisitationError
from visitation.model import load, shipped

MODELS = {name: load(name) for name in shipped()}
BY_DECISION = sorted(APPEALS - LAW.keys())
STEPS = [(name, step) for name, model in MODELS.items() for step in model.ladder.steps]
NO_APPEAL = "kan ikke indbringes for anden administrativ myndighed"
GUIDANCE = ("Du kan klage inden 4 uger", "genvurdering", "Ankestyrelsen")
MARK = "Til juridisk godkendelse"


def approved(model, *guards):
    """The model as it is once the lawyer has approved these guards."""
    all_of_them = tuple(guard.replace(awaiting_lawyer=guard.awaiting_lawyer and guard.id not in guards) for guard in model.guards.guards)
    return replace(model, guards=model.guards.replace(guards=all_of_them))


def letter(model, template, step=None):
    decided = replace(case(), decisions=({"step": step.id},) if step else ())
    return write(model, template, facts(model, decided, day=TODAY))


def says(text):
    """Which of the two texts on appeal stands there."""
    assert [words in text for words in GUIDANCE] in ([True] * 3, [False] * 3)
    return "ja" * (GUIDANCE[0] in text) + "nej" * (NO_APPEAL in text)


@pytest.mark.parametrize("template", BY_DECISION)
@pytest.mark.parametrize(("name", "step"), STEPS, ids=lambda one: getattr(one, "id", one))
def test_the_words_follow_the_step(name, step, template):
    said = letter(MODELS[name], template, step)
    assert says(said.text) == {"ja": "ja", "nej": "nej", "ikke_relevant": ""}[step.appeal]
    assert said.awaiting_lawyer == (step.appeal != "ikke_relevant") == (MARK in said.text)


@pytest.mark.parametrize("template", BY_DECISION)
def test_before_the_law_is_known_the_words_are_a_blank(template):
    assert "ordene om klage" in letter(MODELS["ringsted"], template).missing


@pytest.mark.parametrize(("name", "step"), STEPS, ids=lambda one: getattr(one, "id", one))
@pytest.mark.parametrize("template", LAW)
def test_a_letter_on_a_provision_follows_it_whatever_was_decided(name, step, template):
    said = letter(MODELS[name], template, step)
    assert says(said.text) == ("nej" if template == "afslutningsbrev_82" else "ja") and said.awaiting_lawyer


@pytest.mark.parametrize("name", MODELS)
def test_the_mark_goes_with_the_guard(name):
    assert not letter(approved(MODELS[name], "klagevejledning_85"), "afslagsbrev").awaiting_lawyer
    assert MARK not in letter(approved(MODELS[name], "klagevejledning_85"), "afslagsbrev").text
    assert letter(approved(MODELS[name], "klagetekst_82"), "afslagsbrev").awaiting_lawyer


def test_a_closing_letter_waits_for_both_of_its_guards():
    slagelse = MODELS["slagelse"]
    assert letter(slagelse, "afslutningsbrev_82").text.count(MARK) == 2
    assert letter(approved(slagelse, "klagetekst_82"), "afslutningsbrev_82").awaiting_lawyer
    assert not letter(approved(slagelse, "klagetekst_82", "klagetekst_afslutning"), "afslutningsbrev_82").awaiting_lawyer
    assert not letter(approved(slagelse, "klagetekst_82"), "henvisningsbrev", slagelse.steps["fokus"]).awaiting_lawyer


@pytest.mark.parametrize("name", MODELS)
def test_the_mark_shows_that_the_documents_disagree(name):
    assert "(modstrid G9)" in letter(MODELS[name], "afslutningsbrev_82").text


def test_a_model_without_the_guard_has_nothing_approved():
    bare = replace(MODELS["ringsted"], guards=MODELS["ringsted"].guards.replace(guards=()))
    said = letter(bare, "afslutningsbrev_82")
    assert said.awaiting_lawyer and "Modellen har intet værn klagetekst_82" in said.text


def test_a_ladder_without_the_provision_has_no_such_letter():
    model = MODELS["ringsted"]
    bare = replace(model, ladder=model.ladder.replace(steps=tuple(step for step in model.ladder.steps if step.id != "p85")))
    with pytest.raises(VisitationError, match=r"^ringsted: afslagsbrev kræver et trin efter SEL § 85 i ladder\.yaml$"):
        write(bare, "afslagsbrev", facts(bare, case(), day=TODAY))
