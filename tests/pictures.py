"""Pictures, sounds and films as phones make them, small."""

from io import BytesIO

import pillow_heif
from PIL import ExifTags, Image

TAKEN = "2026:11:05 19:31:00"
PLACE = "GPS was here"
MAKER = "Nokia of Thạch Thị Lan"


def picture(
    kind: str = "JPEG", *, size: tuple[int, int] = (64, 48), mode: str = "RGB", turn: int = 1
) -> bytes:
    """A picture, red at the left and blue at the right as it is to be seen, with metadata.

    `turn` is the EXIF orientation: 6 says that what is stored must be turned right to be seen.
    """
    seen = Image.new("RGB", size, "blue")
    seen.paste("red", (0, 0, size[0] // 2, size[1]))
    stored = seen.transpose(Image.Transpose.ROTATE_90) if turn == 6 else seen
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = turn
    exif[ExifTags.Base.Make] = MAKER
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = TAKEN
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSMapDatum] = PLACE
    made = BytesIO()
    if kind == "HEIF":
        pillow_heif.from_pillow(stored).save(made, quality=60, exif=exif.tobytes())
    else:
        given = {} if kind == "GIF" else {"exif": exif.tobytes()}
        if kind in ("GIF", "JPEG"):
            given["comment"] = MAKER.encode()
        stored.convert(mode).save(made, kind, **given)
    return made.getvalue()


def iso(brand: bytes, *tracks: bytes) -> bytes:
    """An ISO media file of a brand with tracks of a kind, "vide" or "soun"."""
    head = b"\0\0\0\x18ftyp" + brand + b"\0\0\0\0isommp42"
    handlers = b"".join(b"\0\0\0\x21hdlr" + b"\0" * 8 + track + b"\0" * 13 for track in tracks)
    return head + (len(handlers) + 8).to_bytes(4, "big") + b"moov" + handlers
