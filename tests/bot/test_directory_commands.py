from datetime import date, timedelta

from typer.testing import CliRunner, Result

from bot.cli import app
from bot.errors import describe
from tests.directory import Commune


def change(*words: str) -> Result:
    return CliRunner().invoke(app, ["change", *words])


def lines(result: Result) -> list[str]:
    assert result.exit_code == 0, result.output
    return result.output.splitlines()


def test_a_rename_is_looked_at_and_then_done(commune: Commune, noon: date) -> None:
    words = ("rename", f"chapter:{commune.chapter}", "Chi hội Cái Cối")
    effect = "Chi hội phụ nữ ấp Cái Cối đổi tên thành Chi hội Cái Cối"
    seen = lines(change(*words, "--dry-run"))
    assert seen == [effect, f"Nothing was changed; it would hold from {noon}."]
    assert lines(change(*words)) == [effect]
    assert change("rename", "chapter:chi hoi cai coi", "Chi hội Một").exit_code == 0


def test_areas_and_chapters_are_merged_split_moved_and_closed(commune: Commune) -> None:
    merged = change("merge", "area:Ấp Cái Cối", "area:Ấp La Ghi", "--name", "Ấp Giồng Bàn")
    assert lines(merged)[-1].startswith("New: ")
    both = (f"chapter:{commune.chapter}", f"chapter:{commune.other_chapter}")
    assert lines(change("merge", *both, "--name", "Chi hội chung"))[-1].startswith("New: ")


def test_chapters_are_moved_split_and_closed(commune: Commune) -> None:
    mine, other = f"chapter:{commune.chapter}", f"chapter:{commune.other_chapter}"
    (moved,) = lines(change("move", other, "Ấp Cái Cối"))
    assert moved == "Chi hội phụ nữ ấp La Ghi: chuyển từ Ấp La Ghi sang Ấp Cái Cối"
    parts = ("--part", "Chi hội A=20", "--part", "Chi hội B=12")
    assert lines(change("split", mine, *parts))[-1].startswith("New: ")
    (closed,) = lines(change("close", "area:Ấp La Ghi"))
    assert closed.startswith("Ấp La Ghi: ngừng hoạt động sau ngày ")


def test_what_cannot_be_named_is_one_line(commune: Commune) -> None:
    for words in (
        ("close", "hamlet:1"),
        ("close", "chapter:999"),
        ("close", "area:Nowhere"),
        ("rename", f"chapter:{commune.chapter}", " "),
    ):
        result = change(*words)
        assert result.exit_code == 1
        assert result.exception is not None
        assert describe(result.exception)


def test_a_pause_is_kept(commune: Commune, noon: date) -> None:
    days = ("--from", str(noon), "--to", str(noon + timedelta(days=9)))
    (line,) = lines(change("pause", f"chapter:{commune.chapter}", *days, "--reason", "Mùa gặt"))
    assert line.startswith("Pause 1: Chi hội phụ nữ ấp Cái Cối")
    assert lines(change("pause", "everybody", *days, "--reason", "Lũ lụt"))[0].startswith(
        "Pause 2: everybody"
    )
