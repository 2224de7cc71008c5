"""What a forecast goes by, number by number: how much, how sure, where from, who answers for it, and what the documents leave open."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal

from visitation.forecast.basis import STOCKS, Basis
from visitation.forecast.figures import FIGURES, PRICES, Figure, figures
from visitation.model.base import Source, Text

DAY = timedelta(days=1)
COUNTED = Text(da="Talt i kommunens register.", en="Counted in the municipality's register.")
EXPECTED = Text(da="Hvad registrets historik lader vente det kommende år.", en="What the register's history leads to expect next year.")
CORRECTED = Text(da="Modellens tal, rettet efter registrets korte historik.", en="The model's figure, corrected by the short history.")
CROWDED = Text(da="Så mange forløb løber allerede.", en="As many courses are running already.")
BALANCED = Text(
    da="Registret kender ingen; så mange er der, når lige så mange kommer som går.",
    en="The register knows none; so many there are when as many come as leave.",
)
UNTOLD = Text(da="Modellen siger intet om det; det regnes ikke med.", en="The model says nothing of it; it is left out.")
UNPRICED = Text(da="Modellen har ingen pris; udgiften er ikke regnet med.", en="The model has no price; the cost is left out.")


@dataclass(frozen=True)
class Assumption:
    """A number that a forecast goes by. `key` is the scenario's (initial.courses reaches inside it), or one of the model's own.

    `low` and `high` are the ends of its 80 % range, None where it is taken for known; `value` is None where nobody knows it. From the
    register it rests on `n` citizens or enquiries of the days `period`, the last included; `stated` is what the model's own figure says.
    `noted` is the day of the number, or its document's date; `contradictions` are the ids of those of the documents that touch it."""

    key: str
    value: float | None
    low: float | None
    high: float | None
    basis: Literal["register", "kilde", "fortolkning", "antagelse", "ukendt"]
    reason: Text
    noted: str
    n: int | None = None
    period: tuple[date, date] | None = None
    stated: float | None = None
    sources: tuple[Source, ...] = ()
    owner: Text | None = None
    contradictions: tuple[str, ...] = ()


def assumptions(basis: Basis) -> tuple[Assumption, ...]:
    """All numbers of the basis: the model's figures in their order, who is there today, and the prices."""
    known, noted = figures(basis.model), basis.today.isoformat()
    told = (_figure(basis, key, figure) for key, figure in known.items())
    untold = (Assumption(key, getattr(basis.scenario, key), None, None, "antagelse", UNTOLD, noted) for key in FIGURES if key not in known)
    return (*told, *untold, *(_stock(basis, stock) for stock in STOCKS), *(_price(basis, key, name) for key, name in PRICES.items()))


def _figure(basis: Basis, key: str, figure: Figure) -> Assumption:
    low, high = basis.scenario.uncertainty.get(key, (None, None))
    told = Assumption(
        key,
        getattr(basis.scenario, key, figure.value),
        low,
        high,
        figure.kind,
        figure.reason,
        figure.noted,
        stated=figure.value,
        sources=figure.source,
        owner=figure.owner,
        contradictions=figure.contradictions,
    )
    return replace(told, **_counted(basis, key, figure))


def _counted(basis: Basis, key: str, figure: Figure) -> dict[str, Any]:
    """What the register makes another of it; nothing, where it has too few to count."""
    noted, weeks, running = basis.today.isoformat(), basis.weeks, len(basis.start.courses)
    if key == "enquiries_per_week" and weeks.counts:
        told = {"noted": noted, "n": sum(weeks.counts), "period": (weeks.first, weeks.after - DAY)}
        return told | ({"basis": "register", "reason": EXPECTED} if basis.inflow.basis == "historie" else {"reason": CORRECTED})
    if key == "places" and basis.scenario.places > figure.value:
        return {"basis": "register", "reason": CROWDED, "noted": noted, "n": running, "period": (basis.today, basis.today)}
    if counted := basis.measured.numbers.get(key):
        return {"basis": "register", "reason": COUNTED, "noted": noted, "n": counted.n, "period": counted.period}
    return {}


def _stock(basis: Basis, stock: str) -> Assumption:
    """Who is there today, counted or as the model balances."""
    count, noted = getattr(basis.scenario.initial, stock), basis.today.isoformat()
    known = Assumption(f"initial.{stock}", count, None, None, "antagelse", BALANCED, noted)
    if stock in basis.assumed:
        return known
    return replace(known, basis="register", reason=COUNTED, n=count, period=(basis.today, basis.today))


def _price(basis: Basis, key: str, name: str) -> Assumption:
    price = basis.model.prices.of(name, basis.today)
    if price is None:
        return Assumption(f"unit_prices.{key}", None, None, None, "ukendt", UNPRICED, basis.today.isoformat())
    noted = price.valid.from_.isoformat()
    return Assumption(f"unit_prices.{key}", price.kr, None, None, price.kind, price.reason, noted, stated=price.kr, sources=price.source)
