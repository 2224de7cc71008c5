"""The doorway: what needs attention today, which model and register are open, and the way in for an export of enquiries."""

from widgets.start.panel import panel

__all__ = ["panel"]
