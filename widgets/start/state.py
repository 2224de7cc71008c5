"""What the doorway knows: the meeting's agenda, where the cases stand, and what came of an import."""

from collections import Counter

from visitation.errors import VisitationError
from visitation.intake import import_bytes
from visitation.register.agenda import Item, agenda
from visitation.register.cases import cases
from visitation.register.due import due
from visitation.register.imports import Intake
from visitation.register.standing import Standing, helps, standing
from widgets.session import Session


class StartState:
    """The doorway of one municipality on one day."""

    def __init__(self, session: Session):
        self.session = session
        self.result: Intake | None = None
        self.error: str | None = None
        self.reload()

    def reload(self) -> None:
        """Reads the cases of this municipality from the register."""
        found = cases(self.session.register, self.session.model.head.id).values()
        self.agenda: list[Item] = agenda(found, self.session.model, self.session.today)
        self.owed: Counter[str] = Counter(item.status for item in due(found, self.session.model, self.session.today))
        self.standing: Standing = standing(found, helps(self.session.register), self.session.model, self.session.today)
        self.courses: Counter[str] = Counter("ended" if course.ended else "running" for case in found for course in case.courses)

    def take_in(self, name: str, content: bytes) -> None:
        """Imports an export, all or nothing, by the profile its columns fit; what is wrong becomes `error` or stands in `result`."""
        self.result, self.error = None, None
        try:
            self.result = import_bytes(content, name, None, self.session.model, self.session.register, self.session.today)
        except VisitationError as error:
            self.error = str(error)
        self.reload()
