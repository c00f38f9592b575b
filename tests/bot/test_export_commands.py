"""`sinhhoat export` writes sheets of a place and period."""

import asyncio
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from bot.cli import app
from storage import Database
from storage.ids import IdSource
from storage.tables.directory import audit
from tests.directory import Commune

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["export", *words])


def test_a_sheet_is_written_and_noted(
    commune: Commune, url_of_commands: str, tmp_path: Path
) -> None:
    result = run("chapters", "--area", "xa long vinh", "--out", "a.xlsx")
    assert result.exit_code == 0, result.output
    assert "Xã Long Vĩnh, 2 rows." in result.output
    assert load_workbook("a.xlsx")["Đơn vị"].cell(3, 2).value == "Chi hội phụ nữ ấp Cái Cối"
    assert run("chapters", "--area", "xa long vinh", "--out", "a.csv").exit_code == 0
    assert Path("a.csv").read_text("utf-8").startswith("\ufeffMã;Tên;")
    machine = ("--machine", "--only", str(commune.kind), "--out", "b.csv")
    assert run("chapters", "--area", "xa long vinh", *machine).exit_code == 0
    assert Path("b.csv").read_text("utf-8").startswith("id,name,")

    async def noted() -> list[dict[str, object]]:
        database = Database(url_of_commands, new_id=IdSource(lambda: 1, node=1))
        try:
            async with database.read() as unit:
                return [row.after for row in await unit.all(audit.select().order_by(audit.c.id))]
        finally:
            await database.close()

    taken = asyncio.run(noted())
    assert [entry["file"] for entry in taken] == ["xlsx", "csv", "raw"]
    assert taken[2]["kind"] == "Chi hội women"
    assert {entry["rows"] for entry in taken} == {2}


@pytest.mark.parametrize(
    "words",
    [
        ("figures",),
        ("figures", "--area", "xa long vinh"),
        ("figures", "--area", "xa long vinh", "--out", "a.pdf"),
        ("figures", "--area", "xa long vinh", "--out", "a.csv", "--period", "2026-Q9"),
        ("figures", "--area", "xa long vinh", "--out", "a.csv", "--period", "2999"),
        ("figuers", "--area", "xa long vinh", "--out", "a.csv"),
        ("figuers",),
        ("figures", "--area", "nowhere", "--out", "a.csv"),
    ],
)
def test_what_cannot_be_written_is_said(commune: Commune, words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.exit_code != 0
    assert not Path("a.csv").exists()
