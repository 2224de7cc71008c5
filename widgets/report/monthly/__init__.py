"""The report of a month: one municipality, one month; each section is a function of a study that gives something to display."""

from widgets.report.monthly.inflow import inflow, mix
from widgets.report.monthly.ladder import ladder
from widgets.report.monthly.outcomes import outcomes
from widgets.report.monthly.promises import promises
from widgets.report.monthly.question import method, question
from widgets.report.monthly.study import study
from widgets.report.monthly.waiting import waiting

__all__ = ["inflow", "ladder", "method", "mix", "outcomes", "promises", "question", "study", "waiting"]
