"""Stock and flow as plain data: how many stood on each step over time, and who moved up, down, in and out between two days."""

from collections import Counter

from visitation.register.flow import Flow, Place, direction_of
from visitation.register.standing import BESIDE
from widgets.charts import bars
from widgets.charts.figure import column, drawing, figure, missing, numbers, of_register
from widgets.ladder.names import place_label
from widgets.ladder.state import LadderState
from widgets.ladder.views.ledger import ledger, matrix
from widgets.ladder.views.period import period, said
from widgets.ladder.views.stocks import stocks
from widgets.text import count, translator

NAME = "bevaegelser"
DIRECTIONS = ("up", "down", "in", "out")


def moves(state: LadderState) -> dict:
    """All of it, or why there is none."""
    _, found = translator(state.session.lang), state.flow
    if found is None:
        return {"none": _("Registret er for nyt: der skal være gået mindst ét månedsskifte, før bevægelser kan tælles.")}
    return {
        "none": None,
        "period": period(state),
        "cards": [_card(state, found, direction) for direction in DIRECTIONS],
        "stock": stocks(state),
        "chart": _chart(state, found),
        "ledger": ledger(state, found),
        "matrix": matrix(state, found),
        "notes": _notes(state, found),
    }


def direction_label(direction: str, lang: str) -> str:
    """Which way a move goes, with a sign of its own."""
    _ = translator(lang)
    return {"up": _("▲ Op"), "down": _("▼ Ned"), "in": _("→ Ind"), "out": _("← Ud")}[direction]


def _card(state: LadderState, found: Flow, direction: str) -> dict:
    """How many moves went that way, what counts as one, and how many more did so after a pause."""
    _, lang = translator(state.session.lang), state.session.lang
    of = {
        "up": _("til et højere trin"),
        "down": _("til et lavere trin"),
        "in": _("ind på et trin, ikke fra et andet"),
        "out": _("fra et trin, ikke til et andet"),
    }[direction]
    number = count(_bars(state, found, direction).total(), lang)
    return {"label": direction_label(direction, lang), "number": number, "of": of, "sure": _again(state, found, direction)}


def _bars(state: LadderState, found: Flow, direction: str) -> Counter[tuple[Place, Place]]:
    """The moves of a direction that touch a step; those between beside and outside the ladder do not."""
    ways = {move: n for move, n in found.moves.items() if direction_of(*move, state.steps) == direction}
    return Counter({move: n for move, n in ways.items() if {*move} - {None, BESIDE}})


def _again(state: LadderState, found: Flow, direction: str) -> str | None:
    """Of those who came in, how many had stood on a step before, and whether they came back higher or lower."""
    _, lang, height = translator(state.session.lang), state.session.lang, state.steps.height
    back = Counter({move: n for move, n in found.again.items() if BESIDE not in move})
    ways = {
        "up": (_("og %(n)s kom igen højere efter en pause"), lambda before, now: height[before] < height[now]),
        "down": (_("og %(n)s kom igen lavere efter en pause"), lambda before, now: height[before] > height[now]),
        "in": (_("%(n)s af dem havde stået på trappen før"), lambda before, now: True),
    }
    if direction not in ways:
        return None
    said_, belongs = ways[direction]
    return said_ % {"n": count(sum(n for move, n in back.items() if belongs(*move)), lang)}


def _chart(state: LadderState, found: Flow) -> dict:
    """Every kind of move as a bar under its own words."""
    _, lang, model = translator(state.session.lang), state.session.lang, state.session.model
    title = _("Bevægelser mellem trinene")
    shown = [(way, move, n) for way in DIRECTIONS for move, n in _bars(state, found, way).most_common()]
    if not shown:
        return missing(NAME, title, _("Ingen har flyttet sig i perioden."))
    texts = [f"{count(n, lang)} {direction_label(way, lang)}: {_route(way, move, model, lang)}" for way, move, n in shown]
    data = bars.rows({"kind": [way for way, _m, _n in shown], "text": texts, "value": [n for *_wm, n in shown]})
    columns = [column("way", _("Retning")), column("from", _("Fra")), column("to", _("Til")), column("n", _("Antal"), 0)]
    rows = [
        {"way": direction_label(way, lang), "from": place_label(move[0], model, lang), "to": place_label(move[1], model, lang), "n": n}
        for way, move, n in shown
    ]
    told = {"n": count(sum(n for *_wm, n in shown), lang), "period": said(state)}
    note = of_register(_("n = %(n)s bevægelser, %(period)s.") % told, lang)
    return figure(numbers(NAME, title, columns, rows), _text(state, shown), drawing(bars, lang, unit=_("bevægelser")), data, note=note)


def _text(state: LadderState, shown: list[tuple[str, tuple[Place, Place], int]]) -> str:
    """How many went each way, and which move was made most."""
    _, lang = translator(state.session.lang), state.session.lang
    told = {way: count(sum(n for one, _move, n in shown if one == way), lang) for way in DIRECTIONS}
    way, move, n = max(shown, key=lambda one: one[2])
    most = f"{direction_label(way, lang).partition(' ')[2]}: {_route(way, move, state.session.model, lang)}"
    said_ = _("%(up)s op, %(down)s ned, %(in)s ind og %(out)s ud; den hyppigste er »%(most)s« med %(n)s.")
    return said_ % (told | {"most": most, "n": count(n, lang)})


def _route(way: str, move: tuple[Place, Place], model, lang: str) -> str:
    """From where to where; what a direction says by itself is left out."""
    source, target = (place_label(place, model, lang) for place in move)
    return {"in": target, "out": source}.get(way, f"{source} → {target}")


def _notes(state: LadderState, found: Flow) -> list[str]:
    """What the numbers are of, and what they cannot tell."""
    _, lang = translator(state.session.lang), state.session.lang
    beside = sum(n for move, n in found.moves.items() if direction_of(*move, state.steps) == "beside")
    known = sum(case.enquiry.received <= state.last for case in state.cases.values())
    counted = _(
        "%(period)s. Sager: n = %(n)s. Bevægelser: %(moves)s; optalt, ikke skønnet. Kilde: registrets beslutninger, bevillinger og forløb."
    )
    return [
        counted % {"period": said(state), "n": count(known, lang), "moves": count(found.moves.total(), lang)},
        _("En sag står på det højeste trin med hjælp, der løber; ellers hvor den seneste beslutning satte den, til den hjælp er ophørt."),
        _("En sag tæller fra den dag, henvendelsen kom; hjælp før da kender registret kun for dem, der siden har henvendt sig."),
        _("Der tælles bevægelser, ikke borgere: den, der flytter sig to gange, tæller to gange. En pause i hjælpen tæller som ud og ind."),
        _("Til eller fra ”ved siden af trappen”, for eksempel en anden indsats: %(n)s. De er hverken op eller ned.")
        % {"n": count(beside, lang)},
        _("Op er ikke et nederlag og ned ikke en succes: trinnet skal passe til behovet."),
    ]
