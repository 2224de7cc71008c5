"""The forecast: what is to be expected of enquiries, waits, courses, support and cost, and how sure that is."""

from widgets.forecast.panel import panel

__all__ = ["panel"]
