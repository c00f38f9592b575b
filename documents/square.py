"""The QR code of a link as a picture for a page."""

_SCALE = 5


def draw_square(link: str) -> str:
    """Returns the code as SVG, without a style of its own."""
    import segno  # noqa: PLC0415 - few ever look at one

    code = segno.make(link, error="m", micro=False)
    return code.svg_inline(scale=_SCALE, svgclass="square", lineclass=None)
