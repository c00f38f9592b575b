from datetime import timedelta

import pytest

from domain.files import StoredFile
from domain.inbound import Address
from domain.policy import Policy
from domain.retention import Retention, parse_retention
from operations.keeping.files import file_ready
from operations.keeping.retention import REMOVE_FILES, apply_retention, count_due, find_applied
from storage import Database, Unit, addresses, attachments, audit, reports, tasks
from tests.directory import POLICY, at, settle_commune
from tests.operations.planned import november, send

YEAR_ON = at(6) + timedelta(days=366)


async def photo(unit: Unit, sha256: str, *, report_id: int | None) -> int:
    wanted = Address("telegram", "main", "1", "1")
    here = (await addresses.ensure(unit, {wanted: (False, "")}, now=at(6)))[wanted]
    added = await attachments.add(
        unit,
        address_id=here.id,
        kind="photo",
        source={"file_id": "x"},
        name="Lan.jpg",
        mime="image/jpeg",
        size=10,
        now=at(6),
    )
    await file_ready(unit, added, StoredFile(sha256, "image/jpeg", 10))
    if report_id:
        await attachments.attach(unit, [added], report_id=report_id)
    return added


async def test_photos_go_after_a_year_and_their_report_stays(database: Database) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    sent = await send(database, commune.leader, meeting)
    async with database.write() as unit:
        kept = await photo(unit, "aa", report_id=sent.report_id)
        await photo(unit, "bb", report_id=None)
    async with database.write() as unit:
        early = await apply_retention(unit, policy=POLICY, now=at(30))
        assert early["photos"] == 0
        due = {one.kind: one for one in await count_due(unit, policy=POLICY, now=YEAR_ON)}
        assert (due["photos"].rows, due["photos"].days) == (2, 365)
        await apply_retention(unit, policy=POLICY, now=YEAR_ON)
    async with database.write() as unit:
        (left,) = (await attachments.find_many(unit, [kept])).values()
        assert (left.state, left.reason, left.sha256, left.name) == (
            "failed",
            "photo-expired",
            None,
            "",
        )
        assert await reports.find(unit, sent.report_id)
        (removal,) = await tasks.claim(unit, now=YEAR_ON, until=YEAR_ON, limit=5)
        assert (removal.kind, removal.payload) == (REMOVE_FILES, {"sha256": ["aa", "bb"]})
        applied = await find_applied(unit)
        assert applied is not None
        assert applied.at == YEAR_ON


async def test_the_journal_is_kept_as_long_as_the_setting_says(database: Database) -> None:
    commune = await settle_commune(database)
    policy = Policy(retention=parse_retention({"journal": 10}))
    async with database.write() as unit:
        for day in (1, 15):
            audit.add_later(
                unit,
                person_id=None,
                action="chapter.changed",
                subject=f"chapter:{commune.chapter}",
                now=at(day),
            )
    async with database.write() as unit:
        assert (await apply_retention(unit, policy=policy, now=at(20)))["journal"] == 1
        assert (await apply_retention(unit, policy=policy, now=at(20)))["journal"] == 0


def test_unknown_kinds_and_no_days_are_refused() -> None:
    with pytest.raises(ValueError, match="unknown kind 'foto'"):
        parse_retention({"foto": 1})
    with pytest.raises(ValueError, match="photos must be kept"):
        parse_retention({"photos": 0})
    assert parse_retention({"photos": 30}) == Retention(photos=30)
