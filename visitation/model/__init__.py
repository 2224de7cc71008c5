"""Municipal models as data: read, check and freeze such a folder."""

from visitation.model.load import Model, load, shipped
from visitation.model.schema import Guard, Input, Outcome, Rule, Section, Source, Step, Table, Text, Timer

__all__ = [
    "Guard",
    "Input",
    "Model",
    "Outcome",
    "Rule",
    "Section",
    "Source",
    "Step",
    "Table",
    "Text",
    "Timer",
    "load",
    "shipped",
]
