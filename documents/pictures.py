"""Pictures made fit to be shown: upright, without metadata, in a form every phone opens."""

import struct
from dataclasses import dataclass
from pathlib import Path

from PIL import (
    AvifImagePlugin,
    ExifTags,
    GifImagePlugin,
    Image,
    ImageOps,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)
from pillow_heif import register_heif_opener

register_heif_opener()
# How many points are too many is said below, in words.
Image.MAX_IMAGE_PIXELS = None

# Named, so that no reader of some odd format is ever asked.
_FORMATS = (
    AvifImagePlugin.AvifImageFile.format,
    GifImagePlugin.GifImageFile.format,
    JpegImagePlugin.JpegImageFile.format,
    PngImagePlugin.PngImageFile.format,
    TiffImagePlugin.TiffImageFile.format,
    WebPImagePlugin.WebPImageFile.format,
    "HEIF",
)
# The largest sensors of phones give 200 million points; four bytes each must fit the worker.
MOST_POINTS = 210_000_000
# Enough to read every letter of two pages of minutes.
_KEPT_POINTS = 24_000_000
_QUALITY = 88
_LONGEST_TIME = 25
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, struct.error)


class BadPicture(Exception):
    """The picture cannot be shown; the argument says why: "damaged" or "too-many-points"."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it was made: its type, and when the camera says it was taken."""

    mime: str
    taken: str


def make_displayable(source: Path, target: Path) -> Picture:
    """Writes a picture anew, wholly decoded, upright and without metadata; raises BadPicture."""
    try:
        with Image.open(source, formats=_FORMATS) as image:
            if image.width * image.height > MOST_POINTS:
                raise BadPicture("too-many-points")
            taken = _taken(image)
            if image.format in ("JPEG", "MPO"):
                _halve_while_decoding(image)
            image.load()
            return Picture(_write(_upright(image), target), taken)
    except _BROKEN as error:
        raise BadPicture("damaged") from error


def _upright(image: Image.Image) -> Image.Image:
    """Turns a picture as the camera says; what it wrote may be broken, and the picture sound."""
    try:
        return ImageOps.exif_transpose(image)
    except _BROKEN:
        return image


def _halve_while_decoding(image: Image.Image) -> None:
    if image.width * image.height > 4 * _KEPT_POINTS:
        image.draft("RGB", (image.width // 2, image.height // 2))


def _write(image: Image.Image, target: Path) -> str:
    """Writes a JPEG, its colours as they were meant; returns its type."""
    profile = image.info.get("icc_profile")
    if image.has_transparency_data:
        image, profile = _on_white(image), None
    elif image.mode not in ("RGB", "L"):
        image, profile = image.convert("RGB"), None
    if image.width * image.height > _KEPT_POINTS:
        share = (_KEPT_POINTS / (image.width * image.height)) ** 0.5
        image = image.resize((int(image.width * share) or 1, int(image.height * share) or 1))
    # By itself Pillow keeps a comment.
    image.save(target, "JPEG", quality=_QUALITY, icc_profile=profile, comment=b"")
    return "image/jpeg"


def _on_white(image: Image.Image) -> Image.Image:
    """Lays what can be seen through on white, as paper is."""
    layer = image.convert("RGBA")
    paper = Image.new("RGBA", layer.size, "white")
    paper.alpha_composite(layer)
    return paper.convert("RGB")


def _taken(image: Image.Image) -> str:
    try:
        exif = image.getexif()
        found = exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal)
        time = found or exif.get(ExifTags.Base.DateTime) or ""
    except _BROKEN:
        return ""
    return str(time).strip("\0 ")[:_LONGEST_TIME]
