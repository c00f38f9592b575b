"""Invitation slips on A4: a name, a QR code, the code in letters, what to do and whom to ask."""

from collections.abc import Sequence
from io import BytesIO

import segno
from docx import Document
from docx.document import Document as Page
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from documents.slip import Slip
from texts import label

PER_PAGE = 3

_FONT = "Times New Roman"
_MARGIN, _HEIGHT = Cm(1.5), Cm(8)
_LEFT, _RIGHT = Cm(12.2), Cm(5.8)
_QR_WIDTH, _QR_OF_TWO = Cm(4.8), Cm(2.6)
_QR_SCALE = 8


def render_slips(slips: Sequence[Slip], *, heading: str, language: str) -> bytes:
    """Returns the slips as a .docx file, `PER_PAGE` to a page, with lines to cut along."""
    page = _empty_page(heading)
    for first in range(0, len(slips), PER_PAGE):
        if first:
            _break_page(page)
        table = page.add_table(rows=0, cols=2, style="Table Grid")
        table.autofit = False
        # Some programs go by the columns' widths, others by the cells'.
        table.columns[0].width, table.columns[1].width = _LEFT, _RIGHT
        for slip in slips[first : first + PER_PAGE]:
            _fill(table.add_row(), slip, heading, language)
    written = BytesIO()
    page.save(written)
    return written.getvalue()


def _empty_page(heading: str) -> Page:
    page = Document()
    section = page.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN
    page.core_properties.title = heading
    page.core_properties.author = ""
    style = page.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(14)
    # Word takes the font of letters with marks from its own attribute.
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)
    return page


def _break_page(page: Page) -> None:
    paragraph = page.add_paragraph()
    paragraph.paragraph_format.page_break_before = True
    _write(paragraph, "", size=1)


def _fill(row: _Row, slip: Slip, heading: str, language: str) -> None:
    # Programs measure letters differently: a row may grow, so that no line of it is cut off.
    row.height, row.height_rule = _HEIGHT, WD_ROW_HEIGHT_RULE.AT_LEAST
    _keep_whole(row)
    left, right = row.cells
    left.width, right.width = _LEFT, _RIGHT
    _write(left.paragraphs[0], heading, size=12, bold=True)
    _write(left.add_paragraph(), slip.name, size=20, bold=True)
    _write(left.add_paragraph(), slip.title, size=13)
    _write(left.add_paragraph(), slip.code, size=24, bold=True)
    opening = "slip-step-open" if slip.link or slip.zalo else "slip-step-messenger"
    for number, key in enumerate((opening, "slip-step-code", "slip-step-agree"), start=1):
        _write(left.add_paragraph(), f"{number}. {label(key, language)}", size=16)
    if slip.contact:
        _write(left.add_paragraph(), label("slip-contact", language, whom=slip.contact), size=12)
    _write(left.add_paragraph(), label("slip-until", language, day=slip.until), size=12)
    width = _QR_OF_TWO if slip.link and slip.zalo else _QR_WIDTH
    if slip.link:
        _draw_code(right, slip.link, width)
        by_hand = label("slip-page", language, page=slip.page)
        if slip.bot:
            by_hand = label("slip-bot", language, bot=slip.bot)
        _write(right.add_paragraph(), by_hand, size=11)
    if slip.zalo:
        _draw_code(right, slip.zalo, width)
        _write(right.add_paragraph(), label("slip-zalo", language), size=11)


def _keep_whole(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _write(paragraph: Paragraph, text: str, *, size: int, bold: bool = False) -> None:
    paragraph.paragraph_format.space_after = Pt(2)
    paragraph.paragraph_format.space_before = Pt(0)
    run = paragraph.add_run(text)
    run.font.size, run.bold = Pt(size), bold


def _draw_code(cell: _Cell, link: str, width: Length) -> None:
    picture = BytesIO()
    segno.make_qr(link, error="m").save(picture, kind="png", scale=_QR_SCALE, border=2)
    picture.seek(0)
    paragraph = cell.paragraphs[0]
    # The code's white edge stays off the line to cut along.
    paragraph.paragraph_format.space_before = Pt(6)
    paragraph.add_run().add_picture(picture, width=width)
