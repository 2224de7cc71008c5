"""Publishing to a folder, month after month: what is added, what stays, what is refused."""

import json
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
import sqlalchemy as sa

from tests.published import decide, register
from visitation.errors import VisitationError
from visitation.publishing import report
from visitation.publishing.folder import DATA, STOCK, claim, read_site
from visitation.publishing.key import beside, key_for
from visitation.publishing.report import publish_report, publish_text
from visitation.register.store import open_register

TODAY, LATER = date(2021, 3, 9), date(2021, 4, 9)


@pytest.fixture
def url(tmp_path):
    address = f"sqlite:///{tmp_path}/register.sqlite"
    register(address, count=60).close()
    return address


@pytest.fixture(autouse=True)
def no_pages(monkeypatch):
    """The pages have tests of their own."""
    monkeypatch.setattr(report, "made", lambda out, models: {"index.html": b"en side\n"})


def publish(tmp_path, url, on=TODAY, **other):
    asked = {"key": None, "revise": (), "why": "", "names": ()} | other
    return publish_report(tmp_path / "ud", url, asked["key"], asked["revise"], asked["why"], asked["names"], on)


def stock(result):
    return next(table for table in result["tables"] if table["name"] == STOCK)


def bytes_of(folder: Path):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_it_says_what_it_did(tmp_path, url):
    result = publish(tmp_path, url)
    found = stock(result)
    assert set(found) >= {"name", "cells", "suppressed", "audit"}
    assert found["added"] == ["2020-11", "2020-12", "2021-01", "2021-02"]
    assert result["ok"] and found["audit"]["ok"] and found["audit"]["exact"] == 0 and found["audit"]["attacked"] > found["cells"]
    assert result["key_made"] in publish_text(result) and "aldrig på nettet" in publish_text(result)
    json.dumps(result)


def test_the_same_register_key_and_day_give_the_same_bytes(tmp_path, url):
    publish(tmp_path, url)
    first = bytes_of(tmp_path / "ud")
    publish(tmp_path, url)
    assert bytes_of(tmp_path / "ud") == first
    elsewhere = publish_report(tmp_path / "andet", url, tmp_path / "register.noegle", (), "", (), TODAY)
    assert elsewhere["ok"] and bytes_of(tmp_path / "andet") == first


def test_a_later_publication_adds_months_and_changes_no_earlier_one(tmp_path, url):
    publish(tmp_path, url)
    before = {name: data for name, data in bytes_of(tmp_path / "ud" / DATA).items() if name.endswith(".csv")}
    editions = json.loads((tmp_path / "ud" / DATA / STOCK / "manifest.json").read_text())["months"]
    found = stock(publish(tmp_path, url, LATER))
    after = bytes_of(tmp_path / "ud" / DATA)
    assert found["added"] == ["2021-03"]
    assert {name: after[name] for name in before} == before
    assert json.loads((tmp_path / "ud" / DATA / STOCK / "manifest.json").read_text())["months"][: len(editions)] == editions


def test_a_changed_month_stays_until_somebody_revises_it_and_says_why(tmp_path, url):
    publish(tmp_path, url)
    store = open_register(url)
    for number in range(0, 20, 2):
        decide(store, f"EKS-P-{number:04d}", 1, "fokus", date(2020, 12, 20))
    store.close()
    before = bytes_of(tmp_path / "ud" / DATA)
    result = publish(tmp_path, url)
    assert stock(result)["changed"] == ["2020-12", "2021-01", "2021-02"]
    assert "2020-12" in publish_text(result) and "--revise" in publish_text(result)
    assert {name: data for name, data in bytes_of(tmp_path / "ud" / DATA).items() if name.endswith(".csv")} == {
        name: data for name, data in before.items() if name.endswith(".csv")
    }
    with pytest.raises(VisitationError, match="begrundelse"):
        publish(tmp_path, url, revise=["2020-12"])
    with pytest.raises(VisitationError, match="2020-11 er ikke ændret"):
        publish(tmp_path, url, revise=["2020-11"], why="for en sikkerheds skyld")
    revised = stock(publish(tmp_path, url, revise=["2020-12"], why="ti beslutninger kom sent"))
    assert revised["revised"] == ["2020-12"] and revised["changed"] == ["2021-01", "2021-02"]
    assert before[f"{STOCK}/2020-12.csv"] == (tmp_path / "ud" / DATA / STOCK / "2020-12.csv").read_bytes()
    assert "ti beslutninger kom sent" in (tmp_path / "ud" / DATA / STOCK / "manifest.json").read_text()


def test_the_key_is_made_once_for_its_owner_alone_and_not_in_what_is_published(tmp_path, url):
    made = Path(publish(tmp_path, url)["key_made"])
    assert made == tmp_path / "register.noegle" and made.stat().st_mode & 0o777 == 0o600
    assert publish(tmp_path, url)["key_made"] is None
    secret = bytes.fromhex(made.read_text())
    written = b"".join(bytes_of(tmp_path / "ud").values())
    assert secret not in written and secret.hex().encode() not in written


def test_another_key_is_refused_and_a_lost_one_is_not_replaced(tmp_path, url):
    publish(tmp_path, url)
    key_for(tmp_path / "anden.noegle", tmp_path / "tom")
    with pytest.raises(VisitationError, match="nøglen er en anden"):
        publish(tmp_path, url, LATER, key=tmp_path / "anden.noegle")
    (tmp_path / "register.noegle").unlink()
    with pytest.raises(VisitationError, match="nøglen mangler"):
        publish(tmp_path, url, LATER)
    assert not (tmp_path / "register.noegle").exists()


@pytest.mark.parametrize("where", ["ny.noegle", "data/ny.noegle"])
def test_a_key_in_the_published_folder_is_refused(tmp_path, url, where):
    with pytest.raises(VisitationError, match="må ikke ligge i den mappe"):
        publish(tmp_path, url, key=tmp_path / "ud" / where)
    assert not (tmp_path / "ud" / where).exists()


def test_a_register_that_is_no_file_asks_for_the_keys_place(tmp_path):
    with pytest.raises(VisitationError, match="--key mangler"):
        key_for(beside(SimpleNamespace(engine=sa.create_engine("sqlite://"))), tmp_path)


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path, url):
    (tmp_path / "ud").mkdir()
    (tmp_path / "ud" / "breve.txt").write_text("private")
    with pytest.raises(VisitationError, match="holder noget andet"):
        publish(tmp_path, url)
    assert bytes_of(tmp_path / "ud") == {"breve.txt": b"private"}
    assert not (tmp_path / "register.noegle").exists()


def test_a_data_folder_that_holds_something_else_is_left_alone(tmp_path):
    (tmp_path / "ud" / DATA).mkdir(parents=True)
    (tmp_path / "ud" / DATA / "sager.csv").write_text("x")
    with pytest.raises(VisitationError, match="holder noget andet"):
        claim(tmp_path / "ud")


def test_nothing_is_published_before_a_month_is_whole(tmp_path, url):
    with pytest.raises(VisitationError, match="ikke en hel måned"):
        publish(tmp_path, url, date(2020, 11, 20))


def test_pages_that_are_no_longer_made_are_taken_away(tmp_path, url, monkeypatch):
    publish(tmp_path, url)
    monkeypatch.setattr(report, "made", lambda out, models: {"trappen.html": b"en anden\n"})
    publish(tmp_path, url)
    assert not (tmp_path / "ud" / "index.html").exists()
    assert read_site(tmp_path / "ud").files == ("trappen.html",)


def test_no_pages_are_made_of_what_can_be_worked_out(tmp_path, url, monkeypatch):
    from visitation.publishing import tables
    from visitation.publishing.audit import Audit

    monkeypatch.setattr(tables, "audit", lambda cube, grows: Audit(10, 1, 0))
    result = publish(tmp_path, url)
    assert not result["ok"] and result["pages"] == [] and not (tmp_path / "ud" / "index.html").exists()
    assert "IKKE" in publish_text(result)
