"""What is remembered of a register: done once, and again as soon as anything that it rests on is another."""

from dataclasses import replace
from datetime import timedelta

from tests.registers import TODAY, enquiries, register_with, session
from visitation.register.cases import cases
from widgets.remembered import courses, remembered


def counting():
    """A piece of work, and how often it was done."""
    done = []

    @remembered
    def work(session):
        done.append(session.model.head.id)
        return sorted(cases(session.register, session.model.head.id))

    return work, done


def test_work_is_done_once_for_each_municipality_and_again_for_another_history(url):
    register = register_with(url, *enquiries(2))
    work, done = counting()
    assert work(session(url)) is work(session(url))
    assert work(session(url, kommune="slagelse")) == [] and len(work(session(url))) == 2
    assert done == ["ringsted", "slagelse"]
    register.append("EKS-R-0003", 0, "enquiry_received", register.events("EKS-R-0001")[0].data, f"{TODAY}T09:00:00")
    assert len(work(session(url))) == 3 and done == ["ringsted", "slagelse", "ringsted"]
    register.close()


def test_another_day_and_another_model_are_another_basis(url):
    register_with(url, *enquiries(1)).close()
    work, done = counting()
    today = session(url)
    tomorrow = replace(today, today=TODAY + timedelta(days=1))
    other = replace(today, versions=today.versions[:0])
    for one in (today, tomorrow, tomorrow, other, today):
        work(one)
    assert len(done) == 4


def test_another_register_is_never_taken_for_this_one(url, tmp_path):
    other = f"sqlite:///{tmp_path}/another.sqlite"
    for each, many in ((url, 1), (other, 2)):
        register_with(each, *enquiries(many)).close()
    work, _ = counting()
    assert [len(work(session(each))) for each in (url, other, url)] == [1, 2, 1]
    assert courses(session(url)) == []
