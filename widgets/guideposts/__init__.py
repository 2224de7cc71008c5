"""The political guideposts: all focus points on one page, what the register can tell of each, what was done, and the year's wheel."""

from widgets.guideposts.panel import panel

__all__ = ["panel"]
