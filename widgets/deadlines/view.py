"""The deadlines as plain data for the screen (panel.js draws it); no choosing and no computing of dates here."""

from widgets.deadlines.detail import detail
from widgets.deadlines.lines import STATUSES, counts
from widgets.deadlines.names import owed_label, state_label
from widgets.deadlines.rows import row, weeks
from widgets.deadlines.state import DeadlinesState
from widgets.deadlines.texts import stands, texts
from widgets.header import header, municipalities
from widgets.text import count, short_date, translator


def frame(state: DeadlinesState) -> dict:
    """What never changes while the page is open."""
    _, lang, session = translator(state.session.lang), state.session.lang, state.session
    return {
        "lang": lang,
        "texts": texts(lang),
        "header": header(session, "frister", _("Forløb og frister")),
        "municipalities": municipalities(session, "frister"),
        "legend": [{"stands": name, "label": label} for name, label in stands(lang).items()],
    }


def view(state: DeadlinesState) -> dict:
    """What is shown at the moment."""
    lang, chosen = state.session.lang, state.chosen
    shown, found = chosen[: state.most], counts(state.lines, state.filters)
    return {
        "sentence": _sentence(state),
        "counts": [_count(state, name, found[name]) for name in STATUSES],
        "selects": _selects(state),
        "find": {"label": translator(lang)("Sag nr."), "value": state.filters.case},
        "can_clear": state.filters != type(state.filters)(),
        "weeks": weeks(state.session, state.offset),
        "rows": [row(state, line) for line in shown],
        **_how_many(lang, len(shown), len(chosen)),
        "none": None if chosen else _none(state),
        "open": detail(state) if state.line else None,
        "message": {"tone": state.message[0], "text": state.message[1]} if state.message else None,
    }


def _sentence(state: DeadlinesState) -> str:
    _, lang = translator(state.session.lang), state.session.lang
    courses = sum(line.course is not None and not line.course.ended for line in state.lines)
    running = _("Forløb i gang: %(n)s.") % {"n": count(courses, lang)}
    broken = [item for line in state.lines for item in line.items if item.status == "broken"]
    if not broken:
        return f"{_('Ingen frister er overskredet.')} {running}"
    oldest = min(broken, key=lambda item: item.due)
    said = _("Overskredne frister: %(n)s, den ældste siden %(day)s (sag %(alias)s).")
    return f"{said % {'n': count(len(broken), lang), 'day': short_date(oldest.due, lang), 'alias': oldest.alias}} {running}"


def _count(state: DeadlinesState, name: str, number: int) -> dict:
    lang = state.session.lang
    return {"id": name, "label": stands(lang)[name], "number": count(number, lang), "pressed": name in state.filters.statuses}


def _selects(state: DeadlinesState) -> list[dict]:
    _, items = translator(state.session.lang), [item for line in state.lines for item in line.items]
    owners = {item.owner: state.session.model.timers.owner(item.owner, state.session.lang) for item in items}
    states = {line.state: state_label(state.session, line.course) for line in state.lines if line.course and line.running}
    timers = {item.timer: owed_label(state.session, item) for item in items}
    selects = (("owner", _("Hvem"), owners), ("state", _("Trin i forløbet"), states), ("timer", _("Frist"), timers))
    return [_select(state, name, label, options) for name, label, options in selects]


def _select(state: DeadlinesState, name: str, label: str, options: dict[str, str]) -> dict:
    every = {"id": "", "label": translator(state.session.lang)("alle")}
    listed = [{"id": key, "label": text} for key, text in sorted(options.items(), key=lambda option: option[1].casefold())]
    return {"id": name, "label": label, "value": getattr(state.filters, name), "options": [every, *listed]}


def _how_many(lang: str, shown: int, found: int) -> dict:
    """How much of the list is shown, and the button for more of it."""
    _ = translator(lang)
    left = found - shown
    return {
        "shown": _("Viser %(shown)s af %(all)s.") % {"shown": count(shown, lang), "all": count(found, lang)},
        "more": _("Vis flere (%(left)s)") % {"left": count(left, lang)} if left else None,
    }


def _none(state: DeadlinesState) -> str:
    """What stands in the place of the list: what to do next in an empty register, else that the filters leave nothing."""
    _ = translator(state.session.lang)
    if not state.lines:
        return _("Der er ingen forløb endnu. De begynder på visitationsmødet eller kommer med et udtræk på forsiden.")
    return _("Intet forløb passer til det valgte.")
