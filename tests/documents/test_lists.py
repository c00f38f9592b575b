"""Lists as offices make them: real layouts, rebuilt; everybody in them is invented."""

import shutil
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from documents.agreement import Agreement, Unagreed
from documents.cells import parse_cell
from documents.csv_files import decode
from documents.list_fields import Field, field_of
from documents.reading import read_directory
from documents.sheets import CHAPTERS
from operations.workbook import Plan, make_plan
from tests.documents.books import Grid, write_csv, write_xlsx

WORKBOOKS = Path(__file__).parent / "workbooks"
SHARED = ("giờ = 19h", "địa điểm = Nhà văn hóa ấp")
EMPTY: dict[str, list[Any]] = {
    sheet: []
    for sheet in (
        *("areas", "kinds", "chapters", "people", "posts", "duties", "holidays", "channels"),
        *("programmes", "pilots", "targets", "counters", "scores", "scales"),
    )
}


def plan_of(file: Path, *changes: str, agree: bool = True) -> Plan:
    book = read_directory(file, agreement=Agreement(changes, agree))
    return make_plan(book, EMPTY, today=date(2026, 11, 5))


def added(plan: Plan, sheet: str, key: str = "name") -> list[Any]:
    return [row[key] for row in plan.adds.get(sheet, [])]


def wrong(plan: Plan) -> list[tuple[str, str]]:
    return [(f"{fault.sheet}!{fault.cell}", fault.code) for fault in plan.faults.listed]


def remarked(plan: Plan) -> list[tuple[str, str]]:
    return [(f"{fault.sheet}!{fault.cell}", fault.code) for fault in plan.remarks.listed]


def survey_of(file: Path, *changes: str) -> Any:
    with pytest.raises(Unagreed) as caught:
        plan_of(file, *changes, agree=False)
    return caught.value.survey


def test_a_real_list_is_found_below_its_titles_and_shown_column_by_column() -> None:
    (found,) = survey_of(WORKBOOKS / "01_danh_sach_that.xlsx").lists
    assert (found.heading, found.kind, found.commune) == (7, "phu_nu", "Xã Long Vĩnh")
    assert {column.heading: column.holds for column in found.columns} == {
        "STT": Field.SKIP,
        "Họ và tên": Field.PERSON,
        "Năm sinh – Nam": Field.PRIVATE,
        "Năm sinh – Nữ": Field.PRIVATE,
        "Chức danh": Field.ROLE,
        "Đơn vị (chi hội)": Field.UNIT,
        "Số hội viên": Field.MEMBERS,
        "Điện thoại": Field.PHONE,
        "Ngày sinh hoạt": Field.RULE,
        "Ghi chú": Field.SKIP,
    }
    assert found.samples[0][:3] == ["Nguyễn Thị Mẫu Một", "Chi hội trưởng", "Ấp Cái Cối"]


def test_a_real_list_comes_in_without_titles_total_and_signatures() -> None:
    plan = plan_of(WORKBOOKS / "01_danh_sach_that.xlsx", *SHARED)
    assert wrong(plan) == []
    assert added(plan, "areas") == ["Xã Long Vĩnh", "Ấp Cái Cối", "Ấp La Ghi", "Khóm 3"]
    assert added(plan, "chapters", "member_count") == [52, 48, 31]
    assert added(plan, "people", "phone") == [
        *("0900000201", "0900000202", "0900000203", "0900000205", None)
    ]
    roles = ["leader", "deputy", "leader", "deputy", "leader"]
    assert added(plan, "posts", "role") == roles
    assert added(plan, "posts", "chapter_id") == [-1, -1, -2, -2, -3]
    assert remarked(plan) == [
        *(("Sheet1!F10", "as-above"), ("Sheet1!I10", "as-above"), ("Sheet1!H11", "phones")),
        *(("Sheet1!F12", "as-above"), ("Sheet1!I12", "as-above"), ("Sheet1!A14", "not-a-row")),
    ]


def test_what_a_list_lacks_for_new_chapters_is_asked_for_once() -> None:
    plan = plan_of(WORKBOOKS / "01_danh_sach_that.xlsx")
    assert [code for _, code in wrong(plan)] == ["list-needed", "list-needed"]


def test_three_tables_on_a_sheet_are_three_lists_each_of_its_association() -> None:
    file = WORKBOOKS / "02_bieu_nhieu_bang.xlsx"
    lists = survey_of(file).lists
    assert [value.kind for value in lists] == ["phu_nu", "nong_dan", "chi_doan"]
    assert [value.caption for value in lists] == [
        *("I. HỘI PHỤ NỮ", "II. HỘI NÔNG DÂN", "III. ĐOÀN THANH NIÊN")
    ]
    plan = plan_of(file, *SHARED, "danh sách 2 = bỏ")
    assert added(plan, "chapters") == [
        "Chi hội Phụ nữ ấp Cái Cối",
        "Chi hội Phụ nữ ấp La Ghi",
        "Chi đoàn ấp Cái Cối",
    ]


def test_the_template_as_offices_fill_it_in_has_only_its_real_faults() -> None:
    plan = plan_of(WORKBOOKS / "03_mau_dien_kieu_van_phong.xlsx")
    assert wrong(plan) == [
        ("Chi hội!E4", "formula"),
        ("Người!D7", "phone"),
        ("Người!D8", "phone"),
    ]
    counts = {row["name"]: row for row in plan.adds["chapters"]}
    assert counts["Chi hội phụ nữ ấp La Ghi"]["member_count"] == 48
    veterans = counts["Chi hội CCB ấp La Ghi"]
    assert (veterans["rule"], veterans["duration_min"]) == ({"kind": "lunar", "day": 25}, 120)
    assert counts["Chi hội người cao tuổi khóm 3"]["start_time"] == "07:30"
    assert added(plan, "posts", "role") == ["leader", "deputy", "leader"]
    assert ("Chi hội!A7", "hidden") in remarked(plan)
    assert ("Chi hội!B8", "not-a-row") in remarked(plan)


def test_a_span_of_time_is_when_it_begins_and_how_long_it_lasts() -> None:
    column = next(column for column in CHAPTERS.columns if column.key == "start_time")
    for written, starts, minutes in (
        ("2h-4h chiều", "14:00", 120),
        ("19h", "19:00", None),
        # A sheet saved as text.
        ("19:00:00", "19:00", None),
    ):
        found = parse_cell(column, written)
        assert (found, found.minutes) == (starts, minutes)


@pytest.mark.parametrize("name", ["04_font_VnTime_TCVN3.xlsx", "05_font_VNI.xlsx"])
def test_old_fonts_are_shown_and_converted_only_when_agreed_to(name: str) -> None:
    fonts = survey_of(WORKBOOKS / name).fonts
    assert fonts.samples[0].after == "Xã Long Vĩnh"
    plan = plan_of(WORKBOOKS / name)
    assert wrong(plan) == []
    assert added(plan, "areas") == ["Xã Long Vĩnh", "Ấp Cái Cối"]
    assert added(plan, "people") == ["Nguyễn Thị Mẫu Một"]
    assert added(plan, "chapters", "place") == ["Nhà văn hóa ấp"]


def test_silent_mistakes_are_each_named_by_their_cell() -> None:
    file = WORKBOOKS / "06_sai_lang_le.xlsx"
    assert survey_of(file).fonts.samples[0].place == "Người!B9"
    plan = plan_of(file)
    assert wrong(plan) == [(f"Người!D{row}", "phone") for row in (4, 5, 8)]
    assert remarked(plan) == [
        *(("Chi hội!E3", "thousands"), ("Chi hội!L3", "as-above"), ("Chi hội!A4", "hidden")),
        *(("Chi hội!L4", "as-above"), ("Người!B6", "not-a-row"), ("Người!B7", "not-a-row")),
    ]


@pytest.mark.parametrize("name", ["07_excel97.xls", "08_libreoffice.ods"])
def test_workbooks_of_other_programs_are_read_whatever_they_are_called(
    tmp_path: Path, name: str
) -> None:
    for file in (WORKBOOKS / name, Path(shutil.copy(WORKBOOKS / name, tmp_path / "3fa9"))):
        plan = plan_of(file)
        assert wrong(plan) == []
        assert added(plan, "chapters") == ["Chi hội phụ nữ ấp Cái Cối"]
        assert added(plan, "people", "phone") == ["0900000201"]


def test_like_names_are_four_different_things() -> None:
    plan = plan_of(WORKBOOKS / "09_thanh_hoa_thanh_hoa.xlsx")
    assert wrong(plan) == []
    assert {"Ấp Thanh Hòa", "Ấp Thạnh Hòa"} < set(added(plan, "areas"))
    assert {"Nguyễn Thị Hoa", "Nguyễn Thị Hòa"} < set(added(plan, "people"))


CSV: Grid = [
    ["DANH SÁCH CHI HỘI PHỤ NỮ XÃ LONG VĨNH", "", "", ""],
    ["STT", "Họ và tên chi hội trưởng", "Ấp", "Số hội viên"],
    ["1", "Đặng Thị Mỹ Huệ", "Ấp Rạch Cỏ", "31"],
]


def test_a_text_file_in_an_old_font_is_read_letter_by_letter() -> None:
    """Its letters are marks for whoever takes it for Vietnamese Windows."""
    typed = "1;TrÇn ThÞ HuÒ;Chi héi n«ng d©n Êp BÒn\n2;Kim ThÞ Ngò;Nhµ v¨n hãa Êp RÌ\n"
    assert decode(typed.encode("cp1252")) == typed


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1258"]
)
def test_text_is_read_in_any_encoding_with_any_separator(
    tmp_path: Path, encoding: str, sign: str
) -> None:

    grid = (
        CSV
        if encoding != "cp1258"
        else [[_in_windows_letters(cell) for cell in row] for row in CSV]
    )
    assert unicodedata.normalize("NFC", grid[2][1]) == "Đặng Thị Mỹ Huệ"
    file = write_csv(tmp_path / "danh-sach.csv", grid, encoding=encoding, sign=sign)
    plan = plan_of(file, *SHARED)
    assert wrong(plan) == []
    assert added(plan, "people") == ["Đặng Thị Mỹ Huệ"]
    assert added(plan, "areas") == ["Xã Long Vĩnh", "Ấp Rạch Cỏ"]


def _in_windows_letters(text: str) -> str:
    """Vietnamese Windows writes the tone behind its letter, and the letter whole."""

    tones = "\u0300\u0301\u0303\u0309\u0323"
    letters = []
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        bare = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        letters.append(bare + "".join(part for part in parts if part in tones))
    return "".join(letters)


def test_a_heading_stands_in_any_row_and_again_on_each_page(tmp_path: Path) -> None:
    head = ["TT", "Chi hội", "Chi hội trưởng", "SĐT"]
    rows: Grid = [
        *([[]] * 30),
        head,
        ["(1)", "(2)", "(3)", "(4)"],
        [1, "Chi hội phụ nữ ấp Cái Cối", "Kim Thị Na", 900000301],
        head,
        ["Ấp La Ghi"],
        [2, "Chi hội phụ nữ", "Sơn Thị Lý", "0900000302"],
    ]
    file = write_xlsx(tmp_path / "a.xlsx", {"Sheet1": rows})
    plan = plan_of(file, *SHARED, "xã = Xã Long Vĩnh", "số hội viên = 20")
    assert wrong(plan) == []
    assert added(plan, "people") == ["Kim Thị Na", "Sơn Thị Lý"]
    assert added(plan, "areas") == ["Xã Long Vĩnh", "Ấp Cái Cối", "Ấp La Ghi"]


def test_a_cell_drawn_over_several_rows_counts_for_each(tmp_path: Path) -> None:
    rows: Grid = [
        ["Ấp", "Chức danh", "Họ và tên"],
        ["Ấp Cái Cối", "Chi hội trưởng", "Kim Thị Na"],
        [None, "Chi hội phó", "Sơn Thị Lý"],
    ]
    file = write_xlsx(tmp_path / "a.xlsx", {"Hội phụ nữ": rows}, merge="A2:A3")
    plan = plan_of(file, *SHARED, "xã = Xã Long Vĩnh", "số hội viên = 20", "loại hình = phụ nữ")
    assert wrong(plan) == []
    assert added(plan, "posts", "chapter_id") == [-1, -1]


def test_rows_of_one_unit_that_differ_are_a_fault_by_the_cell(tmp_path: Path) -> None:
    rows: Grid = [
        ["Đơn vị", "Số hội viên", "Chức danh", "Họ và tên"],
        ["Chi đoàn ấp Cái Cối", 18, "Bí thư", "Kim Na"],
        ["Chi đoàn ấp Cái Cối", 19, "Phó bí thư", "Sơn Lý"],
    ]
    file = write_xlsx(tmp_path / "a.xlsx", {"Sheet1": rows})
    plan = plan_of(file, *SHARED, "xã = Xã Long Vĩnh")
    assert wrong(plan) == [("Sheet1!B3", "differs")]


def test_shares_and_errors_in_a_sheet_are_no_counts(tmp_path: Path) -> None:

    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Chi hội"
    for row in (["Tên", "Số thành viên"], ["A", 1.0], ["B", 0.9], ["C", "#REF!"], ["D", "=2+2"]):
        sheet.append(row)
    sheet["B2"].number_format = sheet["B3"].number_format = "0%"
    workbook.save(tmp_path / "a.xlsx")
    book = read_directory(tmp_path / "a.xlsx")
    assert [(fault.cell, fault.code, fault.value) for fault in book.faults.listed] == [
        ("B2", "count", "100%"),
        ("B3", "count", "90%"),
        ("B4", "error", ""),
        ("B5", "formula", ""),
    ]


@pytest.mark.parametrize(
    ("heading", "holds"),
    [
        ("Số ĐT liên hệ", Field.PHONE),
        ("SĐT/Zalo", Field.PHONE),
        ("Họ tên chi hội trưởng", Field.LEADER),
        ("Phó bí thư", Field.DEPUTY),
        ("Tổng số hội viên", Field.MEMBERS),
        ("SL HV", Field.MEMBERS),
        ("Ngày sinh", Field.PRIVATE),
        ("Ngày sinh hoạt định kỳ", Field.RULE),
        ("Số CCCD", Field.PRIVATE),
        ("Tên ấp, khóm", Field.AREA),
        ("Thời gian sinh hoạt", Field.TIME),
        ("Kinh phí", None),
    ],
)
def test_headings_in_any_wording_say_what_a_column_holds(
    heading: str, holds: Field | None
) -> None:
    assert field_of(heading) is holds
