"""The overlap group: about 1,000 citizens reviewed one at a time, how alike two raters see them, and what their grants say."""

from widgets.overlap.panel import panel

__all__ = ["panel"]
