"""A digest's picture goes with its words; without one the words go alone and that is told."""

from dataclasses import replace
from typing import Any

from domain.files import StoredFile
from operations.maintenance.health import is_noted_failing
from scheduler import run_due
from tests.directory import at
from tests.reached import queued
from tests.scheduler.test_closed_figures import Place, place

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
    (row,) = [one for one in await post_with(place, DRAWN) if "Đã báo cáo" in one.message.text]
    assert len(row.message.attachments) == 1
    assert row.message.prompt is not None
    async with place.database.read() as unit:
        assert not await is_noted_failing(unit, "pictures")


async def test_without_a_picture_the_words_go_alone_and_the_operator_is_told(
    place: Place,
) -> None:
    (row,) = [one for one in await post_with(place, None) if "Đã báo cáo" in one.message.text]
    assert row.message.attachments == ()
    async with place.database.read() as unit:
        assert await is_noted_failing(unit, "pictures")
