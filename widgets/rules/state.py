"""Which table is on the screen, the copy being edited, what its proof says, and where a new version is stored."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from visitation.errors import VisitationError
from visitation.model import Model, Table, load, versions
from visitation.model.load import MUNICIPALITIES
from visitation.model.write import parse_table, save_version, table_text
from visitation.register.replay import Transitions
from visitation.screening import build, periods
from visitation.screening.difference import Difference, difference, differences
from visitation.screening.exchange import from_sheet, to_sheet
from widgets.rules import edits
from widgets.rules.proofs import TableProof, prove_table
from widgets.rules.replayed import Replayed
from widgets.session import Session
from widgets.text import full_date, translator

UNSAID = "Skriv begrundelsen her."  # stands in a new rule until somebody says why


class RulesState:
    """The rules of one model: what is read, what is being changed, what has been saved."""

    def __init__(self, session: Session):
        self.session = session
        self.message: tuple[str, str] | None = None
        self.kept: str | None = None
        self.turn = 0  # of the actions: one that is refused twice is told twice, so that the screen takes back what was chosen
        self.replayed = Replayed(session.register)
        self._proofs: dict[str, tuple[Table, TableProof]] = {}
        self.shown = session.model.head.meeting.table
        self._take(session.model, session.versions)

    def _take(self, model: Model, known: tuple[Model, ...]) -> None:
        """Starts afresh on a version, with nothing changed."""
        self.model, self.versions, self.editing = model, known, False
        self.drafts: dict[str, Table] = {}
        self.history: dict[str, list[Table]] = {}
        self.other: Model | None = None
        shipped = MUNICIPALITIES.resolve() in model.folder.resolve().parents
        self.form = {
            "folder": "" if shipped or len(known) == 1 else str(model.folder.resolve().parent),
            "version": _next_version(model.head.version, self.session.today),
            "valid_from": _next_month(max(self.session.today, model.head.valid.from_)).isoformat(),
        }

    @property
    def saved(self) -> Table:
        """The table on the screen as its version has it."""
        return self.model.tables[self.shown]

    @property
    def table(self) -> Table:
        """The table on the screen as it is now."""
        return self.now(self.shown)

    def now(self, table: str) -> Table:
        """A table with the changes made to it."""
        return self.drafts.get(table, self.model.tables[table])

    def proof(self, table: str) -> TableProof:
        """What the proof of a table says now."""
        now = self.now(table)
        if table not in self._proofs or self._proofs[table][0] is not now:
            self._proofs[table] = (now, prove_table(now, self.session.lang))
        return self._proofs[table][1]

    def changes(self) -> list[tuple[date, Difference]]:
        """What the draft of the table on the screen changes, from each day on which the rules in force change."""
        days = sorted({*periods(self.saved), *periods(self.table)})
        return [(day, difference(build(self.saved, day), build(self.table, day))) for day in days]

    def moved(self) -> Transitions | None:
        """How the register's past cases would move under the draft; None for a table that the meeting does not walk."""
        if self.shown != self.model.head.meeting.table:
            return None
        return self.replayed.moved(self.model, self.draft)

    def moved_compared(self) -> Transitions | None:
        """How they would move from the older to the newer of the two versions that are compared."""
        return self.replayed.moved(*self.in_order()) if self.other else None

    @property
    def draft(self) -> Model:
        """The model as the drafts would make it."""
        return replace(self.model, tables=self.model.tables | self.drafts)

    def compared(self) -> list[Difference]:
        """The other version held against this one, table by table, the older first; nothing when there is none."""
        if self.other is None:
            return []
        return differences(*({name: build(t, _begin(m)) for name, t in m.tables.items()} for m in self.in_order()))

    def in_order(self) -> list[Model]:
        """The two versions that are compared, the older first."""
        return sorted((self.other, self.model), key=_begin) if self.other else []

    # What a person can do; each is an action of the screen.

    def show(self, table: str) -> None:
        """Puts a table on the screen."""
        self.shown = self.model.table(table).id

    def edit(self) -> None:
        """Begins to edit, or goes back to reading; what was changed stays."""
        self.editing = not self.editing

    def add(self, after: str) -> None:
        """Adds a rule after another one, or ("") at the end."""
        _ = translator(self.session.lang)
        taken = [rule.id for table in (self.saved, *self.history.get(self.shown, ())) for rule in table.rules]
        self.change(edits.add_rule(self.table, after or None, taken, _(UNSAID), _("Nyt afsnit")))

    def undo(self) -> None:
        """Takes back the last edit of the table on the screen."""
        if past := self.history.get(self.shown):
            self.drafts[self.shown] = past.pop()
            self._forget_unchanged()

    def discard(self) -> None:
        """Takes back every edit of the table on the screen; `undo` brings them back."""
        self.change(self.saved)

    def change(self, after: Table) -> None:
        """Puts an edited table in place of the one on the screen; ModelError when the model could not be read with it."""
        if after == self.table:
            return
        after = parse_table(table_text(after), self.model)
        self.history.setdefault(self.shown, []).append(self.table)
        self.drafts[self.shown] = after
        self.editing = True
        self._forget_unchanged()

    def take_sheet(self, name: str, content: bytes) -> None:
        """Takes in a spreadsheet of the table on the screen as one edit; refused like a file of the model."""
        self.change(from_sheet(content, name, self.model, self.saved))

    def sheet(self) -> tuple[str, bytes]:
        """The table on the screen as a spreadsheet: its file name and content."""
        return f"{self.shown}.xlsx", to_sheet(self.table, self.model)

    def _forget_unchanged(self) -> None:
        if self.drafts.get(self.shown) == self.saved:
            del self.drafts[self.shown]

    def save(self, folder: str, version: str, valid_from: str) -> None:
        """Stores the changes as a new version in a folder of the municipality's own, and goes on from it."""
        _ = translator(self.session.lang)
        self.form = {"folder": folder, "version": version, "valid_from": valid_from}
        if wrong := [table for table in self.model.tables if not self.proof(table).ok]:
            raise VisitationError(_("Kan ikke gemmes: %(tables)s er ikke bevist. Ret fundene først.") % {"tables": ", ".join(wrong)})
        if not self.drafts:
            raise VisitationError(_("Der er ikke ændret noget at gemme."))
        if unsaid := [rule.id for table in self.drafts.values() for rule in table.rules if rule.reason.da == _(UNSAID)]:
            raise VisitationError(_("Kan ikke gemmes: skriv en begrundelse for %(rules)s.") % {"rules": ", ".join(unsaid)})
        shelf = Path(folder.strip())
        if not shelf.is_absolute():
            raise VisitationError(_("Skriv hele stien til den mappe, hvor kommunens versioner skal ligge."))
        stored = save_version(self.model, self.drafts, shelf, version.strip(), self._day(valid_from))
        self._take(load(stored), tuple(versions(stored.parent)))
        said = _("Gemt som version %(version)s, gældende fra %(day)s, i %(folder)s")
        words = {"version": self.model.head.version, "day": full_date(_begin(self.model), self.session.lang), "folder": stored}
        self.message = ("ok", said % words)

    def _day(self, text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise VisitationError(translator(self.session.lang)("Gælder fra: skriv en dato som 2021-03-09.")) from None

    def compare(self, other: str) -> None:
        """Holds another version against this one: one that stands beside it by name, or a model or folder; "" ends it."""
        known = {model.head.version: model for model in self.versions}
        self.other = None if not other.strip() else known.get(other.strip()) or load(other.strip())


def _begin(model: Model) -> date:
    return model.head.valid.from_


def _next_version(version: str, today: date) -> str:
    """The name that the next version may have: 2021.1 is followed by 2021.2, in a later year by 2022.1."""
    year, _, number = version.partition(".")
    return f"{year}.{int(number) + 1}" if year == str(today.year) and number.isdecimal() else f"{today.year}.1"


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
