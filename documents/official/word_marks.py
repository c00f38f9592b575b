"""What of a Word file python-docx has no words for: fonts, drawn lines, page numbers, rows."""

from itertools import count

from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from documents.official.profiles import FONT, Style

_EMU_PER_POINT = 12_700
_LINE_WEIGHT = 9_525
_TWIPS_PER_MM = 56.7
_NUMBERS = count(1)

_LINE = """\
<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent>
<mc:Choice Requires="wps"><w:drawing>
<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="0"/>
<wp:docPr id="{number}" name="Line {number}" descr=""/><a:graphic>
<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="0"/></a:xfrm>
<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="{weight}"><a:solidFill>
<a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>
</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:line style="width:{points}pt;height:0" from="0,0" to="{points}pt,0"
 strokecolor="black" strokeweight=".75pt"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>
"""


def set_font(run: Run, style: Style) -> None:
    """Sets the letters of a run; those with marks have their font in attributes of their own."""
    run.font.name, run.font.size = FONT, Pt(style.size)
    run.bold, run.italic, run.underline = style.bold, style.italic, style.underlined
    fonts = run._element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)


def set_usual_font(file: WordFile, size: float) -> None:
    """Sets the letters of all that says nothing else, and takes the template's spaces away."""
    normal = file.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(size)
    properties = normal.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)
    language = OxmlElement("w:lang")
    for script in ("w:val", "w:eastAsia"):
        language.set(qn(script), "vi-VN")
    properties.append(language)
    normal.paragraph_format.space_after = normal.paragraph_format.space_before = Pt(0)
    normal.paragraph_format.line_spacing = 1.0


def add_style(file: WordFile, name: str, style: Style) -> None:
    """Adds a style of paragraphs with these letters, in the usual font."""
    added = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    added.base_style = file.styles["Normal"]
    added.font.size, added.font.bold, added.font.italic = Pt(style.size), style.bold, style.italic


def draw_line(paragraph: Paragraph, width: float) -> None:
    """Puts a drawn line of so many points into a paragraph of its own."""
    paragraph._p.append(
        parse_xml(
            _LINE.format(
                width=round(width * _EMU_PER_POINT),
                points=round(width, 1),
                number=next(_NUMBERS),
                weight=_LINE_WEIGHT,
            )
        )
    )


def number_pages(section: Section, style: Style, *, from_edge: float) -> None:
    """Numbers the pages in the middle of the top margin, all but the first."""
    section.different_first_page_header_footer = True
    section.header_distance = Mm(from_edge)
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    set_font(run, style)
    for kind, text in (("begin", ""), ("", " PAGE "), ("end", "")):
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.set(qn("xml:space"), "preserve")
            mark.text = text
        run._r.append(mark)


def keep_whole(row: _Row) -> None:
    """Lets no page end in the middle of a row."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def repeat_on_pages(row: _Row) -> None:
    """Repeats a row at the head of each page that the table reaches."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def set_widths(table: Table, widths: tuple[float, ...]) -> None:
    """Sets the columns in millimetres: some programs go by columns, others by cells."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table._tbl.tr_lst:
        for cell, width in zip(row.tc_lst, widths, strict=True):
            cell.width = Mm(width)


def set_padding(table: Table, *, sides: float) -> None:
    """Sets how many millimetres stay free beside the words of a cell."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        edge = OxmlElement(side)
        edge.set(qn("w:w"), str(round(sides * _TWIPS_PER_MM)))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    table._tbl.tblPr.append(margins)


def first_paragraph(cell: _Cell) -> Paragraph:
    """Returns the next paragraph to write into: the empty one that a cell begins with, or new."""
    last: Paragraph = cell.paragraphs[-1]
    if len(cell.paragraphs) == 1 and not last.runs:
        return last
    added: Paragraph = cell.add_paragraph()
    return added
