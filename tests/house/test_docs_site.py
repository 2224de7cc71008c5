"""The documentation names all there is: what is made from the code and the models is whole, and people wrote of the rest by hand."""

import re
from pathlib import Path

import msgspec
import pytest
import yaml

from tools.docs import commands, exports, formats, frames, models, python
from tools.docs.hook import BROUGHT, LED, MADE, looks
from visitation.frames.about import SCHEMAS
from visitation.model import load, shipped
from visitation.model.load import MUNICIPALITIES
from visitation.pathway import pathways
from visitation.register.records import KINDS
from widgets.header import dashboards

ROOT = Path(__file__).resolve().parents[2]
WRITTEN = sorted((ROOT / "docs").glob("*.md"))
SITE = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
FENCE = re.compile(r"```(?:sh|bat)\n(.*?)```", re.DOTALL)
ENOUGH = 30  # words, of which a page can be told to be Danish or English
TOLD_APART = {"da": re.compile(r"\b(?:og|det|er|en)\b"), "en": re.compile(r"\b(?:and|the|is|a)\b")}


def written() -> str:
    """All that is written by hand below docs/."""
    return "\n".join(page.read_text(encoding="utf-8") for page in WRITTEN)


def section(page: str, heading: str) -> str:
    """What stands under a heading of the second level."""
    return page.split(f"\n## {heading}\n")[1].split("\n## ", maxsplit=1)[0]


def spans(page: str) -> set[str]:
    return set(re.findall(r"`([^`\n]+)`", page))


def in_nav(entries: list) -> set[str]:
    """The files that the navigation leads to, at any depth."""
    found = [value for entry in entries for value in entry.values()]
    return {value for value in found if isinstance(value, str)}.union(*(in_nav(value) for value in found if isinstance(value, list)))


@pytest.mark.parametrize("name", commands.commands())
def test_a_command_stands_there_with_all_it_takes(name):
    said = section(commands.page(), name)
    options = [option for action in commands.arguments(commands.commands()[name]) for option in action.option_strings]
    assert f"visitation {name}" in said
    assert [option for option in options if not re.search(rf"`{option}[ `]", said)] == []


def test_every_command_is_shown_in_an_example():
    shown = set(re.findall(r"\bvisitation ([a-z][a-z-]*)", "\n".join(FENCE.findall(written()))))
    assert sorted(commands.commands().keys() - shown) == []


@pytest.mark.parametrize(("name", "title"), dashboards("da").items())
def test_every_dashboard_is_told_of_where_people_learn(name, title):
    learnt = "\n".join(page.read_text(encoding="utf-8") for page in WRITTEN if page.name.startswith("tutorial-"))
    assert f"**{title}**" in learnt or f"`{name}`" in learnt or name == "start"


@pytest.mark.parametrize("name", shipped())
def test_a_models_page_says_all_that_the_model_does(name):
    model, said = load(name), spans(models.pages()[name])
    ids = [rule.id for table in model.tables.values() for rule in table.rules]
    ids += [one.id for table in model.tables.values() for question in table.inputs for one in (question, *question.answers)]
    ids += [one.id for one in (*model.ladder.steps, *model.timers.timers, *model.guards.guards, *model.contradictions.contradictions)]
    ids += [one.id for one in (*model.deadlines.deadlines, *model.prices.prices)]
    ids += [one.id for pathway in pathways(model).values() for one in (*pathway.states, *pathway.events)]
    assert len(ids) > 100 and sorted(set(ids) - said) == []


@pytest.mark.parametrize("name", shipped())
def test_every_file_of_a_model_is_described(name):
    files = [path.relative_to(MUNICIPALITIES / name) for path in (MUNICIPALITIES / name).rglob("*.yaml")]
    described = [*formats.FILES, "imports/*.yaml"]
    assert files and [str(file) for file in files if not any(file.match(pattern) for pattern in described)] == []


@pytest.mark.parametrize("file", formats.FILES)
def test_every_key_of_a_file_is_described(file):
    said = section(formats.page(), file)
    own = [part for part in formats.made_of(formats.FILES[file]) if part not in formats.SHARED]
    keys = {field.encode_name for part in own for field in msgspec.structs.fields(part)}
    assert keys and sorted(keys - spans(said)) == []


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_field_of_an_export_is_described_with_the_column_of_each_municipality(kind):
    said = section(exports.page(), kind.name)
    headers = [column.header for read in exports.profiles(kind).values() for one in read for column in one.columns]
    assert [field.name for field in kind.fields if f"`{field.name}`" not in said] == []
    assert headers and [header for header in headers if f">{header}<" not in said] == []


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)
def test_every_column_of_a_frame_is_described(schema):
    said = section(frames.page(), schema.name)
    assert schema.columns and [one.name for one in schema.columns if f"| `{one.name}` |" not in said or one.en not in said] == []


def test_everything_that_is_offered_in_python_is_described():
    said = python.page()
    offered = {name: __import__(name, fromlist=["__all__"]).__all__ for name in python.OFFERED}
    assert [(room, name) for room, names in offered.items() for name in names if f"\n### {name}\n" not in section(said, room)] == []


def test_what_a_link_leads_away_from_is_there():
    assert [path for path in LED if not (ROOT / path).exists()] == []
    assert set(LED.values()) <= in_nav(SITE["nav"])


def test_every_page_has_its_place_in_the_navigation():
    pages = {page.name for page in WRITTEN} | MADE.keys() | set(BROUGHT.values()) | {f"reference/models/{name}.md" for name in shipped()}
    assert in_nav(SITE["nav"]) == pages


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.name)
def test_a_page_is_in_the_language_it_is_said_to_be_in(page):
    text = re.sub(r"```.*?```|`[^`]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    counted = {lang: len(words.findall(text)) for lang, words in TOLD_APART.items()}
    assert sum(counted.values()) > ENOUGH
    assert (counted["da"] > counted["en"]) == (page.name in SITE["extra"]["danish"])


def test_the_site_has_the_colours_of_the_dashboards():
    tokens = (ROOT / "widgets" / "theme" / "tokens.css").read_text(encoding="utf-8")
    used = set(re.findall(r"var\((--vb-[a-z-]+)\)", looks()))
    assert used and [name for name in used if not re.search(rf"{name}: ([^;]+);", looks())] == []
    assert [line for line in re.findall(r"--vb-[a-z-]+: [^;]+;", looks()) if line not in tokens] == []
