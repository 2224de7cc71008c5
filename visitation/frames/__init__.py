"""The core's facts as tidy pandas frames, for whoever explores them: one row is one thing, and every column is documented.

`read` takes a municipality's part of a register; the other functions make frames of it, and `about` says what stands in them."""

from visitation.frames.about import about
from visitation.frames.extract import Extract, read
from visitation.frames.of_cases import cases, courses, decisions, words
from visitation.frames.of_forecast import assumptions, difference, forecast
from visitation.frames.of_guideposts import guideposts
from visitation.frames.of_model import budgets, business_case, contradictions, ladder
from visitation.frames.of_months import months, stock, weeks
from visitation.frames.of_outcomes import criteria, followed, returns, shares
from visitation.frames.of_promises import due, promises
from visitation.frames.of_records import events, faults, quality, read_file, records, rows
from visitation.register.demo import SAMPLES

__all__ = [
    "SAMPLES",
    "Extract",
    "about",
    "assumptions",
    "budgets",
    "business_case",
    "cases",
    "contradictions",
    "courses",
    "criteria",
    "decisions",
    "difference",
    "due",
    "events",
    "faults",
    "followed",
    "forecast",
    "guideposts",
    "ladder",
    "months",
    "promises",
    "quality",
    "read",
    "read_file",
    "records",
    "returns",
    "rows",
    "shares",
    "stock",
    "weeks",
    "words",
]
