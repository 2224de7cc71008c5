"""What the monthly report says: counts of the register with n and period, and nothing in per cent where there are few."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.registers import ENQUIRY, TODAY
from visitation.errors import VisitationError
from visitation.register.cases import received
from visitation.register.month import promises
from visitation.register.store import open_register
from visitation.statistics.small import FEW, Share
from widgets.report import monthly, said

FIRST = date(2020, 11, 10)
DAYS = [FIRST + timedelta(days=3 * i) for i in range(40)]  # to 7 March


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    """A register with an enquiry every third day, one in five from the citizen, every second one with an application; nothing decided."""
    url = f"sqlite:///{tmp_path_factory.mktemp('register').as_posix()}/register.sqlite"
    register = open_register(url)
    for number, day in enumerate(DAYS):
        sender, section = ("fagprofessionel" if number % 5 else "borger"), ("" if number % 2 else "§ 85")
        enquiry = replace(ENQUIRY, reference=f"EKS-{number:04d}", received=day, sender=sender, asks_section=section)
        register.append(enquiry.reference, 0, "enquiry_received", received(enquiry, "slagelse", f"{number}"), f"{day}T09:00:00")
    register.close()
    return url


@pytest.fixture
def study(url, monkeypatch):
    monkeypatch.setenv("REGISTER", url)
    return lambda month="2021-02", municipality="slagelse", on="2021-03-09": monthly.study(municipality, month, on)


def count(month):
    return sum(f"{day:%Y-%m}" == month for day in DAYS)


def test_without_a_month_it_is_the_last_one_that_is_over(study):
    assert str(study("").month) == "2021-02" and not study("").runs
    assert study("2021-03").runs and study("2021-03").seen == TODAY


def test_the_inflow_stands_against_the_whole_months_before(study):
    found, before = monthly.inflow(study()), [count(month) for month in ("2020-12", "2021-01")]
    assert (
        f"{count('2021-02')} henvendelser i februar 2021. I de 2 måneder før kom der {min(before)}–{max(before)} om måneden" in found.text
    )
    assert "november" not in found.text and found.html.count("<svg") == 1


def test_a_month_that_runs_is_said_and_is_no_point_of_the_line(study):
    running = study("2021-03")
    assert "Måneden er ikke slut" in monthly.question(running).text and "Måneden er ikke slut" not in monthly.question(study()).text
    assert f"{count('2021-03')} henvendelser i marts 2021 til og med den 9." in monthly.inflow(running).text
    assert "hele måneder fra december 2020 til februar 2021" in monthly.inflow(running).text


def test_a_first_month_has_nothing_to_stand_against(study):
    first = study("2020-11")
    assert "Registret kender ingen hel måned før den." in monthly.inflow(first).text and "<svg" not in monthly.inflow(first).html
    assert "ingen data" in monthly.mix(first).text


def test_the_mix_has_n_and_interval(study):
    sent = [number % 5 == 0 for number, day in enumerate(DAYS) if f"{day:%Y-%m}" == "2021-02"]
    cells = " | ".join(said.share_cells(Share(sum(sent), len(sent))))
    assert f"borger eller pårørende | {cells}" in monthly.mix(study()).text


def test_few_are_a_count_and_never_a_percent(study):
    text = monthly.mix(study("2021-03")).text
    assert count("2021-03") < FEW.small
    assert "fagprofessionel | 3 af 3 | – | – | " in text


def test_those_who_wait_have_a_middle_and_a_longest_unless_they_are_few(study):
    waits = [(date(2021, 2, 28) - day).days for day in DAYS if day <= date(2021, 2, 28)]
    assert f"på mødets første beslutning | {' | '.join(said.waited(waits))}" in monthly.waiting(study()).text
    assert said.waited([1, 2, 3, 40]) == ("4", "–", "–") and said.waited([1, 2, 4, 9, 40, 50]) == ("6", "6,5", "50")


def test_every_promise_of_the_month_is_counted_once(study):
    made = study()
    found = promises(made.cases, made.session.model, made.month, TODAY)
    kept = Share(sum(one.status == "kept" for one in found), len(found))
    assert found and monthly.promises(made).text.startswith(f"{said.share(kept)} frister blev holdt, 1. februar 2021 – 28. februar 2021.")
    assert "Afgørelse om § 85 | myndighed | 0 af " in monthly.promises(made).text
    assert monthly.promises(study("2020-11")).text == "Ingen frister faldt i måneden."


def test_nothing_decided_and_no_course_are_said(study):
    assert monthly.ladder(study()).text.startswith("0 sager blev besluttet")
    assert monthly.outcomes(study()).text == "Registret har ingen forløb, der følges."


@pytest.mark.parametrize(
    ("asked", "said_"),
    [
        (("2021-04",), "2021-04 er ikke i registret; tilladt er 2020-11 til 2021-03"),
        (("2020-10",), "2020-10 er ikke i registret; tilladt er 2020-11 til 2021-03"),
        (("februar",), "'februar' er ikke en måned"),
        (("2021-02", "ringsted"), "Registret har ingen henvendelser for Ringsted"),
        (("2021-02", "slagelse", "2020-11-01"), "Registret har ingen henvendelser for Slagelse til og med 2020-11-01"),
    ],
)
def test_a_month_that_cannot_be_told_is_one_sentence(study, asked, said_):
    with pytest.raises(VisitationError, match=said_):
        study(*asked)
