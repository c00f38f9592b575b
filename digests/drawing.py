"""Draws a described picture as PNG; it holds Python's lock and much memory, so do it apart."""

from io import BytesIO
from pathlib import Path
from typing import Any

import vl_convert
from PIL import Image

from digests.chart import SCALE

# Few colours keep a picture small on a slow line.
_COLOURS = 64


vl_convert.register_font_directory(str(Path(__file__).parent / "typefaces"))


def draw_png(spec: dict[str, Any]) -> bytes:
    """Returns the picture that a specification describes; raises ValueError for a wrong one."""
    drawn = vl_convert.vegalite_to_png(spec, scale=SCALE)
    with Image.open(BytesIO(drawn)) as picture:
        small = picture.convert("RGB").quantize(_COLOURS)
        if len(small.getcolors() or ()) == 1:
            raise ValueError("the picture is blank")
        content = BytesIO()
        small.save(content, "PNG", optimize=True)
    return content.getvalue()
