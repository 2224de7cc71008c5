"""Our DMN files mean to others what our tables mean to us: dmn-moddle reads them, feelin decides every cell alike."""

from visitation.screening.exchange import from_dmn


def test_feel_gives_our_outcome_in_every_cell(verdicts):
    different = [
        (subject.name, cell, ours, theirs)
        for subject, verdict in verdicts
        for cell, ours, theirs in zip(subject.cells(), subject.outcomes(), verdict["outcomes"], strict=True)
        if ours != theirs
    ]
    assert different == []
    assert sum(len(verdict["outcomes"]) for _, verdict in verdicts) > 2_000


def test_a_dmn_reader_has_nothing_to_remark(verdicts):
    assert [(subject.name, verdict["warnings"]) for subject, verdict in verdicts if verdict["warnings"]] == []


def test_the_decision_every_question_and_every_arrow_is_drawn(verdicts):
    for subject, verdict in verdicts:
        count = len(subject.table.inputs)
        data = [f"{subject.table.id}_data_{n}" for n in range(1, count + 1)]
        assert verdict["shapes"] == [subject.table.id, *data]
        assert verdict["edges"] == [f"{subject.table.id}_requirement_{n}" for n in range(1, count + 1)]


def test_a_file_saved_by_a_dmn_editor_reads_back_equal(verdicts):
    assert [subject.name for subject, verdict in verdicts if from_dmn(verdict["xml"]) != subject.table] == []
