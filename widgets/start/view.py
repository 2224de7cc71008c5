"""The doorway as plain data for the screen."""

from collections import Counter

from visitation.register.imports.quality import quality, quality_lines
from widgets.header import header, municipalities
from widgets.start.state import StartState
from widgets.start.tiles import tiles
from widgets.text import count, translator

MOST_ERRORS = 20
GROUPS = {"kontakt_tilbage": "tilbage", "ingen_kontakt": "tilbage", "beskrivelser": "forloeb", "udloeb": "forloeb"}


def view(state: StartState) -> dict:
    """Everything the screen shows."""
    _, session = translator(state.session.lang), state.session
    return {
        "lang": session.lang,
        "texts": _texts(session.lang),
        "header": header(session, "start", _("Visitationsbordet")),
        "sentence": _attention(state),
        "tiles": tiles(state),
        "municipalities": municipalities(session, "start"),
        "about": _about(state),
        "result": _result(state),
    }


def _attention(state: StartState) -> str:
    """One sentence: what the meeting of today has before it."""
    _ = translator(state.session.lang)
    open_items = Counter(GROUPS.get(item.section, item.section) for item in state.agenda if not item.done)
    parts = [
        (open_items["overskredet"], _("1 sag om en overskredet frist"), _("%(n)d sager om overskredne frister")),
        (open_items["nye"], _("1 ny henvendelse"), _("%(n)d nye henvendelser")),
        (open_items["venter"], _("1 der venter fra tidligere"), _("%(n)d der venter fra tidligere")),
        (open_items["tilbage"], _("1 der er tilbage på mødet"), _("%(n)d der er tilbage på mødet")),
        (open_items["forloeb"], _("1 forløb, der skal videre"), _("%(n)d forløb, der skal videre")),
        (open_items["opfoelgning"], _("1 opfølgning"), _("%(n)d opfølgninger")),
        (open_items["parkeret"], _("1 parkeret"), _("%(n)d parkerede")),
    ]
    said = [one if number == 1 else many % {"n": number} for number, one, many in parts if number]
    if not state.standing.known:
        return _("Registret har ingen sager fra kommunen. Indlæs henvendelser for at begynde.")
    if not said:
        return _("Intet venter på mødet i dag.")
    minutes = round(sum(item.minutes for item in state.agenda if not item.done))
    listed = _(" og ").join(part for part in (", ".join(said[:-1]), said[-1]) if part)
    return _("I dag: %(items)s. Det tager ca. %(minutes)d minutter.") % {"items": listed, "minutes": minutes}


def _about(state: StartState) -> list[dict]:
    _, session = translator(state.session.lang), state.session
    head, rules = session.model.head, sum(len(table.rules) for table in session.model.tables.values())
    tables = _("%(rules)d regler i %(tables)d tabeller") % {"rules": rules, "tables": len(session.model.tables)}
    return [
        {"label": _("Model"), "value": f"{head.label.in_(session.lang)} {head.version} · {tables}"},
        {"label": _("Modellens fingeraftryk"), "value": session.model.sha256[:12]},
        {"label": _("Register"), "value": session.register.where.rsplit("/", 1)[-1]},
        {"label": _("Sager"), "value": count(state.standing.known, session.lang)},
    ]


def _result(state: StartState) -> dict | None:
    _, result = translator(state.session.lang), state.result
    nothing = {"errors": [], "more": None, "quality": []}
    if state.error:
        return nothing | {"tone": "error", "title": state.error}
    if result is None:
        return None
    told = quality_lines(quality(result))
    if result.errors:
        title = _("Intet er indlæst: %(wrong)d af %(rows)d rækker skal rettes.") % {"wrong": result.rejected, "rows": result.rows}
        rows = [{"row": e.row, "column": e.column, "message": e.message} for e in result.errors[:MOST_ERRORS]]
        left = result.refused.total() - len(rows)
        more = _("+ %(count)d flere") % {"count": left} if left else None
        return {"tone": "error", "title": title, "errors": rows, "more": more, "quality": told}
    names = {"profile": result.profile.name, "new": result.rows - result.known, "known": result.known}
    title = _("Indlæst (%(profile)s). Nye: %(new)d. Kendte i forvejen: %(known)d.") % names
    return nothing | {"tone": "ok", "title": title, "quality": told}


def _texts(lang: str) -> dict:
    _ = translator(lang)
    return {
        "links": _("Sider"),
        "import": _("Indlæs et udtræk"),
        "import_help": _("Henvendelser, ydelser, kontakter m.m. som CSV eller Excel. Alt eller intet: er der fejl, ændres registret ikke."),
        "quality": _("Filens kvalitet"),
        "choose_file": _("Vælg fil …"),
        "reading": _("Læser …"),
        "too_big": _("Filen er for stor; tilladt er højst 9 MB. Brug visitation import til større filer."),
        "municipality": _("Kommune"),
        "row": _("Række"),
        "column": _("Kolonne"),
        "message": _("Hvad er galt"),
        "about": _("Åbent nu"),
    }
