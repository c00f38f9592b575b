"""The workbook that goes with a digest, written in a process of its own."""

from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import structlog

from bot.apart import run_apart
from bot.downloads import store_file
from domain.files import StoredFile
from operations.exports.asking import SheetFormat
from operations.notifications.digest_table import DigestTable

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class WorkbookMaker:
    """Writes the workbooks of digests and keeps each as a file."""

    folder: Path

    async def write(self, table: DigestTable, language: str) -> StoredFile | None:
        """Returns a workbook on disk, None where it could not be written."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=self.folder, prefix=".digest-") as place:
            file = Path(place) / "digest.xlsx"
            try:
                await run_apart(_write, table, language, file)
            except (BrokenProcessPool, OSError) as error:
                log.warning("workbook not written", reason=str(error) or type(error).__name__)
                return None
            return await store_file(file, mime=SheetFormat.XLSX.mime, folder=self.folder)


def _write(table: DigestTable, language: str, file: Path) -> None:
    from documents.tables.workbook import WorkbookTable  # noqa: PLC0415 - here alone

    with WorkbookTable(file, table.head, language) as written:
        written.add(table.rows)
