"""Which failures an operator can mend and therefore needs no traceback for."""

import tarfile

from bot.archives import BackupError
from bot.disks import DatabaseLost
from bot.lock import AlreadyRunning
from bot.office import OfficeError
from bot.schema_watch import Outdated
from bot.settings import SettingsError
from channels.delivery import AccountRejected
from documents.book import BadFile
from domain.refusals import Refusal
from operations.workbook.wording import bad_file_line
from storage import StorageError
from texts import label

_EXPECTED = (
    AccountRejected,
    AlreadyRunning,
    BackupError,
    DatabaseLost,
    OSError,
    OfficeError,
    Outdated,
    SettingsError,
    StorageError,
    tarfile.TarError,
)


def unfold(error: BaseException) -> BaseException:
    """Returns the one failure inside a group of one, however deep."""
    while isinstance(error, BaseExceptionGroup) and len(error.exceptions) == 1:
        error = error.exceptions[0]
    return error


def describe(error: BaseException) -> str | None:
    """Returns one line for an expected failure, None for a fault of the program."""
    found = unfold(error)
    if isinstance(found, Refusal):
        return label(found.code, "en", **found.facts)
    if isinstance(found, BadFile):
        return bad_file_line(found, "en")
    return " ".join(str(found).split()) if isinstance(found, _EXPECTED) else None
