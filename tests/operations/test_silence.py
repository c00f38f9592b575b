from datetime import datetime, timedelta

from operations.notifications.bundling import due_bundles, enqueue_bundles
from operations.notifications.reminding import enqueue_reminders
from storage import Database
from storage.messages import addresses, sent_to
from tests.directory import POLICY, at
from tests.handlers.office import Office, open_office
from tests.reminding import all_due


async def remind(office: Office, moment: datetime) -> None:
    """A reminder goes out and is shown."""
    office.town.now = moment
    async with office.database.write() as unit:
        due = await all_due(unit, policy=POLICY, now=moment)
        await enqueue_reminders(unit, due, policy=POLICY, now=moment)
    await office.town.deliver()


async def bundle(office: Office, moment: datetime) -> None:
    office.town.now = moment
    async with office.database.write() as unit:
        due = await due_bundles(unit, policy=POLICY, now=moment)
        await enqueue_bundles(unit, due, policy=POLICY, now=moment)
    await office.town.deliver()


async def counted(office: Office) -> int:
    async with office.database.read() as unit:
        found = await sent_to.count_unanswered(unit, [office.commune.leader])
    return found.get(office.commune.leader, 0)


MORNINGS = (at(2, 8), at(5, 8), at(7, 8), at(10, 8))


async def test_who_never_answers_comes_into_the_bundle_once_with_the_phone(
    database: Database,
) -> None:
    office = await open_office(database, now=at(1))
    await office.enrol(office.commune.leader)
    cadre = await office.enrol(office.commune.cadre)
    for morning in (*MORNINGS, at(11, 8), at(12, 8)):
        await remind(office, morning)
        await bundle(office, morning + timedelta(hours=10))
        # Nobody is complained of before the report is overdue.
        assert cadre.see().count("chưa có phản hồi") == (1 if morning > MORNINGS[-1] else 0)
    await cadre.say("/chihoi")
    assert "Lan, chưa có số điện thoại: đã nhắc nhiều lần, chưa có phản hồi" in cadre.last


async def test_any_sign_of_life_ends_the_silence(database: Database) -> None:
    office = await open_office(database, now=at(1))
    leader = await office.enrol(office.commune.leader)
    for morning in MORNINGS[:3]:
        await remind(office, morning)
    assert await counted(office) == 3
    await leader.say("/menu")
    assert await counted(office) == 0


async def test_the_card_says_what_became_of_each_message(database: Database) -> None:
    office = await open_office(database, now=at(1))
    leader = await office.enrol(office.commune.leader)
    cadre = await office.enrol(office.commune.cadre)
    await remind(office, at(2, 8))
    address = leader.address
    office.town.blocked.add((address.channel, address.account, address.chat))
    await remind(office, at(5, 8))
    await cadre.say(f"/donvi p{office.commune.leader}")
    assert "02/11/2026, Telegram: đã gửi tới" in cadre.last
    assert "05/11/2026, Telegram: không gửi được" in cadre.last
    assert "Tài khoản: Telegram, không gửi tin được" in cadre.last
    async with database.read() as unit:
        (known,) = await addresses.of_person(unit, office.commune.leader)
    assert not known.reachable
