"""From a rule change to its forecast: the change kept as a saved scenario, which the forecast's page opens."""

from visitation.errors import VisitationError
from visitation.forecast.changed import as_scenario
from visitation.forecast.measured import ENOUGH
from widgets.acts import mismatch
from widgets.rules.state import RulesState
from widgets.text import count, translator


def ahead(state: RulesState, of: str) -> None:
    """Keeps what the "draft", or the two versions that are compared, make of the scenario's shares; `kept` is the scenario's name.

    VisitationError when it makes nothing of them."""
    draft, _ = of == "draft", translator(state.session.lang)
    moved = state.moved() if draft else state.moved_compared()
    if not moved:
        raise mismatch(state.session.lang)
    old, new = (state.model, state.draft) if draft else state.in_order()
    changed = as_scenario(moved, old, new, state.replayed.cases(old), state.session.today)
    if changed is None:
        few = _("For få tidligere sager er afgjort af reglerne (mindst %(n)s), eller modellen har ingen tal til en prognose.")
        raise VisitationError(few % {"n": count(ENOUGH, state.session.lang)})
    if not changed:
        raise VisitationError(_("Andelene til § 82 og § 85 er de samme før og efter, så prognosen ændres ikke."))
    name = f"{old.head.version} → {_('udkast') if draft else new.head.version}"
    state.session.register.save_scenario(old.head.id, name, changed, state.session.today)
    state.kept = name
