"""How wide a text stands on paper: a line below a title is as long as the title."""

from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from PIL import ImageFont

from documents.official.profiles import Style

_STEPS = 100


def typefaces() -> Path:
    """Returns the folder of the typefaces that are as wide as Times New Roman."""
    return Path(str(files("documents.official").joinpath("typefaces")))


def width_of(text: str, style: Style) -> float:
    """Returns the width of a text in points."""
    return _face(style.bold, style.italic).getlength(text) * style.size / _STEPS


@lru_cache
def _face(bold: bool, italic: bool) -> ImageFont.FreeTypeFont:
    names = {
        (False, False): "Regular",
        (True, False): "Bold",
        (False, True): "Italic",
        (True, True): "BoldItalic",
    }
    return ImageFont.truetype(typefaces() / f"LiberationSerif-{names[bold, italic]}.ttf", _STEPS)
