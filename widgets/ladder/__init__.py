"""The ladder of a municipality: its steps, their law, who decides, what is offered and how many cases stand there."""

from widgets.ladder.panel import panel

__all__ = ["panel"]
