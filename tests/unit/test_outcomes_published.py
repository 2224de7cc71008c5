"""What was published is data with a place in a document, and every number follows from its counts to the digit."""

from datetime import date

import pytest

from visitation.errors import ModelError, VisitationError
from visitation.model import load
from visitation.model.load import MUNICIPALITIES
from visitation.outcomes.cohorts import Period, agrees, compared, completed, remainder, started
from visitation.outcomes.mix import MIXES
from visitation.outcomes.read import FILE, read_outcomes
from visitation.outcomes.schema import Outcomes
from visitation.statistics.small import Share

READ = read_outcomes(load("slagelse"))
TOLD = READ.published
YEARS = {one.id: started(one) for one in TOLD.started}
TOTAL = completed(TOLD.completed)
REST = remainder(TOTAL, YEARS.values())


@pytest.mark.parametrize(
    ("share", "counts", "percent", "low", "high"),
    [
        (YEARS["y2018"].share, (49, 200), 24.5, 19.06, 30.90),
        (YEARS["y2019"].share, (63, 312), 20.1923, 16.11, 25.00),
        (TOTAL.share, (133, 726), 18.3196, 15.67, 21.30),
        (REST.share, (21, 214), 9.8131, 6.51, 14.54),
        (Share(sum(one.share.k for one in YEARS.values()), sum(one.share.n for one in YEARS.values())), (112, 512), 21.875, 18.51, 25.66),
    ],
    ids=["2018", "2019", "completed", "remainder", "both years"],
)
def test_every_share_to_the_digit(share, counts, percent, low, high):
    assert (share.k, share.n) == counts
    assert round(share.percent, 4) == percent
    assert (round(share.interval.low, 2), round(share.interval.high, 2)) == (low, high)


@pytest.mark.parametrize(("told", "share"), [*((one, YEARS[one.id].share) for one in TOLD.started), (TOLD.completed, TOTAL.share)])
def test_every_published_per_cent_is_that_of_its_counts(told, share):
    assert agrees(told.percent, share)
    assert not agrees(told.percent + 0.1, share)


def test_the_two_years_do_not_differ():
    found = compared(YEARS["y2018"], YEARS["y2019"])
    assert (round(found.z, 2), round(found.p, 2)) == (1.15, 0.25)


@pytest.mark.parametrize("other", [TOTAL, REST], ids=["completed", "remainder"])
def test_what_is_no_cohort_is_not_compared(other):
    with pytest.raises(VisitationError, match="Kun årgange af startede forløb"):
        compared(YEARS["y2019"], other)


def test_a_remainder_cannot_be_less_than_nothing():
    with pytest.raises(VisitationError, match="kan ikke være"):
        remainder(TOTAL, [*YEARS.values(), *YEARS.values()])


def test_the_first_year_was_nine_months_and_neither_way_makes_300():
    assert YEARS["y2018"].period.months == 9 and TOTAL.period.months == 33
    assert (round(YEARS["y2018"].a_year), YEARS["y2019"].a_year, TOTAL.a_year) == (267, 312, 264)


def test_the_latest_were_followed_the_shortest():
    (least, most), (other_least, other_most) = (YEARS[year].period.followed for year in ("y2018", "y2019"))
    assert (round(least), most) == (24, 33) and (round(other_least), other_most) == (12, 24)


def test_parts_of_months_count_as_thirtieths():
    assert Period(date(2020, 1, 1), date(2020, 2, 15), date(2020, 3, 1)).months == 1.5


def test_the_registrations_are_of_those_completed_if_they_are_the_same():
    assert round(Share(TOLD.progress.registrations, TOLD.completed.completed).percent, 2) == 88.84
    assert TOLD.progress.percent == 35.2


def test_the_mixes_are_whole_but_for_what_is_not_said():
    found = {one.of: ({part.id: part.percent for part in one.parts}, one.rest) for one in TOLD.mixes}
    assert found == {
        "target_group": ({"psykisk": 81, "fysisk": 10, "socialt": 9}, 0),
        "sender": ({"borger": 20, "fagprofessionel": 80}, 0),
        "form": ({"gruppe": 60}, 40),
    }
    assert set(found) == set(MIXES)
    assert TOLD.in_target_group.percent == 50


def test_the_inflow_does_not_make_what_is_claimed():
    inflow = TOLD.inflow
    assert (inflow.low, inflow.high, inflow.percent) == (20, 25, 20)
    assert inflow.referred(1) == (4, 5) and inflow.referred(52) == (208, 260)
    assert inflow.claimed_a_year == 300 and [round(each) for each in inflow.needed()] == [23, 29]


def test_the_inflow_is_that_of_the_forecast_and_of_its_contradiction():
    from visitation.forecast.figures import figures

    model = load("slagelse")
    enquiries, share = (figures(model)[key] for key in ("enquiries_per_week", "share_82"))
    assert (enquiries.low, enquiries.high, share.value) == (TOLD.inflow.low, TOLD.inflow.high, TOLD.inflow.percent / 100)
    values = next(one for one in model.contradictions.contradictions if one.id == "G1").parameter.values
    assert list(values) == [TOLD.inflow.percent, *(round(each) for each in TOLD.inflow.needed())]


def test_the_five_success_criteria_stand_in_their_order_each_with_its_place():
    assert [one.id for one in READ.criteria] == ["trivsel", "faellesskab", "stoetteniveau", "i_stoette", "selvforsoergelse"]
    assert all(one.source[0].document == "000" for one in READ.criteria)
    assert [one.id for one in READ.criteria if one.measure is None] == ["selvforsoergelse"]


def texts(read: Outcomes) -> str:
    return " ".join(f"{text.da} {text.en}" for one in read.criteria for text in (one.label, one.definition, one.reason)).lower()


def test_no_text_speaks_of_effect_where_nobody_is_compared_with():
    for name in ("slagelse", "ringsted"):
        said = texts(read_outcomes(load(name)))
        assert not [word for word in ("effekt", "effect", "skyldes", "takket være", "virker", "because of") if word in said]


def test_ringsted_has_stages_and_nothing_published():
    read = read_outcomes(load("ringsted"))
    assert read.stages.pathway == "p82" and read.criteria == () and read.published == Outcomes().published


@pytest.fixture
def model_with(tmp_path):
    """A copy of Slagelse's model with the outcomes changed."""
    import shutil

    def changed(old: str, new: str):
        folder = tmp_path / "slagelse"
        shutil.copytree(MUNICIPALITIES / "slagelse", folder)
        text = (folder / FILE).read_text(encoding="utf-8")
        assert old in text
        (folder / FILE).write_text(text.replace(old, new, 1), encoding="utf-8")
        return load(folder)

    return changed


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("pathway: fokus", "pathway: fukos", "ukendt forløb 'fukos'"),
        ("completed: [beskrivelse_sendt]", "completed: [sendt]", "ukendt hændelse 'sendt'"),
        ("pathways: {p85:", "pathways: {p86:", "ukendt forløb 'p86'"),
        ('sections: ["§ 85"', 'sections: ["§ 86"', "ukendt værdi; tilladt er"),
        ("months: 6", "months: 0", "months er 0; tilladt er 1 og opefter"),
        ("    theme: samfundsliv\n", "", "theme skal stå ved målet fald_i_tema"),
        ("id: faellesskab", "id: trivsel", "'trivsel' står to gange"),
        ("active: 49", "active: 201", "active er 201; tilladt er 0 til 200"),
        ("active: 133", "active: 727", "active er 727; tilladt er 0 til 726"),
        ('last: "2018-12-31"', 'last: "2021-12-31"', "skal stå i rækkefølge"),
        ("{id: fysisk, percent: 10}", "{id: fysisk, percent: 11}", "delene er tilsammen 101 procent"),
        ("contradictions: [G17]", "contradictions: [G99]", "ukendt modstrid 'G99'"),
        ('document: "000"', 'document: "009"', "ukendt dokument '009'"),
    ],
)
def test_a_file_that_makes_no_sense_is_refused_with_its_line(model_with, old, new, said):
    with pytest.raises(ModelError) as refused:
        read_outcomes(model_with(old, new))
    assert said in str(refused.value) and f"{FILE}, linje" in str(refused.value)


def test_a_model_without_the_file_says_nothing(model_with, tmp_path):
    model = model_with("months: 6", "months: 5")
    (tmp_path / "slagelse" / FILE).unlink()
    assert read_outcomes(model) == Outcomes()


def test_criteria_need_to_know_how_a_course_is_followed():
    with pytest.raises(ValueError, match="stages og support hører sammen"):
        Outcomes(criteria=READ.criteria)
