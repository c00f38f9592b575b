"""Tokens of other systems: as whom they read, until when, and how far they are from chapters."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from documents.tables.columns import SheetName, Shown
from domain.people import Role
from domain.refusals import NotAllowed
from domain.reporting_span import Span
from operations.api.reading import KNOWS_CHANGES, ReadAsked, read_part
from operations.api.tokens import (
    Bearer,
    TokenAsked,
    TokenState,
    add_token,
    find_bearer,
    list_tokens_at,
)
from operations.api.usage import note_use
from storage import Database, UnitOfWork
from storage.tables.directory import area
from tests.codes import counting_bytes
from tests.directory import LOANS, POLICY, Commune, Directory, at, held, settle_commune
from tests.operations.planned import november, send

NOW = at(20)


@pytest.fixture
async def commune(database: Database) -> Commune:
    commune = await settle_commune(database)
    told = held(difficulties=(LOANS,))
    await send(database, commune.leader, await november(database, commune), told)
    return commune


async def find(unit: UnitOfWork, token: str, now: datetime = NOW) -> Bearer | None:
    return await find_bearer(unit, token, today=POLICY.day_of(now), now=now)


async def give(unit: UnitOfWork, area_id: int, *classes: Shown, by: int | None = None) -> str:
    asked = TokenAsked(name="Kho", area_id=area_id, only=None, classes=frozenset(classes), days=30)
    draw = counting_bytes(area_id * 100 + len(classes))
    return await add_token(unit, asked, by=by, random_bytes=draw, now=NOW)


async def test_a_token_works_until_its_time_is_over(database: Database, commune: Commune) -> None:
    async with database.write() as unit:
        token = await give(unit, commune.commune.id, by=commune.staff)
        bearer = await find(unit, token)
        assert bearer is not None
        assert (bearer.place.id, bearer.is_ageing) == (commune.commune.id, True)
        assert [post.role for post in bearer.posts] == [Role.STAFF]
        await note_use(unit, bearer, now=NOW)
        again = await find(unit, token, NOW + timedelta(minutes=9))
        assert again is not None
        assert not again.is_ageing
        over = NOW + timedelta(days=30)
        assert await find(unit, token, over) is None
        (line,) = await list_tokens_at(unit, "/", today=POLICY.day_of(over), now=over)
        assert line.state is TokenState.EXPIRED
        assert await find(unit, token[:-1] + "g") is None


async def test_only_what_changed_since_a_moment_is_read(
    database: Database, commune: Commune
) -> None:
    async with database.write() as unit:
        bearer = await find(unit, await give(unit, commune.commune.id, *Shown))
        assert bearer is not None
        for resource in KNOWS_CHANGES:
            asked = ReadAsked(resource=resource, area_id=None, span=Span(2026, 11, 1))
            every = await read_part(unit, bearer, asked, policy=POLICY, now=NOW)
            for since, rows in ((at(6), every.rows), (at(6, 13), [])):
                wanted = replace(asked, since=since)
                part = await read_part(unit, bearer, wanted, policy=POLICY, now=NOW)
                assert part.rows == rows, resource


@pytest.mark.parametrize(
    ("level", "far"), [("tỉnh", True), ("khu vực", True), ("xã", False), ("ấp", False)]
)
async def test_far_from_the_chapters_is_above_the_communes(
    database: Database, level: str, *, far: bool
) -> None:
    async with database.write() as unit:
        make, places = Directory(unit), {}
        above = None
        for name in ("tỉnh", "khu vực", "xã", "ấp"):
            above = places[name] = await make.area(f"{name} A", above)
            await unit.run(area.update().where(area.c.id == above.id).values(level=name))
        bearer = await find(unit, await give(unit, places[level].id))
        assert bearer is not None
        asked = ReadAsked(resource=SheetName.REPORTS, area_id=None, span=Span(2026, 11, 1))
        if not far:
            await read_part(unit, bearer, asked, policy=POLICY, now=NOW)
            return
        with pytest.raises(NotAllowed):
            await read_part(unit, bearer, asked, policy=POLICY, now=NOW)
        words = await find(unit, await give(unit, places[level].id, Shown.WORDS))
        assert words is not None
        await read_part(unit, words, asked, policy=POLICY, now=NOW)
