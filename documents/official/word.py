"""Draws a paper as a Word file, in exact measures; comments say what each sentence rests on."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO

from docx import Document
from docx.document import Document as WordFile
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph as Line

from documents.official import word_marks as marks
from documents.official.measuring import width_of
from documents.official.paper import (
    Annex,
    Block,
    Heading,
    Paper,
    Paragraph,
    Picture,
    Signature,
    Table,
)
from documents.official.profiles import PAGE_HEIGHT, PAGE_WIDTH, Profile, Style

_LEFT, _CENTRE = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER
_JUSTIFIED, _RIGHT = WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.RIGHT
_CELL, _HEAD = Style(10.5), Style(10.5, bold=True)
_CELL_STYLE, _HEAD_STYLE = "Cell", "CellHead"
_PADDING = 1
_FEW_ROWS = 15
_NOTE = Style(12, italic=True)
_SIGNING_ROOM = 4
_PICTURE_HEIGHT = 90
# A line of this height holds a drawn line and nothing else.
_THIN = 4
# Tails of letters end above it.
_CLEAR = 2
_SHARE_OF_ISSUER = 0.4


def render_word(paper: Paper, *, made_at: datetime) -> bytes:
    """Returns the paper as a .docx file."""
    return _Writer(paper, made_at).write()


class _Writer:
    """Writes one paper, from the letterhead to the last annex."""

    def __init__(self, paper: Paper, made_at: datetime) -> None:
        self._paper, self._profile, self._made_at = paper, paper.profile, made_at
        self._file: WordFile = Document()

    def write(self) -> bytes:
        """Returns the finished file."""
        self._set_up()
        self._letterhead()
        self._title()
        for block in self._paper.body:
            self._block(block)
        self._signatures()
        for annex in self._paper.annexes:
            self._annex(annex)
        written = BytesIO()
        self._file.save(written)
        return written.getvalue()

    def _set_up(self) -> None:
        profile, file = self._profile, self._file
        section = file.sections[0]
        section.page_width, section.page_height = Mm(PAGE_WIDTH), Mm(PAGE_HEIGHT)
        section.top_margin, section.bottom_margin = Mm(profile.top), Mm(profile.bottom)
        section.left_margin, section.right_margin = Mm(profile.left), Mm(profile.right)
        marks.set_usual_font(file, profile.body.size)
        marks.add_style(file, _CELL_STYLE, _CELL)
        marks.add_style(file, _HEAD_STYLE, _HEAD)
        marks.number_pages(section, profile.page_number, from_edge=profile.number_from_edge)
        about = file.core_properties
        about.title = f"{self._paper.title} {self._paper.subject}"[:255]
        about.author, about.last_modified_by = self._paper.author[:255], ""
        about.created = about.modified = self._made_at.replace(tzinfo=None)
        about.comments, about.language = "", "vi"

    def _letterhead(self) -> None:
        paper, profile = self._paper, self._profile
        table = self._file.add_table(rows=1, cols=2)
        marks.set_padding(table, sides=0)
        marks.set_widths(table, profile.head_columns)
        marks.keep_whole(table.rows[0])
        left, right = table.rows[0].cells
        if paper.superior:
            _say(left, paper.superior, profile.superior)
        _say(left, paper.issuer, profile.issuer)
        if profile.under_issuer == "line":
            _draw(left, min(width_of(paper.issuer, profile.issuer), 150) * _SHARE_OF_ISSUER)
        else:
            _say(left, profile.under_issuer, profile.issuer)
        if paper.number:
            _say(left, paper.number, profile.number_style)
        if paper.remark:
            _say(left, paper.remark, profile.remark)
        for text, style in profile.motto:
            _say(right, text, style)
        _draw(right, width_of(*profile.motto[-1]))
        _say(right, paper.place_date, profile.place_date, before=6)

    def _title(self) -> None:
        paper, profile = self._paper, self._profile
        _set(self._line(_CENTRE, before=14), paper.title, profile.title)
        if paper.subject:
            _set(self._line(_CENTRE), paper.subject, profile.subject)
        if profile.under_subject == "line":
            width = min(width_of(paper.subject or paper.title, profile.subject), 300)
            self._thin_line(width * _SHARE_OF_ISSUER)
        else:
            _set(self._line(_CENTRE), profile.under_subject, Style(profile.subject.size))
        self._line(_CENTRE).paragraph_format.space_after = Pt(0)

    def _thin_line(self, width: float) -> None:
        paragraph = self._line(_CENTRE)
        _thin(paragraph)
        marks.draw_line(paragraph, width)

    def _line(self, alignment: WD_ALIGN_PARAGRAPH, *, before: float = 0) -> Line:
        paragraph = self._file.add_paragraph()
        paragraph.alignment = alignment
        paragraph.paragraph_format.space_before = Pt(before)
        return paragraph

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                self._paragraph(block)
            case Table():
                self._table(block)
            case Picture():
                self._picture(block)

    def _heading(self, heading: Heading) -> None:
        body, profile = self._profile.body, self._profile
        paragraph = self._line(_JUSTIFIED, before=6 if heading.level == 1 else 0)
        _space(paragraph, profile)
        paragraph.paragraph_format.keep_with_next = True
        italic = heading.level > 2  # noqa: PLR2004 - the third level
        _set(paragraph, heading.text, Style(body.size, bold=not italic, italic=italic))
        paragraph.style = self._file.styles["Normal"]
        _mark_level(paragraph, heading.level)

    def _paragraph(self, block: Paragraph) -> None:
        paragraph = self._line(_JUSTIFIED)
        _space(paragraph, self._profile)
        for number, sentence in enumerate(block.sentences):
            text = f" {sentence.text}" if number else sentence.text
            run = paragraph.add_run(text)
            marks.set_font(run, self._profile.body)
            if sentence.basis and self._paper.shows_basis:
                said = self._file.add_comment([run], sentence.basis, author="", initials="")
                said._comment_elm.set(qn("w:date"), f"{self._made_at:%Y-%m-%dT%H:%M:%SZ}")

    def _table(self, block: Table) -> None:
        if block.caption:
            caption = self._line(_CENTRE, before=6)
            caption.paragraph_format.keep_with_next = True
            _set(caption, block.caption, Style(12, bold=True))
        table = self._file.add_table(rows=1, cols=len(block.heads), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        marks.set_padding(table, sides=_PADDING)
        _fill(self._file, table.rows[0], block.heads, _HEAD_STYLE, range(len(block.heads)))
        marks.repeat_on_pages(table.rows[0])
        for values in block.rows:
            _fill(self._file, table.add_row(), values, _CELL_STYLE, block.numbers)
        if block.total:
            _fill(self._file, table.add_row(), block.total, _HEAD_STYLE, block.numbers)
        if len(block.rows) <= _FEW_ROWS:
            # What fits is kept together, its caption above it.
            for row in table._tbl.tr_lst[:-1]:
                for cell in row.tc_lst:
                    Line(cell.p_lst[0], self._file).paragraph_format.keep_with_next = True
        share = self._profile.text_width / sum(block.widths)
        marks.set_widths(table, tuple(width * share for width in block.widths))
        _set(self._line(_LEFT), "", Style(6))

    def _picture(self, block: Picture) -> None:
        paragraph = self._line(_CENTRE, before=6)
        paragraph.paragraph_format.keep_with_next = True
        shape = paragraph.add_run().add_picture(BytesIO(block.content), height=Mm(_PICTURE_HEIGHT))
        widest = Mm(self._profile.text_width)
        if shape.width > widest:
            shape.height = Mm(_PICTURE_HEIGHT * widest / shape.width)
            shape.width = widest
        shape._inline.docPr.set("descr", block.caption)
        _set(self._line(_CENTRE), block.caption, _NOTE)

    def _signatures(self) -> None:
        paper, profile = self._paper, self._profile
        # Nobody signs a page on which nothing else stands.
        if self._file.paragraphs:
            self._file.paragraphs[-1].paragraph_format.keep_with_next = True
        self._line(_LEFT).paragraph_format.keep_with_next = True
        table = self._file.add_table(rows=1, cols=2)
        marks.set_padding(table, sides=0)
        marks.set_widths(table, (profile.text_width / 2, profile.text_width / 2))
        marks.keep_whole(table.rows[0])
        left, right = table.rows[0].cells
        if paper.left_signature:
            self._sign(left, paper.left_signature)
        elif paper.recipients:
            _say(left, paper.recipients_label, profile.recipients_label, alignment=_LEFT)
            for line in paper.recipients:
                _say(left, line, profile.recipients, alignment=_LEFT)
        self._sign(right, paper.signature)

    def _sign(self, cell: _Cell, signature: Signature) -> None:
        profile = self._profile
        if signature.authority:
            _say(cell, signature.authority, profile.authority)
        if signature.title:
            style = profile.signer_title if signature.authority else profile.authority
            _say(cell, signature.title, style)
        for _ in range(_SIGNING_ROOM):
            _say(cell, "", profile.signer_name)
        _say(cell, signature.name, profile.signer_name)

    def _annex(self, annex: Annex) -> None:
        title = self._line(_CENTRE)
        title.paragraph_format.page_break_before = True
        _set(title, annex.title, Style(14, bold=True))
        _set(self._line(_CENTRE), annex.subject, Style(14, bold=True))
        self._line(_CENTRE)
        for block in annex.blocks:
            self._block(block)


def _say(
    cell: _Cell,
    text: str,
    style: Style,
    *,
    alignment: WD_ALIGN_PARAGRAPH = _CENTRE,
    before: float = 0,
) -> None:
    paragraph = marks.first_paragraph(cell)
    paragraph.alignment = alignment
    paragraph.paragraph_format.space_before = Pt(before)
    _set(paragraph, text, style)


def _draw(cell: _Cell, width: float) -> None:
    paragraph = cell.add_paragraph()
    paragraph.alignment = _CENTRE
    _thin(paragraph)
    marks.draw_line(paragraph, width)


def _thin(paragraph: Line) -> None:
    form = paragraph.paragraph_format
    form.space_before = Pt(_CLEAR)
    form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    form.line_spacing = Pt(_THIN)


def _set(paragraph: Line, text: str, style: Style) -> None:
    marks.set_font(paragraph.add_run(text), style)


def _space(paragraph: Line, profile: Profile) -> None:
    form = paragraph.paragraph_format
    form.first_line_indent = Mm(profile.first_line)
    form.space_after = Pt(profile.space_after)
    if profile.is_pitch_exact:
        form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        form.line_spacing = Pt(profile.line_pitch)
    else:
        form.line_spacing = profile.line_pitch


def _fill(
    file: WordFile, row: _Row, values: Iterable[str], style: str, centred: Iterable[int]
) -> None:
    marks.keep_whole(row)
    middle = frozenset(centred)
    # The library's own list of cells walks through the whole table each time.
    for place, (cell, value) in enumerate(zip(row._tr.tc_lst, values, strict=True)):
        paragraph = Line(cell.p_lst[0], file)
        # Letters set cell by cell would take most of the time that a file takes.
        cell.p_lst[0].style = style
        paragraph.alignment = _CENTRE if place in middle else _LEFT
        paragraph.add_run(value)


def _mark_level(paragraph: Line, level: int) -> None:
    """Makes a heading one in the outline, without the look of Word's own headings."""
    properties = paragraph._p.get_or_add_pPr()
    outline = properties.makeelement(qn("w:outlineLvl"), {qn("w:val"): str(level - 1)})
    properties.append(outline)
