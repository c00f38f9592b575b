"""The directory brought in from a workbook, and written out as one."""

from operations.access import Limits, limits_of
from operations.workbook.applying import Applied, apply_import, finish_imports, stage_import
from operations.workbook.exporting import export_rows
from operations.workbook.planning import make_plan
from operations.workbook.plans import Plan
from operations.workbook.reforming import try_reforms
from operations.workbook.scoping import within_limits
from operations.workbook.wording import fault_lines, preview_lines

__all__ = [
    "Applied",
    "Limits",
    "Plan",
    "apply_import",
    "export_rows",
    "fault_lines",
    "finish_imports",
    "limits_of",
    "make_plan",
    "preview_lines",
    "stage_import",
    "try_reforms",
    "within_limits",
]
