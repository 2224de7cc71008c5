"""What the report notebooks show: each section is a function of a study that gives something to display."""

from widgets.report.ahead import ahead, changed, curves
from widgets.report.assumed import assumed
from widgets.report.drivers import capacity, movers
from widgets.report.method import method
from widgets.report.piece import heading
from widgets.report.question import question
from widgets.report.study import study
from widgets.report.tested import tested

__all__ = ["ahead", "assumed", "capacity", "changed", "curves", "heading", "method", "movers", "question", "study", "tested"]
