"""A database that is gone, emptied or damaged, and who may read what is kept."""

import asyncio
import shutil
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app as command_line
from bot.disks import least_free
from bot.settings import load_settings
from tests.bot.copies import BotCopy
from tests.bot.process import settings_for
from tests.botapi import BotApi
from tests.patience import PATIENCE


async def run_until_polling(api: BotApi, bot: BotCopy) -> None:
    before = api.world.stats.calls["getUpdates"]
    await bot.start()
    async with asyncio.timeout(PATIENCE):
        while api.world.stats.calls["getUpdates"] == before:  # noqa: ASYNC110 - it tells no one
            await asyncio.sleep(0.05)
    await bot.stop()


def cut(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 3])


def scribble_over(offset: int, count: int) -> Callable[[Path], None]:
    def scribble(file: Path) -> None:
        with file.open("r+b") as opened:
            opened.seek(offset)
            opened.write(b"\x5a" * count)

    return scribble


def empty(file: Path) -> None:
    file.write_bytes(b"")


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (empty, "is empty, though data was kept there"),
        (Path.unlink, "is gone, though data was kept there"),
        (scribble_over(0, 100), "damaged"),
        (scribble_over(8192, 200_000), "damaged"),
        (cut, "damaged"),
    ],
)
async def test_a_lost_or_damaged_database_is_one_line_that_says_what_to_do(
    sqlite_template: Path, tmp_path: Path, harm: Callable[[Path], None], words: str
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    file = data / "sinhhoat.db"
    shutil.copy(sqlite_template, file)
    async with BotApi() as api:
        settings = settings_for(tmp_path, database_url="", api_url=api.url, token=api.token)
        await run_until_polling(api, BotCopy(tmp_path, settings))
        for beside in data.glob("sinhhoat.db-*"):
            beside.unlink()
        harm(file)
        bot = BotCopy(tmp_path, settings, name="after")
        await bot.start()
        assert await bot.wait() == 1
    (line,) = [line for line in bot.log.splitlines() if line.startswith("sinhhoat:")]
    assert words in line
    assert "restore" in line
    assert "Traceback" not in bot.log


async def test_the_database_is_for_its_user_alone(sqlite_template: Path, tmp_path: Path) -> None:
    async with BotApi() as api:
        settings = settings_for(tmp_path, database_url="", api_url=api.url, token=api.token)
        await run_until_polling(api, BotCopy(tmp_path, settings))
        kept = [tmp_path / "data", *(tmp_path / "data").iterdir()]
        assert {str(path): oct(path.stat().st_mode) for path in kept if is_open(path)} == {}
        (tmp_path / "data" / "sinhhoat.db").chmod(0o644)
        await run_until_polling(api, BotCopy(tmp_path, settings, name="again"))
        assert not is_open(tmp_path / "data" / "sinhhoat.db"), "an older installation's file"


def is_open(path: Path) -> bool:
    """True when others than the owner may read it."""
    return bool(path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO))


def test_doctor_says_that_the_database_is_damaged(url_of_commands: str) -> None:
    scribble_over(0, 100)(Path(url_of_commands.removeprefix("sqlite:///")))
    result = CliRunner().invoke(command_line, ["doctor"])
    assert result.exit_code == 1
    assert "Cơ sở dữ liệu" in result.output
    assert "khôi phục bản sao lưu" in " ".join(result.output.split())


def test_the_fullest_disk_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    free = {"data": 9_000, "base": 8_000, "backups": 7_000}
    usage = type(shutil.disk_usage(tmp_path))
    monkeypatch.setattr(
        "bot.disks.shutil.disk_usage", lambda folder: usage(10_000, 0, free[Path(folder).name])
    )
    for name in free:
        (tmp_path / name).mkdir()
    settings = load_settings(
        _env_file=None,
        data_dir=tmp_path / "data",
        database_url=f"sqlite:///{tmp_path / 'base' / 'file.db'}",
        backup_dir=tmp_path / "backups",
    )
    assert least_free(settings) == 7_000
    assert least_free(settings.model_copy(update={"backup_dir": None})) == 8_000


def test_a_sound_file_is_no_damage(sqlite_template: Path) -> None:
    assert sqlite3.connect(sqlite_template).execute("pragma quick_check").fetchone() == ("ok",)
