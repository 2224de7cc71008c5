"""The report of what came of it: cohorts, scores and success criteria; each section is a function of a study."""

from widgets.report.development.criteria import criteria
from widgets.report.development.published import published
from widgets.report.development.question import caveats, method, question
from widgets.report.development.returns import returns
from widgets.report.development.scores import scores
from widgets.report.development.steps import steps
from widgets.report.development.study import study

__all__ = ["caveats", "criteria", "method", "published", "question", "returns", "scores", "steps", "study"]
