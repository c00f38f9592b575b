import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from bot.web_backend import DatabaseWebBackend, Listeners
from domain.inbound import Address
from domain.policy import Policy
from domain.refusals import NotFound, Refusal
from operations.people.enrolling import CONSENT_VERSION
from operations.people.invitations import invite_person, make_link_code
from operations.people.redeeming import CodesBlocked, CodeSource, look_up, network_of
from operations.people.web_entry import WebSession, enter, find_session
from storage import Database
from storage.messages import addresses, talks
from storage.people import consents, invitations, people, wrong_codes
from tests.codes import WRONG, code_for, code_for_area, counting_bytes
from tests.directory import Commune, Directory, at, settle_commune
from tests.handlers.home import registry
from tests.patience import PATIENCE
from tests.talks import Phone, Talks

_draw = counting_bytes(5000)


@pytest.fixture
async def commune(database: Database) -> Commune:
    return await settle_commune(database)


@pytest.fixture
def town(database: Database, commune: Commune) -> Talks:
    return Talks(database, registry(), now=at(5))


@pytest.fixture
def backend(town: Talks, tmp_path: Path) -> DatabaseWebBackend:
    return open_backend(town, tmp_path, Policy())


def open_backend(town: Talks, folder: Path, policy: Policy) -> DatabaseWebBackend:
    return DatabaseWebBackend(
        town.database,
        policy=policy,
        clock=lambda: town.now,
        random_bytes=_draw,
        folder=folder,
        listeners=Listeners(),
    )


async def try_code(town: Talks, code: str, *, client: str = "203.0.113.9") -> str:
    async with town.database.write() as unit:
        entered = await enter(
            unit,
            code,
            client=client,
            now=town.now,
            policy=Policy(),
            random_bytes=_draw,
        )
    await town.run()
    return entered.unwrap()


async def session_of(town: Talks, token: str) -> WebSession:
    async with town.database.read() as unit:
        found = await find_session(unit, token, now=town.now, policy=Policy())
    assert found
    return found


async def page_of(town: Talks, token: str) -> Phone:
    """The chat page that a session opens."""
    address = (await session_of(town, token)).address
    page = town.phone(address.user, channel="web")
    await town.run()
    return page


async def link_code(town: Talks, person_id: int) -> str:
    async with town.database.write() as unit:
        person = (await people.persons(unit, [person_id]))[person_id]
        return await make_link_code(unit, person, random_bytes=_draw, now=town.now)


async def test_a_link_opens_a_page_that_asks_for_consent_before_anything(
    town: Talks, commune: Commune
) -> None:
    token = await try_code(town, await code_for(town.database, commune.leader, now=town.now))
    assert len(token) == 64
    page = await page_of(town, token)
    assert "trang web của chính cơ quan" in page.last
    assert page.buttons == ["Đồng ý", "Không đồng ý", "Xem đầy đủ"]
    assert (await session_of(town, token)).name == ""
    async with town.database.read() as unit:
        assert (await invitations.list_newest(unit))[0].used_at is None
    await page.press("Đồng ý")
    assert "Kính chào đồng chí Thạch Thị Lan" in page.last
    session = await session_of(town, token)
    assert (session.name, session.can_write) == ("Thạch Thị Lan", True)
    assert session.title == "Phụ nữ ấp Cái Cối"


async def test_a_link_opened_twice_joins_one_page_only(town: Talks, commune: Commune) -> None:
    code = await code_for(town.database, commune.leader, now=town.now)
    first = await page_of(town, await try_code(town, code))
    second = await page_of(town, await try_code(town, code))
    await first.press("Đồng ý")
    await second.press("Đồng ý")
    assert second.last.startswith("Mã mời này không dùng được")


async def test_who_agreed_on_another_messenger_is_in_at_once(
    town: Talks, commune: Commune
) -> None:
    phone = town.phone("1")
    await phone.say(await code_for(town.database, commune.leader, now=town.now))
    await phone.press("Đồng ý")
    page = await page_of(town, await try_code(town, await link_code(town, commune.leader)))
    assert "Kính chào đồng chí Thạch Thị Lan" in page.last
    async with town.database.read() as unit:
        known = await addresses.of_person(unit, commune.leader)
    assert [address.address for address in known] == [phone.address, page.address]


async def test_consent_on_the_web_does_not_hold_for_servers_abroad(
    town: Talks, commune: Commune
) -> None:
    page = await page_of(
        town,
        await try_code(town, await code_for(town.database, commune.leader, now=town.now)),
    )
    await page.press("Đồng ý")
    phone = town.phone("1")
    await phone.say(await code_for(town.database, commune.leader, now=town.now))
    assert "Telegram" in phone.last
    assert phone.buttons


async def test_a_lost_session_leads_back_to_the_same_page(town: Talks, commune: Commune) -> None:
    code = await code_for(town.database, commune.leader, now=town.now)
    page = await page_of(town, await try_code(town, code))
    await page.press("Đồng ý")
    fresh = await link_code(town, commune.leader)
    token = await try_code(town, fresh)
    assert (await session_of(town, token)).address == page.address
    with pytest.raises(NotFound):
        await try_code(town, fresh)


async def test_who_agreed_earlier_and_never_wrote_here_is_greeted(
    town: Talks, commune: Commune
) -> None:
    person = commune.leader
    async with town.database.write() as unit:
        here = Address("web", "main", "p1", "p1")
        known = (await addresses.ensure(unit, {here: (False, "")}, now=town.now))[here]
        talk = await talks.of_person(unit, person)
        await addresses.bind(unit, known.id, person_id=person, conversation_id=talk)
        await consents.add(
            unit,
            person_id=person,
            address_id=known.id,
            version=CONSENT_VERSION,
            language="vi",
            now=town.now,
        )
    page = await page_of(
        town, await try_code(town, await code_for(town.database, person, now=town.now))
    )
    assert page.address == here
    (greeting,) = page.from_bot
    assert "Kính chào đồng chí Thạch Thị Lan" in greeting.text
    assert page.buttons == ["Menu"]


async def test_a_personal_link_is_good_for_a_quarter_of_an_hour(
    town: Talks, commune: Commune
) -> None:
    code = await link_code(town, commune.leader)
    town.now += timedelta(minutes=15)
    with pytest.raises(NotFound, match="code-expired"):
        await try_code(town, code)


@pytest.mark.parametrize(
    ("client", "neighbour"),
    [("203.0.113.9", "203.0.113.77"), ("2001:db8:1:2::9", "2001:db8:1:2:ffff::1")],
)
async def test_wrong_codes_of_a_network_cost_and_lock_nobody_out(
    town: Talks, commune: Commune, client: str, neighbour: str
) -> None:
    for number in range(Policy().wrong_codes_per_network):
        with pytest.raises(NotFound) as refusal:
            await try_code(town, WRONG, client=client if number % 2 else neighbour)
        assert not isinstance(refusal.value, CodesBlocked)
    for here in (client, neighbour):
        with pytest.raises(CodesBlocked):
            await try_code(town, WRONG, client=here)
    with pytest.raises(NotFound) as refusal:
        await try_code(town, WRONG, client="198.51.100.7")
    assert not isinstance(refusal.value, CodesBlocked)
    assert await try_code(
        town, await code_for(town.database, commune.leader, now=town.now), client=client
    )


async def test_a_flood_of_wrong_codes_from_everywhere_keeps_no_right_one_out(
    town: Talks, commune: Commune
) -> None:
    async with town.database.write() as unit:
        for number in range(400):
            source = CodeSource(f"web/{network_of(f'2001:db8:{number:x}::1')}")
            with pytest.raises(NotFound):
                await look_up(unit, WRONG, source=source, now=town.now, policy=Policy())
        noted = await wrong_codes.count(unit, ["*"], since=town.now - timedelta(hours=1))
    assert noted["*"] == Policy().wrong_codes_in_all
    code = await code_for(town.database, commune.leader, now=town.now)
    assert await try_code(town, code, client="2001:db8:1::1")


@pytest.mark.parametrize("text", ["xin chao", "", "Nguyễn Văn A", "1234", "0912345678"])
async def test_what_has_no_code_s_shape_is_no_wrong_code(
    town: Talks, commune: Commune, text: str
) -> None:
    with pytest.raises(NotFound):
        await try_code(town, text)
    async with town.database.read() as unit:
        assert await wrong_codes.count(unit, ["*"], since=town.now - timedelta(hours=1)) == {}


async def test_two_hundred_people_enrol_from_one_address_in_ten_minutes(
    town: Talks, commune: Commune
) -> None:
    """A training hall on one wifi: every third person slips first, codes are used twice."""
    begun = town.now
    async with town.database.write() as unit:
        make = Directory(unit)
        learners = [await make.person(f"Học viên {number}") for number in range(200)]
        codes = [
            await invite_person(
                unit, by=None, person_id=learner, random_bytes=_draw, now=begun, policy=Policy()
            )
            for learner in learners
        ]
    tokens = set()
    for number, code in enumerate(codes):
        town.now = begun + timedelta(minutes=10) * number / len(codes)
        async with town.database.write() as unit:
            slip = f"2222-3333-{number + 4000}" if number % 3 == 0 else ""
            for typed in (slip, code):
                entered = await enter(
                    unit,
                    typed,
                    client="203.0.113.9",
                    now=town.now,
                    policy=Policy(),
                    random_bytes=_draw,
                )
        tokens.add(entered.unwrap())
    assert len(tokens) == len(learners)


async def test_a_code_for_a_group_opens_no_page(town: Talks, commune: Commune) -> None:
    code = await code_for_area(town.database, commune.commune.id, now=town.now)
    with pytest.raises(Refusal, match="code-for-group"):
        await try_code(town, code)


async def test_a_session_lives_while_it_is_used_and_ends_when_left_or_idle(
    town: Talks, commune: Commune, backend: DatabaseWebBackend
) -> None:
    token = await try_code(town, await code_for(town.database, commune.leader, now=town.now))
    for days in (179, 179):
        town.now += timedelta(days=days)
        assert await backend.session(token)
    assert await backend.session("unknown") is None
    left = await try_code(town, await link_code(town, commune.leader))
    assert await backend.session(left)
    for _ in range(2):
        await backend.leave(left)
        assert await backend.session(left) is None
    town.now += timedelta(days=180)
    assert await backend.session(token) is None


async def test_a_page_opens_while_something_long_is_written(
    town: Talks, commune: Commune, backend: DatabaseWebBackend
) -> None:
    token = await try_code(town, await code_for(town.database, commune.leader, now=town.now))
    async with town.database.write(), asyncio.timeout(PATIENCE):
        assert await backend.session(token)


async def test_the_page_speaks_the_language_of_the_house_to_a_stranger(
    town: Talks, commune: Commune, tmp_path: Path
) -> None:
    token = await try_code(town, await code_for(town.database, commune.leader, now=town.now))
    house = open_backend(town, tmp_path, Policy(language="en"))
    stranger = await house.session(token)
    assert stranger
    assert stranger.language == "en"
