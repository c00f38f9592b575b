"""XLSForm workbooks come in and go out the same, and what is none says why."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from documents.book import BadFile
from documents.xlsform import judge_xlsform, read_xlsform, write_xlsform
from domain.questionnaires.examples import EXAMPLES, Example
from domain.questionnaires.reading import read_form
from tests.forms import flood


def saved(folder: Path, content: bytes, name: str = "phieu.xlsx") -> Path:
    file = folder / name
    file.write_bytes(content)
    return file


def test_a_form_goes_out_as_it_came_in(tmp_path: Path) -> None:
    sheets = {**flood(), "notes": [["ghi chú"], [""], ["dòng ba"]]}
    read = read_xlsform(saved(tmp_path, write_xlsform(sheets)))
    assert read.sheets == sheets
    assert [fault.code for fault in read.faults] == ["sheet-unused"]
    assert read_form(read.sheets).is_sound
    assert judge_xlsform(read.sheets) == ()
    again = read_xlsform(saved(tmp_path, write_xlsform(read.sheets), "lai.xlsx"))
    assert again.sheets == read.sheets


@pytest.mark.parametrize("example", Example)
def test_an_example_is_a_form_that_comes_back_sound(tmp_path: Path, example: Example) -> None:
    file = tmp_path / "mau.xlsx"
    file.write_bytes(write_xlsform(EXAMPLES[example]))
    read = read_xlsform(file)
    assert read_form(read.sheets).faults == ()
    assert judge_xlsform(read.sheets) == ()


def test_numbers_and_ticks_of_a_workbook_are_read_as_text_and_formulas_named(
    tmp_path: Path,
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Survey"
    sheet.append(["type", "name", "label", "required", "default"])
    sheet.append(["integer", "houses", "Số hộ", True, 5])
    sheet.append(["text", "more", '="a"&"b"', "", ""])
    book.save(tmp_path / "f.xlsx")
    read = read_xlsform(tmp_path / "f.xlsx")
    assert read.sheets["survey"][1] == ["integer", "houses", "Số hộ", "yes", "5"]
    assert [(fault.row, fault.column, fault.code) for fault in read.faults] == [
        (3, "C", "formula")
    ]


def test_what_is_no_form_or_hides_a_program_is_refused(tmp_path: Path) -> None:
    good = saved(tmp_path, write_xlsform(flood()))
    with ZipFile(good, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    with pytest.raises(BadFile) as bad:
        read_xlsform(good)
    assert bad.value.code == "macros"
    other = saved(tmp_path, write_xlsform({"Đơn vị": [["a"]]}), "khac.xlsx")
    with pytest.raises(BadFile) as bad:
        read_xlsform(other)
    assert bad.value.code == "no-survey"
    with pytest.raises(BadFile):
        read_xlsform(saved(tmp_path, b"%PDF-1.7", "pdf.xlsx"))


def test_the_checker_of_the_field_names_the_row() -> None:
    (fault,) = judge_xlsform(
        {"survey": [["type", "name", "label"], ["text", "a", "A"], ["text", "a", "B"]]}
    )
    assert (fault.sheet, fault.row, fault.code) == ("survey", 3, "pyxform")


def test_what_is_written_opens_elsewhere(tmp_path: Path) -> None:
    book = load_workbook(saved(tmp_path, write_xlsform(flood())))
    assert book.sheetnames == ["survey", "choices", "settings"]
    assert book["survey"]["B3"].value == "houses"
