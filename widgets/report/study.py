"""What a report studies: one municipality's forecast as of one day, a scenario, and what follows from them; each found once."""

import os
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from visitation.forecast import sensitivity
from visitation.forecast.assumptions import Assumption, assumptions
from visitation.forecast.backtest import Check, backtest
from visitation.forecast.basis import Basis, basis, capacity, run
from visitation.forecast.curve import Point
from visitation.forecast.outlook import Outlook
from visitation.forecast.published import Outcome, published
from visitation.forecast.saved import changes, find_scenario
from visitation.forecast.scenario import BOUNDS, Scenario, with_data
from visitation.register.cases import cases
from widgets.report import said
from widgets.report.names import days
from widgets.report.piece import Ground
from widgets.report.told import number
from widgets.session import Session, open_session

ROOMS = 16  # points of the capacity curve
YEAR = 52  # weeks


@dataclass(frozen=True)
class Study:
    """The basis, the scenario `chosen` over it, and what it is called."""

    session: Session
    known: Basis
    chosen: Scenario
    name: str

    def ground(self, fewer: int | None = None) -> Ground:
        """What the numbers of the forecast rest on; of `fewer` futures where that many suffice."""
        futures = min(self.chosen.replications, fewer or self.chosen.replications)
        source = f"{said.register(self.session)} og kommunens model"
        return Ground(f"{number(futures)} mulige fremtider", days((self.known.begins, self.ends)), source)

    def history(self, n: str) -> Ground:
        """What the numbers of the past rest on."""
        weeks = self.known.weeks
        return Ground(n, days((weeks.first, weeks.after - timedelta(days=1))), said.register(self.session))

    @property
    def base(self) -> Scenario:
        """The scenario that changes nothing, drawn as the chosen one is."""
        chosen = self.chosen
        return self.known.scenario.replace(horizon_weeks=chosen.horizon_weeks, replications=chosen.replications, seed=chosen.seed)

    @property
    def changed(self) -> list[str]:
        """The keys of which the scenario has another value or range than the base; those inside another key by initial.waiting."""
        found, known, goal = changes(self.base, self.chosen), self.base.uncertainty, self.chosen.uncertainty
        ranges = [key for key in known | goal if known.get(key) != goal.get(key)]
        values = ([key] if key in BOUNDS else [f"{key}.{inner}" for inner in found[key]] for key in found if key != "uncertainty")
        return list(dict.fromkeys([*(key for keys in values for key in keys), *ranges]))

    @cached_property
    def outlook(self) -> Outlook:
        """What the chosen scenario leads to."""
        return run(self.known, self.chosen)

    @cached_property
    def capacity(self) -> tuple[Point, ...]:
        """How long the wait is with more and with fewer places than the scenario has."""
        return capacity(self.known, self.chosen, self.rooms)

    @property
    def rooms(self) -> list[int]:
        """Numbers of places around the scenario's, which is one of them."""
        here, step = self.chosen.places, max(1, round(self.chosen.places / 20))
        return [room for room in range(here - ROOMS // 2 * step, here + ROOMS // 2 * step, step) if 0 <= room <= BOUNDS["places"][1]]

    def moved_by(self, measure: str) -> tuple[sensitivity.Bar, ...]:
        """What each number that is not known does to a measure by itself, the most first."""
        return sensitivity.tornado(self._run, self.chosen, sensitivity.MEASURES[measure])

    def moves(self, measure: str) -> tuple[sensitivity.Move, ...]:
        """What each of the scenario's changes does to a measure, one after another."""
        return sensitivity.waterfall(self._run, self.base, self.chosen, sensitivity.MEASURES[measure])

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """How earlier forecasts of the inflow would have done; VisitationError when the history is too short to know."""
        return backtest(self.known.weeks, self.chosen.seed, self.known.stated)

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What the municipality has published of its past, beside what its figures lead to."""
        return published(self.known.model)

    @cached_property
    def numbers(self) -> tuple[Assumption, ...]:
        """The assumptions register."""
        return assumptions(self.known)

    def ahead(self, years: tuple[int, ...]) -> list[tuple[str, int]]:
        """The last week of each of these years that the horizon reaches, with what to call it; the horizon's last week too."""
        last = self.chosen.horizon_weeks
        reached = [(f"om {year} år", year * YEAR - 1) for year in years if year * YEAR <= last]
        return reached if reached and reached[-1][1] == last - 1 else [*reached, (f"om {last} uger", last - 1)]

    @property
    def ends(self) -> date:
        """The last day of the horizon."""
        return self.known.begins + timedelta(weeks=self.chosen.horizon_weeks) - timedelta(days=1)

    def _run(self, scenario: Scenario) -> Outlook:
        return run(self.known, scenario)


def study(municipality: str, horizon: int, scenario: str, on: str, seed: int) -> Study:
    """The study that a report's parameters ask for; VisitationError names what is allowed.

    `scenario` is a file or a name saved in the register, nothing for what the register and the model say; `on` a day, nothing for the
    register's own. The register is that of the environment."""
    session = open_session({"REGISTER": os.environ.get("REGISTER", ""), "MODEL": municipality, "TODAY": on})
    known = basis(session.model, cases(session.register, session.model.head.id).values(), session.today)
    chosen = find_scenario(known, session.register.scenarios(session.model.head.id), scenario or None)
    drawn = with_data(chosen, {"horizon_weeks": horizon, "seed": seed}, "Rapporten")
    return Study(session, known, drawn, Path(scenario).stem or "Grundlag")
