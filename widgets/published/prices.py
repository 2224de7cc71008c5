"""What those who stand on a step come to at its tariff: the tariff times the count, never sums of what single courses cost."""

from visitation.model.published import Price
from widgets.published.numbers import Number, data, marked, standing
from widgets.published.part import Marked, Part, download, heading, joined, listed, paragraph, table
from widgets.published.public import Public
from widgets.text import count


def prices(public: Public) -> Part:
    """The steps that have a tariff, and those that have none."""
    _, lang = public.say, public.lang
    priced = [(public.model.steps[one.step], one) for one in public.model.prices.prices if one.step and one.valid.covers(public.last.last)]
    there = [step.id for step, _price in priced]
    without = ", ".join(step.label.in_(lang) for step in public.model.ladder.steps if step.law and step.id not in there)
    found = [(step, price, standing(public, step=[step.id])[-1]) for step, price in priced]
    rows = [
        [step.label.in_(lang), marked(n, lang), *(kroner(kr, lang) for kr in (price.kr, n.off * price.kr)), _times(n, price, lang)]
        for step, price, n in found
    ]
    columns = ["maaned", "trin", "antal", "hoejst_fra", "takst_kr", "antal_gange_takst_kr", "hoejst_fra_kr"]
    lines = [[str(public.last), step.id, n.value, n.off, price.kr, n.value * price.kr, n.off * price.kr] for step, price, n in found]
    parts = [heading(_("Hvad koster det?"))]
    if priced:
        head = [_("Trin"), _("borgere"), _("takst for et forløb"), _("højst fra"), _("antal gange takst")]
        parts += [table(_("Antal gange takst"), head, rows), download("csv/takst.csv", _("Hent tallene (CSV)"), columns, lines)]
        parts.append(listed(f"{price.label.in_(lang)}: {price.reason.in_(lang)}" for _step, price, _n in found))
    if without:
        parts.append(paragraph(_("Uden takst i kommunens dokumenter: %s.") % without))
    return joined(parts)


def kroner(kr: int, lang: str) -> str:
    """An amount of money."""
    return f"{count(kr, lang)}\N{NO-BREAK SPACE}kr."


def _times(number: Number, price: Price, lang: str) -> Marked:
    return data(number.value * price.kr, kroner(number.value * price.kr, lang))
