"""Why, in words: the rule, the answers that suffice, the lower steps, what would change it, and what the source is silent on."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from visitation.language import translator
from visitation.model import Input, Model, Source
from visitation.screening.evaluate import Screening, fewest_kept, varies


@dataclass(frozen=True)
class Explanation:
    """The five parts. While the outcome is open: `title` and `reason` say what is missing, and the rest is empty."""

    title: str
    reason: str
    kind: str | None
    source: str
    sufficient: str
    lower: tuple[str, ...]
    changes: tuple[str, ...]

    def in_words(self, lang: str = "da") -> str:
        """All parts, one a line."""
        _ = translator(lang)
        lower = f"{_('Lavere trin holdes ude af')}: {'; '.join(self.lower)}." if self.lower else ""
        changes = f"{_('Hvad ville ændre det?')} {'; '.join(self.changes)}." if self.changes else ""
        return "\n".join(line for line in (self.title, self.reason, self.source, self.sufficient, lower, changes) if line)


def explain(model: Model, case: Screening, lang: str = "da") -> Explanation:
    """The explanation of a screening in `lang`."""
    if case.outcome is None:
        return Explanation(*_open(case, lang), None, "", "", (), ())
    kinds = sorted({rule.kind for rule in case.rules})
    reasons = dict.fromkeys(rule.reason.in_(lang) for rule in case.rules)
    sources = source_text(model, [source for rule in case.rules for source in rule.source])
    return Explanation(
        title=label(case, case.outcome, lang),
        reason=" ".join(reasons),
        kind=kinds[0] if len(kinds) == 1 else "antagelse" if "antagelse" in kinds else "fortolkning",
        source=sources or translator(lang)("Kilden er tavs"),
        sufficient=_sufficient(case, lang),
        lower=tuple(_lower(model, case, lang)),
        changes=tuple(_changes(case, lang)),
    )


def label(case: Screening, outcome: str, lang: str) -> str:
    """The outcome's name on the screen."""
    return case.cube.table.outcomes[outcome].label.in_(lang)


def source_text(model: Model, sources: Iterable[Source]) -> str:
    """Documents and sections, as a reader would look them up; a document is named once."""
    sections: dict[str, dict[str, None]] = {}
    for source in sources:
        sections.setdefault(source.document, {})[source.section] = None
    return "; ".join(f"{model.head.documents[document].short}: {', '.join(names)}" for document, names in sections.items())


def said(question: Input, answer: str, lang: str) -> str:
    """A question with its answer inside a sentence: "behovet (lille)"."""
    return f"{question.short.in_(lang)} ({_answer(question, answer, lang)})"


def _answer(question: Input, answer: str, lang: str) -> str:
    return next(choice.label.in_(lang) for choice in question.answers if choice.id == answer)


def _either(words: Iterable[str], lang: str) -> str:
    *before, last = words
    return translator(lang)(" eller ").join([", ".join(before), last] if before else [last])


def _said_all(case: Screening, answers: dict[str, str], lang: str) -> str:
    return ", ".join(said(case.cube.table.input(question), answer, lang) for question, answer in answers.items())


def _open(case: Screening, lang: str) -> tuple[str, str]:
    """What is still missing, and when one question is left, what each of its answers gives."""
    _ = translator(lang)
    missing = [case.cube.table.input(question) for question in case.relevant]
    if len(missing) > 1:
        first = case.cube.table.input(case.clarifying)
        others = ", ".join(q.short.in_(lang) for q in missing if q is not first)
        return _("%(question)s afklarer mest.") % {"question": capital(first.short.in_(lang))}, _("Mangler også: %(questions)s.") % {
            "questions": others
        }
    question = missing[0]
    axis = case.cube.questions.index(question.id)
    results: dict[str, list[str]] = {}
    for code, answer in enumerate(question.answers):
        then = Screening(case.cube, (*case.codes[:axis], code, *case.codes[axis + 1 :]))
        results.setdefault(then.outcome, []).append(answer.label.in_(lang))
    given = [f"{capital(_either(answers, lang))} → {label(case, outcome, lang)}." for outcome, answers in results.items()]
    return _("%(question)s afgør det.") % {"question": capital(question.short.in_(lang))}, " ".join(given)


def capital(words: str) -> str:
    """The words with a capital first letter, the rest untouched."""
    return words[:1].upper() + words[1:]


def _sufficient(case: Screening, lang: str) -> str:
    _ = translator(lang)
    if not case.sufficient:
        return _("Gælder uanset svarene.")
    if len(case.sufficient) == len(case.answered):
        return _("Alle svarene skal til.")
    return _("Afgøres alene af %(answers)s.") % {"answers": _said_all(case, case.sufficient, lang)}


def _changes(case: Screening, lang: str):
    """One sentence per other outcome: the single answers that would lead to it."""
    by_outcome: dict[str, dict[str, list[str]]] = {}
    for change in case.changes:
        question = case.cube.table.input(change.question)
        by_outcome.setdefault(change.outcome, {}).setdefault(question.short.in_(lang), []).append(_answer(question, change.answer, lang))
    for outcome, questions in by_outcome.items():
        answers = [f"{question} ({_either(values, lang)})" for question, values in questions.items()]
        yield f"{capital(_either(answers, lang))} → {label(case, outcome, lang)}"


def _lower(model: Model, case: Screening, lang: str):
    """Per lower step of the ladder the answers that kept it out."""
    outcomes = case.cube.table.outcomes
    height = {step: i for i, step in enumerate(model.steps)}
    here = outcomes[case.outcome].step
    if here is None:
        return
    for name in reversed([o for o in outcomes if outcomes[o].step and height[outcomes[o].step] < height[here]]):
        if kept_out := _kept_out(case, name, lang):
            yield f"{label(case, name, lang)}: {kept_out}"


def _kept_out(case: Screening, outcome: str, lang: str) -> str:
    """The answers given that would have to be otherwise for this outcome to be possible: any one of them, or the fewest together."""
    sets = np.flatnonzero(case.reachable[case.cube.outcomes.index(outcome)])
    if not len(sets):
        return ""
    sizes = np.bitwise_count(sets)
    fewest = [_said_all(case, case.pick(int(found)), lang) for found in sets[sizes == sizes.min()]]
    return _either(fewest, lang) if sizes.min() == 1 else fewest[0]


def moot(case: Screening, lang: str = "da") -> dict[str, str]:
    """For every open question that cannot change the outcome: a sentence that names the answers which make it so."""
    return {q: _moot(case, q, lang) for q in case.open if q not in case.relevant}


def _moot(case: Screening, question: str, lang: str) -> str:
    _ = translator(lang)
    axis = case.cube.questions.index(question)
    matters = np.zeros(1 << len(case.answered), bool)
    varying = varies(case.cube.outcome, axis)
    matters[np.broadcast_to(case.differing, varying.shape)[varying]] = True
    because = case.pick(fewest_kept(matters, len(case.answered)))
    if not because:
        return _("Ændrer ikke noget her.")
    return _("Ændrer ikke noget her: %(answers)s.") % {"answers": _said_all(case, because, lang)}
