from pathlib import Path

import pytest
from docx import Document
from typer.testing import CliRunner, Result

from bot.cli import app
from tests.directory import Commune


@pytest.fixture(autouse=True)
def public_url(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SINHHOAT_PUBLIC_URL", "https://sinhhoat.example.vn")


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def test_a_sheet_for_an_area_is_written_as_a_document(commune: Commune, tmp_path: Path) -> None:
    result = run("invite", "--sheet", "xa long vinh", "slips.docx")
    assert result.exit_code == 0, result.output
    assert "slips.docx: 4 slips for Xã Long Vĩnh." in result.output
    page = Document(str(tmp_path / "slips.docx"))
    slips = [row.cells[0].paragraphs for table in page.tables for row in table.rows]
    assert [lines[1].text for lines in slips] == [
        "Thạch Thị Lan",
        "Trần Thị Bé",
        "Ngô Văn Tám",
        "Lê Văn Sáu",
    ]


def test_revoke_closes_accounts_and_codes(commune: Commune) -> None:
    assert run("invite", str(commune.leader)).exit_code == 0
    result = run("revoke", str(commune.leader))
    assert "Thạch Thị Lan: 0 accounts and 1 codes closed." in result.output
    assert run("revoke", "không có ai").exit_code != 0


@pytest.mark.parametrize(
    "words", [("invite", "--list"), ("export", "out.xlsx"), ("digest", "xã"), ("doctor",)]
)
def test_without_a_database_a_command_says_what_to_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    folder = tmp_path / "nowhere"
    monkeypatch.setenv("SINHHOAT_DATA_DIR", str(folder))
    monkeypatch.chdir(tmp_path)
    result = run(*words)
    assert result.exit_code != 0
    assert "sinhhoat migrate" in f"{result.output} {result.exception}"
    assert not folder.exists()
