"""What is known of a case, under the names that templates use."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from visitation.documents.names import NAMES
from visitation.documents.texts import words
from visitation.errors import VisitationError, allowed
from visitation.model import Model, Step
from visitation.model.schema import Length
from visitation.pathway.course import Course
from visitation.register.cases import Case
from visitation.screening import build, screen
from visitation.screening.explain import explain, label, said

Facts = dict[str, Any]  # by the names of NAMES; text, number, date or a tuple of texts
UNITS = {"days": "dage", "workdays": "arbejdsdage", "weeks": "uger", "months": "måneder"}


def facts(
    model: Model, case: Case | None, *, course: Course | None = None, decision: dict | None = None, day: date, lang: str = "da", **more: Any
) -> Facts:
    """What is known, without what is not: a template shows a blank there.

    `case` is None for what concerns no single case. Without `decision` the law is that of the help going on. `more` are
    further names and win over what is found (None: not known); VisitationError names those there are."""
    if unknown := [name for name in more if name not in NAMES]:
        raise VisitationError(f"ukendt oplysning '{unknown[0]}' til et dokument; tilladt er {allowed(NAMES)}")
    known: Facts = {"dag": day, "model": f"{model.head.label.in_(lang)} {model.head.version}", **words(model), **_of_model(model, lang)}
    if case:
        known |= _of_case(case)
    if decision:
        known |= _of_step(model.steps.get(decision["step"])) | _of_decision(model, decision, lang)
    elif case and case.decisions:
        known |= _of_step(_running(model, case))
    if course:
        known |= _of_course(course, lang)
    return known | {name: fact for name, fact in more.items() if fact is not None}


def _of_model(model: Model, lang: str) -> Facts:
    open_steps = [step for step in model.ladder.steps if not step.law and not step.outside and not step.dashed]
    known: Facts = {"aabne_tilbud": tuple(offer.label.in_(lang) for step in open_steps for offer in step.offers)}
    promised = [t.length for t in model.timers.timers if t.length and t.anchor and t.anchor.event == "henvisning" and not t.practice]
    return known | ({"kontakt_inden": _how_long(promised[0])} if promised else {})


def _how_long(length: Length) -> str:
    return next(f"{number} {words}" for unit, words in UNITS.items() if (number := getattr(length, unit)))


def _of_case(case: Case) -> Facts:
    return {
        "sag": case.reference,
        "alias": case.alias,
        "modtaget": case.enquiry.received,
        "soeger": case.enquiry.asks_for,
        "soegt_paragraf": case.enquiry.asks_section,
        "egne_ord": case.enquiry.words,
        "stoette_nu": case.enquiry.support_now,
        "samtykke": case.enquiry.consent,
    }


def _running(model: Model, case: Case) -> Step | None:
    """The step whose help goes on: that of the latest decision with a law, as steps without one grant nothing."""
    steps = (model.steps.get(decision["step"]) for decision in reversed(case.decisions))
    return next((step for step in steps if step and step.law), None)


def _of_step(step: Step | None) -> Facts:
    return {"lov": step.law, "klage": step.appeal} if step else {"lov": (), "klage": ""}


def _of_decision(model: Model, decision: dict, lang: str) -> Facts:
    table = model.table(decision["table"])
    screening = screen(build(table), decision["answers"])
    known = {
        "model": f"{model.head.label.in_(lang)} {decision['version']}",
        "udfald": label(screening, decision["outcome"], lang),
        "svar": tuple(said(table.input(question), answer, lang) for question, answer in screening.answers.items()),
        "uafklarede": tuple(table.input(question).short.in_(lang) for question in screening.open),
        "stadig_mulige": tuple(label(screening, outcome, lang) for outcome in screening.possible),
        "anbefalet": "",
        "afvigelse": decision["deviation"],
        "ikke_lavere": decision["why_not_lower"],
        "tabel": table.id,
        "regel": decision["rule"] or "-",
    }
    if screening.outcome is None:
        return known
    why = explain(model, screening, lang)
    return known | {"anbefalet": why.title, "anbefalet_grund": f"{why.reason} ({why.kind}; {why.source})"}


def _of_course(course: Course, lang: str) -> Facts:
    known: Facts = {
        "forloeb_begyndt": course.marks.get("opstart", course.begun),
        "forsoeg": tuple(f"{one.at:%d-%m-%Y}: {one.channel}" for one in course.tries),
        "opgaver": tuple(f"{task.label.in_(lang)}: {task.owner}, {task.due:%d-%m-%Y}" for task in course.tasks),
    }
    return known | dict(_dates(course))


def _dates(course: Course) -> Iterator[tuple[str, date]]:
    """The date the citizen was last given to answer by, when there is one."""
    given = [one.answer_by for one in course.tries if one.answer_by]
    if given:
        yield "svar_senest", given[-1]
