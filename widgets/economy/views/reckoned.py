"""What the reader's case comes to: three numbers, the years one by one, and the net added up over them."""

from decimal import Decimal

from visitation.economy.money import millions
from visitation.economy.outcome import Outcome
from widgets.charts import cumulative
from widgets.charts.figure import column, drawing, figure, missing, numbers
from widgets.economy.says import HUNDRED, in_millions, mio, net, percent, share
from widgets.economy.state import EconomyState
from widgets.text import translator


def cards(state: EconomyState) -> list[dict]:
    """In all, the saving at which it breaks even, and the year it is paid back, each beside the document's; none while there is nothing."""
    if state.empty:
        return []
    found, before = state.outcome, state.document if state.edited and state.economy.case else None
    titles = _titles(state)
    own, theirs = _three(found, state), _three(before, state) if before else (None,) * 3
    return [
        {"title": title, "number": number, "note": note, "before": before}
        for (title, note), number, before in zip(titles, own, theirs, strict=True)
    ]


def _titles(state: EconomyState) -> list[tuple[str, str]]:
    _, lang, case = translator(state.session.lang), state.session.lang, state.case
    years = {"first": case.first_year, "last": case.last_year}
    rate = share(case.discount_rate, lang)
    present = {"kr": in_millions(net(state.outcome.present_value, lang), lang), "rate": rate, "year": case.price_year}
    invested = {"kr": mio(sum(case.investment.values()), lang)}
    return [
        (_("Netto %(first)s–%(last)s") % years, _("Minus er sparet. Værdi i %(year)s ved %(rate)s: %(kr)s") % present),
        (_("Går lige op ved"), _("forventet besparelse om året; der er regnet med %(share)s") % {"share": share(case.saving_share, lang)}),
        (_("Tjent hjem fra"), _("investering i alt %(kr)s, uden rente") % invested),
    ]


def _three(found: Outcome, state: EconomyState) -> tuple[str, str, str]:
    _, lang = translator(state.session.lang), state.session.lang
    late = _("ikke inden %(year)s") % {"year": found.case.last_year}
    never = "–" if not found.case.investment else late
    return in_millions(net(found.total, lang), lang), even(found.break_even, lang), str(found.payback_year or never)


def even(found: Decimal | None, lang: str) -> str:
    """The share at which it breaks even; that not even all of it would do is said."""
    if found is None:
        return "–"
    return percent(HUNDRED * found, lang) if found <= 1 else translator(lang)("over 100 %")


def years_table(state: EconomyState) -> dict:
    """What the case costs and saves in each year, in kroner."""
    _ = translator(state.session.lang)
    columns = [
        column("year", _("År")),
        column("original", _("Oprindeligt budget"), 0),
        column("corrected", _("Korrigeret budget"), 0),
        column("investment", _("Investering"), 0),
        column("saved", _("Sparet"), 0),
        column("net", _("Netto"), 0),
        column("cumulative", _("Lagt sammen"), 0),
    ]
    rows = [
        {key: float(getattr(row, key)) for key in ("original", "corrected", "investment", "net", "cumulative")}
        | {"year": str(row.year), "saved": float(row.investment - row.net)}
        for row in state.outcome.years
    ]
    return numbers("aar", _("År for år i kr."), columns, rows)


def chart(state: EconomyState) -> dict:
    """The net added up, year by year, beside the document's."""
    _, lang, found = translator(state.session.lang), state.session.lang, state.outcome
    title = _("Netto, lagt sammen år for år")
    if state.empty:
        return missing("akkumuleret", title, _("Skriv et budget og en forventet besparelse eller en investering, så regnes der på dem."))
    years = {
        "year": [str(row.year) for row in found.years],
        "net": [_mio(row.net) for row in found.years],
        "cumulative": [_mio(row.cumulative) for row in found.years],
        "text": [net(row.cumulative, lang) for row in found.years],
    }
    base = _base(state)
    data = cumulative.rows(years, base=base, labels={"own": _("jeres tal") if base else "", "base": _("som dokumentet")})
    drawn = drawing(cumulative, lang, unit=_("mio. kr. (under 0: sparet)"))
    return figure(years_table(state) | {"id": "akkumuleret", "title": title}, _said(state), drawn, data, note=_rests(state))


def _base(state: EconomyState) -> dict | None:
    if not (state.edited and state.economy.case):
        return None
    found = state.document.years
    return {"year": [str(row.year) for row in found], "cumulative": [_mio(row.cumulative) for row in found]}


def _said(state: EconomyState) -> str:
    _, lang = translator(state.session.lang), state.session.lang
    ends = ", ".join(_("%(kr)s i %(year)s") % {"kr": net(row.cumulative, lang), "year": row.year} for row in state.outcome.years)
    return _("Årene lagt sammen, i mio. kr.: %(years)s; under 0 er sparet, over 0 er brugt.") % {"years": ends}


def _mio(kr: Decimal) -> float:
    return float(millions(kr, 3))


def _rests(state: EconomyState) -> str:
    """What the numbers of the case are of, and what is drawn as what."""
    _, lang, case = translator(state.session.lang), state.session.lang, state.case
    where = state.economy.case.label.in_(lang) if state.economy.case else _("egne tal")
    whole = {"source": where, "kr": mio(case.budget_am + case.budget_hp, lang), "share": share(case.saving_share, lang)}
    told = whole | {"first": case.first_year, "last": case.last_year, "year": case.price_year}
    of = _("Budget %(kr)s, besparelse %(share)s, %(first)s–%(last)s, %(year)s-priser. En beregning, ikke en måling.") % told
    return " ".join([of, _("Søjlen er året selv, linjen årene lagt sammen."), _("Kilde: %(source)s.") % told])
