"""The table on the screen as plain data: sections, rules, cells, and how each differs from the saved version."""

from visitation.model import Input, Rule
from visitation.screening.explain import capital, source_text
from widgets.rules.edits import changed_parts
from widgets.rules.state import RulesState
from widgets.text import full_date, translator
from widgets.words import word

KINDS = ("kilde", "fortolkning", "antagelse")


def grid(state: RulesState) -> dict:
    """The grid: its columns, what may be chosen in them, and its rows."""
    lang, table = state.session.lang, state.table
    saved = {rule.id: rule for rule in state.saved.rules}
    return {
        "id": table.id,
        "label": table.label.in_(lang),
        "questions": [_question(question, lang) for question in table.inputs],
        "outcomes": [{"id": name, "label": outcome.label.in_(lang)} for name, outcome in table.outcomes.items()],
        "kinds": [{"id": kind, "label": word("kind", kind, lang)} for kind in KINDS],
        "documents": [{"id": number, "label": document.short} for number, document in state.model.head.documents.items()],
        "dated": state.editing or any(rule.valid for rule in table.rules),
        "sections": [
            {"label": section.label.in_(lang), "rules": [_rule(state, rule, saved.get(rule.id)) for rule in section.rules]}
            for section in table.sections
        ],
    }


def _question(question: Input, lang: str) -> dict:
    return {
        "id": question.id,
        "label": capital(question.short.in_(lang)),
        "asks": question.label.in_(lang),
        "answers": [{"id": answer.id, "label": answer.label.in_(lang)} for answer in question.answers],
    }


def _rule(state: RulesState, rule: Rule, saved: Rule | None) -> dict:
    lang, table, documents = state.session.lang, state.table, state.model.head.documents
    changed = changed_parts(saved, rule) if saved else set()
    return {
        "id": rule.id,
        "mark": _mark(saved, changed, lang),
        "changed": sorted(changed),
        "cells": [{"answers": list(rule.when.get(q.id, ())), "text": _answers(rule, q, lang)} for q in table.inputs],
        "then": {"id": rule.then, "label": table.outcomes[rule.then].label.in_(lang)},
        "kind": {"id": rule.kind, "label": word("kind", rule.kind, lang)},
        "reason": rule.reason.in_(lang),
        "reason_da": rule.reason.da,
        "order": rule.out_of_order.in_(lang) if rule.out_of_order else None,
        "order_da": rule.out_of_order.da if rule.out_of_order else "",
        "cited": source_text(state.model, rule.source),
        "sources": [{"document": documents[s.document].short, "section": s.section, "anchor": s.anchor} for s in rule.source],
        "valid": _valid(rule, lang),
        "from": rule.valid.from_.isoformat() if rule.valid else "",
        "to": rule.valid.to.isoformat() if rule.valid and rule.valid.to else "",
    }


def _mark(saved: Rule | None, changed: set[str], lang: str) -> str | None:
    _ = translator(lang)
    return _("ny") if saved is None else _("ændret") if changed else None


def _answers(rule: Rule, question: Input, lang: str) -> str | None:
    """The answers the rule asks for; None when any will do."""
    if question.id not in rule.when:
        return None
    return translator(lang)(" eller ").join(answer.label.in_(lang) for answer in question.answers if answer.id in rule.when[question.id])


def _valid(rule: Rule, lang: str) -> str:
    _ = translator(lang)
    if rule.valid is None:
        return _("som tabellen")
    begin = full_date(rule.valid.from_, lang)
    if rule.valid.to is None:
        return _("fra %(day)s") % {"day": begin}
    return f"{begin} – {full_date(rule.valid.to, lang)}"
