"""Exchange of decision tables with other tools: DMN editors and spreadsheets."""

from visitation.screening.exchange.dmn import to_dmn
from visitation.screening.exchange.dmn_table import from_dmn
from visitation.screening.exchange.sheet import to_sheet
from visitation.screening.exchange.sheet_table import from_sheet

__all__ = ["from_dmn", "from_sheet", "to_dmn", "to_sheet"]
