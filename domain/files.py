"""What files are taken: told by their first bytes, never by their name."""

from dataclasses import dataclass

from domain.refusals import BadInput

# Telegram gives bots no larger file, and a phone's photo of the minutes is far smaller.
LARGEST_FILE = 20 * 1024 * 1024

# A sheet kept as text has no sign by which to know it; its reader judges it.
TABLE = "text/csv"

_SIGNS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (8, b"WEBP", "image/webp"),
    (4, b"ftypheic", "image/heic"),
    (4, b"ftypmif1", "image/heic"),
    (0, b"OggS", "audio/ogg"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"\xff\xfb", "audio/mpeg"),
    (4, b"ftypM4A", "audio/mp4"),
    (0, b"\x1aE\xdf\xa3", "audio/webm"),
    (0, b"%PDF", "application/pdf"),
    (0, b"PK\x03\x04", "application/zip"),
)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file on disk, found by its SHA-256."""

    sha256: str
    mime: str
    size: int


def sniff(head: bytes) -> str | None:
    """Returns the type that the first bytes (16 are enough) prove, None if it is none we take."""
    return next((mime for at, sign, mime in _SIGNS if head[at : at + len(sign)] == sign), None)


def is_taken(kind: str, mime: str | None) -> bool:
    """True when a file of this proven type may stand for what a kind of file holds."""
    wanted = {
        "photo": "image/",
        "voice": "audio/",
        "document": "application/",
        "workbook": "application/zip",
        "table": TABLE,
    }.get(kind)
    return bool(mime and wanted and mime.startswith(wanted))


def too_large(size: int = 0) -> BadInput:
    """Returns the refusal of a file larger than is taken, naming its size where that is known."""
    limit = LARGEST_FILE // 1024 // 1024
    if not size:
        return BadInput("file-too-large", megabytes=limit)
    return BadInput("file-too-large-size", megabytes=limit, size=-(-size // 1024 // 1024))
