"""A page for each municipality: everything its model says, with where it stands."""

from collections.abc import Iterable

from tools.docs.parts import both, code, danish, escaped, sources, table
from visitation.model import Model, Rule, Table, load, shipped
from visitation.model.schema import Length
from visitation.pathway import contact_protocol, pathways

UNITS = ("days", "weeks", "months", "calls", "workdays")
ALWAYS = "always"


def pages() -> dict[str, str]:
    """The page of every model that comes with the product, by its name."""
    return {name: page(load(name)) for name in shipped()}


def page(model: Model) -> str:
    """What a model says."""
    head = model.head
    since = f"version {head.version}, in force from {head.valid.from_}" + (f" to {head.valid.to}" if head.valid.to else "")
    lead = (
        f"# {head.label.en}\n\nThe model of {head.label.en}, {since}; the weekly meeting walks table {head.meeting.table}. "
        "Made from its files. *kilde*: a document says it; *fortolkning*: we read it so; *antagelse*: the documents are silent. "
        "It supports a meeting and decides nothing; the municipality's jurists approve it before it is used.\n\n"
    )
    named = [(code(number), danish(one.title), danish(one.publisher), one.date) for number, one in head.documents.items()]
    parts = [
        lead,
        "## Documents\n\n" + table(("number", "title", "publisher", "date"), named),
        _ladder(model),
        *(_table(one) for one in model.tables.values()),
        _promises(model),
        _guards(model),
        _pathways(model),
        _published(model),
        _contradictions(model),
    ]
    return "\n".join(part for part in parts if part)


def length(one: Length | None) -> str:
    """A length in words."""
    if one is None:
        return "not said"
    unit = next(name for name in UNITS if getattr(one, name) is not None)
    number = getattr(one, unit)
    span = f"{number}-{one.to}" if one.to else str(number)
    return f"{'about ' if one.approximate else ''}{span} {unit if span != '1' else unit.removesuffix('s')}"


def _ladder(model: Model) -> str:
    rows = [
        (code(s.id), both(s.label), ", ".join(s.law), s.duty, s.appeal, both(s.decided_by), s.kind, sources(s.source))
        for s in model.ladder.steps
    ]
    head = ("step", "name", "law", "duty", "appeal", "decided by", "kind", "stands in")
    return "## The ladder\n\nLowest step first.\n\n" + table(head, rows)


def _table(one: Table) -> str:
    asked = [(code(q.id), both(q.label), [f"{code(a.id)} {danish(a.label.da)}" for a in q.answers]) for q in one.inputs]
    outcomes = [(code(name), both(outcome.label), code(outcome.step) if outcome.step else "") for name, outcome in one.outcomes.items()]
    rules = [_rule(rule, section.label.en) for section in one.sections for rule in section.rules]
    return (
        f"## Table {one.id}: {one.label.en}\n\n{danish(one.label.da)}. The first rule that holds gives the outcome.\n\n"
        f"### {one.id}: questions\n\n{table(('question', 'as asked', 'answers'), asked)}\n"
        f"### {one.id}: outcomes\n\n{table(('outcome', 'name', 'step'), outcomes)}\n"
        f"### {one.id}: rules\n\n{table(('rule', 'when', 'then', 'because', 'kind', 'stands in'), rules)}"
    )


def _rule(rule: Rule, section: str) -> tuple:
    when = [f"{code(question)}: {', '.join(answers)}" for question, answers in rule.when.items()] or [ALWAYS]
    return [code(rule.id), escaped(section)], when, code(rule.then), both(rule.reason), rule.kind, sources(rule.source)


def _promises(model: Model) -> str:
    rows = [
        (code(t.id), both(t.label), length(t.length), both(t.anchor.label) if t.anchor else "", t.owner, t.kind, sources(t.source))
        for t in model.timers.timers
    ]
    return "## Promised dates\n\n" + table(("timer", "what", "how long", "counted from", "owner", "kind", "stands in"), rows)


def _guards(model: Model) -> str:
    rows = [(code(g.id), both(g.label), both(g.text), g.blocks, g.kind, sources(g.source)) for g in model.guards.guards]
    said = "A guard is a warning that blocks an action and never changes a recommendation.\n\n"
    return "## Guards\n\n" + said + table(("guard", "name", "says", "blocks", "kind", "stands in"), rows)


def _pathways(model: Model) -> str:
    parts = []
    for pathway in pathways(model).values():
        states = [(code(s.id), both(s.label), s.owner, "ends" if s.final else length(s.review) if s.review else "") for s in pathway.states]
        events = [(code(e.id), both(e.label), _joined(e.from_), code(e.to) if e.to else "stays", e.kind) for e in pathway.events]
        parts.append(
            f"### {pathway.label.en} ({pathway.id})\n\nBegun by {_joined(pathway.begun_by)}.\n\n"
            + table(("state", "name", "owner", "looked at again"), states)
            + "\n"
            + table(("event", "name", "from", "to", "kind"), events)
        )
    return "## Courses\n\n" + "\n".join([*parts, _contact(model)]) if parts else ""


def _contact(model: Model) -> str:
    protocol = contact_protocol(model)
    if protocol is None:
        return ""
    ways = [(code(way.channel), both(way.label), way.times, length(way.length), way.owner) for way in protocol.ways]
    return "### How contact is sought\n\n" + table(("channel", "name", "times", "how soon", "owner"), ways)


def _published(model: Model) -> str:
    deadlines = [(code(d.id), both(d.label), length(d.length), str(d.valid.from_), d.kind) for d in model.deadlines.deadlines]
    prices = [(code(p.id), both(p.label), f"{p.kr} kr. per {p.per}", str(p.valid.from_), p.kind) for p in model.prices.prices]
    both_of = table(("id", "what", "how long or how much", "from", "kind"), deadlines + prices)
    return f"## Processing deadlines and prices\n\n{both_of}" if deadlines or prices else ""


def _contradictions(model: Model) -> str:
    rows = [(code(c.id), both(c.found), c.handled, both(c.text), _joined(c.where)) for c in model.contradictions.contradictions]
    head = ("id", "what was found", "handled as", "what we chose", "shows in")
    return f"## Where the documents disagree or are silent\n\n{table(head, rows)}" if rows else ""


def _joined(names: Iterable[str]) -> str:
    return ", ".join(map(code, names))
