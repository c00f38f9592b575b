"""How many files somebody may send, and what becomes of those that nothing names."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.web_backend import DatabaseWebBackend, Listeners
from domain.files import StoredFile
from domain.inbound import Address
from domain.refusals import BadInput
from operations.maintenance.files import add_uploaded, file_ready
from operations.maintenance.retention import REMOVE_FILES, apply_retention
from storage import Database
from storage.maintenance import tasks
from storage.messages import addresses, attachments
from tests.codes import counting_bytes
from tests.directory import POLICY
from tests.handlers.office import Office, open_office
from tests.handlers.reported import FORM, go
from tests.pictures import picture
from tests.talks import Phone


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_office(database)


@pytest.fixture
async def leader(office: Office) -> Phone:
    return await office.enrol(office.commune.leader)


async def chunks() -> AsyncIterator[bytes]:
    yield picture()


async def test_who_sent_many_files_today_goes_on_tomorrow_and_still_reports(
    office: Office, leader: Phone
) -> None:
    office.town.pump._policy = replace(POLICY, files_per_day=2)
    await go(leader, "Báo cáo", *FORM)
    for _ in range(2):
        await leader.send_photo()
    assert "nhiều tệp" not in leader.see()
    await leader.send_photo()
    assert "Hôm nay đồng chí đã gửi nhiều tệp" in leader.see()
    office.town.now += timedelta(days=1)
    await leader.send_photo()
    assert "nhiều tệp" not in leader.last
    await leader.press("Gửi báo cáo")
    assert "báo cáo" in leader.last
    assert "Xem báo cáo" in leader.buttons


@pytest.mark.parametrize("limit", [{"files_per_day": 3}, {"file_bytes_per_day": 2000}])
async def test_the_web_page_has_the_same_quota_whatever_comes_at_once(
    office: Office, leader: Phone, tmp_path: Path, limit: dict[str, Any]
) -> None:
    backend = DatabaseWebBackend(
        office.database,
        policy=replace(POLICY, **limit),
        clock=lambda: office.town.now,
        random_bytes=counting_bytes(7000),
        folder=tmp_path,
        listeners=Listeners(),
    )

    async def upload() -> None:
        await backend.upload(leader.address, name="a.heic", mime="", chunks=chunks())

    refused = False
    for _ in range(4):
        try:
            await upload()
        except BadInput as refusal:
            refused = refusal.code == "file-quota"
    assert refused
    office.town.now += timedelta(days=1, seconds=1)
    await upload()


async def test_what_nothing_names_goes_after_a_day_and_what_a_draft_names_stays(
    office: Office, leader: Phone
) -> None:
    await go(leader, "Báo cáo", *FORM)
    await leader.send_photo()
    now, page = office.town.now, Address("web", "main", "p1", "p1")
    async with office.database.write() as unit:
        await addresses.ensure(unit, {page: (False, ""), leader.address: (False, "")}, now=now)
        left = await add_uploaded(
            unit, page, kind="photo", name="b.png", stored=stored("b"), now=now
        )
        waiting = await tasks.claim(unit, now=now, until=now, limit=5)
        (drafted,) = {task.payload["attachment_id"] for task in waiting}
        await file_ready(unit, drafted, stored("a"))
    for hours, kept in ((23, {left, drafted}), (2, {drafted}), (24 * 30, {drafted})):
        now += timedelta(hours=hours)
        async with office.database.write() as unit:
            await apply_retention(unit, policy=POLICY, now=now)
            assert set(await attachments.find_many(unit, [left, drafted])) == kept
    async with office.database.write() as unit:
        due = await tasks.claim(unit, now=now, until=now, limit=9)
    assert {"sha256": ["b" * 64]} in [task.payload for task in due if task.kind == REMOVE_FILES]


def stored(letter: str) -> StoredFile:
    return StoredFile(letter * 64, "image/jpeg", 9, kind="photo", original=letter * 64)
