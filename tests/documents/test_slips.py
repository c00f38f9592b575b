from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.shared import Cm, Pt

from documents.slip import Slip
from documents.slips import PER_PAGE, render_slips


def slip(number: int, *, link: str = "https://sinhhoat.example.vn/enter?c=2345") -> Slip:
    return Slip(
        name=f"Thạch Thị Lan {number}",
        title="Chi hội trưởng, Chi hội phụ nữ ấp Cái Cối",
        code="2345-6789-CFHJ",
        link=link,
        until="05/12/2026",
        page="sinhhoat.example.vn/enter" if link else "",
        contact="Ngô Văn Tám, 0900000301",
    )


def draw(count: int, *, link: str = "https://sinhhoat.example.vn/enter?c=2345") -> bytes:
    slips = [slip(number, link=link) for number in range(count)]
    return render_slips(slips, heading="PHIẾU MỜI, Xã Long Vĩnh", language="vi")


def test_a_slip_has_name_chapter_code_and_three_steps_in_large_type() -> None:
    page = Document(BytesIO(draw(1)))
    left, right = page.tables[0].rows[0].cells
    assert left.text.splitlines()[:4] == [
        "PHIẾU MỜI, Xã Long Vĩnh",
        "Thạch Thị Lan 0",
        "Chi hội trưởng, Chi hội phụ nữ ấp Cái Cối",
        "2345-6789-CFHJ",
    ]
    steps = [
        paragraph for paragraph in left.paragraphs if paragraph.text[:2] in ("1.", "2.", "3.")
    ]
    assert len(steps) == 3
    sizes = [run.font.size.pt for step in steps for run in step.runs if run.font.size]
    assert min(sizes) >= 16
    assert "05/12/2026" in left.text
    assert "Không quét được: mở sinhhoat.example.vn/enter rồi nhập mã mời" in right.text
    assert "xin gọi Ngô Văn Tám, 0900000301" in left.text


def test_columns_have_the_widths_of_their_cells_and_the_code_stays_off_the_line() -> None:
    table = Document(BytesIO(draw(1))).tables[0]
    left, right = table.rows[0].cells
    assert [column.width for column in table.columns] == [left.width, right.width]
    assert right.paragraphs[0].paragraph_format.space_before == Pt(6)


def test_the_sheet_is_a4_upright() -> None:
    section = Document(BytesIO(draw(1))).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert round(section.page_width.cm, 1) == 21.0
    assert round(section.page_height.cm, 1) == 29.7


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (PER_PAGE, 1), (PER_PAGE + 1, 2), (9, 3)])
def test_several_slips_share_a_page_and_none_is_cut(count: int, pages: int) -> None:
    page = Document(BytesIO(draw(count)))
    assert len(page.tables) == pages
    assert sum(len(table.rows) for table in page.tables) == count
    height = sum((row.height or Cm(0)) for row in page.tables[0].rows)
    assert height <= Cm(29.7 - 3)


def test_each_slip_has_its_own_code_to_scan() -> None:
    with ZipFile(BytesIO(draw(1))) as packed:
        pictures = [name for name in packed.namelist() if name.startswith("word/media/")]
        assert packed.read(pictures[0]).startswith(b"\x89PNG")
    assert len(pictures) == 1


def test_without_a_page_there_is_nothing_to_scan() -> None:
    with ZipFile(BytesIO(draw(1, link=""))) as packed:
        assert not [name for name in packed.namelist() if name.startswith("word/media/")]
    text = Document(BytesIO(draw(1, link=""))).tables[0].rows[0].cells[0].text
    assert "quét" not in text
    assert "1. Mở Telegram" in text
    assert "2. Nếu máy hỏi, nhập mã mời" in text
