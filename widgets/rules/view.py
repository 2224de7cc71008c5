"""The rules as plain data for the screen."""

from datetime import date

from visitation.screening.difference import Difference, sentences
from widgets.header import header, municipalities
from widgets.rules.grid import grid
from widgets.rules.past import past
from widgets.rules.proofs import since
from widgets.rules.silent import silent
from widgets.rules.state import RulesState
from widgets.rules.texts import texts
from widgets.text import count, full_date, translator

MOST_SENTENCES = 12


def frame(state: RulesState) -> dict:
    """What stays the same whatever is done."""
    session, _, lang = state.session, translator(state.session.lang), state.session.lang
    return {
        "lang": lang,
        "texts": texts(lang),
        "header": header(session, "regler", _("Regler og kontrol")),
        "municipalities": municipalities(session, "regler"),
    }


def view(state: RulesState) -> dict:
    """What the screen shows now."""
    return {
        "sentence": _sentence(state),
        "tables": [_table(state, name) for name in state.model.tables],
        "table": grid(state),
        "editing": state.editing,
        "can_undo": bool(state.history.get(state.shown)),
        "proof": _proof(state),
        "changes": _changes(state),
        "save": state.form,
        "versions": [model.head.version for model in state.versions if model.head.version != state.model.head.version],
        "compared": _compared(state),
        "silent": silent(state.model, state.session.lang),
        "message": _message(state),
    }


def _message(state: RulesState) -> dict | None:
    """What came of the last action; a scenario that was kept comes with the way to its forecast."""
    _, session = translator(state.session.lang), state.session
    if state.kept:
        link = {"label": _("Se prognosen"), "href": session.link("prognose", scenarie=state.kept)}
        return {"tone": "ok", "text": _("Gemt som scenariet »%(name)s«.") % {"name": state.kept}, "link": link}
    if state.message is None:
        return None
    tone, text = state.message
    return {"tone": tone, "text": text} | ({"turn": state.turn} if tone == "error" else {})


def _sentence(state: RulesState) -> str:
    """Which version is read, and whether all of it is proven."""
    _, lang, head = translator(state.session.lang), state.session.lang, state.model.head
    rules = [rule for name in state.model.tables for rule in state.now(name).rules]
    wrong = [name for name in state.model.tables if not state.proof(name).ok]
    said = _("%(place)s %(version)s, gælder fra %(day)s: %(rules)d regler i %(tables)d tabeller, heraf %(assumed)d som antagelse.")
    words = {
        "place": head.label.in_(lang),
        "version": head.version,
        "day": full_date(head.valid.from_, lang),
        "rules": len(rules),
        "tables": len(state.model.tables),
        "assumed": sum(rule.kind == "antagelse" for rule in rules),
    }
    proven = _("%(tables)s er ikke bevist.") % {"tables": ", ".join(wrong)} if wrong else _("Alle tabeller er bevist.")
    return f"{said % words} {proven}"


def _table(state: RulesState, name: str) -> dict:
    _, lang, table = translator(state.session.lang), state.session.lang, state.now(name)
    rules = len(table.rules)
    return {
        "id": name,
        "label": table.label.in_(lang),
        "rules": _("1 regel") if rules == 1 else _("%(n)d regler") % {"n": rules},
        "proven": state.proof(name).ok,
        "changed": name in state.drafts,
        "current": name == state.shown,
    }


def _proof(state: RulesState) -> dict:
    _, lang, proof = translator(state.session.lang), state.session.lang, state.proof(state.shown)
    cells = count(proof.cells, lang)
    proven = _("Bevist: %(n)s kombinationer, ingen huller, ingen modstrid.") % {"n": cells}
    wrong = _("Ikke bevist: %(n)s kombinationer, %(wrong)s fund.") % {"n": cells, "wrong": count(len(proof.wrong), lang)}
    return {
        "ok": proof.ok,
        "line": proven if proof.ok else wrong,
        "findings": [{"tone": found.tone, "text": found.text, "rules": list(found.rules)} for found in proof.findings],
        "gap": any(found.tone == "wrong" and not found.rules for found in proof.findings),
    }


def _changes(state: RulesState) -> dict | None:
    """What the draft of the table on the screen does; None when nothing is changed."""
    if state.shown not in state.drafts:
        return None
    _, changes = translator(state.session.lang), state.changes()
    return {
        "title": _("Ændret i forhold til %(version)s") % {"version": state.model.head.version},
        "rules": _rules_changed(state),
        "boxes": [_boxes(found, day, len(changes) > 1, state.session.lang) for day, found in changes],
        "past": past(state.moved(), state.model, state.model, state.session.lang),
    }


def _boxes(found: Difference, day: date, several: bool, lang: str) -> dict:
    _ = translator(lang)
    words = {"n": count(found.cells_changed, lang), "all": count(found.cells, lang)}
    line = _("%(n)s af %(all)s kombinationer får et andet udfald.") if found.cells_changed else _("Ingen kombination får et andet udfald.")
    return {"line": (f"{since(day, lang)}: " if several else "") + line % words} | _sentences(found, lang)


def _sentences(found: Difference, lang: str) -> dict:
    """The first sentences of a difference, and how many there are beyond them."""
    said = sentences(found, lang)
    more = translator(lang)("+ %(count)d flere") % {"count": len(said) - MOST_SENTENCES} if len(said) > MOST_SENTENCES else None
    return {"sentences": said[:MOST_SENTENCES], "more": more}


def _rules_changed(state: RulesState) -> str:
    """How many rules are new, changed and gone, and whether their order is another."""
    _ = translator(state.session.lang)
    saved, now = ({rule.id: rule for rule in table.rules} for table in (state.saved, state.table))
    both = [name for name in now if name in saved]
    parts = [
        (len(now.keys() - saved.keys()), _("%(n)d ny")),
        (sum(saved[name] != now[name] for name in both), _("%(n)d ændret")),
        (len(saved.keys() - now.keys()), _("%(n)d slettet")),
    ]
    said = [words % {"n": number} for number, words in parts if number]
    moved = both != [name for name in saved if name in now] or [s.label for s in state.saved.sections] != [
        s.label for s in state.table.sections
    ]
    return _("Regler: %(what)s.") % {"what": ", ".join(said + ([_("rækkefølge eller afsnit er ændret")] if moved else []))}


def _compared(state: RulesState) -> dict | None:
    if state.other is None:
        return None
    _, lang = translator(state.session.lang), state.session.lang
    old, new = (f"{model.head.label.in_(lang)} {model.head.version}" for model in state.in_order())
    changed = [found for found in state.compared() if found.cells_changed or found.added or found.removed]
    return {
        "title": _("Fra %(old)s til %(new)s") % {"old": old, "new": new},
        "tables": [_one_compared(found, lang) for found in changed],
        "past": past(state.moved_compared(), *state.in_order(), lang),
        "same": None if changed else _("De to versioner giver samme udfald for alle svar."),
    }


def _one_compared(found: Difference, lang: str) -> dict:
    _ = translator(lang)
    words = {"n": count(found.cells_changed, lang), "all": count(found.cells, lang)}
    title = f"{found.table} {(found.new or found.old).label.in_(lang)}"
    return {
        "title": title,
        "line": _("%(n)s af %(all)s kombinationer får et andet udfald.") % words if found.cells else None,
        **_sentences(found, lang),
    }
