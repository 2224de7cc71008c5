"""What the tutorials tell is so: the case of the meeting, the council's numbers; and links lead within the site or are only named."""

import re
from pathlib import Path
from types import SimpleNamespace

from tools.docs.hook import on_page_markdown
from visitation.model import load
from visitation.screening import build, screen
from visitation.statistics.intervals import difference, wilson

DOCS = Path(__file__).resolve().parents[2] / "docs"
MEETING, ANALYST = ((DOCS / f"tutorial-{name}.md").read_text(encoding="utf-8") for name in ("moede", "analyst"))
ROW = re.compile(r"^\| .*?(\d+) of (\d+).* \| ([\d.]+) % \| ([\d.]+)-([\d.]+) \|$", re.MULTILINE)


def per_cent(share: float) -> str:
    return f"{100 * share:.1f}"


def test_the_case_of_the_meeting_goes_as_the_tutorial_says():
    table = load("ringsted").meeting_table
    asked = {question.label.da: question for question in table.inputs}
    rows = [row for row in re.findall(r"^\| (.+) \| (.+) \|$", MEETING, re.MULTILINE) if row[0] in asked]
    last = re.search(r"Svar nu \*\*(.+?)\*\* på \*(.+?)\*", MEETING)
    chosen = {asked[told].id: next(a.id for a in asked[told].answers if a.label.da == said) for told, said in (*rows, last.groups()[::-1])}
    cube = build(table)
    before = {question: answer for question, answer in chosen.items() if question != asked[last[2]].id}
    assert len(rows) == 5 and len(screen(cube, before).possible) > 1
    (outcome,) = screen(cube, chosen).possible
    assert f"*{table.outcomes[outcome].label.da}*" in MEETING


def test_the_councils_numbers_follow_from_the_counts():
    rows = ROW.findall(ANALYST)
    assert len(rows) == 4
    for k, n, share, low, high in rows:
        ends = wilson(int(k), int(n))
        assert (share, low, high) == (per_cent(int(k) / int(n)), per_cent(ends.low), per_cent(ends.high))
    started = [(int(k), int(n)) for k, n, *_ in rows[:2]]
    assert f"(p = {difference(*started[0], *started[1]).p:.2f})" in ANALYST


def test_a_link_leads_within_the_site_or_is_only_named():
    page = SimpleNamespace(file=SimpleNamespace(src_uri="reference/municipal-models.md"))
    written = "[a](../../docs/cube.md) [b](../../GLOSSARY.md#x) [c](../register/standing.py) [d](#x) `[e](f.md)`"
    led = "[a](../cube.md) [b](glossary.md#x) c (`visitation/register/standing.py`) [d](#x) `[e](f.md)`"
    assert on_page_markdown(written, page=page) == led
