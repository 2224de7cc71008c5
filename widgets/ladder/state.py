"""What the ladder shows: the model's steps and where the register's cases stand."""

from visitation.register.cases import cases
from visitation.register.standing import Standing, standing
from widgets.session import Session


class LadderState:
    """The ladder of one municipality on one day."""

    def __init__(self, session: Session):
        self.session = session
        self.standing: Standing = standing(cases(session.register, session.model.head.id).values(), session.today)
