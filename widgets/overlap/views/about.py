"""What the analysis of 2015 says, what cannot be known, and what is deliberately not done."""

from collections.abc import Iterable
from itertools import groupby

from visitation.overlap.schema import Named
from widgets.overlap.state import OverlapState
from widgets.overlap.views.cited import cited
from widgets.text import translator


def about(state: OverlapState) -> dict:
    """The sections of the part, each with where its lines come from."""
    _, lang, data = translator(state.session.lang), state.session.lang, state.data
    lists = {
        _("Milepæle i dokumentet"): [(one, f"{one.when.in_(lang)}: {one.label.in_(lang)}") for one in data.milestones],
        _("De fem centre"): [(one, f"{one.short}: {one.label.in_(lang)}") for one in data.centres],
        _("Én indgang"): _labelled(data.one_entrance, lang),
        _("Hvis en større gruppe kan løftes"): _labelled(data.capacity, lang),
        _("Indholdet af tilbuddet i AM"): _labelled(data.contents, lang),
        _("Hvad vi ikke kan vide"): _labelled(data.unknown, lang),
    }
    return {
        "sections": [{"title": title, "groups": _groups(state, lines)} for title, lines in lists.items() if lines],
        "not_done": {"title": _("Bevidst ikke gjort"), "lines": _not_done(lang)},
        "not_costed": {"label": _("Det, der ikke er regnet med, står i investeringscasen"), "href": state.session.link("oekonomi")},
    }


def _not_done(lang: str) -> list[str]:
    _ = translator(lang)
    return [
        _("Ingen borger får point eller en plads i en rækkefølge. Kriterier og mærker er lister, som et menneske læser."),
        _("Typernes officielle navne er ikke gættet. Kommunen skriver dem selv under Typer."),
        _("Ingen navne, adresser eller personnumre. Listen har en reference, en aldersgruppe og det, bedømmelsen bygger på."),
        _("Bedømmere er numre, og enighed vises pr. spørgsmål, aldrig pr. bedømmer."),
        _("Varige besparelser er ikke beregnet: dokumentet siger selv, at de ikke kan vurderes."),
    ]


def _labelled(found: Iterable[Named], lang: str) -> list[tuple[Named, str]]:
    return [(one, one.label.in_(lang)) for one in found]


def _groups(state: OverlapState, lines: Iterable[tuple[Named, str]]) -> list[dict]:
    """Lines that follow each other and come from the same place, with the place once."""
    groups = groupby(lines, lambda line: cited(state, line[0]))
    return [{"lines": [text for _, text in found], "cited": place} for place, found in groups]
