"""The faults of a form as sentences: sheet, row, column, and what to do."""

from collections.abc import Sequence

from domain.questionnaires.sheets import Fault
from texts import label


def fault_lines(faults: Sequence[Fault], language: str, *, most: int) -> list[str]:
    """Returns a line for each fault, those without which the form can do last."""
    lines = [
        label(
            "xlsform-at",
            language,
            sheet=fault.sheet,
            row=fault.row,
            column=fault.column,
            words=label(f"xlsform-fault-{fault.code}", language, what=fault.what),
        )
        for fault in faults[:most]
    ]
    left = len(faults) - most
    return [*lines, label("xlsform-more", language, count=left)] if left > 0 else lines
