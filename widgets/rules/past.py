"""How the register's past cases would move under other rules, as plain data for the screen."""

from visitation.model import Model
from visitation.register.replay import BESIDE, OPEN, WITHOUT, Transitions
from widgets.text import count, translator


def past(moved: Transitions | None, old: Model, new: Model, lang: str) -> dict | None:
    """How many past cases there are, and where those stand that would stand elsewhere; None when there are no such cases."""
    if moved is None or not moved.cases:
        return None
    _ = translator(lang)
    words = {"n": count(moved.cases, lang), "changed": count(moved.changed, lang)}
    names = {BESIDE: _("ved siden af trappen"), OPEN: _("uafklaret"), WITHOUT: _("uden regel")}
    names |= {step: found.label.in_(lang) for step, found in (old.steps | new.steps).items()}
    rows = [f"{names[before]} → {names[after]}: {count(n, lang)}" for (before, after), n in moved.counts.items() if before != after]
    return {"line": _("Registrets tidligere sager: %(n)s. Ville stå et andet sted: %(changed)s.") % words, "sentences": rows, "more": None}
