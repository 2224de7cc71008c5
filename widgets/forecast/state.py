"""The forecast of one municipality on one day: what is chosen of it, and what that leads to."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from visitation.errors import VisitationError
from visitation.forecast.assumptions import Assumption, assumptions
from visitation.forecast.backtest import Check, Row, backtest, rows
from visitation.forecast.figures import read_figures
from visitation.forecast.outlook import Outlook
from visitation.forecast.published import Outcome, published
from visitation.forecast.scenario import MOST, Scenario, with_data
from visitation.forecast.sensitivity import FRAME, MEASURES
from visitation.register.scenarios import Saved
from widgets.forecast.chosen import BASE, Chosen, Data
from widgets.forecast.computed import SLOW, computed
from widgets.forecast.fields import FIELDS
from widgets.forecast.kept import Kept
from widgets.forecast_words import label
from widgets.numbers import parse
from widgets.session import Session
from widgets.text import translator

FUTURES = 1000  # fewer where there are so many enquiries that memory would not hold them
WEEKS = 52  # of a year
YEARS = (1, 2, 3, 4, 5)
SERIES = ("enquiries", "waiting", "courses", "s85", "posts", "cost_kr")
SEED = 1  # of the backtest: the same history gives the same answer


class ForecastState:
    """What is chosen, what the register knows, and what has been computed of it."""

    def __init__(self, session: Session):
        self.session, self.chosen = session, Chosen()
        self.message: tuple[str, str] | None = None
        self.refused: tuple[str, str, str] | None = None  # a field's key, what was written in it, and why that does not go
        self.answered = 0  # the number of the latest action
        self.past: tuple[tuple[Check, ...], tuple[Row, ...]] | VisitationError | None = None
        self._computed = computed(session)
        self.basis = self._computed.basis
        self.assumptions: dict[str, Assumption] = {one.key: one for one in assumptions(self.basis)}
        self.staffing = read_figures(session.model).staffing
        self.reload()

    def reload(self) -> None:
        """Reads the saved scenarios of this municipality from the register."""
        self.saved: dict[str, Saved] = self.session.register.scenarios(self.session.model.head.id)
        compared = tuple(name for name in self.chosen.compared if name in (BASE, *self.saved))
        self.chosen = replace(self.chosen, compared=compared)

    # The scenario, and what it leads to.

    @property
    def base(self) -> Scenario:
        """The basis' own scenario over the years that are shown."""
        return self._over_base({})

    @property
    def scenario(self) -> Scenario:
        """The scenario as it is on the screen."""
        return self._over_base(self.chosen.changed)

    @property
    def outlook(self) -> Outlook:
        """What it leads to."""
        return self._computed.outlooks.of(self.scenario)

    @property
    def edited(self) -> bool:
        """Whether the open scenario has been changed since it was saved."""
        return self.chosen.changed != self._saved_as(self.chosen.name)

    def beside(self) -> list[tuple[str, Outlook]]:
        """The scenarios that are compared, each with what it leads to; the basis' own is the first."""
        stored = ((name, self._over_base(self._saved_as(name), f"'{name}'")) for name in self.chosen.compared)
        return [(name, self._computed.outlooks.of(scenario)) for name, scenario in stored]

    def compute(self) -> None:
        """Computes all that is shown at once; VisitationError says what cannot be."""
        if len(self.chosen.compared) > 1:
            self.beside()
        self._computed.outlooks.of(self.scenario)

    def settled(self, part: str) -> tuple | None:
        """A figure that is computed when the slider rests, when it has been."""
        return self._slow(part).known(self.scenario)

    @cached_property
    def published(self) -> tuple[Outcome, ...]:
        """The published numbers of the past beside the forecast's."""
        return published(self.session.model)

    def _slow(self, part: str) -> Kept:
        return self._computed.slow(part, self.chosen.measure)

    def _over_base(self, data: Data, what: str = "") -> Scenario:
        """The basis' scenario over the years that are shown, with what the data say instead; VisitationError names what makes no sense."""
        weeks, own = WEEKS * self.chosen.years, self.basis.scenario
        many = data.get("enquiries_per_week", own.enquiries_per_week) * weeks
        frame = {"horizon_weeks": weeks, "replications": min(FUTURES, max(1, int(MOST / max(many, 1))))}
        return with_data(own, {**data, **frame}, what or translator(self.session.lang)("Scenariet"))

    def _saved_as(self, name: str) -> Data:
        """What a scenario changed when it was saved; the basis' own changes nothing."""
        return {key: value for key, value in self.saved[name].data.items() if key not in FRAME} if name in self.saved else {}

    # What the reader can choose; each is an action of the screen.

    def set(self, key: str, given: str) -> None:
        """Gives a number of the scenario; nothing written takes the basis' own."""
        if key not in FIELDS:
            return
        field, lang, kept = FIELDS[key], self.session.lang, self.chosen.without(key)
        self.chosen = kept
        if given.strip():
            value = field.read(parse(given, lang), label(key, lang), lang)
            self.chosen = kept if value == field.value(self.base) else kept.given(field.data(value))

    def reset(self, key: str) -> None:
        """Takes the basis' own number again; when none is named, all as they were saved."""
        self.chosen = self.chosen.without(key) if key in FIELDS else replace(self.chosen, changed=self._saved_as(self.chosen.name))

    def ask(self, asked: Mapping[str, str]) -> None:
        """What the address asks for: a saved scenario by its name, and numbers by their key as a scenario has them."""
        if name := asked.get("scenarie"):
            self.open(name)
        for key in (key for key in asked if key in FIELDS):
            self.chosen = self.chosen.given(FIELDS[key].data(parse(asked[key], "en")))

    def horizon(self, years: str) -> None:
        """Looks so many years ahead."""
        if years in map(str, YEARS):
            self.chosen = replace(self.chosen, years=int(years))

    def show(self, series: str) -> None:
        """Shows one series as it is to be expected."""
        if series in SERIES:
            self.chosen = replace(self.chosen, series=series)

    def weigh(self, measure: str) -> None:
        """Weighs by one measure what moves the forecast."""
        if measure in MEASURES:
            self.chosen = replace(self.chosen, measure=measure)

    def settle(self, part: str) -> None:
        """Computes a figure that takes its time."""
        if part in SLOW:
            self._slow(part).of(self.scenario)

    def open(self, name: str) -> None:
        """Opens a saved scenario, or the basis' own; VisitationError when there is none of that name or it makes no sense here."""
        if name != BASE and name not in self.saved:
            said = translator(self.session.lang)("Intet scenarie hedder '%(name)s'; det kan være slettet.")
            raise VisitationError(said % {"name": name})
        self._over_base(self._saved_as(name), f"'{name}'")
        self.chosen = replace(self.chosen, name=name, changed=self._saved_as(name))

    def save(self, name: str) -> None:
        """Keeps the scenario under a name, in place of an earlier one of that name."""
        _, session = translator(self.session.lang), self.session
        if not self.chosen.changed:
            raise VisitationError(_("Der er ikke ændret noget i forhold til Grundlag."))
        stored = session.register.save_scenario(session.model.head.id, name, dict(self.chosen.changed), session.today)
        self.reload()
        self.open(stored.name)
        self.message = ("ok", _("Gemt som %(name)s.") % {"name": stored.name})

    def delete(self) -> None:
        """Lets go of the scenario that is open."""
        _, name = translator(self.session.lang), self.chosen.name
        if name == BASE:
            return
        self.session.register.drop_scenario(self.session.model.head.id, name)
        self.chosen = replace(self.chosen, name=BASE, changed={})
        self.reload()
        self.message = ("ok", _("%(name)s er slettet.") % {"name": name})

    def compare(self, name: str) -> None:
        """Puts a saved scenario beside the basis' own, or takes it away."""
        if name in self.saved:
            self.chosen = self.chosen.beside(name)

    def look_back(self) -> None:
        """Holds the forecasts that could have been made against what came."""
        try:
            checks = backtest(self.basis.weeks, SEED, self.basis.stated)
            self.past = checks, rows(checks)
        except VisitationError as error:
            self.past = error
