import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from documents.book import BadFile
from documents.reading import read_directory
from tests.documents.books import AREAS, write_csv

ROWS = [AREAS, ["", "Xã Long Vĩnh", "xã", ""], ["", "Ấp Cái Cối", "ấp", "Xã Long Vĩnh"]]


@pytest.fixture
def here(sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(sqlite_template, tmp_path / "sinhhoat.db")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SINHHOAT_DATA_DIR", str(tmp_path))
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def test_a_directory_goes_in_and_comes_out(here: Path) -> None:
    write_csv(here / "dia-ban.csv", ROWS)
    assert "Địa bàn: thêm 2" in run("import", "dia-ban.csv", "--dry-run").output
    assert "thêm 2, đổi 0, kết thúc 0." in run("import", "dia-ban.csv").output
    assert "không có gì để ghi" in run("import", "dia-ban.csv").output
    assert run("export", "ra.xlsx").exit_code == 0
    names = [row["name"] for row in read_directory(here / "ra.xlsx").tables["areas"].rows]
    assert names == ["Xã Long Vĩnh", "Ấp Cái Cối"]
    assert "không có gì để ghi" in run("import", "ra.xlsx").output


def test_faults_and_doubts_end_with_exit_code_1_and_write_nothing(here: Path) -> None:
    write_csv(here / "dia-ban.csv", ROWS)
    run("import", "dia-ban.csv")
    write_csv(here / "dia-ban.csv", [AREAS, ["", "Ấp Cái Cốii", "ấp", "Xã Long Vĩnh"]])
    doubtful = run("import", "dia-ban.csv")
    assert doubtful.exit_code == 1
    assert "dia-ban!B2 “Ấp Cái Cốii” có phải là “Ấp Cái Cối”" in doubtful.output
    assert "đổi 1" in run("import", "dia-ban.csv", "--accept-doubtful").output
    write_csv(here / "dia-ban.csv", [AREAS, ["", "Ấp Mới", "", "Xã Lạ"]])
    wrong = run("import", "dia-ban.csv")
    assert wrong.exit_code == 1
    assert "dia-ban!D2" in wrong.output


def test_the_template_brings_the_usual_kinds_in_and_nothing_else(here: Path) -> None:
    assert run("template", "mau.xlsx").exit_code == 0
    assert "Loại hình: thêm 12, đổi 0" in run("import", str(here / "mau.xlsx")).output
    assert "không có gì để ghi" in run("import", str(here / "mau.xlsx")).output


def test_a_file_that_is_none_is_told_in_a_line(here: Path) -> None:
    (here / "x.xlsx").write_bytes(b"%PDF-1.7")
    assert isinstance(run("import", "x.xlsx").exception, BadFile)


def test_a_template_into_a_folder_that_is_not_there_is_told_in_a_line(here: Path) -> None:
    result = run("template", "khong-co/mau.xlsx")
    assert result.exit_code == 2
    assert "there is no folder khong-co" in result.output


@pytest.mark.parametrize("name", ["mau.txt", "mau", "."])
def test_a_template_that_is_no_workbook_is_refused(here: Path, name: str) -> None:
    assert run("template", name).exit_code == 2
    assert not (here / name).is_file()


def test_what_cannot_be_written_is_told_before_anything_is_read(here: Path) -> None:
    (here / "thu-muc.xlsx").mkdir()
    for words in (("template", "thu-muc.xlsx"), ("export", "thu-muc.xlsx")):
        assert isinstance(run(*words).exception, IsADirectoryError)
    assert isinstance(run("export", "khong-co/a.xlsx").exception, FileNotFoundError)


def test_a_list_is_shown_and_read_only_when_agreed_to(here: Path) -> None:
    rows = [
        ["CHI HỘI PHỤ NỮ XÃ LONG VĨNH"],
        ["Ấp", "Chi hội trưởng", "Số hội viên"],
        ["Ấp Cái Cối", "Kim Thị Na", "31"],
        ["nt", "Sơn Thị Lý", ""],
    ]
    write_csv(here / "danh-sach.csv", rows, sign=",")
    shown = run("import", "danh-sach.csv", "--dry-run")
    assert (shown.exit_code, "Cột A “Ấp”: địa bàn" in shown.output) == (0, True)
    assert run("import", "danh-sach.csv").exit_code == 1
    said = ("--set", "giờ = 19h", "--set", "địa điểm = Nhà văn hóa")
    odd = run("import", "danh-sach.csv", *said, "--set", "không rõ", "--agree")
    assert (odd.exit_code, "Chưa hiểu “không rõ”" in odd.output) == (1, True)
    done = run("import", "danh-sach.csv", *said, "--agree")
    assert "danh-sach!A4 “nt”: ghi như ô trên: “Ấp Cái Cối”" in done.output
    assert "Đã ghi vào danh bạ" in done.output
    assert "không có gì để ghi" in run("import", "danh-sach.csv", *said, "--agree").output


def test_odd_cells_of_the_template_are_written_only_when_agreed_to(here: Path) -> None:
    write_csv(here / "dia-ban.csv", [*ROWS, ["", "Ấp La Ghi", "ấp", "nt"]])
    asked = run("import", "dia-ban.csv")
    assert asked.exit_code == 1
    assert "dia-ban!D4 “nt”: ghi như ô trên: “Xã Long Vĩnh”" in asked.output
    assert "chạy lại với --agree" in asked.output
    assert "thêm 3" in run("import", "dia-ban.csv", "--agree").output
