"""Writes a sheet page by page: a workbook, or text for people or machines."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from documents.tables.heading import TableHead
from documents.tables.text import TextTable
from operations.exports.asking import SheetFormat, SheetOrder
from operations.exports.heading import head_of
from operations.exports.pages import read_pages
from storage import UnitOfWork

if TYPE_CHECKING:
    from documents.tables.workbook import WorkbookTable


async def write_sheet(
    unit: UnitOfWork, order: SheetOrder, path: Path, *, on_rows: Callable[[int], object]
) -> int:
    """Writes a sheet to a file and returns how many rows it has; tells how many came each time.

    What breaks off half-way leaves a file whose last line says so.
    """
    head = await head_of(unit, order)
    with _open_table(path, head, order) as table:
        async for rows in read_pages(unit, order):
            table.add(rows)
            on_rows(len(rows))
    return table.rows


def _open_table(path: Path, head: TableHead, order: SheetOrder) -> "WorkbookTable | TextTable":
    if order.asked.format is SheetFormat.XLSX:
        from documents.tables.workbook import WorkbookTable  # noqa: PLC0415 - few ever need it

        return WorkbookTable(path, head, order.language)
    for_machines = order.asked.format is SheetFormat.RAW
    return TextTable(path, head, order.language, for_machines=for_machines)
