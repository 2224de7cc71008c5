"""The stored sample publication is what its generator makes of the sample register."""

import sys

from tests.published import SAMPLE
from tests.registers import sample_register
from visitation.publishing.audit import audit
from visitation.publishing.folder import TABLES, archives
from visitation.publishing.tables import GROWS


def test_it_is_what_the_generator_makes_of_the_sample_register(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "path", [str(SAMPLE.parent), *sys.path])
    from published import make

    make(tmp_path / "ud", sample_register(tmp_path))
    stored, now = ({path.relative_to(top): path.read_bytes() for path in top.rglob("*.*")} for top in (SAMPLE, tmp_path / "ud"))
    assert sorted(name for name in stored | now if stored.get(name) != now.get(name)) == []


def test_no_number_of_it_can_be_worked_out():
    found = archives(SAMPLE)
    assert tuple(found) == TABLES
    assert all(audit(archive.cube, grows=name in GROWS).ok for name, archive in found.items())
