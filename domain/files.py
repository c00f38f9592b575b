"""What files are taken: told by their first bytes, never by their name."""

from dataclasses import dataclass

from domain.refusals import BadInput

# Telegram gives bots no larger file, and a phone's photo of the minutes is far smaller.
LARGEST_FILE = 20 * 1024 * 1024
# What is made of a file that came in lies beside it under this ending.
MADE = ".made"
# So many first bytes are enough to tell what a file is.
HEAD = 32

# A sheet kept as text has no sign by which to know it; its reader judges it.
TABLE = "text/csv"
# Word, Excel and PowerPoint before 2007: https://learn.microsoft.com/openspecs [MS-CFB].
OLD_OFFICE = "application/x-ole-storage"

_SIGNS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (8, b"WEBP", "image/webp"),
    (0, b"GIF8", "image/gif"),
    (0, b"II*\0", "image/tiff"),
    (0, b"MM\0*", "image/tiff"),
    (0, b"OggS", "audio/ogg"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"\xff\xfb", "audio/mpeg"),
    (0, b"\xff\xf3", "audio/mpeg"),
    (0, b"\xff\xf2", "audio/mpeg"),
    (0, b"\xff\xf1", "audio/aac"),
    (0, b"\xff\xf9", "audio/aac"),
    (0, b"#!AMR", "audio/amr"),
    (8, b"WAVE", "audio/wav"),
    (8, b"AVI ", "video/x-msvideo"),
    (0, b"\x1aE\xdf\xa3", "audio/webm"),
    (0, b"%PDF", "application/pdf"),
    (0, b"PK\x03\x04", "application/zip"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_OFFICE),
)
# The major brand of an ISO file (ISO/IEC 14496-12, 23008-12); any other holds film or sound.
_BRANDS = {
    **dict.fromkeys(
        (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"), "image/heic"
    ),
    **dict.fromkeys((b"avif", b"avis"), "image/avif"),
    **dict.fromkeys((b"M4A ", b"M4B "), "audio/mp4"),
    b"qt  ": "video/quicktime",
}


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file on disk, found by its SHA-256.

    A picture is stored as it can be shown, without what its camera wrote into it: `original` is
    the SHA-256 of what was sent and `taken` the camera's own date and time, "" where unknown.
    `kind` is what the content turned out to be.
    """

    sha256: str
    mime: str
    size: int
    kind: str = ""
    original: str = ""
    taken: str = ""


def sniff(head: bytes) -> str | None:
    """Returns the type that the first bytes (HEAD are enough) prove, None if it is unknown.

    An ISO file that may hold film or sound is said to be "video/mp4".
    """
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    return next((mime for at, sign, mime in _SIGNS if head[at : at + len(sign)] == sign), None)


def too_large(size: int = 0) -> BadInput:
    """Returns the refusal of a file larger than is taken, naming its size where that is known."""
    limit = LARGEST_FILE // 1024 // 1024
    if not size:
        return BadInput("file-too-large", megabytes=limit)
    return BadInput("file-too-large-size", megabytes=limit, size=-(-size // 1024 // 1024))
