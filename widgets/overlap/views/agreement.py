"""How alike two raters see the same citizens: per question, with what chance alone would give, and where they differ."""

from visitation.agreement import TwoRaters, two_raters
from visitation.overlap.citizen import FIRST, SECOND, Answers
from visitation.overlap.second import questions
from widgets.charts.figure import column, numbers
from widgets.numbers import number
from widgets.overlap.names import person
from widgets.overlap.state import OverlapState
from widgets.overlap.views.fields import field
from widgets.text import count, translator

CLEAR = 0.4  # the lower end of an interval from which on no rewording of the question is asked for
LISTS = ("subcategories", "criteria", "tags")


def agreement(state: OverlapState) -> dict:
    """The second rating: how far it is, kappa per question, and the disagreements."""
    _, lang = translator(state.session.lang), state.session.lang
    found = {name: two_raters(pairs) for name, pairs in questions(state.review, state.data).items()}
    progress = state.review.progress(SECOND)
    told = {"done": count(progress.done, lang), "of": count(progress.total, lang)}
    return {
        "said": _("%(done)s af %(of)s udtrukne er bedømt anden gang, uden at den første bedømmelse var synlig.") % told,
        "fields": [
            field(state, "second", _("Udtræk flere til anden bedømmelse"), _("borgere")),
            field(state, "seed", _("Lodtrækningens nummer"), "", _("Samme nummer og samme liste giver de samme borgere.")),
        ],
        "draw": _("Træk lod"),
        "columns": [_("Spørgsmål"), _("Enige"), _("Kappa (95 %)"), _("fra 0 til 1"), _("Det betyder")],
        "rows": [_row(state, name, one) for name, one in found.items()] if progress.done else [],
        "none": _("Kappa kan først beregnes, når nogle borgere er bedømt to gange."),
        "about": _("Kappa er Cohens kappa for to bedømmere: 1 er fuld enighed, 0 er som tilfældige svar med samme fordeling."),
        "table": _table(state, found),
        "differ": _differ(state),
    }


def label(state: OverlapState, name: str) -> str:
    """A question in words: the type, or whether one of a list was chosen."""
    _, (part, _dot, one) = translator(state.session.lang), name.partition(".")
    if not one:
        return _("Borgertype")
    return next(each.label.in_(state.session.lang) for each in getattr(state.data, part) if each.id == one)


def _row(state: OverlapState, name: str, one: TwoRaters) -> dict:
    _, lang = translator(state.session.lang), state.session.lang
    return {
        "question": label(state, name),
        "alike": _("%(count)d af %(n)d") % {"count": one.alike, "n": one.n},
        "kappa": _kappa(one, lang),
        "bar": _bar(one),
        "means": _means(one, lang),
    }


def _bar(one: TwoRaters) -> dict | None:
    """Kappa and its interval on a line from 0 to 1, in per cent of it; what lies below 0 is drawn at 0."""
    if one.kappa is None:
        return None
    at, low, high = (max(0.0, 100 * (one.kappa if end is None else end)) for end in (one.kappa, one.low, one.high))
    return {"at": round(at, 1), "left": round(low, 1), "width": round(high - low, 1)}


def _kappa(one: TwoRaters, lang: str) -> str:
    if one.kappa is None:
        return "–"
    said = number(one.kappa, lang, 2)
    return said if one.low is None else f"{said} ({number(one.low, lang, 2)} – {number(one.high, lang, 2)})"


def _means(one: TwoRaters, lang: str) -> str:
    """The kappa as a sentence, or why there is none."""
    _ = translator(lang)
    if one.undefined == "few":
        return _("for få er bedømt to gange")
    if one.undefined == "one_answer":
        return _("begge svarede det samme om alle; så siger kappa intet")
    if one.low is None:
        return _("helt enige om alle")
    if one.low <= 0:
        return _("kan ikke skelnes fra tilfældige svar")
    return _("klart mere enige end ved tilfældighed") if one.low >= CLEAR else _("mere enige end ved tilfældighed; tal om spørgsmålet")


def _table(state: OverlapState, found: dict[str, TwoRaters]) -> dict:
    _ = translator(state.session.lang)
    ends = (("kappa", "kappa"), ("low", _("lav (95 %)")), ("high", _("høj (95 %)")))
    columns = [column("question", _("Spørgsmål")), column("n", "n", 0), column("alike", _("Enige"), 0), *(column(*end, 2) for end in ends)]
    rows = [
        {"question": label(state, name), "n": one.n, "alike": one.alike, "kappa": one.kappa, "low": one.low, "high": one.high}
        for name, one in found.items()
    ]
    return numbers("kappa", _("Kappa pr. spørgsmål"), columns, rows)


def _differ(state: OverlapState) -> dict:
    """Where the two differ, citizen by citizen in the list's order; it names the citizen's place on the list and nobody who rated."""
    _ = translator(state.session.lang)
    rows = [
        {"person": person(state, one.reference), "question": question, "first": first, "second": second}
        for one in state.review.citizens.values()
        if one.rating(FIRST) and one.rating(SECOND)
        for question, first, second in _differences(state, one.rating(FIRST).answers, one.rating(SECOND).answers)
    ]
    return {
        "title": _("Her er de uenige"),
        "columns": [_("Borger"), _("Spørgsmål"), _("Første"), _("Anden")],
        "rows": rows,
        "none": _("Ingen uenighed at vise endnu."),
    }


def _differences(state: OverlapState, first: Answers, second: Answers) -> list[tuple[str, str, str]]:
    """The questions that two ratings of a citizen answer otherwise, in the order of the form."""
    _, lang = translator(state.session.lang), state.session.lang
    yes = {True: _("ja"), False: _("nej")}
    types = [state.review.type_name(state.data, one.type, lang) for one in (first, second)]
    found = [(label(state, "type"), *types)] if first.type != second.type else []
    for part in LISTS:
        said = [(one, one.id in getattr(first, part), one.id in getattr(second, part)) for one in getattr(state.data, part)]
        found += [(one.label.in_(lang), yes[a], yes[b]) for one, a, b in said if a != b]
    return found
