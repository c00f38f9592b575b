import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest

from documents.book import CLEARED, MOST_FAULTS
from documents.cells import Remarked, WrongCell, parse_cell
from documents.reading import read_directory
from documents.sheets import CHAPTERS as CHAPTERS_SHEET
from documents.sheets import NEW
from tests.documents.books import AREAS, Grid, faults, read_sheets, write_csv

CHAPTERS = ["Tên", "Số thành viên", "Giờ họp", "Ngày sinh hoạt", "Từ ngày", "Khi trùng ngày nghỉ"]


def test_cells_become_values_whatever_the_program_kept_them_as(tmp_path: Path) -> None:
    day, start = datetime(2025, 7, 1), time(18, 30)  # noqa: DTZ001 - as a spreadsheet keeps it
    book = read_sheets(
        tmp_path,
        {
            "chi hoi": [
                CHAPTERS,
                ["Chi hội A", 32.0, start, "thứ Bảy cuối tháng", day, "không dời"],
                ["Chi hội B", "1.200", "18h30", "mùng 1 âm lịch", "01/07/2025", "-"],
            ]
        },
    )
    assert faults(book) == []
    first, second = book.tables["chapters"].rows
    assert [first["member_count"], second["member_count"]] == [32, 1200]
    assert [first["start_time"], second["start_time"]] == ["18:30", "18:30"]
    assert [first["valid_from"], second["valid_from"]] == [date(2025, 7, 1)] * 2
    assert first["rule"] == (None, {"kind": "rrule", "rrule": "FREQ=MONTHLY;BYDAY=-1SA"})
    assert [first["shift"], second["shift"]] == ["none", CLEARED]


def test_every_fault_is_named_by_its_cell_all_at_once(tmp_path: Path) -> None:
    book = read_sheets(
        tmp_path,
        {
            "Chi hội": [
                CHAPTERS,
                ["Chi hội A", "32x", "25h", "hôm nào rảnh", "31/02/2026", "tùy"],
                ["Chi hội B", "=1+1", None, None, None, None],
            ],
            "Trang khác": [AREAS],
        },
    )
    assert faults(book) == [
        ("Chi hội!B2", "count"),
        ("Chi hội!C2", "time"),
        ("Chi hội!D2", "rule"),
        ("Chi hội!E2", "day"),
        ("Chi hội!F2", "choice"),
        ("Chi hội!B3", "formula"),
        ("Trang khác!A1", "sheet-unknown"),
    ]


def test_merged_cells_and_odd_headings_are_faults(tmp_path: Path) -> None:
    rows: Grid = [[*AREAS, "Số điện"], [None, "Xã", "xã", None, 1]]
    book = read_sheets(tmp_path, {"Địa bàn": rows}, merge="B2:C3")
    assert faults(book) == [("Địa bàn!B2", "merged"), ("Địa bàn!E1", "heading")]


def test_examples_empty_rows_and_notes_are_passed_over(tmp_path: Path) -> None:
    rows: Grid = [
        ["DANH BẠ"],
        ["STT", *AREAS, "Ghi chú thêm"],
        [None, "VÍ DỤ", "Xã mẫu", "xã"],
        [],
        [1, "moi", "  Xã   Long Vi\u0303nh ", "xã", None, "gì đó"],
    ]
    book = read_sheets(tmp_path, {"Địa bàn": rows})
    (row,) = book.tables["areas"].rows
    assert (row.number, row["id"], row["name"]) == (5, NEW, "Xã Long Vĩnh")
    assert faults(book) == []


def test_faults_beyond_the_first_are_counted(tmp_path: Path) -> None:
    rows: Grid = [["Tên", "Cấp", "Ngày chốt số liệu"], *([["Xã", "xã", 99]] * (MOST_FAULTS + 50))]
    book = read_sheets(tmp_path, {"Địa bàn": rows})
    assert len(book.faults.listed) == MOST_FAULTS
    assert book.faults.count == MOST_FAULTS + 50


def test_a_sheet_without_headings_or_there_twice_is_a_fault(tmp_path: Path) -> None:
    book = read_sheets(tmp_path, {"Địa bàn": [["x"]], "Dia ban": [AREAS]})
    assert faults(book) == [("Địa bàn!A1", "no-headings"), ("Dia ban!A1", "sheet-twice")]


@pytest.mark.parametrize("how", ["file", "folder", "zip"])
def test_csv_comes_as_a_file_a_folder_or_a_zip(tmp_path: Path, how: str) -> None:
    file = write_csv(tmp_path / "dia-ban.csv", [AREAS, ["", "Xã Long Vĩnh", "xã", ""]])
    target = {"file": file, "folder": tmp_path, "zip": tmp_path / "danh-ba.zip"}[how]
    if how == "zip":
        with zipfile.ZipFile(target, "w") as archive:
            archive.write(file, "Địa bàn.csv")
    (row,) = read_directory(target).tables["areas"].rows
    assert row["name"] == "Xã Long Vĩnh"


def test_an_apostrophe_before_a_formula_is_no_part_of_the_text(tmp_path: Path) -> None:
    file = write_csv(
        tmp_path / "người.csv", [["Tên", "Số điện thoại"], ["'=Lan", "'+84900000123"]]
    )
    (row,) = read_directory(file).tables["people"].rows
    assert (row["name"], row["phone"]) == ("=Lan", "0900000123")


def test_a_csv_file_is_the_sheet_that_its_name_says_wherever_it_lies(tmp_path: Path) -> None:
    stored = tmp_path / "3fa9"
    stored.write_text("Tên;Cấp\nXã Long Vĩnh;xã\n", "utf-8")
    book = read_directory(stored, name="dia-ban.csv")
    assert [row["name"] for row in book.tables["areas"].rows] == ["Xã Long Vĩnh"]
    assert faults(read_directory(stored, name="khac.csv")) == [("khac!A1", "sheet-unknown")]


def test_a_phone_gets_its_lost_zero_back_and_what_is_none_is_a_fault(tmp_path: Path) -> None:
    phones = [912345679, "0912 345 678", "09123", "0912345678, 0987654321", "không có"]
    rows: Grid = [["Tên", "Số điện thoại"], *([f"Người {phone}", phone] for phone in phones)]
    book = read_sheets(tmp_path, {"Người": rows})
    found = [row["phone"] for row in book.tables["people"].rows]
    assert found == ["0912345679", "0912345678", None, "0912345678", None]
    assert faults(book) == [("Người!B4", "phone")]
    (remark,) = book.remarks.listed
    assert (remark.cell, remark.code) == ("B5", "phones")


@pytest.mark.parametrize(
    "written",
    ["15/05/1975", "001075012345", "090000020", "0168 000 0001", "31", "0912345678; 12", 12345678],
)
def test_what_is_no_phone_is_a_fault_wherever_it_stands(tmp_path: Path, written: object) -> None:
    sheets: dict[str, Grid] = {
        "Người": [["Tên", "Số điện thoại"], ["Kim Lan", written]],
        "Nhiệm vụ": [["Người", "Số điện thoại"], ["Kim Lan", written]],
    }
    wrong = [("Người!B2", "phone"), ("Nhiệm vụ!B2", "phone")]
    assert faults(read_sheets(tmp_path, sheets)) == wrong


@pytest.mark.parametrize(
    "written",
    [
        *("0912345678", "0912.345.678", "84912345678", "(+84)912 345 678", "0084 912345678"),
        *("+84 912-345-678", "'0912345678", "912345678", 912345678, 912345678.0, 84912345678),
        *("ĐT: 0912345678", "0912345678 (Zalo)"),
    ],
)
def test_every_spelling_of_a_phone_is_kept_in_one_form(tmp_path: Path, written: object) -> None:
    rows: Grid = [["Tên", "Số điện thoại"], ["Kim Lan", written]]
    (row,) = read_sheets(tmp_path, {"Người": rows}).tables["people"].rows
    assert row["phone"] == "0912345678"


@pytest.mark.parametrize(
    ("written", "count"),
    [
        (26, 26),
        (26.0, 26),
        ("26", 26),
        ("26.0", 26),
        ("26,0", 26),
        ("1.200", 1200),
        ("1 200", 1200),
        ("48 (nữ 48)", 48),
        ("31 hội viên", 31),
        (26.5, None),
        ("26.5", None),
        ("26,5", None),
        (0.9, None),
        ("90%", None),
        ("1.2.3", None),
        ("1.20", None),
        ("12.34.567", None),
        ("5 6", None),
        ("-5", None),
        (-5, None),
        ("2/3", None),
        (True, None),
        (1e300, None),
        (float("inf"), None),
        (datetime(2026, 5, 26), None),  # noqa: DTZ001 - as a spreadsheet keeps it
    ],
)
def test_a_count_is_a_whole_number_or_a_fault_and_never_made_of_digits_that_stood_apart(
    written: object, count: int | None
) -> None:
    column = next(column for column in CHAPTERS_SHEET.columns if column.key == "member_count")
    if count is None:
        with pytest.raises(WrongCell, match="count"):
            parse_cell(column, written)
    else:
        found = parse_cell(column, written)
        assert (found.value if isinstance(found, Remarked) else found) == count


def test_a_part_of_a_number_is_a_fault_by_its_cell_in_every_kind_of_file(tmp_path: Path) -> None:
    rows: Grid = [CHAPTERS, ["Chi hội A", 26.5], ["Chi hội B", 0.9], ["Chi hội C", "1.2.3"]]
    wrong = [(f"Chi hội!B{number}", "count") for number in (2, 3, 4)]
    assert faults(read_sheets(tmp_path, {"Chi hội": rows})) == wrong
    file = write_csv(tmp_path / "Chi hội.csv", rows)
    assert faults(read_directory(file)) == wrong


@pytest.mark.parametrize("above", [0, 9, 10, 40])
def test_the_heading_of_a_sheet_may_stand_in_any_row(tmp_path: Path, above: int) -> None:
    rows: Grid = [*([["tờ bìa"]] * above), AREAS, [None, "Xã Long Vĩnh", "xã", None]]
    book = read_sheets(tmp_path, {"Địa bàn": rows})
    assert faults(book) == []
    assert [row.number for row in book.tables["areas"].rows] == [above + 2]


def test_sheets_headings_and_choices_are_read_under_their_former_names(tmp_path: Path) -> None:
    sheets: dict[str, Grid] = {
        "Nơi làm điểm": [["Mã chương trình", "Địa bàn"], ["x", "Xã Long Vĩnh"]],
        "Phân công dự": [
            ["Địa bàn", "Số lần dự mỗi chi hội", "Trong"],
            ["Xã Long Vĩnh", 1, "một quý"],
        ],
    }
    book = read_sheets(tmp_path, sheets)
    assert faults(book) == []
    (row,) = book.tables["duties"].rows
    assert (row["visits"], row["per"]) == (1, "quarter")
    assert len(book.tables["pilots"].rows) == 1
