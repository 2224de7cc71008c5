"""Running courses with the dates they have promised: what is broken, due and coming, and what is done next."""

from widgets.deadlines.panel import panel

__all__ = ["panel"]
