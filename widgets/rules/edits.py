"""What a person may do to a decision table. Each edit takes a table and returns another; VisitationError says what is allowed.

An edit that leaves a section without rules takes the section away."""

import re
from collections.abc import Collection, Iterable

from visitation.errors import VisitationError, allowed
from visitation.model import Rule, Section, Source, Table, Text
from visitation.model.base import Validity
from visitation.screening import build, periods, prove

PARTS = ("then", "kind", "source", "reason", "valid", "out_of_order")


def set_cell(table: Table, rule: str, question: str, answers: list[str]) -> Table:
    """The rule asks for these answers to a question; none, or all there are, means any."""
    asked = _known(question, {each.id: each for each in table.inputs}, "spørgsmål")
    choices = [answer.id for answer in asked.answers]
    for answer in answers:
        _known(answer, choices, "svar")
    when = {name: values for name, values in _rule(table, rule).when.items() if name != question}
    if 0 < len(set(answers)) < len(choices):
        when[question] = tuple(choice for choice in choices if choice in answers)
    return _changed(table, rule, when={each.id: when[each.id] for each in table.inputs if each.id in when})


def set_then(table: Table, rule: str, outcome: str) -> Table:
    """The rule gives this outcome."""
    _known(outcome, table.outcomes, "udfald")
    return _changed(table, rule, then=outcome)


def set_text(table: Table, rule: str, reason: str) -> Table:
    """The rule's reason in Danish; the English one is the same words until somebody translates it."""
    return _changed(table, rule, reason=_text(reason, "begrundelsen"))


def set_out_of_order(table: Table, rule: str, why: str) -> Table:
    """Why the rule may break the order of a question; with nothing said it may not."""
    return _changed(table, rule, out_of_order=_text(why, "forklaringen") if why.strip() else None)


def set_kind(table: Table, rule: str, kind: str) -> Table:
    """The rule's kind; only an antagelse may stand without a source."""
    _known(kind, ("kilde", "fortolkning", "antagelse"), "slags")
    if kind != "antagelse" and not _rule(table, rule).source:
        raise VisitationError(f"{rule}: slagsen {kind} kræver en kilde; tilføj kilden først, eller lad den være en antagelse")
    return _changed(table, rule, kind=kind)


def set_dates(table: Table, rule: str, begin: str, end: str) -> Table:
    """The period in which the rule is in force, as ISO dates; no beginning means the table's own period, no end an open one."""
    if end and not begin:
        raise VisitationError(f"{rule}: en slutdato kræver en startdato")
    if end and end < begin:
        raise VisitationError(f"{rule}: slutdatoen skal ligge på eller efter startdatoen")
    try:
        valid = Validity.read({"from": begin} | ({"to": end} if end else {})) if begin else None
    except ValueError:
        raise VisitationError(f"{rule}: en dato skrives som 2021-03-09") from None
    return _changed(table, rule, valid=valid)


def add_source(table: Table, rule: str, document: str, section: str, anchor: str) -> Table:
    """The rule cites one passage more: document number, the document's own heading, and a few words that stand there."""
    if not section.strip() or not 1 <= len(anchor.split()) <= 8:
        raise VisitationError(f"{rule}: en kilde skal have et afsnit og 1-8 ord, som står ordret i dokumentet")
    source = Source(document=document, section=section.strip(), anchor=" ".join(anchor.split()))
    return _changed(table, rule, source=(*_rule(table, rule).source, source))


def remove_source(table: Table, rule: str, number: int) -> Table:
    """The rule without its source of that number (from 0); the last one of a rule that is no antagelse stays."""
    here = _rule(table, rule)
    left = tuple(source for i, source in enumerate(here.source) if i != number)
    if here.kind != "antagelse" and not left:
        raise VisitationError(f"{rule}: den sidste kilde kan kun fjernes, når slagsen er antagelse")
    return _changed(table, rule, source=left)


def add_rule(table: Table, after: str | None, taken: Collection[str], reason: str, heading: str) -> Table:
    """A new rule after another one, or last: it covers one combination that has no rule; without such a gap it asks what the
    rule before it asks. Its id is one that is not `taken`; it is an antagelse without source."""
    before = _rule(table, after) if after else (table.rules[-1] if table.rules else None)
    gap = next((found for day in periods(table) if (found := prove(build(table, day)).gap_example)), None)
    when = {q: (answer,) for q, answer in gap.items()} if gap else before.when
    new = Rule(
        id=_free_id(table, taken),
        when=when,
        then=before.then if before else next(iter(table.outcomes)),
        kind="antagelse",
        source=(),
        reason=_text(reason, "begrundelsen"),
    )
    if before is None:
        return _with(table, [Section(label=_text(heading, "overskriften"), rules=(new,))])
    at, sections = _place(table, before.id)[1] + 1, _lists(table)
    sections[_place(table, before.id)[0]].insert(at, new)
    return _rearranged(table, sections)


def delete_rule(table: Table, rule: str) -> Table:
    """The table without that rule."""
    _rule(table, rule)
    return _rearranged(table, [[each for each in section.rules if each.id != rule] for section in table.sections])


def move_rule(table: Table, rule: str, way: str) -> Table:
    """The rule one place "up" or "down", at the edge of a section into the next one; at the edge of the table it stays."""
    _known(way, ("up", "down"), "retning")
    section, place = _place(table, rule)
    lists, step = _lists(table), -1 if way == "up" else 1
    mine = lists[section]
    moved = mine.pop(place)
    if 0 <= place + step <= len(mine):
        mine.insert(place + step, moved)
    elif 0 <= section + step < len(lists):
        lists[section + step].insert(0 if step > 0 else len(lists[section + step]), moved)
    else:
        return table
    return _rearranged(table, lists)


def add_section(table: Table, rule: str, label: str) -> Table:
    """A new section under its own heading, just after the section of a rule; that rule moves into it."""
    section, place = _place(table, rule)
    left = _lists(table)
    moved = left[section].pop(place)
    sections = [each.replace(rules=tuple(rules)) for each, rules in zip(table.sections, left, strict=True)]
    sections.insert(section + 1, Section(label=_text(label, "overskriften"), rules=(moved,)))
    return _with(table, [each for each in sections if each.rules])


def name_section(table: Table, rule: str, label: str) -> Table:
    """Another heading for the section in which a rule stands."""
    here = _place(table, rule)[0]
    label_ = _text(label, "overskriften")
    return _with(table, [s.replace(label=label_) if i == here else s for i, s in enumerate(table.sections)])


def changed_parts(saved: Rule, now: Rule) -> set[str]:
    """Which parts of a rule differ: names of its fields, "when.QUESTION" for the answers to one."""
    questions = {f"when.{q}" for q in saved.when.keys() | now.when.keys() if set(saved.when.get(q, ())) != set(now.when.get(q, ()))}
    return questions | {name for name in PARTS if getattr(saved, name) != getattr(now, name)}


def _rule(table: Table, rule: str) -> Rule:
    return _known(rule, {each.id: each for each in table.rules}, "regel")


def _known(value: str, choices: Iterable[str], what: str):
    """What stands under that name in a mapping, the value itself in a list; VisitationError names what there is."""
    if value not in choices:
        raise VisitationError(f"ukendt {what} '{value}'; tilladt er {allowed(choices)}")
    return choices[value] if isinstance(choices, dict) else value


def _text(words: str, what: str) -> Text:
    if not words.strip():
        raise VisitationError(f"{what} må ikke være tom")
    return Text(da=words.strip(), en=words.strip())


def _place(table: Table, rule: str) -> tuple[int, int]:
    _rule(table, rule)
    return next((i, j) for i, section in enumerate(table.sections) for j, each in enumerate(section.rules) if each.id == rule)


def _lists(table: Table) -> list[list[Rule]]:
    return [list(section.rules) for section in table.sections]


def _changed(table: Table, rule: str, **what) -> Table:
    _rule(table, rule)
    return _rearranged(table, [[each.replace(**what) if each.id == rule else each for each in s.rules] for s in table.sections])


def _rearranged(table: Table, rules: list[list[Rule]]) -> Table:
    """The same sections with these rules; one without rules is taken away."""
    pairs = zip(table.sections, rules, strict=True)
    return _with(table, [section.replace(rules=tuple(each)) for section, each in pairs if each])


def _with(table: Table, sections: list[Section]) -> Table:
    return table.replace(sections=tuple(sections))


def _free_id(table: Table, taken: Collection[str]) -> str:
    numbers = [int(found[1]) for name in {*taken, *(rule.id for rule in table.rules)} if (found := re.search(r"(\d+)$", name))]
    return f"{table.id}.{max(numbers, default=0) + 1:02d}"
