"""Word and PDF say the same, and what people wrote is never anything but words."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from pptx import Presentation
from pypdf import PdfReader

from documents.official.check import check_word
from documents.official.paper import (
    BarChart,
    Heading,
    Paragraph,
    Picture,
    Sentence,
    Signature,
    Table,
)
from documents.official.pdf import render_pdf
from documents.official.word import render_word
from documents.rendering import render_paper
from domain.official import ProfileName
from tests.documents.official.papers import ANNEXES, MADE_AT, paper_in
from tests.pictures import picture

HOSTILE = (
    '=HYPERLINK("x")',
    "<w:p>&amp;</w:p>",
    "{ $place }",
    "#set page(width: 1pt)",
    "$x^2$ *b* _i_ `r` @ref <label> \\ // /* ",
    '"]#panic("x")',
    "----- ... --- ~",
    "Ấp " * 66,
)


def read_pdf(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("words", HOSTILE)
def test_words_stay_words_in_every_part(words: str) -> None:
    paper = paper_in(
        ProfileName.PARTY,
        issuer=words,
        subject=words,
        body=(
            Heading(1, words),
            Paragraph((Sentence(words, words),)),
            Table(caption=words, heads=(words,), rows=((words,),), widths=(1,)),
        ),
        signature=Signature("T/M", "PHÓ BÍ THƯ", words),
        recipients=(f"- {words}",),
    )
    word = Document(BytesIO(render_word(paper, made_at=MADE_AT)))
    texts = [paragraph.text for paragraph in word.paragraphs]
    assert texts.count(words) == 4
    assert [comment.text for comment in word.comments] == [words]
    assert word.tables[1].rows[1].cells[0].text == words
    written = squeezed(read_pdf(render_pdf(paper, made_at=MADE_AT)))
    assert written.count(squeezed(words)) == 9


def test_both_files_have_every_sentence_and_every_row() -> None:
    paper = paper_in(ProfileName.STATE, annexes=ANNEXES)
    word = Document(BytesIO(render_word(paper, made_at=MADE_AT)))
    written = squeezed(read_pdf(render_pdf(paper, made_at=MADE_AT)))
    for text in [paragraph.text for paragraph in word.paragraphs] + [
        cell.text for table in word.tables for row in table.rows for cell in row.cells
    ]:
        for line in text.splitlines():
            assert squeezed(line) in written


def test_each_sentence_bears_what_it_rests_on_until_the_paper_is_issued() -> None:
    def comments(**values: Any) -> list[str]:
        paper = paper_in(ProfileName.PARTY, **values)
        word = Document(BytesIO(render_word(paper, made_at=MADE_AT)))
        return [comment.text for comment in word.comments]

    assert comments() == ["Căn cứ 54 báo cáo.", "Căn cứ 7 báo cáo."]
    assert comments(shows_basis=False) == []


def test_heads_of_tables_stand_on_each_page_and_rows_are_whole() -> None:
    paper = paper_in(ProfileName.PARTY, annexes=ANNEXES)
    word = Document(BytesIO(render_word(paper, made_at=MADE_AT)))
    rows = word.tables[-1]._tbl.tr_lst
    assert rows[0].find(f".//{qn('w:tblHeader')}") is not None
    assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)
    pages = PdfReader(BytesIO(render_pdf(paper, made_at=MADE_AT))).pages
    assert sum("Địa bàn" in page.extract_text() for page in pages) > 1


def test_a_pdf_is_tagged_speaks_vietnamese_and_has_its_own_letters() -> None:
    reader = PdfReader(BytesIO(render_pdf(paper_in(ProfileName.PARTY), made_at=MADE_AT)))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"].startswith("vi")
    fonts: Any = reader.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    assert all("LiberationSerif" in str(font.get_object()["/BaseFont"]) for font in fonts.values())


def test_a_picture_is_in_both_with_what_it_shows() -> None:
    shown = Picture(picture(), "Ảnh 1: biên bản")
    paper = paper_in(ProfileName.PARTY, body=(shown, Paragraph((Sentence("Hết."),))))
    word = render_word(paper, made_at=MADE_AT)
    assert check_word(word).findings == ()
    assert len(Document(BytesIO(word)).inline_shapes) == 1
    pages = PdfReader(BytesIO(render_pdf(paper, made_at=MADE_AT))).pages
    assert len(pages[0].images) == 1
    assert "Ảnh 1: biên bản" in pages[0].extract_text()


def test_the_same_paper_is_the_same_file_again() -> None:
    paper = paper_in(ProfileName.PARTY)
    assert render_pdf(paper, made_at=MADE_AT) == render_pdf(paper, made_at=MADE_AT)


def test_slides_are_five_at_most_with_a_chart_that_can_be_changed_and_the_basis_in_notes() -> None:
    chart = BarChart(
        title="Số buổi", parts=("đúng hạn", "chậm", "quá hạn"), rows=(("Ấp A", (3, 1, 0)),)
    )
    sections = [
        block
        for number in range(1, 8)
        for block in (
            Heading(1, f"{number}. PHẦN {number}"),
            Paragraph((Sentence(f"Câu của phần {number}.", f"Căn cứ {number} báo cáo."),)),
        )
    ]
    paper = replace(paper_in(ProfileName.PARTY), body=tuple(sections), chart=chart)
    slides = Presentation(BytesIO(render_paper(paper, ".pptx", MADE_AT))).slides
    cover, first, *_, last = slides
    assert len(slides) == 5
    assert cover.shapes.title.text == "BÁO CÁO"
    (drawn,) = [shape.chart for shape in first.shapes if shape.has_chart]
    assert [(series.name, *series.values) for series in drawn.plots[0].series] == [
        ("đúng hạn", 3.0),
        ("chậm", 1.0),
        ("quá hạn", 0.0),
    ]
    told = " ".join(shape.text_frame.text for shape in last.shapes if shape.has_text_frame)
    assert all(f"Câu của phần {number}." in told for number in (4, 5, 6, 7))
    assert "Câu của phần 7. [Căn cứ 7 báo cáo.]" in last.notes_slide.notes_text_frame.text
