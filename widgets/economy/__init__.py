"""What it costs: the unit and its spending, what would pay for it, and a business case line by line, each with what it can say."""

from widgets.economy.panel import panel

__all__ = ["panel"]
