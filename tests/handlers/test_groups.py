from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from domain.codes import format_code
from domain.inbound import Address, InboundKind
from domain.people import Role
from domain.talks import KnownAddress
from handlers.digest_channels import DigestChannelsHandler
from operations.maintenance.health import Light, list_findings
from operations.maintenance.retention import apply_retention
from operations.messaging.sending import Settlement, settle
from operations.notifications.digest_targets import DELETE_MESSAGE
from operations.notifications.digesting import due_digests, post_digest
from storage import Database
from storage.directory import digest_targets
from storage.directory.digest_targets import DigestTarget
from storage.maintenance import tasks
from storage.maintenance.tasks import Task
from storage.messages import addresses, outbox
from storage.tables.mail import inbox
from tests.codes import WRONG, code_for, code_for_area
from tests.directory import Commune, Directory, at, settle_commune
from tests.handlers.home import registry
from tests.operations.planned import plan_all
from tests.reached import reach
from tests.talks import Phone, Talks

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

BOUND = "Từ nay bản tổng hợp sinh hoạt của xã Long Vĩnh sẽ được gửi vào đây."


@pytest.fixture
async def commune(database: Database) -> Commune:
    return await settle_commune(database)


@pytest.fixture
def town(database: Database, commune: Commune) -> Talks:
    return Talks(database, registry(DigestChannelsHandler()), now=at(5))


@pytest.fixture
def member(town: Talks) -> Phone:
    return town.phone("42", chat="-100", title="Kênh xã Long Vĩnh")


async def targets(town: Talks) -> list[DigestTarget]:
    async with town.database.read() as unit:
        return await digest_targets.list_live(unit)


async def deletions(town: Talks) -> list[Task]:
    async with town.database.write() as unit:
        found = await tasks.claim(unit, now=town.now, until=town.now, limit=10)
    return [task for task in found if task.kind == DELETE_MESSAGE]


async def address_of(town: Talks, address: Address) -> KnownAddress:
    async with town.database.read() as unit:
        return (await addresses.find_many(unit, [address]))[address]


async def bind(town: Talks, commune: Commune, member: Phone) -> None:
    await member.say(await code_for_area(town.database, commune.commune.id, now=town.now))


@pytest.mark.parametrize("spelled", ["{}", "/start {}", "/start@bot {}"])
async def test_a_code_in_a_group_binds_it_and_is_removed(
    town: Talks, commune: Commune, member: Phone, spelled: str
) -> None:
    code = await code_for_area(town.database, commune.commune.id, now=town.now)
    await member.say(spelled.format(format_code(code)))
    assert [bubble.text for bubble in member.from_bot] == [BOUND]
    [target] = await targets(town)
    assert target.area_id == commune.commune.id
    assert target.here.address == Address("telegram", "main", "-100", "")
    assert target.here.title == "Kênh xã Long Vĩnh"
    [task] = await deletions(town)
    assert task.payload == {"address_id": target.here.id, "message_id": member.screen[0].id}


async def test_a_post_in_a_channel_binds_it_too(town: Talks, commune: Commune) -> None:
    channel = town.phone("", chat="-200", title="Kênh")
    await bind(town, commune, channel)
    assert channel.last == BOUND


async def test_everything_else_in_a_group_is_left_alone(
    town: Talks, commune: Commune, member: Phone
) -> None:
    for text in ("xin chào", "/start", "/menu", "báo cáo", WRONG):
        await member.say(text)
    await member.say(await code_for(town.database, commune.leader, now=town.now))
    await member.send_photo()
    await member.send(InboundKind.UNSUPPORTED)
    assert member.from_bot == []
    assert await targets(town) == []
    assert await deletions(town) == []


async def test_what_people_say_in_a_group_is_cut_and_gone_after_a_day(
    town: Talks, commune: Commune, member: Phone
) -> None:
    await bind(town, commune, member)
    await member.say("a" * 4000)
    async with town.database.write() as unit:
        rows = await unit.all(select(inbox.c.inbound))
        assert all("a" * 1001 not in row.inbound for row in rows)
        tomorrow = town.now + timedelta(days=1, seconds=1)
        await apply_retention(unit, policy=town.policy, now=tomorrow)
        assert await unit.all(select(inbox.c.id)) == []
    assert len(await targets(town)) == 1


async def test_wrong_codes_in_a_group_keep_no_right_one_out(
    town: Talks, commune: Commune, member: Phone
) -> None:
    for _ in range(5):
        await member.say(WRONG)
    private = town.phone("42")
    await private.say(WRONG)
    assert "đã có nhiều mã mời chưa đúng" in private.last
    await bind(town, commune, member)
    assert len(await targets(town)) == 1


async def test_a_code_binds_one_group_only(town: Talks, commune: Commune, member: Phone) -> None:
    code = await code_for_area(town.database, commune.commune.id, now=town.now)
    other = town.phone("42", chat="-300")
    await member.say(code)
    await other.say(code)
    assert other.from_bot == []
    assert len(await targets(town)) == 1


async def test_another_code_gives_a_group_another_area(
    town: Talks, commune: Commune, member: Phone
) -> None:
    await bind(town, commune, member)
    await member.say(await code_for_area(town.database, commune.hamlet.id, now=town.now))
    assert [target.area_id for target in await targets(town)] == [commune.hamlet.id]


LOST = "Kênh “Kênh xã Long Vĩnh” không nhận được bản tổng hợp của xã Long Vĩnh"
FOUND = "Kênh “Kênh xã Long Vĩnh” nhận lại được bản tổng hợp của xã Long Vĩnh"
GOES_ON = "Hệ thống tiếp tục gửi bản tổng hợp sinh hoạt của xã Long Vĩnh vào đây."


@pytest.fixture
async def office(town: Talks, commune: Commune) -> list[Phone]:
    """The phones of the commune's staff and of an administrator without a place."""
    async with town.database.write() as unit:
        make = Directory(unit)
        administrator = await make.person("Trần Văn Quản")
        await make.post(administrator, Role.ADMINISTRATOR, area=commune.other_hamlet)
        for person in (commune.staff, administrator):
            await reach(unit, person, now=town.now, chat=str(person))
    return [town.phone(str(person)) for person in (commune.staff, administrator)]


async def digests(town: Talks) -> int:
    """Queues the digests that are due and shows what can be shown."""
    async with town.database.write() as unit:
        due = await due_digests(unit, policy=town.policy, now=town.now)
        posted = [await post_digest(unit, ready, now=town.now) for ready in due]
    await town.run()
    return sum(posted)


async def test_the_office_is_told_of_a_bot_taken_out_and_put_back_it_goes_on(
    town: Talks, commune: Commune, member: Phone, office: list[Phone]
) -> None:
    await bind(town, commune, member)
    for _ in range(2):
        await member.send(InboundKind.MEMBERSHIP, active=False)
    group = Address("telegram", "main", "-100", "")
    assert not (await address_of(town, group)).reachable
    for phone in office:
        assert [LOST in bubble.text for bubble in phone.from_bot] == [True]
    town.now = at(9, 8)
    assert await digests(town) == 0
    for _ in range(2):
        await member.send(InboundKind.MEMBERSHIP, active=True)
    assert [bubble.text for bubble in member.from_bot] == [BOUND, GOES_ON]
    for phone in office:
        assert FOUND in phone.last
    assert await digests(town) == 1
    assert "THÁNG 11/2026" in member.last


async def test_whoever_works_there_on_that_day_is_told_whatever_the_hour(
    town: Talks, commune: Commune, member: Phone
) -> None:
    """Seven hours of each night are still the day before in UTC."""
    async with town.database.write() as unit:
        make = Directory(unit)
        spans: list[dict[str, Any]] = [
            {"valid_from": date(2026, 11, 5)},
            {"valid_to": date(2026, 11, 4)},
        ]
        people = [await make.person(name) for name in ("Ngô Thị Mới", "Ngô Thị Cũ")]
        for person, span in zip(people, spans, strict=True):
            await make.post(person, Role.STAFF, area=commune.commune, **span)
            await reach(unit, person, now=town.now, chat=str(person))
    await bind(town, commune, member)
    town.now = at(5, 1)
    await member.send(InboundKind.MEMBERSHIP, active=False)
    town.now = at(5, 8)
    await town.deliver()
    told = [
        [LOST in bubble.text for bubble in town.phone(str(person)).from_bot] for person in people
    ]
    assert told == [[True], []]


async def test_a_digest_that_was_refused_is_sent_when_the_channel_takes_it(
    town: Talks, commune: Commune, member: Phone, office: list[Phone]
) -> None:
    await bind(town, commune, member)
    here = ("telegram", "main", "-100")
    town.blocked.add(here)
    town.now = at(9, 8)
    assert await digests(town) == 1
    for phone in office:
        assert [LOST in bubble.text for bubble in phone.from_bot] == [True]
    for town.now in (at(9, 9), at(10, 7)):
        assert await digests(town) == 0
    town.now = at(10, 9)
    assert await digests(town) == 1
    assert [bubble.text for bubble in member.from_bot] == [BOUND]
    town.blocked.discard(here)
    await member.send(InboundKind.MEMBERSHIP, active=True)
    assert await digests(town) == 1
    assert "THÁNG 11/2026" in member.last
    assert await digests(town) == 0
    assert [LOST in bubble.text for bubble in office[0].from_bot] == [True, False]


async def test_a_lost_channel_is_a_fault_of_the_system_for_a_week(
    town: Talks, commune: Commune, member: Phone
) -> None:
    await bind(town, commune, member)
    await member.send(InboundKind.MEMBERSHIP, active=False)
    for days, light in ((0, Light.RED), (6, Light.RED), (8, Light.GREEN)):
        async with town.database.read() as unit:
            found = await list_findings(unit, now=town.now + timedelta(days=days))
        assert [one.light for one in found if one.name == "channels"] == [light]


async def test_a_bot_taken_out_of_a_group_without_digests_troubles_nobody(
    town: Talks, member: Phone, office: list[Phone]
) -> None:
    for active in (True, False, True):
        await member.send(InboundKind.MEMBERSHIP, active=active)
    assert member.from_bot == []
    assert [phone.from_bot for phone in office] == [[], []]


async def test_who_blocks_the_bot_is_unreachable_until_they_let_it_in(town: Talks) -> None:
    phone = town.phone("7")
    await phone.send(InboundKind.MEMBERSHIP, active=False)
    assert not (await address_of(town, phone.address)).reachable
    await phone.send(InboundKind.MEMBERSHIP, active=True)
    assert (await address_of(town, phone.address)).reachable
    assert phone.from_bot == []


async def migrate(town: Talks, member: Phone) -> None:
    await member.send(InboundKind.MIGRATION, migrated_to="-1009")


async def test_a_group_with_a_new_id_keeps_its_digests(
    town: Talks, commune: Commune, member: Phone
) -> None:
    await bind(town, commune, member)
    await migrate(town, member)
    await migrate(town, member)
    assert [target.here.address.chat for target in await targets(town)] == ["-1009"]


async def test_a_new_id_that_spoke_first_gets_the_digests(
    town: Talks, commune: Commune, member: Phone
) -> None:
    await bind(town, commune, member)
    await town.phone("42", chat="-1009").send(InboundKind.MEMBERSHIP, active=True)
    await migrate(town, member)
    await migrate(town, member)
    assert [target.here.address.chat for target in await targets(town)] == ["-1009"]


async def test_a_new_id_bound_by_itself_keeps_its_own_area(
    town: Talks, commune: Commune, member: Phone
) -> None:
    await bind(town, commune, member)
    code = await code_for_area(town.database, commune.hamlet.id, now=town.now)
    await town.phone("42", chat="-1009").say(code)
    await migrate(town, member)
    [target] = await targets(town)
    assert (target.here.address.chat, target.area_id) == ("-1009", commune.hamlet.id)


async def test_an_unknown_group_may_move_as_it_likes(town: Talks, member: Phone) -> None:
    await migrate(town, member)
    assert await targets(town) == []


async def test_a_message_on_its_way_follows_the_group(
    town: Talks, commune: Commune, member: Phone
) -> None:
    code = await code_for_area(town.database, commune.commune.id, now=town.now)
    await member.type_ahead(code)
    await town.pump.run_once()
    async with town.database.write() as unit:
        [outgoing] = await outbox.list_pending(
            unit, channel="telegram", account="main", by_bot=False, now=town.now, limit=9
        )
        moved = Settlement(outgoing.row.id, "pending", until=town.now, chat="-1009")
        await settle(unit, [moved], ("telegram", "main"), policy=town.policy, now=town.now)
    await town.run()
    assert town.phone("42", chat="-1009").last == BOUND
    assert [target.here.address.chat for target in await targets(town)] == ["-1009"]


ENDED = "Đã ngừng gửi bản tổng hợp của xã Long Vĩnh vào kênh “Kênh xã Long Vĩnh”."


async def ask_to_end(phone: Phone) -> None:
    await phone.say("/kenh")
    await phone.press("Ngừng gửi: Kênh xã Long Vĩnh")


async def test_staff_end_the_digests_to_a_channel_after_one_question(
    town: Talks, commune: Commune, member: Phone, office: list[Phone]
) -> None:
    await bind(town, commune, member)
    staff, administrator = office
    await ask_to_end(staff)
    assert "Muốn gửi lại thì cần mã mời mới" in staff.last
    await staff.press("Vẫn gửi")
    assert len(await targets(town)) == 1
    await ask_to_end(staff)
    await staff.say("thôi cũng được")
    assert len(await targets(town)) == 1
    await staff.press("Ngừng gửi")
    assert ENDED in "\n".join(bubble.text for bubble in staff.from_bot)
    assert await targets(town) == []
    assert "đã ngừng gửi bản tổng hợp của xã Long Vĩnh" in administrator.last
    town.now = at(9, 8)
    assert await digests(town) == 0
    assert member.last == BOUND
    await bind(town, commune, member)
    assert len(await targets(town)) == 1


async def test_a_channel_that_another_has_ended_meanwhile_is_said_to_be_gone(
    town: Talks, commune: Commune, member: Phone, office: list[Phone]
) -> None:
    await bind(town, commune, member)
    staff = office[0]
    await ask_to_end(staff)
    async with town.database.write() as unit:
        [target] = await digest_targets.list_live(unit)
        await digest_targets.end(unit, target.here.id, now=town.now)
    await staff.press("Ngừng gửi")
    assert "không còn nhận bản tổng hợp" in staff.last
    await staff.say("/kenh")
    assert "Chưa có nhóm, kênh nào" in staff.last


async def test_nobody_ends_the_channel_of_a_place_that_is_not_theirs(
    town: Talks, commune: Commune, member: Phone, office: list[Phone]
) -> None:
    await bind(town, commune, member)
    [target] = await targets(town)
    async with town.database.write() as unit:
        await reach(unit, commune.cadre, now=town.now, chat="cadre")
        await reach(unit, commune.leader, now=town.now, chat="leader")
    # The administrator here has a hamlet only, the channel is the commune's.
    for phone in (office[1], town.phone("cadre"), town.phone("leader")):
        for said in ("/kenh", f"/kenh e{target.here.id}", "/kenh e999"):
            await phone.say(said)
            assert "Kênh xã Long Vĩnh" not in phone.last
            assert "Ngừng gửi" not in phone.buttons
    assert len(await targets(town)) == 1


async def test_what_is_asked_about_a_digest_is_answered_privately(
    town: Talks, commune: Commune, member: Phone
) -> None:
    async with town.database.write() as unit:
        make = Directory(unit)
        await make.chapter("Chi đoàn ấp La Ghi", commune.other_hamlet, commune.kind)
        await reach(unit, commune.staff, now=town.now, chat="7")
        await reach(unit, commune.leader, now=town.now, chat="8")
    await plan_all(town.database, at(1))
    await bind(town, commune, member)
    town.now = at(16, 8)
    assert await digests(town) == 1
    assert member.buttons == ["Chi tiết", "Vì sao 3?", "Ai chưa báo cáo?"]

    staff, private = town.phone("7", chat="-100"), town.phone("7")
    before = len(member.from_bot)
    await staff.press("Vì sao 3?")
    assert private.last == (
        "Bản tổng hợp tháng 11/2026, Xã Long Vĩnh\n"
        "Theo kế hoạch: 3 buổi (3 đơn vị)\n"
        "Đã đến hạn: 3 buổi\n"
        "Trong đó đã báo cáo 0, quá hạn chưa báo cáo 3"
    )
    await staff.press("Ai chưa báo cáo?")
    assert "Quá hạn chưa báo cáo (3):" in private.last
    assert "Chi hội phụ nữ ấp La Ghi: chưa có người báo cáo" in private.last
    assert private.buttons == ["Xem và nhắc báo cáo"]
    assert town.notes[-1] == "Hệ thống đã gửi riêng cho đồng chí."

    # Others are told of nothing, wherever they press it.
    leader, stranger = town.phone("8", chat="-100"), town.phone("9", chat="-100")
    await leader.press("Ai chưa báo cáo?")
    assert town.notes[-1] == "Mục này dành cho cán bộ tổng hợp của địa bàn."
    assert not [one for one in town.phone("8").from_bot if "chưa báo cáo" in one.text]
    await stranger.press("Ai chưa báo cáo?")
    assert town.notes[-1] == "Xin đồng chí kết nối tài khoản với hệ thống để xem."
    assert len(member.from_bot) == before
