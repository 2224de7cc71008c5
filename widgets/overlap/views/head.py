"""Where the review stands in one sentence, or why there is none."""

from visitation.overlap.citizen import FIRST
from widgets.overlap.state import OverlapState
from widgets.text import count, translator

MINUTE = 60


def silent(state: OverlapState) -> str | None:
    """That the municipality has no such review, or that no list has been taken in."""
    _, here = translator(state.session.lang), state.session.model.head.label.in_(state.session.lang)
    if not state.data.types:
        return _("%(place)s har ingen gennemgang af en fællesmængde i de dokumenter, modellen bygger på.") % {"place": here}
    if not state.review.citizens:
        return _("Ingen liste er indlæst endnu. Indlæs filen »faellesmaengden« på forsiden; så kan gennemgangen begynde.")
    return None


def sentence(state: OverlapState) -> str:
    """How many of how many this round has rated, and how long the rest will take at the present pace."""
    _, lang, progress = translator(state.session.lang), state.session.lang, state.progress
    if state.rater.round != FIRST and not state.listed:
        return _("Ingen borgere er udtrukket til dig til en blind bedømmelse. De udtrækkes under Enighed.")
    told = {"done": count(progress.done, lang), "of": count(progress.total, lang)}
    said = _("%(done)s af %(of)s borgere er bedømt.") if state.rater.round == FIRST else _("%(done)s af %(of)s er bedømt anden gang.")
    return " ".join(part for part in (said % told, _rest(state, progress.left)) if part)


def _rest(state: OverlapState, left: int) -> str | None:
    _, seconds = translator(state.session.lang), state.pace.seconds
    if seconds is None or not left:
        return None
    minutes = max(1, round(left * seconds / MINUTE))
    told = {"seconds": round(seconds), "time": _hours(minutes, state.session.lang)}
    return _("Med %(seconds)d sekunder pr. borger er der ca. %(time)s tilbage.") % told


def _hours(minutes: int, lang: str) -> str:
    """A length of time: "45 min.", "1 t. 20 min."."""
    _, (hours, rest) = translator(lang), divmod(minutes, MINUTE)
    return _("%(hours)d t. %(minutes)d min.") % {"hours": hours, "minutes": rest} if hours else _("%(minutes)d min.") % {"minutes": rest}
