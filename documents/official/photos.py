"""Photos made as large as paper needs them."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps, JpegImagePlugin

# 165 millimetres at some 250 dots an inch.
_LONGEST_SIDE = 1600
_QUALITY = 80


def shrink_for_paper(file: Path) -> bytes | None:
    """Returns a stored photo as a small JPEG, None where it is gone or is none."""
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
