"""The joint exercise: the same invented case answered by several people in turn, and then what to talk about."""

from widgets.exercise.panel import panel

__all__ = ["panel"]
