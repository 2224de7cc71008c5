"""What a DMN file may not hold is refused in one Danish sentence that names the cell."""

import re

import pytest

from tests.unit.test_exchange_dmn import FOREIGN, RINGSTED, edited
from visitation.errors import VisitationError
from visitation.screening.exchange import from_dmn

NEJ, STORT, BOLIG = '<text>"nej"</text>', '<text>"mellem" , "stort"</text>', '<text>"bolig"</text>'
VALUES = '<inputValues id="v2"><text>"lille","mellem","stort"</text></inputValues>'
OUTPUT = '<output id="o" name="trin" typeRef="string"/>'
FIRST = 'hitPolicy="FIRST"'
TEXTS = r'; tilladt er - eller tekster som "ja","nej"$'

CELLS = [
    'not("nej")',
    "[1..3]",
    "&gt; 3",
    "3",
    "nej",
    '"ja" or "nej"',
    '"ja",',
    '"ja","nej',
    'matches(?, "j.*")',
    '"ja";"nej"',
    "null",
    '"\\q"',
]
REFUSED = [
    (NEJ, '<text>"måske"</text>', r"^række 1, kolonne 'Egen bolig\?': ukendt svar 'måske'; tilladt er ja, nej$"),
    (STORT, '<text>"lille", 7</text>', r"^række 2, kolonne 'behov': '\"lille\", 7' kan ikke indlæses" + TEXTS),
    (BOLIG, "<text>1 + 1</text>", r"^række 1, kolonne 'Så': '1 \+ 1' kan ikke indlæses; tilladt er ét udfald"),
    (BOLIG, '<text>"a","b"</text>', "^række 1, kolonne 'Så': .* tilladt er ét udfald"),
    (BOLIG, "<text>-</text>", "^række 1, kolonne 'Så': '-' kan ikke indlæses"),
    (BOLIG, '<text>""</text>', "^række 1, kolonne 'Så': '\"\"' kan ikke indlæses"),
    (
        OUTPUT,
        OUTPUT[:-2] + '><outputValues><text>"x"</text></outputValues></output>',
        "^række 1, kolonne 'Så': ukendt udfald 'bolig'; .* x$",
    ),
    (OUTPUT, OUTPUT * 2, "^tabellen har 2 udfaldskolonner; tilladt er netop én$"),
    (OUTPUT, OUTPUT[:-2] + '><defaultOutputEntry><text>"x"</text></defaultOutputEntry></output>', "^udfaldskolonnen har et standardudfald"),
    (VALUES, "", r"^kolonne 'behov': mangler de tilladte svar \(inputValues\)"),
    (VALUES, "<inputValues><text>-</text></inputValues>", "^kolonne 'behov': mangler de tilladte svar"),
    (VALUES, "<inputValues><text>[0..9]</text></inputValues>", r"^kolonne 'behov': de tilladte svar '\[0..9\]' kan ikke indlæses"),
    (VALUES, '<inputValues><text>"a","a"</text></inputValues>', "^kolonne 'behov': de tilladte svar .* hvert svar skal stå én gang"),
    ("<text>behov</text>", "<text>behov + 1</text>", r"^kolonne 'behov \+ 1': udtrykket 'behov \+ 1' kan ikke indlæses"),
    ("<text>behov</text>", "<text>a and b</text>", "^kolonne 'a and b': udtrykket 'a and b' kan ikke indlæses"),
    ("<text>behov</text>", "<text></text>", "^kolonne '2': udtrykket '' kan ikke indlæses"),
    ("<text>behov</text>", "<text>egen bolig</text>", "hvert udtryk må kun stå i én kolonne$"),
    (FIRST, 'hitPolicy="COLLECT"', "^tabellens hit policy er COLLECT; tilladt er FIRST og UNIQUE$"),
    (FIRST, 'hitPolicy="PRIORITY"', "hit policy er PRIORITY"),
    (FIRST, 'hitPolicy="UNIQUE"', "^række 1 og 2 gælder for de samme svar, men hit policy er UNIQUE"),
    (FIRST, "", "^række 1 og 2 gælder for de samme svar"),
    (FIRST, FIRST + ' expressionLanguage="juel"', "^udtrykssproget 'juel' kan ikke indlæses; tilladt er FEEL$"),
    ('<inputEntry id="c2"><text></text></inputEntry>', "", "^række 1: har 1 celler og 1 udfald; tilladt er 2 og 1$"),
    ("</definitions>", '<decision id="x"/></definitions>', "^filen har 2 beslutninger og 1 beslutningstabeller"),
    ("https://www.omg.org/spec/DMN/20191111/MODEL/", "urn:x", "^filen er ikke en DMN-fil; tilladt er DMN 1.2, 1.3, 1.4, 1.5$"),
    ("</definitions>", "", "^filen kan ikke læses som XML"),
    ("?>", '?><!DOCTYPE definitions [<!ENTITY a "x">]>', "^filen har en DOCTYPE"),
    ("?>", '?><!DOCTYPE definitions SYSTEM "file:///etc/hostname">', "^filen har en DOCTYPE"),
]


@pytest.mark.parametrize("cell", CELLS)
def test_a_cell_that_is_no_list_of_texts_is_named(cell):
    shown = re.escape(cell.replace("&gt;", ">"))
    with pytest.raises(VisitationError, match=f"^række 1, kolonne 'Egen bolig\\?': '{shown}' kan ikke indlæses{TEXTS}"):
        from_dmn(FOREIGN.replace(NEJ, f"<text>{cell}</text>"))


@pytest.mark.parametrize(("old", "new", "message"), REFUSED)
def test_what_is_no_table_of_ours_is_refused_by_its_place(old, new, message):
    assert old in FOREIGN
    for base in (None, RINGSTED):
        with pytest.raises(VisitationError, match=message) as refused:
            from_dmn(FOREIGN.replace(old, new, 1), base)
        assert "\n" not in str(refused.value)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"PK\x03\x04", "", "<a/>", b'<?xml version="1.0" encoding="nix"?><a/>'])
def test_what_is_not_dmn_is_refused(content):
    with pytest.raises(VisitationError, match=r"^filen "):
        from_dmn(content)


def test_a_bomb_of_entities_is_refused_before_it_grows():
    lines = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "x" * 100}">' for i in range(12))
    with pytest.raises(VisitationError, match="DOCTYPE"):
        from_dmn(f"<!DOCTYPE d [{lines}]><d>&e11;</d>")


def test_a_file_too_large_is_refused():
    with pytest.raises(VisitationError, match="højst 5 MB er tilladt"):
        from_dmn(b" " * (5 * 1024 * 1024 + 1))


def test_more_combinations_than_a_table_may_have_are_refused():
    column = FOREIGN[FOREIGN.index("<input id") : FOREIGN.index('<input id="i2">')]
    many = "".join(column.replace("egen bolig", f"q{i}") for i in range(21))
    with pytest.raises(VisitationError, match="kombinationer; tilladt er højst 4000000"):
        from_dmn(re.sub(r"<rule.*</rule>", "", FOREIGN.replace(column, column + many), flags=re.DOTALL))


def test_more_rules_than_can_be_compared_are_refused():
    first = FOREIGN[FOREIGN.index('<rule id="DecisionRule_1"') : FOREIGN.index('<rule id="DecisionRule_2"')]
    with pytest.raises(VisitationError, match="tabellen har 2002 regler; tilladt er højst 2000"):
        from_dmn(FOREIGN.replace(first, first * 2001))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"section": 0', '"section": 99'),
        ('"kind": "kilde"', '"kind": "gæt"'),
        ('"sections": [', '"sections": 7, "x": ['),
        ('"not_in_force": []', '"not_in_force": [1]'),
        ('"order": 1', '"order": "en"'),
        ("<visitation:annex>{", "<visitation:annex>["),
        ('"answers": [', '"answers": [7, '),
    ],
)
def test_a_damaged_annex_is_refused_in_one_sentence(old, new):
    with pytest.raises(VisitationError, match=r"^oplysningerne fra Visitationsbordet i filen er "):
        from_dmn(edited(old, new), RINGSTED)
