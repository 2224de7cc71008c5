"""`visitation forecast` and `visitation backtest` as others call them."""

from datetime import date

import pytest

from tests.registers import sample_register
from visitation.register.demo import TODAY
from visitation.register.store import open_register

SERIES = ("enquiries", "waiting", "courses", "s85", "cost_kr")
QUICK = ("--set", "horizon_weeks=60", "--set", "replications=40")


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    url = sample_register(tmp_path_factory.mktemp("forecast"))
    register = open_register(url)
    register.save_scenario("slagelse", "Flere pladser", {"places": 98}, TODAY)
    register.save_scenario("slagelse", "Forkert", {"pladser": 98}, TODAY)
    register.close()
    return url


@pytest.fixture
def empty(tmp_path):
    return f"sqlite:///{tmp_path.as_posix()}/tom.sqlite"


def test_the_forecast_of_a_register_as_json(run, demo):
    code, result, _ = run("forecast", "--model", "slagelse", "--register", demo, *QUICK, "--json")
    assert code == 0
    assert result["weeks"][:2] == ["2021-03-15", "2021-03-22"] and len(result["weeks"]) == 60
    for name in SERIES:
        assert {"mean", "p10", "p50", "p90"} <= set(result[name])
        assert all(len(values) == 60 for values in result[name].values() if isinstance(values, list))
    assert set(result["wait_weeks"]) == {"mean", "p90"}
    assert (result["model"], result["inflow"]["basis"], result["scaled"], result["assumed"]) == ("slagelse", "historie", False, ["s85"])
    assert result["inflow"]["period"] == {"from": "2018-03-12", "to": "2021-03-07"}
    assert (result["begins"], result["replications"], result["seed"]) == ("2021-03-15", 40, 1)
    assert result["unpriced"] == ["s85_week_kr"]


def test_the_forecast_in_danish(run, demo):
    code, text, _ = run("forecast", "--model", "slagelse", "--register", demo, *QUICK)
    lines = text.splitlines()
    assert code == 0
    assert lines[0] == "slagelse 2021.1: prognose for 60 uger fra 2021-03-15, 40 mulige fremtider."
    assert lines[1] == "Henvendelserne følger registret: 3481 på 156 uger, 2018-03-12 til 2021-03-07."
    assert lines[2] == "Registret har ingen støtte efter § 85 at begynde med; modellens tal er brugt."
    assert lines[3].split() == ["om", "1", "år", "om", "60", "uger"]
    assert [line.split("  ")[1] for line in lines[4:9]] == [
        "henvendelser om ugen",
        "venter",
        "forløb i gang",
        "støtte efter § 85",
        "kr. om ugen",
    ]
    assert len({len(line) for line in lines[3:9]}) == 1
    assert "har i gennemsnit ventet" in text and lines[-1] == "Uden kendt pris og ikke regnet med: en uges støtte efter § 85."


def test_without_a_register_the_models_figures_are_forecast_and_it_says_so(run, empty):
    code, text, _ = run(
        "forecast", "--model", "ringsted", "--register", empty, "--on", "2021-03-09", *QUICK, "--set", "enquiries_per_week=30"
    )
    assert code == 0
    assert "Registret har ingen hele uger; henvendelserne følger modellens tal. De er lagt om til scenariets tal." in text
    assert "Registret har ingen ventende, forløb i gang og støtte efter § 85 at begynde med" in text
    assert "kr. om ugen" not in text and "et forløb og en uges støtte efter § 85" in text


def test_without_places_nobody_begins_and_it_says_so(run, empty):
    changed = ("--set", "places=0", "--set", "initial.courses=0", *QUICK)
    code, text, _ = run("forecast", "--model", "slagelse", "--register", empty, "--on", "2021-03-09", *changed)
    assert code == 0 and "Ingen begynder et forløb." in text


def test_the_day_is_the_one_given(run, demo):
    _, result, _ = run("forecast", "--model", "slagelse", "--register", demo, "--on", "2021-05-05", *QUICK, "--json")
    assert date.fromisoformat(result["begins"]) == date(2021, 5, 10)


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("places=-3", "places er -3; tilladt er 0 til 5000"),
        ("share_82=1.2", "share_82 er 1.2; tilladt er 0 til 1"),
        ("horizon_weeks=0", "horizon_weeks er 0; tilladt er 1 til 520"),
        ("pladser=3", "ukendt nøgle 'pladser'; tilladt er enquiries_per_week"),
        ("places", "skriv nøgle=værdi"),
        ("growth_per_year=1000", "growth_per_year er 1000.0; tilladt er -0.5 til 1"),
    ],
)
def test_nonsense_is_refused_by_name(run, empty, setting, said):
    code, out, error = run("forecast", "--model", "slagelse", "--register", empty, "--set", setting)
    assert (code, out) == (2, "")
    assert said in error and error.count("\n") == 1


def test_a_scenario_is_a_file_or_one_that_is_saved(run, demo, tmp_path):
    (tmp_path / "s.yaml").write_text("places: 77\nhorizon_weeks: 5\n", encoding="utf-8")
    (tmp_path / "galt.yaml").write_text("places: -7\n", encoding="utf-8")
    command = ("forecast", "--model", "slagelse", "--register", demo, "--json", *QUICK, "--scenario")
    for given, places in (("Flere pladser", 98), (str(tmp_path / "s.yaml"), 77)):
        _, result, _ = run(*command, given)
        assert (result["scenario"]["places"], result["scenario"]["horizon_weeks"]) == (places, 60)  # --set is laid over it
    for given, said in (
        ("Færre", "Scenariet 'Færre' er hverken en fil eller gemt i registret; gemt er Flere pladser, Forkert"),
        ("Forkert", "Scenariet 'Forkert': ukendt nøgle 'pladser'"),
        (str(tmp_path / "galt.yaml"), "galt.yaml, linje 1: places er -7"),
    ):
        code, _, error = run(*command, given)
        assert (code, error.count("\n")) == (2, 1) and said in error


def test_the_backtest_of_a_register_as_json(run, demo):
    code, result, _ = run("backtest", "--model", "slagelse", "--register", demo, "--json")
    assert code == 0
    assert [row["name"] for row in result["models"]] == ["model", "gennemsnit", "samme uge sidste år"]
    for row in result["models"]:
        assert set(row) == {"name", "crps", "coverage80", "coverage80_sum26", "bias", "origins", "sums"}
    assert 0.7 < result["models"][0]["coverage80"] <= 1
    assert result == run("backtest", "--model", "slagelse", "--register", demo, "--json")[1]


def test_the_backtest_in_danish(run, demo):
    code, text, _ = run("backtest", "--model", "ringsted", "--register", demo)
    assert code == 0
    assert "Af ugerne lå 9" in text and "% i modellens 80 %-bånd. Af 4 halvår, der griber ind over hinanden, lå 100 %" in text
    assert len({len(line) for line in text.splitlines()[1:5]}) == 1


def test_too_short_a_history_is_one_sentence(run, empty):
    code, out, error = run("backtest", "--register", empty, "--on", "2021-03-09")
    assert (code, out) == (2, "")
    assert error == "visitation: Historikken er 0 hele uger; en efterprøvning kræver mindst 17.\n"
