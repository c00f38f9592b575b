"""`sinhhoat report` writes and checks files, `sinhhoat issuer` says who issues them."""

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from typer.testing import CliRunner, Result

from bot.cli import app
from documents.official.profiles import PARTY
from domain.official import ProfileName
from tests.directory import Commune
from tests.documents.official.papers import word_in


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def test_a_report_is_written_in_the_layout_and_name_that_were_set(
    commune: Commune, tmp_path: Path
) -> None:
    result = run("issuer", "xa long vinh", "--set", "profile=state", "--set", "signer=Lý Ký")
    assert result.exit_code == 0, result.output
    assert "ĐẢNG ỦY XÃ LONG VĨNH" in result.output
    result = run("report", "--place", "xa long vinh", "--out", "report.docx")
    assert result.exit_code == 0, result.output
    word = Document(str(tmp_path / "report.docx"))
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in word.tables[0].rows[0].cells[1].text
    assert any("Lý Ký" in table.rows[0].cells[1].text for table in word.tables)
    result = run("report", "--check", "report.docx")
    assert result.exit_code == 0, result.output
    assert "Đúng thể thức." in result.output


def test_a_report_is_written_as_pdf(commune: Commune, tmp_path: Path) -> None:
    place = ("--place", "xa long vinh")
    assert run("report", *place, "--kind", "one_page", "--out", "a.pdf").exit_code == 0
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")


def test_what_is_wrong_with_a_file_is_said_line_by_line(tmp_path: Path) -> None:
    file = tmp_path / "wrong.docx"
    file.write_bytes(word_in(ProfileName.PARTY, replace(PARTY, left=20, under_issuer="line")))
    result = run("report", "--check", str(file))
    assert result.exit_code == 1
    assert "– Lề trái: cần 30 mm, hiện là 20.0 mm" in result.output
    assert "– Khác biệt 2, dưới cơ quan ban hành: cần *, hiện là line" in result.output


@pytest.mark.parametrize(
    "words",
    [
        ("report",),
        ("report", "--place", "xa long vinh"),
        ("report", "--place", "xa long vinh", "--out", "report.odt"),
        ("report", "--place", "xa long vinh", "--out", "a.docx", "--period", "2026-13"),
        ("report", "--place", "xa long vinh", "--out", "a.docx", "--period", "2099"),
        ("report", "--place", "xa long vinh", "--out", "a.docx", "--kind", "minutes"),
        ("report", "--place", "ấp không có", "--out", "a.docx"),
        ("report", "--check", "sinhhoat.db"),
        ("issuer", "xa long vinh", "--set", "signer"),
        ("issuer", "xa long vinh", "--set", "profile=royal"),
    ],
)
def test_what_cannot_be_is_refused_and_writes_nothing(
    commune: Commune, tmp_path: Path, words: tuple[str, ...]
) -> None:
    assert run(*words).exit_code != 0
    assert not (tmp_path / "a.docx").exists()
