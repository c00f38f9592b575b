from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from domain.files import StoredFile
from domain.inbound import Address
from domain.policy import Policy
from domain.retention import Retention, parse_retention
from domain.talks import KnownAddress
from operations.maintenance.files import file_ready
from operations.maintenance.retention import REMOVE_FILES, apply_retention, count_due, find_applied
from storage import Database, UnitOfWork
from storage.maintenance import audit, tasks
from storage.messages import addresses, attachments, talks
from storage.reports import reports
from storage.tables.directory import address, conversation
from storage.tables.mail import inbox, outbox
from storage.tables.meetings import digest_target
from storage.tables.programmes import chapter_event, counter, counter_kind, exemplar
from tests.directory import POLICY, at, settle_commune
from tests.operations.planned import november, send

YEAR_ON = at(6) + timedelta(days=366)


async def photo(unit: UnitOfWork, sha256: str, *, report_id: int | None) -> int:
    wanted = Address("telegram", "main", "1", "1")
    here = (await addresses.ensure(unit, {wanted: (False, "")}, now=at(6)))[wanted]
    added = await attachments.add(
        unit,
        attachments.NewFile(
            kind="photo", source={"file_id": "x"}, name="Lan.jpg", mime="image/jpeg", size=10
        ),
        address_id=here.id,
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
        due = {rule.kind: rule for rule in await count_due(unit, policy=POLICY, now=YEAR_ON)}
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
                audit.Entry(
                    person_id=None, action="chapter.changed", subject=f"chapter:{commune.chapter}"
                ),
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


async def test_of_exemplars_events_and_counters_the_words_go_and_what_counts_stays(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    begun = {"chapter_id": commune.chapter, "field": "economy", "created_at": at(2)}
    words = {"name": "Đường hoa", "lead": "Kim Ngọc", "result": "Sạch đẹp"}
    event = {"day": date(2026, 11, 2), "note": "Bà Lan được khen", "at": at(2)}
    async with database.write() as unit:
        for state in ("draft", "ended", "recognised"):
            await unit.add(exemplar, **begun, **words, state=state)
        await unit.add(chapter_event, chapter_id=commune.chapter, kind="commended", **event)
        kind = await unit.add(
            counter_kind, code="in", name="Kết nạp", unit="người", ordinal=1,
            valid_from=date(2020, 1, 1),
        )  # fmt: skip
        await unit.add(
            counter, chapter_id=commune.chapter, counter_kind_id=kind, period="2026-Q4", value=3,
            at=at(2),
        )  # fmt: skip
    usual = Retention()
    policy = Policy(retention=parse_retention({"exemplars": 10, "events": 5, "counters": 20}))
    assert (usual.exemplars, usual.events, usual.counters) == (3650, 1825, 3650)
    async with database.write() as unit:
        gone = await apply_retention(unit, policy=policy, now=at(14))
        assert [gone[name] for name in ("exemplars", "events", "counters")] == [2, 1, 0]
        again = await apply_retention(unit, policy=policy, now=at(24))
        assert [again[name] for name in ("exemplars", "events", "counters")] == [0, 0, 1]
        kept = await unit.all(select(exemplar.c.state, exemplar.c.name, exemplar.c.lead))
        assert {row.state: (row.name, row.lead) for row in kept} == {
            "draft": ("Đường hoa", None),
            "ended": ("Đường hoa", None),
            "recognised": ("Đường hoa", "Kim Ngọc"),
        }
        (left,) = await unit.all(select(chapter_event.c.kind, chapter_event.c.note))
        assert tuple(left) == ("commended", None)


async def outbox_row(unit: UnitOfWork, here: KnownAddress, state: str, row_id: int) -> None:
    await unit.add(
        outbox, id=row_id, address_id=here.id, conversation_id=here.conversation_id, priority=1,
        started_by_bot=True, message={"text": "Thạch Thị Lan"}, part=1, parts=1, state=state,
        attempts=3, created_at=at(2),
    )  # fmt: skip


async def inbox_row(unit: UnitOfWork, here: KnownAddress, state: str) -> None:
    await unit.add(
        inbox, channel="telegram", account="main", external_id=state, address_id=here.id,
        raw="Thạch Thị Lan", inbound="{}", received_at=at(2), state=state, tries=3, starts=0,
    )  # fmt: skip


async def reached(unit: UnitOfWork, chat: str, *, title: str = "") -> KnownAddress:
    wanted = Address("telegram", "main", chat, chat)
    return (await addresses.ensure(unit, {wanted: (False, title)}, now=at(2)))[wanted]


async def test_what_failed_or_was_set_aside_goes_as_what_was_done(database: Database) -> None:
    await settle_commune(database)
    policy = Policy(retention=parse_retention({"outbox": 10, "inbox": 5, "aside": 10}))
    async with database.write() as unit:
        here = await reached(unit, "1")
        for number, state in enumerate(("failed", "expired", "cancelled", "sent", "pending")):
            await outbox_row(unit, here, state, number + 1)
        for state in ("done", "aside"):
            await inbox_row(unit, here, state)
        early = await apply_retention(unit, policy=policy, now=at(8))
        assert [early[kind] for kind in ("outbox", "inbox", "aside")] == [0, 1, 0]
        late = await apply_retention(unit, policy=policy, now=at(14))
        assert [late[kind] for kind in ("outbox", "inbox", "aside")] == [5, 0, 1]


async def test_accounts_of_strangers_go_and_those_that_something_names_stay(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    policy = Policy(retention=parse_retention({"accounts": 30, "outbox": 100}))
    async with database.write() as unit:
        quiet = await reached(unit, "1", title="Nguyễn Văn Lạ")
        talking = await reached(unit, "2")
        known = await reached(unit, "3")
        told = await reached(unit, "4")
        group = await reached(unit, "-100", title="Nhóm xã")
        await photo(unit, "aa", report_id=None)  # its account is the quiet one
        other = await reached(unit, "5", title="Trần Thị Khách")
        talk = await talks.of_person(unit, commune.leader)
        await addresses.bind(unit, known.id, person_id=commune.leader, conversation_id=talk)
        await outbox_row(unit, told, "sent", 1)
        await unit.add(
            digest_target, area_id=commune.commune.id, address_id=group.id, bound_at=at(2)
        )
        await unit.run(
            update(conversation)
            .where(conversation.c.id == talking.conversation_id)
            .values(active_at=at(28))
        )
        gone = await apply_retention(unit, policy=policy, now=at(5, month=12))
        kept = {row.chat for row in await unit.all(select(address.c.chat))}
        there = await unit.scalar(
            select(conversation.c.id).where(conversation.c.id == other.conversation_id)
        )
    assert gone["accounts"] == 1
    assert kept == {"1", "2", "3", "4", "-100"}
    assert quiet.id
    assert there is None
