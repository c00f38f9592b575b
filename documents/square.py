"""The QR code of a link as a picture for a page."""

import segno

_SCALE = 5


def draw_square(link: str) -> str:
    """Returns the code as SVG, without a style of its own."""
    code = segno.make(link, error="m", micro=False)
    return code.svg_inline(scale=_SCALE, svgclass="square", lineclass=None)
