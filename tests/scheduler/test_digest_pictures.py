"""A digest's picture goes with its words; without one the words go alone and that is told."""

from dataclasses import replace
from typing import Any

from domain.files import StoredFile
from operations.exports.asking import SheetFormat
from operations.maintenance.health import is_noted_failing
from operations.notifications.digest_table import DigestTable
from scheduler import run_due
from tests.directory import at
from tests.reached import queued
from tests.scheduler.test_closed_figures import CLOSED, Place, days, place

__all__ = ["place"]

DRAWN = StoredFile("a" * 64, "image/png", 4321)


async def post_with(place: Place, picture: StoredFile | None) -> list[Any]:
    """Runs the clock to a Monday; returns what waits for the channel, and notes what was drawn."""
    specs = []

    async def draw(spec: dict[str, Any]) -> StoredFile | None:
        specs.append(spec)
        return picture

    place.context = replace(place.context, draw=draw)
    await place.run(at(1, 6))
    await place.bind(at(1, 7))
    for chapter in list(place.leaders)[:5]:
        await place.report(chapter, at(6))
    assert await run_due(place.context, at(9, 8)) == []
    async with place.database.read() as unit:
        rows = [row for row in await queued(unit) if row.address_id == place.channel.id]
    assert specs
    return rows


async def test_the_picture_has_the_words_as_its_caption(place: Place) -> None:
    (row,) = [
        value for value in await post_with(place, DRAWN) if "Đã báo cáo" in value.message.text
    ]
    assert len(row.message.attachments) == 1
    assert row.message.prompt is not None
    async with place.database.read() as unit:
        assert not await is_noted_failing(unit, "pictures")


async def test_without_a_picture_the_words_go_alone_and_the_operator_is_told(
    place: Place,
) -> None:
    (row,) = [
        value for value in await post_with(place, None) if "Đã báo cáo" in value.message.text
    ]
    assert row.message.attachments == ()
    async with place.database.read() as unit:
        assert await is_noted_failing(unit, "pictures")


async def test_a_closed_month_comes_with_its_workbook_without_a_sound(place: Place) -> None:
    tables = []

    async def tabulate(table: DigestTable, _: str) -> StoredFile:
        tables.append(table)
        return StoredFile("b" * 64, SheetFormat.XLSX.mime, 9000)

    place.context = replace(place.context, tabulate=tabulate)
    await place.run(at(1, 6))
    await place.bind(at(1, 7))
    for chapter in list(place.leaders)[:5]:
        await place.report(chapter, at(6))
    await place.run(*days(at(9, 8), CLOSED))
    async with place.database.read() as unit:
        rows = [row for row in await queued(unit) if row.address_id == place.channel.id]
    (workbook,) = [row for row in rows if row.message.attachments]
    before = rows[rows.index(workbook) - 1]
    assert "Số liệu chốt" in before.message.text
    assert workbook.message.silent
    assert not before.message.silent
    assert workbook.message.text == "Bảng số liệu kèm bản tổng hợp tháng 11/2026"
    # The same numbers as the words, and no more of a place than its picture shows.
    (table,) = tables
    told = [
        {name: value for name, value in row.items() if value is not None} for row in table.rows
    ]
    assert sum(int(str(row["on_time"])) for row in told if "area" in row or len(told) == 1)
    assert table.head.total.reported == 5
    assert f"Đã báo cáo 5/{table.head.total.due} buổi" in before.message.text
    shown = {"period", "area", "kind", "on_time", "late", "missing", "state"}
    assert told
    assert set().union(*told) <= shown
