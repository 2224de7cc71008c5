"""What the report of a business case studies: the document's case, the case with the report's own numbers, and what both come to."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from visitation.economy.case import Case, case_of, changed
from visitation.economy.outcome import Cell, Outcome, outcome, sensitivity
from visitation.economy.read import notes, read_economy
from visitation.economy.schema import Alternative, Caveat, Economy, Investments
from visitation.errors import VisitationError
from visitation.model import Model, load
from visitation.model.contradictions import Contradiction
from widgets.report import said
from widgets.report.piece import Ground
from widgets.report.told import number

SHARES, TIMES = (0.025, 0.05, 0.075, 0.1, 0.15), (0.5, 1.0, 1.5, 2.0)  # of the sensitivity


@dataclass(frozen=True)
class Study:
    """The model, its economy, and the case `chosen`: the document's with what the parameters say otherwise."""

    model: Model
    economy: Economy
    chosen: Case

    @property
    def data(self) -> Investments:
        """What the document puts in."""
        return self.economy.case

    @property
    def ground(self) -> Ground:
        """What every number rests on."""
        citizens, period = f"ca. {number(self.data.citizens.count)} borgere", f"{self.base.first_year}–{self.base.last_year}"
        return Ground(citizens, period, said.documents(self.model, self.data.saving))

    @cached_property
    def base(self) -> Case:
        """The document's own case."""
        return case_of(self.data)

    @cached_property
    def document(self) -> Outcome:
        """What the document's case comes to."""
        return outcome(self.base)

    @cached_property
    def outcome(self) -> Outcome:
        """What the chosen case comes to."""
        return outcome(self.chosen)

    @cached_property
    def alternatives(self) -> list[tuple[Alternative, Outcome]]:
        """The other readings of the document, and what they come to."""
        return [(one, outcome(changed(self.base, one.set.data(), one.label.da))) for one in self.data.alternatives]

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The chosen case at other savings, and at so many times its investment."""
        return sensitivity(self.chosen, sorted({*SHARES, self.chosen.saving_share} - {0.0}), TIMES)

    def caveats(self, named: Iterable[str]) -> list[Caveat | Contradiction]:
        """The caveats of these ids, each once."""
        known = notes(self.model, self.economy)
        return [known[name] for name in dict.fromkeys(named)]


def study(municipality: str, saving_share: str, investment: str, phase_in: str, discount_rate: str) -> Study:
    """The study that a report's parameters ask for; nothing leaves the document's. VisitationError names what is allowed."""
    model = load(municipality)
    economy = read_economy(model)
    if economy.case is None:
        raise VisitationError(f"{model.head.label.da} har ingen investeringscase i de dokumenter, modellen bygger på.")
    given = {
        "saving_share": _share("saving_share", saving_share),
        "discount_rate": _share("discount_rate", discount_rate),
        "phase_in": [_share("phase_in", part) for part in _parts(phase_in)],
        "investment": dict(_investment(part) for part in _parts(investment)),
    }
    told = {key: value for key, value in given.items() if value not in (None, [], {})}
    return Study(model, economy, changed(case_of(economy.case), told, "Rapporten"))


def _parts(given: str) -> list[str]:
    """What stands between semicolons."""
    return [part.strip() for part in given.split(";") if part.strip()]


def _share(name: str, given: str) -> float | None:
    try:
        return float(given.replace(",", ".")) if given.strip() else None
    except ValueError:
        raise VisitationError(f"{name}: '{given}' er ikke en andel; skriv den som 0,1") from None


def _investment(given: str) -> tuple[str, int]:
    found = re.fullmatch(r"(\d{4})\s*:\s*(\d+)", given)
    if not found:
        raise VisitationError(f"investment: '{given}' er ikke et år og et beløb; skriv dem som 2016: 1000000; 2017: 500000")
    return found[1], int(found[2])
