"""The report of a business case: line by line, other readings, and how sure it has to be; each section is a function of a study."""

from widgets.report.investment_case.lines import centres, lines
from widgets.report.investment_case.question import left_out, method, question
from widgets.report.investment_case.readings import alternatives, sensitivity
from widgets.report.investment_case.result import result
from widgets.report.investment_case.study import study

__all__ = ["alternatives", "centres", "left_out", "lines", "method", "question", "result", "sensitivity", "study"]
