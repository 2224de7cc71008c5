"""Municipal models as data: read, check and freeze such a folder."""

from visitation.model.base import Part, Source, Text
from visitation.model.load import Model, dated, in_force, load, shipped, versions
from visitation.model.schema import Guard, Input, Outcome, Rule, Section, Step, Table, Timer

__all__ = [
    "Guard",
    "Input",
    "Model",
    "Outcome",
    "Part",
    "Rule",
    "Section",
    "Source",
    "Step",
    "Table",
    "Text",
    "Timer",
    "dated",
    "in_force",
    "load",
    "shipped",
    "versions",
]
