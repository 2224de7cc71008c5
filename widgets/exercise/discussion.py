"""What the participants talk about afterwards, as plain data: counts and kappa per question, and the steps the answers led to."""

from visitation.agreement import UNCLEAR, Arrival, QuestionAgreement
from visitation.model import Input
from widgets.exercise.state import ExerciseState
from widgets.exercise.texts import agreement_words
from widgets.numbers import number
from widgets.text import translator

DECIMALS = 2  # of kappa
MOST_POSSIBLE = 3  # outcomes still open are named up to here, more are counted


def discussion(state: ExerciseState) -> dict:
    """The answers to the case at hand: the questions to talk about first, and where the answers led."""
    _, lang = translator(state.session.lang), state.session.lang
    found = [(one, one.spreads[state.current]) for one in state.agreement]
    few = _("Kappa kan først beregnes, når mindst to øvelsessager er besvaret.")
    return {
        "title": _("%(count)d har svaret: %(case)s") % {"count": len(state.given), "case": state.vignette.label.in_(lang)},
        "first": [_spread(state, one) for one, spread in found if spread.most < spread.n],
        "agreed": [_spread(state, one) for one, spread in found if 0 < spread.n == spread.most],
        "first_none": _("Alle svarede ens på alle spørgsmål."),
        "few": few if len(state.shown) < 2 else None,
        "ladder": _ladder(state),
        "arrivals": [_arrival(state, arrival) for arrival in state.arrivals],
    }


def _spread(state: ExerciseState, one: QuestionAgreement) -> dict:
    _, lang, spread = translator(state.session.lang), state.session.lang, one.spreads[state.current]
    question, alike = state.table.input(one.question), _("%(most)d af %(n)d svarede ens")
    return {
        "id": question.id,
        "text": question.label.in_(lang),
        "answers": [
            {"text": _answer(question, answer, lang), "count": count, "open": answer == UNCLEAR} for answer, count in spread.counts.items()
        ],
        "alike": _("Ingen svarede ens") if spread.most == 1 else alike % {"most": spread.most, "n": spread.n},
        "kappa": _kappa(state, one),
    }


def _answer(question: Input, answer: str, lang: str) -> str:
    if answer == UNCLEAR:
        return translator(lang)("uafklaret")
    return next(choice.label.in_(lang) for choice in question.answers if choice.id == answer)


def _kappa(state: ExerciseState, one: QuestionAgreement) -> str | None:
    """Kappa over all cases shown, in words and as a number with what it is of; or why there is none."""
    _, lang = translator(state.session.lang), state.session.lang
    if one.undefined == "vignettes":
        return None
    if one.undefined == "one_answer":
        return _("Alle svarede ens i alle sager; så kan kappa ikke beregnes.")
    if one.undefined == "raters":
        return _("Færre end to har svaret i alle sager; så kan kappa ikke beregnes.")
    words = _("næsten alle svar er det samme, så kappa siger lidt") if one.lopsided else agreement_words(one.kappa, lang)
    said = {"cases": len(one.spreads), "words": words, "kappa": number(one.kappa, lang, DECIMALS), "raters": one.raters}
    if one.without_one is None:
        return _("Over %(cases)d sager: %(words)s (kappa %(kappa)s, %(raters)d deltagere)") % said
    low, high = (number(kappa, lang, DECIMALS) for kappa in one.without_one)
    whole = _("Over %(cases)d sager: %(words)s (kappa %(kappa)s, %(raters)d deltagere; %(low)s til %(high)s, når én sag tages ud)")
    return whole % (said | {"low": low, "high": high})


def _ladder(state: ExerciseState) -> dict:
    """The ladder with how many came to each step, and the outcomes beside it that somebody came to."""
    lang, outcomes, n = state.session.lang, state.table.outcomes, len(state.given)
    arrived = {at.possible[0]: at.count for at in state.arrivals if len(at.possible) == 1}
    on_step = {step: sum(count for name, count in arrived.items() if outcomes[name].step == step) for step in state.session.model.steps}
    steps = [_step(step.label.in_(lang), on_step[step.id], n, lang) | {"dashed": step.dashed} for step in state.session.model.ladder.steps]
    beside = [_step(outcomes[name].label.in_(lang), count, n, lang) for name, count in arrived.items() if outcomes[name].step is None]
    return {"steps": steps, "beside": beside}


def _step(label: str, count: int, n: int, lang: str) -> dict:
    _ = translator(lang)
    note = _("%(count)d af %(n)d") % {"count": count, "n": n} if count else ""
    return {"label": label, "note": note, "state": "possible" if count else "out"}


def _arrival(state: ExerciseState, arrival: Arrival) -> dict:
    _, lang, n = translator(state.session.lang), state.session.lang, len(state.given)
    labels = [state.table.outcomes[name].label.in_(lang) for name in arrival.possible]
    if len(labels) == 1:
        return {
            "title": _("%(count)d af %(n)d kom til: %(outcome)s") % {"count": arrival.count, "n": n, "outcome": labels[0]},
            "because": [way for answers, count in arrival.because if (way := _way(state, answers, count, arrival.count))],
        }
    listed = _(" eller ").join((", ".join(labels[:-1]), labels[-1]))
    still = listed if len(labels) <= MOST_POSSIBLE else _("%(count)d udfald") % {"count": len(labels)}
    title = _("%(count)d af %(n)d fik intet entydigt svar") % {"count": arrival.count, "n": n}
    return {"title": title, "because": [_("Stadig muligt: %(outcomes)s") % {"outcomes": still}]}


def _way(state: ExerciseState, answers: dict[str, str], count: int, of: int) -> str:
    """The answers by which some of those who arrived at a place got there; empty when all had said the same."""
    lang = state.session.lang
    questions = [(state.table.input(name), answer) for name, answer in answers.items()]
    said = ", ".join(f"{question.short.in_(lang)} ({_answer(question, answer, lang)})" for question, answer in questions)
    return f"{count} × {said}" if said and count < of else said
