from pathlib import Path

import pytest

from bot.lock import AlreadyRunning, only_one
from bot.settings import Settings


def test_one_database_file_has_one_bot_whatever_the_folders(tmp_path: Path) -> None:
    file = tmp_path / "sinhhoat.db"
    with (
        only_one(tmp_path / "one", file),
        pytest.raises(AlreadyRunning, match="SINHHOAT_DATABASE_URL"),
        only_one(tmp_path / "two", file),
    ):
        pass
    with only_one(tmp_path / "two", file):
        pass


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("sqlite:////srv/s.db", Path("/srv/s.db")),
        ("sqlite:///s.db?timeout=3", Path("s.db")),
        ("postgresql://u@h/d", None),
        ("", Path("data/sinhhoat.db")),
    ],
)
def test_the_file_of_a_database_is_known_by_its_address(url: str, file: Path | None) -> None:
    assert Settings(database_url=url, _env_file=None).database_file == file
