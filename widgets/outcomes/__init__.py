"""What came of it: the success criteria, return to support by cohort, and the citizens' own scores, each with its n and how sure it is."""

from widgets.outcomes.panel import panel

__all__ = ["panel"]
