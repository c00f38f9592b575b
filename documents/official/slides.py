"""Draws a paper as five slides at most; the notes say what each sentence rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR
from pptx.presentation import Presentation as Slides
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Inches, Length, Pt

from documents.official.paper import BarChart, Heading, Paper, Paragraph, Sentence

_WIDTH, _HEIGHT, _MARGIN = Inches(13.333), Inches(7.5), Inches(0.7)
_TITLE, _COVER_TITLE, _TOP, _BOTTOM = Inches(0.35), Inches(2.4), Inches(1.5), Inches(0.4)
_TITLE_ONLY = 5
# Besides the first, which says whose report it is.
_TOLD = 4
_MOST_SENTENCES = 6
# How large letters are by how many there are on the slide.
_SIZES = ((300, 28), (600, 24), (1000, 20), (1500, 16))
_SMALLEST = 13
_DARK = RGBColor(0x10, 0x4F, 0x55)
_WHITE, _BLACK = RGBColor(0xFF, 0xFF, 0xFF), RGBColor(0, 0, 0)
# Of each part in its order, with the letters on it.
_COLOURS = (
    (RGBColor(0x0B, 0x5B, 0x8F), _WHITE),
    (RGBColor(0xF4, 0xB7, 0x40), _BLACK),
    (RGBColor(0xC0, 0xC6, 0xCC), _BLACK),
)
_NO_NOUGHT = "0;;"


@dataclass(frozen=True, slots=True)
class _Section:
    """A heading and what is told below it."""

    title: str
    sentences: tuple[Sentence, ...]


def render_slides(paper: Paper, *, made_at: datetime) -> bytes:
    """Returns the paper as a .pptx file."""
    slides = Presentation()
    slides.slide_width, slides.slide_height = _WIDTH, _HEIGHT
    core = slides.core_properties
    core.title, core.author, core.last_modified_by = paper.title, paper.author, paper.author
    core.created = core.modified = made_at.replace(tzinfo=None)
    _cover(slides, paper)
    for place, sections in enumerate(_on_slides([*_sections(paper)])):
        _tell(slides, sections, paper.chart if place == 0 else None)
    written = BytesIO()
    slides.save(written)
    return written.getvalue()


def _sections(paper: Paper) -> Iterator[_Section]:
    title, said = "", list[Sentence]()
    for block in paper.body:
        if isinstance(block, Heading) and block.level == 1:
            if said:
                yield _Section(title, tuple(said))
            title, said = block.text, []
        elif isinstance(block, Paragraph):
            said.extend(block.sentences)
    if said:
        yield _Section(title, tuple(said))


def _on_slides(sections: Sequence[_Section]) -> list[Sequence[_Section]]:
    """Returns the sections of each slide: those that are one too many share the last."""
    alone = [[section] for section in sections[: _TOLD - 1]]
    rest = sections[_TOLD - 1 :]
    return [*alone, rest] if rest else list(alone)


def _cover(slides: Slides, paper: Paper) -> None:
    slide = _slide(slides, paper.title, _COVER_TITLE)
    about = _box(slide, Inches(3.7), Inches(1.6))
    _write(about, paper.subject, size=26)
    _write(about, paper.remark, size=16)
    issuer = _box(slide, Inches(0.6), Inches(1.2))
    _write(issuer, paper.superior, size=16)
    _write(issuer, paper.issuer, size=18, bold=True)
    _write(
        _box(slide, Inches(6.4), Inches(0.6)), f"{paper.number}  ·  {paper.place_date}", size=14
    )


def _tell(slides: Slides, sections: Sequence[_Section], chart: BarChart | None) -> None:
    slide = _slide(slides, sections[0].title, _TITLE)
    room = _HEIGHT - _TOP - _BOTTOM
    width = Length((_WIDTH - 3 * _MARGIN) // 2) if chart else None
    told = _box(slide, _TOP, Length(room), width=width)
    shown = [_first(section, _MOST_SENTENCES // len(sections)) for section in sections]
    size = _size(sum(len(one.text) for some in shown for one in some) * (2 if chart else 1))
    for place, (section, some) in enumerate(zip(sections, shown, strict=True)):
        if place:
            _write(told, section.title, size=size + 2, bold=True)
        for sentence in some:
            _write(told, f"• {sentence.text.removeprefix('- ')}", size=size)
    slide.notes_slide.notes_text_frame.text = "\n".join(
        f"{sentence.text} [{sentence.basis}]"
        for some in shown
        for sentence in some
        if sentence.basis
    )
    if chart:
        _chart(slide, chart, Length(room))


def _first(section: _Section, number: int) -> Sequence[Sentence]:
    return section.sentences[: max(1, number)]


def _size(letters: int) -> int:
    return next((size for most, size in _SIZES if letters <= most), _SMALLEST)


def _slide(slides: Slides, title: str, top: Length) -> Slide:
    slide: Slide = slides.slides.add_slide(slides.slide_layouts[_TITLE_ONLY])
    head = slide.shapes.title
    head.left, head.top, head.height = _MARGIN, top, Inches(1)
    head.width = Length(_WIDTH - 2 * _MARGIN)
    head.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    head.text_frame.clear()
    _write(head.text_frame, title, size=32, bold=True)
    return slide


def _box(slide: Slide, top: Length, height: Length, *, width: Length | None = None) -> TextFrame:
    wide = width or Length(_WIDTH - 2 * _MARGIN)
    frame = slide.shapes.add_textbox(_MARGIN, top, wide, height).text_frame
    frame.word_wrap = True
    return frame


def _write(frame: TextFrame, text: str, *, size: int, bold: bool = False) -> None:
    """Adds a line, unless there is nothing to say."""
    if not text:
        return
    line = frame.paragraphs[0]
    if line.runs:
        line = frame.add_paragraph()
    run = line.add_run()
    run.text = text
    run.font.size, run.font.bold = Pt(size), bold
    run.font.language_id = MSO_LANGUAGE_ID.VIETNAMESE
    if bold:
        run.font.color.rgb = _DARK
    line.space_after = Pt(size // 2)


def _chart(slide: Slide, bars: BarChart, height: Length) -> None:
    """Draws a chart of PowerPoint's own, which an office can change; the first row on top."""
    data = CategoryChartData()
    data.categories = [name for name, _ in reversed(bars.rows)]
    for place, part in enumerate(bars.parts):
        data.add_series(part, [numbers[place] for _, numbers in reversed(bars.rows)])
    left = Length((_WIDTH + _MARGIN) // 2)
    width = Length(_WIDTH - _MARGIN - left)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, left, _TOP, width, height, data)
    chart = frame.chart
    chart.has_title, chart.has_legend = True, True
    chart.chart_title.text_frame.text = bars.title
    chart.chart_title.text_frame.paragraphs[0].runs[0].font.size = Pt(14)
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    chart.font.size = Pt(12)
    chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 40, 100
    for series, (colour, letters) in zip(plot.series, _COLOURS, strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = colour
        series.data_labels.show_value = True
        series.data_labels.font.color.rgb = letters
        series.data_labels.number_format = _NO_NOUGHT
        series.data_labels.number_format_is_linked = False
