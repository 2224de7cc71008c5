"""What a basis leads to in each scenario that is asked for, kept while it may be asked for again."""

from functools import partial

from visitation.forecast import basis as forecast
from visitation.forecast.basis import Basis
from visitation.forecast.curve import Point
from visitation.forecast.outlook import Outlook
from visitation.forecast.scenario import Scenario
from visitation.forecast.sensitivity import MEASURES, Bar, Measure, Move, tornado, waterfall
from visitation.register.cases import cases
from widgets.forecast.kept import Kept
from widgets.remembered import remembered
from widgets.session import Session

POINTS = 16  # of the curve
SLOW = ("curve", "tornado", "waterfall")  # what is computed when the slider rests


class Computed:
    """The outlooks of a basis, and the figures that take their time."""

    def __init__(self, basis: Basis):
        self.basis = basis
        self.outlooks: Kept[Outlook] = Kept(self._run)
        self._curves: Kept[tuple[Point, ...]] = Kept(self._curve)
        self._tornados = {name: Kept(partial(self._tornado, measure)) for name, measure in MEASURES.items()}
        self._waterfalls = {name: Kept(partial(self._waterfall, measure)) for name, measure in MEASURES.items()}

    def slow(self, part: str, measure: str) -> Kept:
        """One of the slow figures: how many places make the wait how long, what each number that is not known does to the measure, or what
        each changed number does to it."""
        return {"curve": self._curves, "tornado": self._tornados[measure], "waterfall": self._waterfalls[measure]}[part]

    def _run(self, scenario: Scenario) -> Outlook:
        return forecast.run(self.basis, scenario)

    def _curve(self, scenario: Scenario) -> tuple[Point, ...]:
        return forecast.capacity(self.basis, scenario, _around(scenario.places))

    def _tornado(self, measure: Measure, scenario: Scenario) -> tuple[Bar, ...]:
        return tornado(self._run, scenario, measure)

    def _waterfall(self, measure: Measure, scenario: Scenario) -> tuple[Move, ...]:
        return waterfall(self._run, self.basis.scenario, scenario, measure)


@remembered
def computed(session: Session) -> Computed:
    """The basis of the session's municipality, and what it has been found to lead to."""
    return Computed(forecast.basis(session.model, cases(session.register, session.model.head.id).values(), session.today))


def _around(places: int) -> list[int]:
    """Numbers of places from about half as many to a third more, these among them."""
    step, before = max(1, round(places * 5 / 6 / (POINTS - 1))), POINTS * 3 // 5
    return [number for number in range(places - before * step, places + (POINTS - before) * step, step) if number >= 0]
