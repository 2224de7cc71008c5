"""What the forecast report says: the forecast's own numbers in Danish, with n, period, source and uncertainty, and nothing made up."""

import re

import pytest

from tests.registers import ENQUIRY, TODAY, register_with
from visitation.errors import VisitationError
from visitation.forecast import sensitivity
from visitation.forecast.assumptions import assumptions
from visitation.forecast.outlook import SAID
from visitation.forecast.scenario import BOUNDS, PARTS
from visitation.model import shipped
from visitation.register.store import open_register
from widgets import report
from widgets.forecast_words import MEASURED
from widgets.report.names import amount, label, measure_label, number, series_label, span
from widgets.report.piece import Ground, figure, paragraph, table

FRAME = ("horizon_weeks", "replications", "seed")


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    """A register with one enquiry of another municipality: what it counts is nothing."""
    url = f"sqlite:///{tmp_path_factory.mktemp('register').as_posix()}/register.sqlite"
    register_with(url, ENQUIRY, model="andetsteds").close()
    return url


@pytest.fixture(scope="module")
def study(url):
    """Studies by municipality, scenario, horizon and seed; each made once."""
    made = {}

    def study(municipality="slagelse", scenario="", horizon=104, seed=1):
        asked = (municipality, horizon, scenario, TODAY.isoformat(), seed)
        if asked not in made:
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("REGISTER", url)
                made[asked] = report.study(*asked)
        return made[asked]

    return study


@pytest.fixture
def more(tmp_path):
    path = tmp_path / "Flere pladser.yaml"
    path.write_text("places: 120\nshare_82: 0.25\n")
    return str(path)


def test_everything_a_forecast_tells_of_has_a_name(study):
    told = {each.key for municipality in shipped() for each in assumptions(study(municipality).known)}
    assert all(label(key) for key in told | {key for key in BOUNDS if key not in FRAME} | set(PARTS))
    assert all(series_label(series) for series in SAID) and all(measure_label(measure) for measure in MEASURED)
    assert MEASURED.keys() == sensitivity.MEASURES.keys()


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (number(1234.56, 1), "1.234,6"),
        (amount("share_82", 0.2046), "20,5\N{NO-BREAK SPACE}%"),
        (amount("enquiries_per_week", 22.48), "22,5"),
        (amount("places", 92), "92"),
        (amount("unit_prices.course_kr", 21667), "21.667\N{NO-BREAK SPACE}kr."),
        (amount("unit_prices.s85_week_kr", None), "ukendt"),
        (span("growth_per_year", -0.03, 0.03), "−3 til 3 % om året".replace(" ", "\N{NO-BREAK SPACE}")),
        (span("places", None, None), "–"),
    ],
)
def test_numbers_are_written_in_danish(said, expected):
    assert said == expected


def test_words_are_never_taken_for_html():
    piece = paragraph("<b>5 < 6</b>") + table("a & b", ["<x>"], [["<y>"]], Ground("<5>", "i dag", "<kilde>"))
    assert not re.search("<(b|x|y|5|kilde)>", piece.html) and "a &amp; b" in piece.html
    assert "<b>5 < 6</b>" in piece.text


def test_drawings_on_one_page_share_no_id():
    drawings = [f'<svg><clipPath id="clip0"/><g clip-path="url(#clip0)">{i}</g></svg>' for i in range(2)]
    drawn = [figure(drawing, "en tegning", Ground("1", "i dag", "her")).html for drawing in drawings]
    ids = [re.findall(r' id="([^"]+)"|url\(#([^)]+)\)', html) for html in drawn]
    assert all(len({name for pair in found for name in pair if name}) == 1 for found in ids) and ids[0] != ids[1]


def test_the_headline_is_the_forecasts_own(study):
    made = study()
    s85 = made.outlook.series["s85"].total
    band = [number(values[51]) for values in (s85.p50, s85.p10, s85.p90)]
    said = report.ahead(made).text
    assert f"{band[0]} ({band[1]}–{band[2]})" in said
    assert " | i dag | om 1 år | om 2 år" in said and "om 3 år" not in said


def test_a_horizon_between_two_years_is_told_as_well(study):
    assert study(horizon=80).ahead((1, 2)) == [("om 1 år", 51), ("om 80 uger", 79)]


def test_what_has_no_price_is_left_out_and_said(study):
    priced, unpriced = report.ahead(study()).text, report.ahead(study("ringsted")).text
    assert "1.000 kr. om ugen" in priced and "ikke regnet med i udgiften: en uges støtte efter § 85." in priced
    assert "kr. om ugen" not in unpriced and "ikke regnet med i udgiften: et forløb og en uges støtte efter § 85." in unpriced


def test_a_scenario_shows_what_it_changes_and_what_that_does(study, more):
    made = study(scenario=more)
    asked = report.question(made).text
    assert "Scenarie | Flere pladser" in asked and "Pladser | 92 | – | 120 | –" in asked
    assert "§ 82 | 20\N{NO-BREAK SPACE}% | 18–29\N{NO-BREAK SPACE}% | 25\N{NO-BREAK SPACE}% | –" in asked
    (whole,) = [line.split(" | ") for line in report.changed(made).text.splitlines() if line.startswith("i alt")]
    moves = made.moves("courses")
    assert whole[list(sensitivity.MEASURES).index("courses") + 1] == f"+{number(moves[-1].after - moves[0].before)}"
    assert report.changed(study()).text == "" and "Scenariet ændrer intet" in report.question(study()).text


def test_a_scenario_that_is_only_surer_or_begins_with_others_is_told_as_well(study, tmp_path):
    path = tmp_path / "sikker.yaml"
    path.write_text("uncertainty: {growth_per_year: [-0.01, 0.01]}\ninitial: {waiting: 40}\n")
    made = study(scenario=str(path))
    asked = report.question(made).text.replace("\N{NO-BREAK SPACE}", " ")
    assert "Vækst i henvendelser | 0 % om året | −3 til 3 % om året | 0 % om året | −1 til 1 % om året" in asked
    assert "Venter i dag | 0 | – | 40 | –" in asked
    assert {move.key for move in made.moves("s85")} == {key.partition(".")[0] for key in made.changed}


def test_the_capacity_curve_has_the_scenarios_places_and_the_promise(study):
    made = study()
    here = next(point for point in made.capacity if point.places == 92)
    said = report.capacity(made).text
    assert f"Med 92 pladser begynder {number(100 * here.kept)} % inden 14 dage." in said
    assert f"92 | {number(here.wait_weeks.mean, 1)} | " in said


def test_what_moves_most_comes_first(study):
    said = report.movers(study()).text
    widest = study().moved_by("s85")[0]
    assert said.startswith(f"Mest flytter »{label(widest.key)}«: ")


def test_assumptions_carry_range_source_owner_date_and_contradiction(study):
    said = report.assumed(study()).text.replace("\N{NO-BREAK SPACE}", " ")
    (share,) = [line for line in said.splitlines() if line.startswith("Andel, der henvises til § 82")]
    assert all(part in share for part in ("20 %", "18–29 %", "kilde", "Bilag om FOKUS (2021)", "Leder", "2021", "G1, G2"))
    assert "- G1. Hvor mange der henvises til FOKUS: " in said


def test_a_young_register_and_a_silent_past_are_said(study):
    assert "Registret har ingen hele uger med henvendelser" in report.question(study()).text
    assert "Henvendelserne kan ikke efterprøves endnu. Historikken er 0 hele uger" in report.tested(study()).text
    assert "Kommunen har ikke offentliggjort tal om sin fortid" in report.tested(study("ringsted")).text


def test_published_numbers_stand_beside_the_forecast_with_why_it_misses(study):
    said = report.tested(study()).text
    for outcome in study().outcomes:
        assert outcome.claim.label.da in said and (outcome.inside or f"{outcome.claim.label.da}: {outcome.why.da}" in said)


def test_the_same_seed_gives_the_same_report(study, url, monkeypatch):
    monkeypatch.setenv("REGISTER", url)
    again = report.study("slagelse", 104, "", TODAY.isoformat(), 1)
    assert report.ahead(again).html == report.ahead(study()).html
    assert report.curves(again).html == report.curves(study()).html
    assert report.ahead(study(seed=2)).html != report.ahead(again).html


def test_a_drawing_says_what_it_shows_and_asks_nobody(study):
    html = report.curves(study()).html
    assert html.count("<svg") == html.count('role="img" aria-label="') == html.count("<details>") == len(SAID)
    assert not re.search(r"<script|(href|src)=\"(?!#)|url\((?!#)|<image", html)


def test_a_saved_scenario_is_found_by_its_name(study, url):
    register = open_register(url)
    register.save_scenario("slagelse", "Færre", {"places": 60}, TODAY)
    register.close()
    assert study(scenario="Færre").chosen.places == 60


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("atlantis", 104, "", "", 1), "ukendt model 'atlantis'"),
        (("slagelse", 0, "", "", 1), "Rapporten: horizon_weeks er 0; tilladt er 1 til 520"),
        (("slagelse", 104, "mangler", "", 1), "Scenariet 'mangler' er hverken en fil eller gemt"),
        (("slagelse", 104, "", "i går", 1), "'i går' er ikke en dato"),
    ],
)
def test_nonsense_is_refused_by_name(url, monkeypatch, asked, said):
    monkeypatch.setenv("REGISTER", url)
    with pytest.raises(VisitationError, match=said):
        report.study(*asked)
