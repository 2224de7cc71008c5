"""zen-engine, given the same rules in its own format, decides every cell as we do."""

import pytest
import zen

from tests.oracles.jdm import to_jdm
from tests.oracles.subjects import Subject, from_a_seed, from_models


def asked(subject: Subject) -> list[str | None]:
    """zen's outcome in every cell, None where no rule holds."""
    decision = zen.ZenEngine().create_decision(to_jdm(subject))
    contexts = [{f"q{i}": answer for i, answer in enumerate(cell.values())} for cell in subject.cells()]
    return [(decision.evaluate(context)["result"] or {}).get("saa") for context in contexts]


@pytest.mark.parametrize("subject", from_models(), ids=lambda subject: subject.name)
def test_zen_gives_our_outcome_in_every_cell(subject):
    assert asked(subject) == subject.outcomes()


def test_zen_gives_our_outcome_in_every_cell_of_a_hundred_random_tables():
    subjects = list(from_a_seed())
    assert [subject.name for subject in subjects if asked(subject) != subject.outcomes()] == []
    assert len(subjects) == 100
    assert any(None in subject.outcomes() for subject in subjects)
