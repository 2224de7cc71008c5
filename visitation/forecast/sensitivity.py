"""What moves a forecast: each number that is not known by itself, and each change from one scenario to another by itself.

Every run meets the same citizens, so that what differs between two of them is what was changed and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from math import isnan, nan
from types import MappingProxyType

from visitation.forecast.outlook import YEAR, Outlook
from visitation.forecast.scenario import Scenario

REPLICATIONS = 100  # of the same citizens: the bars lie within 2 % of the widest from those of 2000
FRAME = ("horizon_weeks", "replications", "seed")  # how a forecast is drawn, not what it goes by
ROUTES = ("share_82", "share_85_direct")  # the shares that are at most 1 together

Run = Callable[[Scenario], Outlook]
Measure = Callable[[Outlook], float]


@dataclass(frozen=True)
class Bar:
    """What a number that is not known does to a measure: at the ends of its 80 % range, and (`at_value`) as the scenario has it."""

    key: str
    low: float
    high: float
    at_low: float
    at_value: float
    at_high: float

    @property
    def width(self) -> float:
        """How far apart the measure's two ends lie; NaN where one of them has none."""
        return abs(self.at_high - self.at_low)


@dataclass(frozen=True)
class Move:
    """What one changed key of a scenario does to a measure, those before it in the order being changed already."""

    key: str
    before: float
    after: float

    @property
    def change(self) -> float:
        """What the key adds."""
        return self.after - self.before


def tornado(run: Run, scenario: Scenario, measure: Measure) -> tuple[Bar, ...]:
    """A bar for each key with a range, the widest first: that key alone at its ends, all others at the scenario's value.

    Of two shares that exceed 1 together at an end, the one that is moved stops short of it."""
    sure = _few(scenario).replace(uncertainty={})
    at_value = measure(run(sure)) if scenario.uncertainty else nan
    bars = []
    for key in (key for key in Scenario.__struct_fields__ if key in scenario.uncertainty):
        low, high = (_within(sure, key, end) for end in scenario.uncertainty[key])
        at_low, at_high = (measure(run(sure.replace(**{key: end}))) for end in (low, high))
        bars.append(Bar(key, low, high, at_low, at_value, at_high))
    return tuple(sorted(bars, key=lambda bar: (isnan(bar.width), -bar.width)))


def waterfall(run: Run, base: Scenario, scenario: Scenario, measure: Measure) -> tuple[Move, ...]:
    """A move for each key whose value or range differs, from the base to the scenario; their changes add up to the whole difference.

    They follow each other as a scenario lists its keys, which is a citizen's way through; but of the two shares that lead an enquiry on,
    one that falls comes before one that rises. Horizon, replications and seed are the scenario's throughout."""
    goal = _few(scenario)
    now = base.replace(**{key: getattr(goal, key) for key in FRAME})
    values = []
    for key in (keys := _changed(now, goal)):
        values.append(measure(run(now)))
        now = _moved(now, goal, key)
    ends = [*values[1:], measure(run(now))] if keys else []
    return tuple(Move(*move) for move in zip(keys, values, ends, strict=True))


def s85_at_end(outlook: Outlook) -> float:
    """Citizens under § 85 in the last week, on average."""
    return float(outlook.series["s85"].total.mean[-1])


def courses_at_end(outlook: Outlook) -> float:
    """Courses that run in the last week, on average."""
    return float(outlook.series["courses"].total.mean[-1])


def wait_weeks(outlook: Outlook) -> float:
    """Weeks that those who began had waited, on average; NaN when nobody began."""
    return nan if outlook.wait_weeks.mean is None else outlook.wait_weeks.mean


def kr_a_year(outlook: Outlook) -> float:
    """Kroner a year over the whole horizon, on average, of what has a price."""
    return float(outlook.series["cost_kr"].total.mean.mean()) * YEAR


MEASURES = MappingProxyType({"s85": s85_at_end, "wait_weeks": wait_weeks, "kr_a_year": kr_a_year, "courses": courses_at_end})


def _few(scenario: Scenario) -> Scenario:
    return scenario.replace(replications=min(scenario.replications, REPLICATIONS))


def _within(scenario: Scenario, key: str, end: float) -> float:
    others = sum(getattr(scenario, route) for route in ROUTES if route != key)
    return min(end, 1 - others) if key in ROUTES else end


def _changed(base: Scenario, goal: Scenario) -> list[str]:
    """The keys that differ, in the order in which they are changed."""
    fields = [key for key in Scenario.__struct_fields__ if key not in (*FRAME, "uncertainty")]

    def order(key: str) -> tuple[int, bool]:
        return (fields.index(ROUTES[0]), getattr(goal, key) > getattr(base, key)) if key in ROUTES else (fields.index(key), False)

    return [key for key in sorted(fields, key=order) if _known_of(base, key) != _known_of(goal, key)]


def _known_of(scenario: Scenario, key: str) -> tuple:
    return getattr(scenario, key), scenario.uncertainty.get(key)


def _moved(now: Scenario, goal: Scenario, key: str) -> Scenario:
    """The scenario with this key's value and range as the goal has them."""
    ranges = {name: ends for name, ends in now.uncertainty.items() if name != key}
    own = {key: goal.uncertainty[key]} if key in goal.uncertainty else {}
    return now.replace(**{key: getattr(goal, key)}, uncertainty=ranges | own)
