"""What the reader has chosen of the economy: a unit to reckon on, a price of support, a case of one's own; nothing here is stored."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from visitation.economy.budget import Table, table
from visitation.economy.case import Case, case_of, changed
from visitation.economy.outcome import Cell, Outcome, outcome, sensitivity
from visitation.economy.read import notes, read_economy
from visitation.economy.schema import Alternative, Changes
from visitation.errors import VisitationError
from visitation.register.demo import SAMPLES
from visitation.statbank.cache import cache_path
from visitation.statbank.rates import Rate, per_thousand
from visitation.statbank.shown import Shown, shown
from widgets.economy.balance import Balance, balance
from widgets.economy.fields import OWN, case_fields, read_shares, shares_text, value_of, with_value
from widgets.economy.names import own_label, parameter_label
from widgets.economy.reviewed import reading
from widgets.session import Session
from widgets.text import translator

TABS = ("unit", "case", "statbank")
SHARES, TIMES = (0.02, 0.025, 0.05, 0.1, 0.15, 0.2), (0.5, 1.0, 1.5, 2.0)  # of the sensitivity
YEARS = 5  # of a case that no document gives, after the first
AS_WRITTEN = ""  # the alternative that is none


class EconomyState:
    """The economy of one municipality. `refused`: the field that could not be taken, what was written in it, and why."""

    def __init__(self, session: Session):
        self.session = session
        self.economy = read_economy(session.model)
        self.notes = notes(session.model, self.economy)
        self.tables: list[Table] = [table(budget) for budget in self.economy.budgets]
        self.base: Case = case_of(self.economy.case) if self.economy.case else _empty(session.today.year)
        self.case, self.tab = self.base, TABS[0]
        self.own: dict[str, int | None] = dict.fromkeys(OWN)
        self.kind: tuple[str, ...] | None = None
        self.refused: tuple[str, str, str] | None = None
        self.message: str | None = None
        if self.tables:
            self.budget(self.tables[0].budget.id)

    # The unit, and what would pay for it.

    @property
    def balance(self) -> Balance | None:
        """What would pay for the unit; None while a number is not known."""
        kr, courses, week_kr = self.own.values()
        return balance(kr, courses, week_kr, self.economy.volumes) if kr and courses and week_kr else None

    # The case, and what it comes to.

    @property
    def edited(self) -> bool:
        """Whether the reader's case is another than the document's."""
        return self.case != self.base

    @cached_property
    def document(self) -> Outcome:
        """What the document's own numbers come to."""
        return outcome(self.base)

    @property
    def outcome(self) -> Outcome:
        """What the reader's case comes to."""
        return outcome(self.case)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to reckon on yet: no budget, or neither saving nor investment."""
        case = self.case
        return not case.budget_am + case.budget_hp or not (case.saving_share or case.investment)

    @cached_property
    def alternatives(self) -> list[tuple[Alternative, Outcome]]:
        """The other readings of the document, each with what it comes to."""
        return [(one, outcome(self._with(self.base, one))) for one in self._alternatives]

    @cached_property
    def groups(self) -> dict[str, list[Alternative]]:
        """The alternatives that answer the same caveat, by its id; those that answer none, by what they set."""
        found: dict[str, list[Alternative]] = {}
        for one in self._alternatives:
            found.setdefault(one.notes[0] if one.notes else next(iter(one.set.data())), []).append(one)
        return found

    def chosen(self, group: str) -> str | None:
        """Which alternative of a group the reader's case follows; None when it follows none."""
        keys = _keys(self.groups[group])
        own = [getattr(self.case, key) for key in keys]
        readings = {AS_WRITTEN: self.base} | {one.id: self._with(self.base, one) for one in self.groups[group]}
        return next((name for name, case in readings.items() if [getattr(case, key) for key in keys] == own), None)

    def sensitivity(self) -> tuple[Cell, ...]:
        """The reader's case at other savings, and at so many times the investment where there is one."""
        times = TIMES if self.case.investment else (1.0,)
        return sensitivity(self.case, sorted({*SHARES, self.case.saving_share} - {0.0}), times)

    @cached_property
    def _alternatives(self) -> tuple[Alternative, ...]:
        """Those of the economy, and what the review has measured so far."""
        return (*self.economy.case.alternatives, *reading(self.session)) if self.economy.case else ()

    def _with(self, case: Case, alternative: Alternative) -> Case:
        return changed(case, alternative.set.data(), alternative.label.in_(self.session.lang))

    # Danmarks Statistik.

    @cached_property
    def statbank(self) -> tuple[Shown, ...] | VisitationError:
        """The tables that have been fetched; sample tables beside sample cases where nobody fetched any."""
        path, samples = cache_path(None), SAMPLES / "statbank" / "statbank.json"
        try:
            return shown(self.session.model, samples if self._sampled(path) else path)
        except VisitationError as error:
            return error

    def _sampled(self, path: Path) -> bool:
        return self.session.sample and not path.exists()

    @cached_property
    def rates(self) -> tuple[Rate, ...]:
        """Services per thousand inhabitants; nothing while one of the tables is missing."""
        tables = () if isinstance(self.statbank, VisitationError) else self.statbank
        named = {one.query.id: one for one in tables}
        return per_thousand(named["ydelser"], named["befolkning"]) if {"ydelser", "befolkning"} <= named.keys() else ()

    # What the reader can choose; each is an action of the screen.

    def show(self, tab: str) -> None:
        """Shows one part of the page."""
        if tab in TABS:
            self.tab = tab

    def budget(self, name: str) -> None:
        """Reckons on a budget of the documents, with the courses it was to carry."""
        if found := next((one.budget for one in self.tables if one.budget.id == name), None):
            self.own |= {"kr": found.total.kr, "courses": found.courses.count}

    def set(self, key: str, given: str) -> None:
        """Gives a number; nothing written takes the document's own. Refused, the last good result stays."""
        try:
            if key in OWN:
                self.own[key] = OWN[key].read(given, own_label(key, self.session.lang), self.session.lang) if given.strip() else None
            else:
                self._set_case(key, given)
        except VisitationError as error:
            self.refused = (key, given, str(error))

    def choose(self, group: str, alternative: str) -> None:
        """Reads the document as an alternative does, "" as it is written; VisitationError when the years leave no room for it."""
        found = {one.id: one for one in self.groups.get(group, ())}
        if not found or alternative not in (AS_WRITTEN, *found):
            return
        given = {key: getattr(self.base, key) for key in _keys(found.values())}
        if alternative:
            given |= found[alternative].set.data()
        try:
            self.case = changed(self.case, given, "")
        except VisitationError:
            said = translator(self.session.lang)("Det valg har år, som ikke er med i beregningen; vælg et senere sidste år først.")
            raise VisitationError(said) from None

    def reset(self) -> None:
        """Takes the document's own case again."""
        self.case = self.base

    def look(self, kind: str) -> None:
        """Shows one kind of service, by its number."""
        kinds = list(dict.fromkeys(rate.kind for rate in self.rates))
        if kind.isdecimal() and int(kind) < len(kinds):
            self.kind = kinds[int(kind)]

    def _set_case(self, key: str, given: str) -> None:
        lang, fields = self.session.lang, case_fields(self.case)
        name = parameter_label(self.economy.case, key, lang) if key in (*fields, "phase_in") else None
        if key == "phase_in":
            value = read_shares(given.strip() or shares_text(self.base.phase_in, lang), name, lang)
        elif name:
            value = fields[key].read(given.strip() or fields[key].text(value_of(self.base, key), lang), name, lang)
        else:
            return
        self.case = changed(self.case, with_value(self.case, key, value), name)


def _empty(year: int) -> Case:
    """A case that nothing has been written into yet."""
    return Case(
        budget_am=0,
        budget_hp=0,
        saving_share=0.0,
        investment={},
        first_saving_year=year,
        price_year=year,
        first_year=year,
        last_year=year + YEARS,
    )


def _keys(alternatives: Iterable[Alternative]) -> list[str]:
    """What any of the alternatives says otherwise."""
    said = [one.set.data() for one in alternatives]
    return [key for key in Changes.__struct_fields__ if any(key in data for data in said)]
