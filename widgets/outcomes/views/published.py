"""The published numbers beside the register's own: startet and gennemført apart, and what is left between them as a rest."""

from visitation.outcomes import beside
from visitation.outcomes.beside import Beside
from visitation.outcomes.cohorts import compared
from visitation.outcomes.published import Published
from visitation.screening.explain import source_text
from widgets.charts import intervals
from widgets.charts.figure import column, drawing, figure, numbers
from widgets.numbers import between, number
from widgets.outcomes.says import DECIMALS, share_cells, share_columns, short, whole
from widgets.outcomes.state import OutcomesState
from widgets.outcomes.views.progress import mixed, progress
from widgets.text import count, full_date, translator
from widgets.words import word

NAME = "offentliggjort"


def published(state: OutcomesState) -> dict:
    """The published numbers, where there are any."""
    _, told = translator(state.session.lang), state.read.published
    years, cohorts = beside.cohorts(told, state.courses)
    whole_, completed = beside.whole(told.completed, state.courses)
    parts = (("started", cohorts), ("completed", (completed,)), ("rest", (beside.rest(whole_, years, completed, cohorts),)))
    return {
        "blocks": [{"id": name, **_heading(state, name), "rows": [_row(state, one, name) for one in rows]} for name, rows in parts],
        "columns": _columns(state),
        "compared": _compared(state, years),
        "contradictions": _contradictions(state, told),
        "chart": _chart(state, parts),
        "scored": progress(state, beside.scored(told, state.courses)),
        "mixes": {"columns": ["", _("Offentliggjort"), _("Registret")], "tables": [mixed(state, one) for one in told.mixes]},
    }


def _columns(state: OutcomesState) -> list[str]:
    _ = translator(state.session.lang)
    return [_("Offentliggjort"), _("Registret, samme dag"), _("Stemmer det?")]


def _heading(state: OutcomesState, name: str) -> dict:
    _ = translator(state.session.lang)
    headings = {"started": _("Startet"), "completed": _("Gennemført"), "rest": _("Resten – ikke en årgang")}
    notes = {"rest": _("Gennemførte fraregnet de startede i årene før: to forskellige hændelser, og de sidste er fulgt kortest.")}
    return {"heading": headings[name], "note": notes.get(name)}


def _row(state: OutcomesState, one: Beside, block: str) -> dict:
    lang, told = state.session.lang, one.told
    return {
        "label": _label(state, one),
        "published": whole(one.published, lang),
        "register": whole(one.register, lang) if one.register else translator(lang)("ingen data"),
        "verdict": _verdict(one, lang),
        "same": one.same,
        "kind": word("kind", told.kind, lang) if told else word("kind", "fortolkning", lang),
        "reason": told.reason.in_(lang) if told else "",
        "source": source_text(state.session.model, told.source) if told else "",
        "rest": block == "rest",
    }


def _label(state: OutcomesState, one: Beside) -> str:
    """What is counted, and until when it was followed."""
    _, lang = translator(state.session.lang), state.session.lang
    if one.told is None:
        return _("Gennemført, ikke startet i de årgange")
    return _("%(what)s, set %(day)s") % {"what": one.told.label.in_(lang), "day": full_date(one.told.seen, lang)}


def _verdict(one: Beside, lang: str) -> str:
    _ = translator(lang)
    agreed = one.told is None or beside.holds(one.told, one.published)
    said = _("procenten følger af tallene") if agreed else _("procenten følger ikke af tallene")
    register = {True: _("registret har de samme"), False: _("registret har andre tal"), None: _("registret ved det ikke")}
    return f"{said}; {register[one.same]}" if one.told else register[one.same]


def _compared(state: OutcomesState, years: list) -> str | None:
    """Whether the first two years differ, with what chance alone may do."""
    _, lang = translator(state.session.lang), state.session.lang
    if len(years) < 2:
        return None
    first, second = years[:2]
    found = compared(first, second)
    low, high = 100 * found.interval.low, 100 * found.interval.high
    told = {"first": first.period.first.year, "second": second.period.first.year, "points": number(100 * found.value, lang, DECIMALS)}
    told |= {"range": between(low, high, lang, DECIMALS), "p": number(found.p, lang, 2)}
    said = _("Forskellen på %(first)s og %(second)s er %(points)s procentpoint (95 %%: %(range)s; p = %(p)s)")
    verdict = _("de to årgange kan ikke skelnes") if low <= 0 <= high else _("de to årgange er forskellige")
    followed = _("og %(second)s er fulgt kortest") % told
    return f"{said % told}: {verdict}, {followed}."


def _contradictions(state: OutcomesState, told: Published) -> list[dict]:
    """What the documents leave open about these numbers."""
    lang = state.session.lang
    named = {name for one in (*told.started, told.completed) for name in one.contradictions}
    found = [one for one in state.session.model.contradictions.contradictions if one.id in named]
    texts = ("label", "found", "text")
    return [{"id": one.id} | {name: getattr(one, name).in_(lang) for name in texts} for one in found]


def _chart(state: OutcomesState, parts: tuple) -> dict:
    """The published shares with their intervals; the rest has its own look."""
    _, lang = translator(state.session.lang), state.session.lang
    looks = {"started": "even", "completed": "late", "rest": "rest"}
    rows = [(_heading(state, name)["heading"].partition(" –")[0], looks[name], one) for name, found in parts for one in found]
    points = [_point(group, look, one, lang) for group, look, one in rows]
    data = intervals.rows({key: [point[key] for point in points] for key in points[0]})
    columns = [column("label", _("Tal")), *share_columns("told", _("offentliggjort"), lang), *share_columns("own", _("registret"), lang)]
    cells = [{"label": _label(state, one)} | share_cells("told", one.published) | share_cells("own", one.register) for _g, _l, one in rows]
    text = "; ".join(f"{_label(state, one)}: {whole(one.published, lang)}" for _g, _l, one in rows)
    title = _("Offentliggjort: andel med støtte")
    drawn = drawing(intervals, lang, unit=_("% med støtte (streg: 95 %)"))
    return figure(numbers(NAME, title, columns, cells), f"{text}.", drawn, data, note=_rests(state, rows))


def _rests(state: OutcomesState, rows: list[tuple[str, str, Beside]]) -> str:
    """How many the published shares are of, and the days on which they were seen."""
    _, lang = translator(state.session.lang), state.session.lang
    days = dict.fromkeys(full_date(one.told.seen, lang) for *_gl, one in rows if one.told)
    n = ", ".join(count(one.published.n, lang) for *_gl, one in rows)
    return _("n = %(n)s, set %(days)s. Kilde: kommunens offentliggjorte tal.") % {"n": n, "days": ", ".join(days)}


def _point(group: str, look: str, one: Beside, lang: str) -> dict:
    ends = (None, None) if one.published.interval is None else (one.published.interval.low, one.published.interval.high)
    year = str(one.told.first.year) if one.told and look == "even" else ""
    text = f"{year} {short(one.published, lang)}".strip()
    return {"group": group, "kind": look, "text": text, "value": one.published.percent, "low": ends[0], "high": ends[1]}
