"""A workbook that was filled in under the names of an older version is still read."""

import pytest

from documents.cells import parse_cell
from documents.grid import find_sheet
from documents.sheets import BY_KEY


@pytest.mark.parametrize(
    ("title", "sheet"),
    [("Chi hội", "chapters"), ("CHI HOI", "chapters"), ("Nơi làm điểm", "pilots")],
)
def test_former_sheets_are_found(title: str, sheet: str) -> None:
    found = find_sheet(title)
    assert found
    assert found.key == sheet


@pytest.mark.parametrize(
    ("sheet", "column", "written", "value"),
    [
        ("kinds", "recording", "chỉ ghi khung", "frame"),
        ("kinds", "recording", "chỉ ghi phần chung", "frame"),
        ("posts", "role", "trưởng", "leader"),
        ("posts", "role", "người đứng đầu", "leader"),
        ("posts", "role", "cán bộ văn phòng", "staff"),
        ("posts", "role", "người theo dõi", "reader"),
        ("duties", "per", "một quý", "quarter"),
        ("reforms", "reform", "sáp nhập chi hội", "merge_chapters"),
    ],
)
def test_former_choices_are_read(sheet: str, column: str, written: str, value: str) -> None:
    known = next(found for found in BY_KEY[sheet].columns if found.key == column)
    assert parse_cell(known, written) == value
