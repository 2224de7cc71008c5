"""The stored sample publication is what its generator makes of the sample register."""

import sys

from tests.published import SAMPLE
from visitation.publishing.audit import audit
from visitation.publishing.folder import TABLES, archives
from visitation.publishing.tables import GROWS
from visitation.register.demo import make_demo


def test_it_is_what_the_generator_makes_of_the_sample_register(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "path", [str(SAMPLE.parent), *sys.path])
    from published import make

    url = f"sqlite:///{tmp_path}/demo.sqlite"
    make_demo(url)
    make(tmp_path / "ud", url)
    stored, now = ({path.relative_to(top): path.read_bytes() for path in top.rglob("*.*")} for top in (SAMPLE, tmp_path / "ud"))
    assert sorted(name for name in stored | now if stored.get(name) != now.get(name)) == []


def test_no_number_of_it_can_be_worked_out():
    found = archives(SAMPLE)
    assert tuple(found) == TABLES
    assert all(audit(archive.cube, grows=name in GROWS).ok for name, archive in found.items())
