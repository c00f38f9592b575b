"""Photos made as large as paper needs them."""

from collections.abc import Iterable
from io import BytesIO
from itertools import islice
from pathlib import Path

# 165 millimetres at some 250 dots an inch.
_LONGEST_SIDE = 1600
_QUALITY = 80
# More are looked at one by one.
_MOST = 12


def shrink_photos(folder: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Returns by checksum the first photos that are there, as large as paper needs them."""
    small = {name: shrink_for_paper(folder / name[:2] / name) for name in islice(names, _MOST)}
    return {name: photo for name, photo in small.items() if photo is not None}


def shrink_for_paper(file: Path) -> bytes | None:
    """Returns a stored photo as a small JPEG, None where it is gone or is none."""
    from PIL import Image, ImageOps, JpegImagePlugin  # noqa: PLC0415 - large, and seldom used

    try:
        with Image.open(file, formats=(JpegImagePlugin.JpegImageFile.format,)) as image:
            image.draft("RGB", (_LONGEST_SIDE, _LONGEST_SIDE))
            small = ImageOps.exif_transpose(image).convert("RGB")
            small.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
            written = BytesIO()
            small.save(written, "JPEG", quality=_QUALITY)
            return written.getvalue()
    except (OSError, ValueError):
        return None
