"""The buttons of sheets that are taken out."""

from dataclasses import dataclass

from documents.tables.columns import SheetName
from domain.buttons import Button
from domain.reporting_span import Span


class ExportButton(Button, task="export"):
    """Leads to sheets that are taken out."""


class ListExports(ExportButton, letter="l"):
    """The sheets that somebody asked for lately."""


@dataclass(frozen=True)
class ChooseSheetSpan(ExportButton, letter="s", separator="."):
    """Over which span a sheet is to be, of months of this length."""

    sheet: SheetName
    months: int = 1


@dataclass(frozen=True)
class OfSheet(ExportButton):
    """About a sheet of a span: of the only place one looks after, or first asked which."""

    sheet: SheetName
    span: Span
    place: int = 0


class ChooseSheet(OfSheet, letter="p"):
    """In which form the sheet is to be."""


class TakeWorkbook(OfSheet, letter="x"):
    """The sheet as a workbook."""


class TakeText(OfSheet, letter="c"):
    """The sheet as text, for people."""


class TakeRaw(OfSheet, letter="r"):
    """The sheet as text, for machines."""


EXPORT_BUTTONS = (ListExports, ChooseSheetSpan, ChooseSheet, TakeWorkbook, TakeText, TakeRaw)
