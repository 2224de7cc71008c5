"""The weekly meeting: from the agenda through the screening questions to a stored decision."""

from widgets.meeting.panel import panel

__all__ = ["panel"]
