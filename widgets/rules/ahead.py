"""From a rule change to its forecast: the change kept as a saved scenario, which the forecast's page opens."""

from visitation.errors import VisitationError
from visitation.forecast.changed import as_scenario
from visitation.forecast.measured import ENOUGH
from visitation.model import Model
from visitation.register.cases import Case
from visitation.register.replay import Transitions
from widgets.session import Session
from widgets.text import count, translator


def keep(session: Session, name: str, moved: Transitions, old: Model, new: Model, cases: list[Case]) -> None:
    """Saves what the change makes of the scenario's shares under the name; VisitationError when it makes nothing of them."""
    _ = translator(session.lang)
    changed = as_scenario(moved, old, new, cases, session.today)
    if changed is None:
        few = _("For få tidligere sager er afgjort af reglerne (mindst %(n)s), eller modellen har ingen tal til en prognose.")
        raise VisitationError(few % {"n": count(ENOUGH, session.lang)})
    if not changed:
        raise VisitationError(_("Andelene til § 82 og § 85 er de samme før og efter, så prognosen ændres ikke."))
    session.register.save_scenario(session.model.head.id, name, changed, session.today)
