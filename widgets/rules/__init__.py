"""The rules of a model: read a table as a grid, edit a copy, see the proof at once, save it as a version, compare versions."""

from widgets.rules.panel import panel

__all__ = ["panel"]
