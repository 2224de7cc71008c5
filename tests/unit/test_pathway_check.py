"""What ships is in order, and every check fails on a copy that is spoiled for it."""

import shutil
from pathlib import Path

import pytest

from visitation.check import PARTS, model_proof, proof_text
from visitation.errors import ModelError
from visitation.model import load, shipped
from visitation.model.check import sources
from visitation.model.load import MUNICIPALITIES
from visitation.pathway import contact_protocol, pathways
from visitation.pathway.check import findings


@pytest.fixture
def spoiled(tmp_path):
    """A copy of a shipped model in which one text is replaced."""

    def spoil(name: str, file: str, old: str, new: str):
        folder = Path(shutil.copytree(MUNICIPALITIES / name, tmp_path / name))
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text, f"{old!r} no longer stands in {file}"
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")
        return load(folder)

    return spoil


@pytest.mark.parametrize("name", shipped())
def test_what_ships_is_in_order(name):
    proof = model_proof(name, None)
    assert proof["ok"] and not any(row["findings"] for row in proof["pathways"])
    assert {row["pathway"] for row in proof["pathways"]} == set(pathways(load(name)))


def every_anchor(model) -> set[str]:
    """All anchors of a model, wherever it names a document."""
    parts = (*pathways(model).values(), contact_protocol(model), *(getattr(model, part) for part in PARTS), *model.tables.values())
    return {source.anchor for part in parts for _, source in sources(part)}


FOUND = [
    ("slagelse", "pathways/fokus.yaml", "    to: moede\n", "    to: visitation\n", "fokus: tilstanden 'moede' kan ikke nås fra 'henvist'"),
    ("slagelse", "pathways/stemme.yaml", "from: [hoert, sparring]", "from: [sparring]", "stemme: tilstanden 'hoert' har ingen vej ud"),
    ("slagelse", "pathways/fokus.yaml", "    review: {days: 7}\n", "", "fokus: tilstanden 'henvist' kan stå uden en næste dato"),
    (
        "slagelse",
        "pathways/stemme.yaml",
        "    letter: stemmebrev\n",
        "",
        "stemme: sluttilstanden 'afsluttet_uden_kontakt' skal have enten letter",
    ),
    (
        "slagelse",
        "pathways/fokus.yaml",
        "from: [afsluttet, afsluttet_uden_kontakt, afgjort]",
        "from: [afsluttet, afgjort]",
        "fokus: sluttilstanden 'afsluttet_uden_kontakt' kan ikke genåbnes",
    ),
    ("slagelse", "timers.yaml", "    met_by: [beskrivelse]\n", "", "fokus: fristen ST12 slutter aldrig; skriv i met_by"),
    (
        "slagelse",
        "timers.yaml",
        '    anchor: {event: intro_slut, label: {da: "fra introens slutning", en: "from the end of the intro"}}\n',
        "    anchor: null\n",
        "fokus: fristen ST11 tæller ikke fra noget",
    ),
    ("slagelse", "contact.yaml", "    times: 3 ", "    times: 4 ", "fokus: fristen ST5 siger 3 opkald, men contact.yaml noget andet"),
    (
        "ringsted",
        "pathways/p82.yaml",
        "    owner: Socialpsykiatrien\n    review: {days: 14}",
        "    owner: Socialpsykiatrien\n    contact: true\n    review: {days: 14}",
        "p82: tilstanden 'henvist' søger kontakt, men modellen har ingen contact.yaml",
    ),
    (
        "ringsted",
        "pathways/p85.yaml",
        "    final: true\n",
        "    review: {weeks: 1}\n",
        "p85: fra tilstanden 'ansoegning' kan forløbet aldrig slutte",
    ),
]


@pytest.mark.parametrize(("name", "file", "old", "new", "said"), FOUND, ids=lambda value: value if str(value).startswith("p") else "")
def test_a_place_where_somebody_could_be_forgotten_is_found(spoiled, name, file, old, new, said):
    model = spoiled(name, file, old, new)
    assert any(f"{pathway}: {one}".startswith(said) for pathway, found in findings(model).items() for one in found), findings(model)
    proof = model_proof(str(model.folder), None)
    assert not proof["ok"] and said.split(": ", 1)[1] in proof_text(proof)


REFUSED = [
    (
        "pathways/p82.yaml",
        "begun_by: [T1.HENVIS_82AB]",
        "begun_by: [T1.HENVIS]",
        r"p82.yaml, linje \d+: ukendt udfald 'T1.HENVIS'; tilladt er T1.INGEN",
    ),
    (
        "pathways/p82.yaml",
        "begun_by: [T1.HENVIS_82AB]",
        "begun_by: [T1.P85]",
        r"'T1.P85' begynder også p85; et udfald må kun begynde ét forløb",
    ),
    ("pathways/p82.yaml", "starts: henvist", "starts: hevnist", r"ukendt tilstand 'hevnist'; tilladt er henvist, opstartssamtale"),
    ("pathways/p82.yaml", "    to: forloeb\n", "    to: forløb\n", r"ukendt tilstand i hændelse opstart: 'forløb'; tilladt er henvist"),
    ("pathways/p82.yaml", "from: [opstart_aftalt]", "from: [aftalt]", r"ukendt tilstand i hændelse opstart: 'aftalt'"),
    ("pathways/p82.yaml", "id: p82\n", "id: p83\n", r"forløbet hedder 'p83', men filen p82.yaml"),
    ("pathways/p82.yaml", "  - id: status_14\n", "  - id: forloeb\n", r"'forloeb' står to gange"),
    ("pathways/p82.yaml", "  - id: kontaktet\n", "  - id: opstart\n", r"'opstart' står to gange"),
    ("pathways/p82.yaml", "    owner: Socialpsykiatrien\n    review: {days: 14}", "    review: {days: 14}", r"states.0.owner: mangler"),
    ("pathways/p82.yaml", "letter: afslutningsbrev_82", "letter: brev", r"letter: ukendt værdi; tilladt er 'advis', 'afslagsbrev'"),
    (
        "pathways/p82.yaml",
        'document: "004", section: "Step 4',
        'document: "005", section: "Step 4',
        r"ukendt dokument '005'; tilladt er 001, 004",
    ),
    ("timers.yaml", "state: ren_82a", "state: ren_82", r"timers.yaml, linje \d+: ukendt tilstand i frist RT9: 'ren_82'; tilladt er "),
    (
        "timers.yaml",
        "anchor: {event: henvisning,",
        "anchor: {event: henvisningen,",
        r"ukendt hændelse i frist RT1: 'henvisningen'; tilladt er henvendelse",
    ),
    ("timers.yaml", "met_by: [udfald]", "met_by: [udfaldet]", r"ukendt hændelse i frist RT5: 'udfaldet'"),
    ("timers.yaml", "choices: [henvendelse, henvisning]", "choices: [henvendelse, advis]", r"ukendt hændelse i frist RT2: 'advis'"),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), REFUSED)
def test_an_id_that_does_not_exist_is_refused(spoiled, file, old, new, said):
    with pytest.raises(ModelError, match=said):
        pathways(spoiled("ringsted", file, old, new))


CONTACT = [
    ("counts_from: kontakt_begyndt", "counts_from: start", r"contact.yaml, linje \d+: ukendt hændelse 'start'; tilladt er "),
    ("timer: ST8", "timer: ST4", r"ukendt frist 'ST4'; tilladt er ST1, ST2, ST3, ST8"),
    ("each: opkald", "each: telefon", r"ukendt kanal i sms: 'telefon'; tilladt er opkald, sms"),
    ("channel: brev", "channel: sms", r"en kanal står i flere ways"),
    ("distinct_times: 2", "distinct_times: 3", r"distinct_times er 3; tilladt er 1 eller 2"),
    ("    again: {workdays: 1}\n", "", r"mangler 'again'"),
    ('      ingen_kendte: {da: "Ingen kendte", en: "None known"}\n      kontakt: ', "      ingen_kendte: ", r"results mangler 'kontakt'"),
]


@pytest.mark.parametrize(("old", "new", "said"), CONTACT)
def test_a_protocol_that_cannot_run_is_refused(spoiled, old, new, said):
    with pytest.raises(ModelError, match=said):
        contact_protocol(spoiled("slagelse", "contact.yaml", old, new))


def test_a_municipality_chooses_what_an_unclear_timer_counts_from(spoiled):
    model = spoiled("slagelse", "timers.yaml", "      event: opstart\n", "      event: intro_slut\n")
    assert not any(findings(model).values())
    assert next(timer for timer in model.timers.timers if timer.id == "ST12").anchor.event == "intro_slut"


def test_only_among_the_choices(spoiled):
    with pytest.raises(ModelError, match="event 'intro_slut' er ikke blandt choices; tilladt er henvendelse, henvisning"):
        spoiled("ringsted", "timers.yaml", "      event: henvendelse\n", "      event: intro_slut\n")


def test_unclear_timers_name_their_choices():
    unclear = {
        timer.id: timer.anchor.choices for name in shipped() for timer in load(name).timers.timers if timer.anchor and timer.anchor.unclear
    }
    assert unclear.keys() == {"RT2", "ST8", "ST12"} and all(len(choices) == 2 for choices in unclear.values())


def test_an_older_model_without_pathways_loads(tmp_path):
    folder = Path(shutil.copytree(MUNICIPALITIES / "ringsted", tmp_path / "ringsted"))
    shutil.rmtree(folder / "pathways")
    (folder / "outcomes.yaml").unlink()  # tells of courses
    assert pathways(load(folder)) == {} and model_proof(str(folder), None)["ok"]


def test_the_calls_are_those_of_the_contradiction():
    (calls,) = next(one.parameter.values for one in load("slagelse").contradictions.contradictions if one.id == "G4")
    assert contact_protocol(load("slagelse")).ways[0].times == calls


def test_a_lost_anchor_of_a_pathway_alone_fails_the_proof(tmp_path):
    model = load("slagelse")
    alone = "foretages der opkald til borgeren"
    for number in model.head.documents:
        (tmp_path / f"{number}.txt").write_text("\n".join(every_anchor(model) - {alone}), encoding="utf-8")
    proof = model_proof("slagelse", tmp_path)
    lost = {row["pathway"]: row["anchors_not_found"] for row in proof["pathways"]}
    assert lost == {"fokus": [], "p85": [], "stemme": [f"001: {alone}"]} and not proof["ok"]
