"""What the ratings come to together, as counts: challenges by type, how much comes together, and how many centres a citizen meets."""

from collections.abc import Iterable, Mapping

from visitation.overlap.citizen import FIRST
from visitation.overlap.types import TypeFacts, by_type, departments, in_both
from widgets.charts.figure import column, numbers
from widgets.overlap.names import labels
from widgets.overlap.state import OverlapState
from widgets.text import count, translator


def overview(state: OverlapState) -> dict:
    """The tables of the part; every number is a count of citizens rated the first time."""
    _, lang, found = translator(state.session.lang), state.session.lang, by_type(state.review, state.data)
    progress = state.review.progress(FIRST)
    told = {"done": count(progress.done, lang), "of": count(progress.total, lang)}
    return {
        "said": _("Antal borgere. Det bygger på %(done)s bedømte af %(of)s på listen.") % told,
        "challenges": _each(state, found, "subcategories", _("Udfordringer efter type")),
        "criteria": _each(state, found, "criteria", _("Opfyldte kriterier efter type")),
        "tags": _each(state, found, "tags", _("Mærker efter type")),
        "spread": _spread(state, found),
        "centres": _centres(state),
    }


def _each(state: OverlapState, found: Iterable[TypeFacts], name: str, title: str) -> dict:
    """How many of each type have each of a list; a citizen may have several."""
    _, lang = translator(state.session.lang), state.session.lang
    named, field = getattr(state.data, name), {"subcategories": "each_subcategory", "criteria": "each_criterion", "tags": "each_tag"}[name]
    columns = [column("type", _("Type")), column("n", _("Bedømte"), 0), *(column(one.id, one.label.in_(lang), 0) for one in named)]
    rows = [_type(state, one) | {each.id: getattr(one, field)[each.id] for each in named} for one in found]
    return numbers(f"typer-{name}", title, columns, rows)


def _spread(state: OverlapState, found: Iterable[TypeFacts]) -> dict:
    """How many citizens of each type have none, one, two ... of what makes a case complex."""
    _, found = translator(state.session.lang), list(found)
    parts = {
        "criteria": (_("opfyldte kriterier"), len(state.data.criteria)),
        "subcategories": (_("underkategorier"), len(state.data.subcategories)),
        "centres": (_("centre, der kender borgeren"), len(state.data.centres)),
    }
    return {
        "title": _("Hvor meget der kommer sammen, efter type"),
        "said": _("Fordelinger, ikke point: de siger noget om en type og intet om den enkelte borger."),
        "tables": [_spread_table(state, found, name, label, most) for name, (label, most) in parts.items()],
    }


def _spread_table(state: OverlapState, found: list[TypeFacts], name: str, label: str, most: int) -> dict:
    _ = translator(state.session.lang)
    columns = [column("type", _("Type")), *(column(str(number), str(number), 0) for number in range(most + 1))]
    rows = [_type(state, one) | {str(number): getattr(one, name)[number] for number in range(most + 1)} for one in found]
    return numbers(f"fordeling-{name}", _("Antal %(what)s") % {"what": label}, columns, rows)


def _type(state: OverlapState, one: TypeFacts) -> dict:
    return {"type": state.review.type_name(state.data, one.type, state.session.lang), "n": one.n}


def _centres(state: OverlapState) -> dict:
    """How many centres a citizen meets as it is, and as the analysis would have it (003-16)."""
    _, lang, citizens = translator(state.session.lang), state.session.lang, list(state.review.citizens.values())
    spreads = dict(zip((_("I dag"), _("Med én indgang")), departments(state.data, citizens), strict=True))
    columns = [column("when", ""), *(column(str(centre), str(centre), 0) for centre in range(1, len(state.data.centres) + 1))]
    both = {"n": count(len(in_both(state.data, citizens)), lang), "of": count(len(citizens), lang)}
    centres = " + ".join(labels(state.data.centres, state.data.both, lang, "short"))
    return {
        "table": numbers("centre", _("Antal centre, en borger møder"), columns, [_row(when, spread) for when, spread in spreads.items()]),
        "said": _("%(n)s af %(of)s på listen er kendt i både %(centres)s.") % (both | {"centres": centres}),
        "link": {"href": state.session.link("oekonomi"), "label": _("Se dem i investeringscasen ved siden af dokumentets tal")},
    }


def _row(when: str, spread: Mapping[int, int]) -> dict:
    return {"when": when} | {str(centres): citizens for centres, citizens in spread.items()}
