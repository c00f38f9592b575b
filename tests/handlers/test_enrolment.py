from datetime import timedelta

import pytest
from sqlalchemy import delete, select

from domain.codes import format_code
from domain.inbound import Inbound, InboundKind
from domain.policy import Policy
from handlers.people.enrolment import find_code
from operations.maintenance.retention import apply_retention
from operations.messaging.receiving import store_updates
from operations.people.enrolling import CONSENT_VERSION
from storage import Database
from storage.messages import addresses, talks
from storage.people import consents, invitations, people
from storage.tables.mail import inbox
from tests.codes import WRONG, code_for, code_for_area
from tests.directory import Commune, at, settle_commune
from tests.handlers.home import registry
from tests.talks import Phone, Talks

WELCOME = "Kính chào đồng chí Thạch Thị Lan, Chi hội trưởng Chi hội phụ nữ ấp Cái Cối."


@pytest.fixture
async def commune(database: Database) -> Commune:
    return await settle_commune(database)


@pytest.fixture
def town(database: Database, commune: Commune) -> Talks:
    return Talks(database, registry(), now=at(5), plain_channels={"zalo"})


async def enrol(town: Talks, person_id: int, phone: Phone) -> None:
    await phone.say(f"/start {await code_for(town.database, person_id, now=town.now)}")
    await phone.press("Đồng ý")


async def person_of(town: Talks, phone: Phone) -> int | None:
    async with town.database.read() as unit:
        return (await addresses.find_many(unit, [phone.address]))[phone.address].person_id


async def test_a_stranger_gets_one_polite_sentence_and_no_data(town: Talks) -> None:
    phone = town.phone("1")
    await phone.say("xin chào, chi hội ấp Cái Cối họp hôm nào?")
    assert len(phone.from_bot) == 1
    assert phone.last.startswith("Kính chào đồng chí")
    assert "Cái Cối" not in phone.last
    assert phone.buttons == []


async def test_a_stranger_who_keeps_writing_is_answered_now_and_then(town: Talks) -> None:
    phone = town.phone("1")
    for number in range(11):
        await phone.say(f"tin {number}")
    assert len(phone.from_bot) == 3
    for bubble in phone.from_bot:
        assert "mã" in bubble.text
    town.now += timedelta(hours=1)
    for number in range(11):
        await phone.say(f"tin {number}")
    assert len(phone.from_bot) == 6


@pytest.mark.parametrize(
    "code", ["L756-KK8L-FRAJ", "l756 kk8l frej", "L756KK8LFRA", "L756-KK8L-FROJI"]
)
async def test_a_code_with_a_wrong_letter_is_said_to_be_wrong(town: Talks, code: str) -> None:
    phone = town.phone("1")
    await phone.say(code)
    assert "xem lại từng ký tự" in phone.last


async def test_what_strangers_write_is_cut_and_gone_after_a_day(town: Talks) -> None:
    phone = town.phone("1")
    await phone.say("a" * 4000)
    async with town.database.write() as unit:
        again = Inbound(
            address=phone.address,
            external_id="again",
            kind=InboundKind.TEXT,
            sent_at=town.now,
            text="b" * 4000,
        )
        await store_updates(unit, [(f'{{"text": "{again.text}"}}', again)], now=town.now)
        kept = await unit.all(select(inbox.c.raw).where(inbox.c.external_id == "again"))
        assert [row.raw for row in kept] == ["{}"]
        await unit.run(delete(inbox).where(inbox.c.external_id == "again"))
        rows = await unit.all(select(inbox.c.raw, inbox.c.inbound))
        assert "a" * 1001 not in rows[0].inbound + rows[0].raw
        now = town.now + timedelta(days=1, seconds=1)
        await apply_retention(unit, policy=Policy(), now=now)
        assert await unit.all(select(inbox.c.id)) == []


async def test_a_stranger_who_comes_back_later_is_answered(town: Talks) -> None:
    phone = town.phone("1")
    await phone.say("xin chào")
    town.now += timedelta(hours=1)
    await phone.say("có ai không")
    assert len(phone.from_bot) == 2


async def test_stickers_photos_and_edits_of_strangers_do_no_harm(town: Talks) -> None:
    phone = town.phone("1")
    await phone.send_photo()
    await phone.send(InboundKind.UNSUPPORTED)
    await phone.send(InboundKind.VOICE)
    assert len(phone.from_bot) == 3
    assert "sau khi đồng chí nhập mã mời" in phone.last
    await phone.send(InboundKind.VOICE)
    assert len(phone.from_bot) == 3


async def test_the_deep_link_leads_over_consent_to_welcome_and_menu(
    town: Talks, commune: Commune
) -> None:
    phone = town.phone("1")
    code = await code_for(town.database, commune.leader, now=town.now)
    await phone.say(f"/start {code}")
    assert "Thạch Thị Lan" in phone.last
    assert "Telegram, máy chủ đặt ở nước ngoài" in phone.last
    assert "Cơ quan quản lý dữ liệu: Ủy ban nhân dân xã Long Vĩnh" in phone.last
    assert phone.buttons == ["Đồng ý", "Không đồng ý", "Xem đầy đủ"]
    assert await person_of(town, phone) is None
    await phone.press("Đồng ý")
    assert phone.from_bot[-2].text.endswith("Đồng ý")
    assert phone.from_bot[-2].labels == []
    assert phone.last == f"{WELCOME}\n\nMENU"
    assert await person_of(town, phone) == commune.leader


async def test_consent_is_noted_with_its_text_language_time_and_address(
    town: Talks, commune: Commune
) -> None:
    await enrol(town, commune.leader, town.phone("1"))
    async with town.database.read() as unit:
        given = await consents.list_live(unit, commune.leader)
    assert [(consent.version, consent.channel) for consent in given] == [
        (CONSENT_VERSION, "telegram")
    ]


async def test_who_agreed_to_older_words_or_withdrew_is_asked_again(
    town: Talks, commune: Commune
) -> None:
    first = town.phone("1")
    await enrol(town, commune.leader, first)
    second = town.phone("2")
    await second.say(await code_for(town.database, commune.leader, now=town.now))
    assert WELCOME in second.last
    async with town.database.write() as unit:
        here = (await addresses.find_many(unit, [first.address]))[first.address]
        await consents.withdraw(unit, commune.leader, now=town.now)
        await consents.add(
            unit,
            person_id=commune.leader,
            address_id=here.id,
            version="2020-01",
            language="vi",
            now=town.now,
        )
    third = town.phone("3")
    await third.say(await code_for(town.database, commune.leader, now=town.now))
    assert third.buttons == ["Đồng ý", "Không đồng ý", "Xem đầy đủ"]


async def test_a_person_without_a_post_can_join_too(town: Talks, commune: Commune) -> None:
    phone = town.phone("1")
    await phone.say(await code_for(town.database, commune.stranger, now=town.now))
    assert "Cơ quan quản lý dữ liệu: cơ quan cấp mã mời này." in phone.last
    await phone.press("Đồng ý")
    assert phone.last == "Kính chào đồng chí Kim Ngọc.\n\nMENU"


@pytest.mark.parametrize(
    "spelled",
    [
        "{code}",
        "{dashed}",
        "  {lower} ",
        "{spaced}",
        "Mã mời của đồng chí: {dashed}",
        "https://sinhhoat.example.vn/enter?c={code}",
        "/START {lower}",
    ],
)
async def test_a_code_is_taken_in_any_spelling(
    town: Talks, commune: Commune, spelled: str
) -> None:
    phone = town.phone("1")
    code = await code_for(town.database, commune.leader, now=town.now)
    dashed = format_code(code)
    await phone.say(
        spelled.format(
            code=code, dashed=dashed, lower=dashed.lower(), spaced=dashed.replace("-", " ")
        )
    )
    assert phone.buttons == ["Đồng ý", "Không đồng ý", "Xem đầy đủ"]


def test_ordinary_words_are_no_code() -> None:
    for text in ("xin chào", "tháng 11 2026", "28/32", "ấp Cái Cối", "", "0912345678"):
        assert find_code(text) == ""


async def test_a_code_with_a_slip_is_called_wrong_each_time(town: Talks) -> None:
    phone = town.phone("1")
    await phone.say("2345-CFHJ-KL")
    await phone.say("2345-CFHJ-KLM")
    assert [bubble.text[:9] for bubble in phone.from_bot] == ["Mã mời nà", "Mã mời nà"]


async def test_show_all_tells_everything_and_asks_again(town: Talks, commune: Commune) -> None:
    phone = town.phone("1")
    await phone.say(await code_for(town.database, commune.leader, now=town.now))
    await phone.press("Xem đầy đủ")
    assert "91/2025/QH15" in phone.last
    assert phone.buttons == ["Đồng ý", "Không đồng ý"]
    assert len(phone.from_bot) == 1
    await phone.press("Đồng ý")
    assert WELCOME in phone.last


async def test_no_consent_binds_nothing_and_leaves_the_code_usable(
    town: Talks, commune: Commune
) -> None:
    phone = town.phone("1")
    code = await code_for(town.database, commune.leader, now=town.now)
    await phone.say(code)
    await phone.press("Không đồng ý")
    assert "nhập thay" in phone.last
    assert phone.buttons == []
    assert await person_of(town, phone) is None
    await phone.say(code)
    await phone.press("Đồng ý")
    assert await person_of(town, phone) == commune.leader


async def test_other_words_at_the_consent_question_show_it_again(
    town: Talks, commune: Commune
) -> None:
    phone = town.phone("1")
    await phone.say(await code_for(town.database, commune.leader, now=town.now))
    await phone.say("để xem đã")
    assert len(phone.from_bot) == 2
    assert phone.buttons == ["Đồng ý", "Không đồng ý", "Xem đầy đủ"]
    assert await person_of(town, phone) is None


async def test_consent_typed_before_it_was_asked_is_none(town: Talks, commune: Commune) -> None:
    phone = town.phone("1")
    await phone.type_ahead(await code_for(town.database, commune.leader, now=town.now), "đồng ý")
    await town.run()
    assert await person_of(town, phone) is None
    await phone.say("dong y")
    assert await person_of(town, phone) == commune.leader


async def test_without_buttons_a_number_agrees(town: Talks, commune: Commune) -> None:
    phone = town.phone("1", channel="zalo")
    await phone.say(await code_for(town.database, commune.leader, now=town.now))
    assert "1. Đồng ý\n2. Không đồng ý\n3. Xem đầy đủ" in phone.last
    assert "Zalo" in phone.last
    await phone.press("Đồng ý")
    assert WELCOME in phone.last


async def test_a_double_tap_joins_once(town: Talks, commune: Commune) -> None:
    phone = town.phone("1")
    await phone.say(await code_for(town.database, commune.leader, now=town.now))
    await phone.press_ahead("Đồng ý")
    await phone.press_ahead("Đồng ý")
    await town.run()
    assert sum(WELCOME in bubble.text for bubble in phone.from_bot) == 1
    assert phone.last.endswith("MENU")
    async with town.database.read() as unit:
        assert len(await consents.list_live(unit, commune.leader)) == 1


async def test_what_waits_behind_the_consent_goes_to_the_persons_own_talk(
    town: Talks, commune: Commune
) -> None:
    phone = town.phone("1")
    await phone.say(await code_for(town.database, commune.leader, now=town.now))
    await phone.press_ahead("Đồng ý")
    await phone.type_ahead("/menu")
    await town.run()
    assert [bubble.text.splitlines()[0] for bubble in phone.from_bot[1:]] == ["MENU", WELCOME]


async def test_a_second_account_joins_the_same_conversation(town: Talks, commune: Commune) -> None:
    first, second = town.phone("1"), town.phone("2", channel="zalo")
    await enrol(town, commune.leader, first)
    await enrol(town, commune.leader, second)
    async with town.database.read() as unit:
        known = await addresses.of_person(unit, commune.leader)
        own = await talks.of_person(unit, commune.leader)
    assert [address.address for address in known] == [first.address, second.address]
    assert {address.conversation_id for address in known} == {own}
    assert first.buttons == ["Không phải tôi"]
    assert "Menu" in second.last


async def test_two_accounts_agreeing_at_once_to_one_code_are_not_both_bound(
    town: Talks, commune: Commune
) -> None:
    mine, theirs = town.phone("1"), town.phone("2")
    code = await code_for(town.database, commune.leader, now=town.now)
    await mine.say(code)
    await theirs.say(code)
    await mine.press_ahead("Đồng ý")
    await theirs.press_ahead("Đồng ý")
    await town.run()
    assert WELCOME in mine.last
    assert theirs.last.startswith("Mã mời này không dùng được")
    assert await person_of(town, theirs) is None


async def test_a_used_code_is_worth_nothing_to_another_account(
    town: Talks, commune: Commune
) -> None:
    code = await code_for(town.database, commune.leader, now=town.now)
    mine, theirs = town.phone("1"), town.phone("2")
    await mine.say(code)
    await mine.press("Đồng ý")
    await theirs.say(code)
    assert theirs.last.startswith("Mã mời này không dùng được")


async def test_the_own_link_pressed_again_leads_to_the_menu(town: Talks, commune: Commune) -> None:
    code = await code_for(town.database, commune.leader, now=town.now)
    phone = town.phone("1")
    await phone.say(f"/start {code}")
    await phone.press("Đồng ý")
    await phone.say(f"/start {code}")
    assert phone.last == "MENU"


async def test_start_of_an_enrolled_person_is_the_menu(town: Talks, commune: Commune) -> None:
    phone = town.phone("1")
    await enrol(town, commune.leader, phone)
    await phone.say("/start")
    assert phone.last == "MENU"


async def test_a_second_code_for_the_same_account_stays_usable(
    town: Talks, commune: Commune
) -> None:
    first, second = town.phone("1"), town.phone("2")
    await enrol(town, commune.leader, first)
    code = await code_for(town.database, commune.leader, now=town.now)
    await first.say(code)
    assert first.last.startswith("Tài khoản này đã kết nối với đồng chí")
    await second.say(code)
    assert WELCOME in second.last


async def test_a_code_of_another_person_is_refused_on_an_account_in_use(
    town: Talks, commune: Commune
) -> None:
    phone = town.phone("1")
    await enrol(town, commune.leader, phone)
    await phone.say(f"/start {await code_for(town.database, commune.deputy, now=town.now)}")
    assert phone.last.startswith("Mã mời này cấp cho người khác")
    assert await person_of(town, phone) == commune.leader


async def test_a_code_for_a_group_says_where_it_belongs(town: Talks, commune: Commune) -> None:
    phone = town.phone("1")
    await phone.say(await code_for_area(town.database, commune.commune.id, now=town.now))
    assert phone.last.startswith("Mã này dành cho nhóm")


async def test_an_expired_code_says_so(town: Talks, commune: Commune) -> None:
    phone = town.phone("1")
    code = await code_for(town.database, commune.leader, now=town.now)
    town.now += timedelta(days=31)
    await phone.say(code)
    assert phone.last.startswith("Mã mời này đã hết hạn")


async def test_a_code_that_expires_while_consent_is_asked_binds_nothing(
    town: Talks, commune: Commune
) -> None:
    phone = town.phone("1")
    await phone.say(await code_for(town.database, commune.leader, now=town.now))
    town.now += timedelta(days=31)
    await phone.press("Đồng ý")
    assert phone.last.startswith("Mã mời này không dùng được")
    assert await person_of(town, phone) is None
    assert phone.buttons == []


async def test_after_many_wrong_codes_a_right_one_still_works(
    town: Talks, commune: Commune
) -> None:
    phone = town.phone("1")
    for _ in range(6):
        await phone.say(WRONG)
    assert "đã có nhiều mã mời chưa đúng" in phone.last
    await phone.say(await code_for(town.database, commune.leader, now=town.now))
    assert phone.buttons == ["Đồng ý", "Không đồng ý", "Xem đầy đủ"]


async def test_who_goes_on_guessing_is_not_answered_each_time(town: Talks) -> None:
    phone = town.phone("1")
    for _ in range(15):
        await phone.say(WRONG)
    assert len(phone.from_bot) == 8


async def test_a_person_of_another_language_reads_consent_in_it(
    town: Talks, commune: Commune
) -> None:
    async with town.database.write() as unit:
        await people.set_language(unit, commune.leader, "en")
    phone = town.phone("1")
    await phone.say(await code_for(town.database, commune.leader, now=town.now))
    assert phone.buttons == ["I agree", "I do not agree", "Show all"]


async def test_a_fresh_link_to_the_web_page_is_given_at_any_time(
    town: Talks, commune: Commune
) -> None:
    phone = town.phone("1")
    await enrol(town, commune.leader, phone)
    await phone.say("/web")
    assert "https://sinhhoat.example.vn/enter?c=" in phone.last
    async with town.database.read() as unit:
        newest = (await invitations.list_newest(unit))[0]
    assert newest.person_id == commune.leader
    assert newest.expires_at - newest.created_at == timedelta(minutes=15)


async def test_without_a_public_address_there_is_no_link(
    database: Database, commune: Commune
) -> None:
    town = Talks(database, registry(public_url=""), now=at(5))
    phone = town.phone("1")
    await enrol(town, commune.leader, phone)
    await phone.say("trang web")
    assert "Hệ thống chưa mở trang web." in phone.last
