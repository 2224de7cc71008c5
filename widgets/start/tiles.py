"""The doorway's tiles: every dashboard with one number that says why to go there, and the day it holds for."""

from collections.abc import Callable
from dataclasses import dataclass

from visitation.agreement import vignettes
from visitation.guideposts.read import read_guideposts
from visitation.overlap.citizen import FIRST
from visitation.overlap.review import read_review
from widgets.header import dashboards
from widgets.start.state import StartState
from widgets.text import count, full_date, translator


@dataclass(frozen=True)
class Why:
    """A number with its unit, None where the municipality has none; when it holds; and what one goes there for."""

    number: int | None
    unit: str
    when: str
    about: str


def tiles(state: StartState) -> list[dict]:
    """One tile for every dashboard but the doorway itself, in the order of the working week."""
    session = state.session
    return [
        {
            "title": dashboards(session.lang)[name],
            "href": session.link(name),
            "number": "–" if why.number is None else count(why.number, session.lang),
            "unit": why.unit,
            "date": why.when,
            "about": why.about,
        }
        for name, why in ((name, tile(state)) for name, tile in TILES.items())
    ]


def _today(state: StartState) -> str:
    return full_date(state.session.today, state.session.lang)


def _meeting(state: StartState) -> Why:
    _ = translator(state.session.lang)
    waiting = sum(not item.done for item in state.agenda)
    return Why(waiting, _("på dagsordenen"), _today(state), _("Gå sagerne igennem, fra borgerens egne ord til en besluttet sag."))


def _deadlines(state: StartState) -> Why:
    _ = translator(state.session.lang)
    soon = _("%(n)d i dag eller inden for en uge") % {"n": state.owed["due"] + state.owed["soon"]}
    about = _("Hold det, borgeren er lovet: alle forløb, deres datoer og det næste skridt.")
    return Why(state.owed["broken"], _("frister er overskredet"), soon, about)


def _ladder(state: StartState) -> Why:
    _ = translator(state.session.lang)
    about = _("Se trinene, deres lov og tilbud, hvor mange der står på hvert, og hvordan de flytter sig.")
    return Why(sum(state.standing.on_step.values()), _("på trappen"), _today(state), about)


def _forecast(state: StartState) -> Why:
    _ = translator(state.session.lang)
    about = _("Se, hvor mange der vil vente, være i gang og koste, og hvor sikkert det er.")
    return Why(state.courses["running"], _("forløb i gang"), _today(state), about)


def _outcomes(state: StartState) -> Why:
    _ = translator(state.session.lang)
    about = _("Se, hvordan det er gået borgerne siden, og hvor sikkert tallene siger det.")
    return Why(state.courses["ended"], _("afsluttede forløb"), _today(state), about)


def _economy(state: StartState) -> Why:
    """What a course costs, where the model knows it, and since when."""
    _, session = translator(state.session.lang), state.session
    about = _("Se budgetter, priser og investeringscasen linje for linje, med deres forbehold.")
    price = session.model.prices.of("forloeb", session.today)
    if price is None:
        return Why(None, _("ingen pris i modellen"), _today(state), about)
    return Why(price.kr, _("kr. pr. forløb"), _("gælder fra %(day)s") % {"day": full_date(price.valid.from_, session.lang)}, about)


def _overlap(state: StartState) -> Why:
    _, session = translator(state.session.lang), state.session
    about = _("Gennemgå de borgere, to centre har til fælles, én ad gangen.")
    progress = read_review(session.register, session.model.head.id).progress(FIRST)
    if not progress.total:
        return Why(None, _("ingen liste at gennemgå"), _today(state), about)
    return Why(progress.left, _("mangler gennemgang"), _("%(n)s er gennemgået") % {"n": count(progress.done, session.lang)}, about)


def _guideposts(state: StartState) -> Why:
    _ = translator(state.session.lang)
    points = len(read_guideposts(state.session.model).points)
    about = _("Se, hvad udvalget har sat sig for, hvad der kan måles, og hvad der er gjort.")
    return Why(points or None, _("fokuspunkter") if points else _("ingen pejlemærker i modellen"), _today(state), about)


def _rules(state: StartState) -> Why:
    _, session = translator(state.session.lang), state.session
    since = _("gælder fra %(day)s") % {"day": full_date(session.model.head.valid.from_, session.lang)}
    about = _("Læs reglerne med kilder, ret en kopi, og se med det samme, om den holder.")
    return Why(sum(len(table.rules) for table in session.model.tables.values()), _("regler i modellen"), since, about)


def _exercise(state: StartState) -> Why:
    _ = translator(state.session.lang)
    about = _("Øv jer sammen på opdigtede sager, og find de spørgsmål, I læser forskelligt.")
    return Why(len(vignettes(state.session.model)), _("opdigtede sager"), _("gemmes ikke"), about)


TILES: dict[str, Callable[[StartState], Why]] = {
    "moede": _meeting,
    "frister": _deadlines,
    "trappen": _ladder,
    "prognose": _forecast,
    "udvikling": _outcomes,
    "oekonomi": _economy,
    "faellesmaengden": _overlap,
    "pejlemaerker": _guideposts,
    "regler": _rules,
    "oevelse": _exercise,
}
