"""The buttons of the directory by workbook."""

from dataclasses import dataclass

from domain.buttons import Button


class WorkbookButton(Button, task="workbook"):
    """Leads to the directory by workbook."""


@dataclass(frozen=True)
class ApplyImport(WorkbookButton, letter="a"):
    """Brings in what was previewed."""

    id: int


@dataclass(frozen=True)
class DropImport(WorkbookButton, letter="x"):
    """Drops what was previewed."""

    id: int


@dataclass(frozen=True)
class AgreeToList(WorkbookButton, letter="m"):
    """Agrees to how a list was read."""

    id: int


@dataclass(frozen=True)
class CorrectList(WorkbookButton, letter="e"):
    """Puts right how a list was read."""

    id: int


@dataclass(frozen=True)
class DropList(WorkbookButton, letter="q"):
    """Drops a list."""

    id: int


class ExportDirectory(WorkbookButton, letter="export"):
    """Has one's own part of the directory written out."""


WORKBOOK_BUTTONS = (
    ApplyImport,
    DropImport,
    AgreeToList,
    CorrectList,
    DropList,
    ExportDirectory,
)
