"""Charts in a page that forbids code made of text and every foreign address: drawn, redrawn, resized, saved."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import HOST
from widgets.charts import fan, spec, waterfall
from widgets.parts import WIDGETS

MONDAY = date(2021, 3, 15)
SCRIPTS = ("parts/dom.js", "parts/download.js", "parts/numbers.js", "charts/vega.js", "charts/charts.js", "charts/figure.js")
STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:"
PAGE = f"""<!doctype html><html lang="da"><meta http-equiv="Content-Security-Policy" content="{STRICT}"><link rel="icon" href="data:,">
<link rel="stylesheet" href="page.css"><script type="module" src="page.js"></script>
<body class="vb"><div id="box"><div id="chart"></div></div></body></html>"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[str]:
    """The address of a page that has the chart scripts and nothing else."""
    folder = tmp_path_factory.mktemp("charts")
    scripts = "\n".join((WIDGETS / name).read_text(encoding="utf-8") for name in SCRIPTS)
    shown = "\nObject.assign(window, { h, buildDrawing, drawChart, dropChart, saveChart, numberFormat, saveNumbers });\n"
    (folder / "page.js").write_text(scripts + shown, encoding="utf-8")
    styles = [WIDGETS / "theme" / "tokens.css", WIDGETS / "charts" / "charts.css"]
    (folder / "page.css").write_text("\n".join(path.read_text(encoding="utf-8") for path in styles), encoding="utf-8")
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    server = ThreadingHTTPServer((HOST, 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://{HOST}:{server.server_port}/"
    server.shutdown()
    server.server_close()


LONG = "Hvert trin tæller dem, der nåede det, ud af dem på trinnet før. " * 4 + "Kilde: registret."


def forecast(level: float, weeks: int = 260) -> dict:
    """A fan of level bands as the front end takes it."""
    parts = {"p10": 0.5, "p50": 1, "p90": 1.5, "process_p10": 0.8, "process_p90": 1.2}
    columns = {"week": [MONDAY + timedelta(weeks=week) for week in range(weeks)]} | {
        name: [level * part] * weeks for name, part in parts.items()
    }
    data = fan.rows(columns, labels={"total": "i alt", "process": "tilfældighed", "median": f"midt: {level:.0f}"})
    chart = fan.chart(data, unit="forløb", description="")
    return {"spec": spec(chart), "data": data, "description": f"Omkring {level:.0f} forløb."}


def draw(page: Page, chart: dict) -> None:
    """Draws in a task of the page's own: what a test evaluates directly is free of the page's policy."""
    page.evaluate("chart => new Promise((done) => setTimeout(() => done(drawChart(document.querySelector('#chart'), chart))))", chart)


def texts(page: Page) -> list[str]:
    return page.locator("#chart svg text").all_text_contents()


def test_a_chart_is_drawn_and_only_its_data_is_replaced(page, site):
    page.goto(site)
    draw(page, forecast(40))
    chart = page.get_by_role("img", name="Omkring 40 forløb.")
    expect(chart.locator("svg")).to_be_visible()
    assert {"forløb", "i alt", "tilfældighed", "midt: 40", "2022", "2026"} <= set(texts(page))
    page.evaluate("document.querySelector('#chart svg').dataset.same = 'yes'")
    draw(page, forecast(1500))
    expect(page.get_by_role("img", name="Omkring 1500 forløb.")).to_be_visible()
    assert {"midt: 1500", "2.000", "2022", "2026"} <= set(texts(page))
    assert "midt: 40" not in texts(page)
    assert page.locator("#chart svg").get_attribute("data-same") == "yes"


def test_another_chart_in_the_same_place_is_drawn_anew(page, site):
    page.goto(site)
    draw(page, forecast(40))
    moves = {"label": ["Grundlag", "Vækst", "Scenarie"], "before": [None, 40, None], "after": [40, 44, 44], "text": ["40", "+4", "44"]}
    data = waterfall.rows(moves)
    draw(page, {"spec": spec(waterfall.chart(data, unit="forløb", description="")), "data": data, "description": "Fra 40 til 44."})
    assert {"Grundlag", "Vækst", "+4"} <= set(texts(page))
    three = page.locator("#chart").bounding_box()["height"]
    longer = {name: [*column[:2], column[1], *column[2:]] for name, column in moves.items()}
    data = waterfall.rows(longer)
    draw(page, {"spec": spec(waterfall.chart(data, unit="forløb", description="")), "data": data, "description": "Fra 40 til 44."})
    assert page.locator("#chart").bounding_box()["height"] > three + 40


def test_a_chart_follows_its_box_and_its_letters_and_waits_while_it_is_hidden(page, site):
    page.goto(site)
    page.evaluate("document.querySelector('#box').hidden = true")
    draw(page, forecast(40))
    expect(page.locator("#chart svg")).to_have_count(0)
    page.evaluate("document.querySelector('#box').hidden = false")
    expect(page.locator("#chart svg")).to_have_count(1)
    for width in (1800, 500):
        page.evaluate("width => document.querySelector('#box').style.width = `${width}px`", width)
        expect(page.locator("#chart svg")).to_have_attribute("width", str(width))
        assert page.evaluate("document.querySelector('#chart svg').getBoundingClientRect().height") == pytest.approx(20 * 16.5, abs=1)
    page.evaluate("document.querySelector('#chart').style.fontSize = '24px'")
    expect(page.locator("#chart svg text[font-size='24px']").first).to_be_visible()
    box = page.locator("#chart").bounding_box()
    for label in page.locator("#chart svg text").all():
        inside = label.bounding_box()
        assert inside["x"] >= box["x"] - 1 and inside["x"] + inside["width"] <= box["x"] + box["width"] + 1


def test_a_dropped_chart_is_let_go_and_its_node_can_be_drawn_in_again(page, site):
    page.goto(site)
    draw(page, forecast(40))
    page.evaluate("dropChart(document.querySelector('#chart'))")
    page.evaluate("document.querySelector('#chart').style.width = '700px'")
    page.wait_for_timeout(200)
    assert page.locator("#chart svg").get_attribute("width") != "700"
    draw(page, forecast(50))
    expect(page.locator("#chart svg")).to_have_attribute("width", "700")
    assert "midt: 50" in texts(page)


def test_only_the_newest_of_many_is_drawn(page, site):
    page.goto(site)
    charts = [forecast(level) for level in range(10, 20)]
    page.evaluate("charts => Promise.all(charts.map((chart) => drawChart(document.querySelector('#chart'), chart)))", charts)
    assert "midt: 19" in texts(page)


@pytest.mark.parametrize(("kind", "begins"), [("svg", b"<svg"), ("png", b"\x89PNG")])
def test_a_chart_is_saved_with_its_title_and_its_note(page, site, kind, begins):
    page.goto(site)
    draw(page, forecast(40))
    order = {"name": "forløb", "type": kind, "title": "Forløb i gang", "notes": ["n = 1.145, marts 2021", LONG]}
    with page.expect_download() as waiting:
        page.evaluate("order => saveChart(document.querySelector('#chart'), order)", order)
    content = Path(waiting.value.path()).read_bytes()
    assert (waiting.value.suggested_filename, content[: len(begins)]) == (f"forløb.{kind}", begins)
    if kind == "svg":
        lines = re.findall(">([^<]+)<", content.decode())
        assert {"Forløb i gang", "n = 1.145, marts 2021", "midt: 40"} <= set(lines)
        assert max(map(len, lines)) <= 120 and LONG in " ".join(lines)  # a picture is cut off at its edge


@pytest.mark.parametrize(
    ("lang", "shown", "nought", "saved"), [("da", "−1.234,5", "0,0", "-1234,5"), ("en", "−1,234.5", "0.0", "-1234.5")]
)
def test_a_number_has_the_minus_of_the_texts_on_the_screen_and_a_plain_hyphen_in_a_file(page, site, lang, shown, nought, saved):
    page.goto(site)
    assert page.evaluate("lang => [-1234.5, -0.01, null].map(numberFormat({ decimals: 1 }, lang))", lang) == [shown, nought, ""]
    table = {"id": "tal", "title": "Tal", "columns": [{"field": "n", "label": "n", "decimals": 1}], "rows": [{"n": -1234.5}]}
    with page.expect_download() as waiting:
        page.evaluate("([table, lang]) => saveNumbers(table, { lang, file: 'prøve' })", [table, lang])
    assert Path(waiting.value.path()).read_text("utf-8-sig").splitlines() == ["n", saved]


def test_a_chart_follows_the_display_without_being_drawn_anew(page, site):
    page.goto(site)
    draw(page, forecast(40))
    band, text = page.locator("#chart .mark-area path").first, page.get_by_text("midt: 40")
    expect(band).to_have_css("fill", "rgb(232, 240, 248)")
    page.evaluate("for (const name of ['blue-wash', 'blue-deep']) document.body.style.setProperty(`--vb-${name}`, '#ffff00')")
    expect(band).to_have_css("fill", "rgb(255, 255, 0)")
    expect(text).to_have_css("fill", "rgb(255, 255, 0)")


def test_a_chart_takes_the_colours_that_the_system_forces(page, site):
    page.goto(site)
    draw(page, forecast(40))
    page.emulate_media(forced_colors="active")
    expect(page.locator("#chart svg text").first).to_have_css("fill", "rgb(0, 0, 0)")  # CanvasText


def show_figure(page: Page, site: str) -> None:
    """A chart with its sentence, its note and its table, on a page of sample data."""
    columns = [{"field": "week", "label": "Uge fra", "decimals": None}, {"field": "n", "label": "Forløb", "decimals": 1}]
    table = {"id": "tal", "title": "Forløb i gang", "columns": columns, "rows": [{"week": "2021-03-15", "n": 1234.5}]}
    figure = table | {key: value for key, value in forecast(40).items() if key != "description"} | {"text": "Omkring 40.", "note": "n = 9."}
    page.goto(site)
    page.evaluate(
        """(figure) => {
          const drawing = buildDrawing("f", 2, { texts: { numbers: "Vis tallene", csv: "Hent" }, lang: "da", file: "prøve" });
          const sample = h("p", { class: "vb-sample" }, "Eksempeldata", h("span", {}, " – ikke rigtige borgere"));
          document.querySelector("#box").replaceChildren(h("div", { class: "vb-top" }, sample), drawing.node);
          drawing.show(figure);
        }""",
        figure,
    )


def test_a_picture_says_that_its_numbers_are_sample_data_and_what_they_are_of(page, site):
    show_figure(page, site)
    page.get_by_text("Vis tallene").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="SVG").click()
    content = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert content.index("Eksempeldata – ikke rigtige borgere") < content.index("n = 9.")


def test_the_numbers_of_a_chart_are_reached_and_read_by_keyboard(page, site):
    show_figure(page, site)
    expect(page.get_by_role("region", name="Forløb i gang").get_by_role("img", name="Omkring 40.")).to_be_visible()
    expect(page.get_by_text("n = 9.")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("table", name="Forløb i gang").get_by_role("row", name="2021-03-15 1.234,5")).to_be_visible()
    for _ in range(4):
        page.keyboard.press("Tab")
    expect(page.get_by_role("region", name="Forløb i gang").locator("[tabindex='0']")).to_be_focused()
