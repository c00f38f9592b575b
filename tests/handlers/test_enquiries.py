from datetime import date

import pytest

from domain.news import Section
from domain.pauses import Pause
from domain.people import Role
from domain.preferences import Preference
from storage import Database
from storage.meetings import pauses
from storage.notifications import preferences
from storage.tables.cadres import enquiry
from tests.directory import Directory, at
from tests.handlers.office import Office, open_office
from tests.handlers.reported import go
from tests.handlers.test_topic_reading import TITLE, set_topic
from tests.talks import Phone
from tests.told import bring_news, untold

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

WORDS = "Xin hoãn buổi họp vì lũ lên"


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_office(database, now=at(2, 9))


async def count(office: Office) -> int:
    async with office.database.read() as unit:
        return len(await unit.all(enquiry.select()))


async def told(office: Office, person: int) -> list[str]:
    found = await untold(office.database, person)
    return [str(news.args["text"]) for news in found if "text" in news.args]


async def three(office: Office) -> tuple[Phone, Phone, Phone]:
    people_of = office.commune
    return (
        await office.enrol(people_of.leader),
        await office.enrol(people_of.cadre),
        await office.enrol(people_of.staff),
    )


async def test_a_free_message_reaches_the_cadre_and_the_answer_comes_back(office: Office) -> None:
    leader, cadre, staff = await three(office)
    await leader.say(WORDS)
    assert f"“{WORDS}”" in leader.last
    assert "tới đồng chí Lê Văn Sáu?" in leader.last
    assert leader.buttons == ["Có, gửi", "Việc gấp, gửi ngay", "Không gửi"]
    assert await count(office) == 0
    await leader.press("Có, gửi")
    assert "Đã gửi lời nhắn tới đồng chí Lê Văn Sáu" in leader.last
    assert await told(office, office.commune.cadre) == [WORDS]
    assert await told(office, office.commune.staff) == []
    await cadre.say("/loinhan")
    who = "Thạch Thị Lan (Chi hội phụ nữ ấp Cái Cối)"
    assert f"Đồng chí {who}, 9h00 ngày 02/11/2026:\n{WORDS}" in cadre.last
    await go(cadre, f"Thạch Thị Lan: {WORDS}", "Đã nhận, tôi sẽ gọi")
    assert "Đã gửi câu trả lời tới đồng chí Thạch Thị Lan" in cadre.last
    assert f"Đồng chí Lê Văn Sáu trả lời lời nhắn “{WORDS}”" in leader.last
    assert "Đã nhận, tôi sẽ gọi" in leader.last
    await go(cadre, "Lời nhắn")
    assert "Không có lời nhắn nào chờ trả lời" in cadre.last
    await cadre.press("Đã trả lời")
    assert "Đồng chí Lê Văn Sáu trả lời: Đã nhận, tôi sẽ gọi" in cadre.last
    await go(leader, "Nhắn tiếp", "=Cảm ơn đồng chí", "Có, gửi")
    assert await count(office) == 2
    await staff.say("/loinhan")
    assert "Cảm ơn đồng chí" in staff.last


async def test_nothing_is_sent_by_accident(office: Office) -> None:
    leader, _, _ = await three(office)
    await leader.say(WORDS)
    await leader.press("Không gửi")
    assert "không gửi" in leader.last
    await leader.say(WORDS)
    await leader.say("/menu")
    await go(leader, "Báo cáo")
    await leader.say("28")
    assert await count(office) == 0


async def test_what_is_typed_on_is_one_message(office: Office) -> None:
    leader, _, _ = await three(office)
    await leader.say(WORDS)
    await leader.say("Chiều nay họp được không ạ?")
    assert f"“{WORDS} Chiều nay họp được không ạ?”" in leader.last
    await leader.say("có")
    assert "Đã gửi lời nhắn tới" in leader.last
    assert await told(office, office.commune.cadre) == [f"{WORDS} Chiều nay họp được không ạ?"]


async def test_without_a_cadre_the_staff_of_the_commune_get_it(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await office.enrol(office.commune.staff)
    await go(leader, f"=/nhantin {WORDS}")
    assert "tới đồng chí Ngô Văn Tám?" in leader.last
    await leader.press("Có, gửi")
    assert await told(office, office.commune.staff) == [WORDS]


async def test_the_message_to_a_cadre_on_leave_goes_to_the_staff(office: Office) -> None:
    leader, _, _ = await three(office)
    async with office.database.write() as unit:
        await pauses.add(
            unit,
            Pause(
                id=0,
                first_day=date(2026, 11, 1),
                last_day=date(2026, 11, 9),
                reason="Nghỉ phép",
                person_id=office.commune.cadre,
            ),
            by=office.commune.cadre,
            now=at(1),
        )
    await leader.say(WORDS)
    assert "tới đồng chí Ngô Văn Tám?" in leader.last


async def test_where_nobody_reads_it_says_so(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/nhantin")
    assert "chưa có cán bộ phụ trách nào nhận được" in leader.last
    await leader.say(WORDS)
    assert "chưa hiểu tin" in leader.last
    assert await count(office) == 0


async def test_who_leads_several_chapters_chooses_which(office: Office) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        await make.post(office.commune.leader, Role.LEADER, chapter=office.commune.other_chapter)
    leader, _, _ = await three(office)
    await leader.say(WORDS)
    assert leader.buttons[:2] == [
        "Lê Văn Sáu (Chi hội phụ nữ ấp Cái Cối)",
        "Ngô Văn Tám (Chi hội phụ nữ ấp La Ghi)",
    ]
    await leader.press("Ngô Văn Tám")
    assert await told(office, office.commune.staff) == [WORDS]
    assert await told(office, office.commune.cadre) == []


async def test_nobody_writes_to_themselves(office: Office) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        await make.post(office.commune.cadre, Role.DEPUTY, chapter=office.commune.chapter)
    _, cadre, _ = await three(office)
    await cadre.say(WORDS)
    assert "tới đồng chí Ngô Văn Tám?" in cadre.last


async def test_strangers_and_others_reach_nobody(office: Office) -> None:
    _, cadre, staff = await three(office)
    stranger = office.town.phone("77")
    await stranger.say(WORDS)
    await stranger.say(f"/nhantin {WORDS}")
    for phone in (cadre, staff):
        await phone.say(WORDS)
        assert "chưa hiểu tin" in phone.last
        await phone.say(f"/nhantin {WORDS}")
    assert await count(office) == 0


async def test_the_same_words_twice_are_one_message(office: Office) -> None:
    leader, cadre, _ = await three(office)
    await go(leader, f"={WORDS}", "Có, gửi", f"={WORDS}", "Có, gửi")
    assert "đã được gửi tới đồng chí Lê Văn Sáu, đang chờ trả lời" in leader.last
    assert await count(office) == 1
    await go(cadre, "=/loinhan", "Thạch Thị Lan", "Đồng ý")
    await go(leader, f"={WORDS}", "Có, gửi")
    assert await count(office) == 2


async def test_two_people_who_answer_notice_each_other(office: Office) -> None:
    leader, cadre, staff = await three(office)
    await go(leader, f"={WORDS}", "Có, gửi")
    await go(cadre, "=/loinhan", "Thạch Thị Lan", "Viết câu trả lời")
    await go(staff, "=/loinhan", "Thạch Thị Lan", "Đồng ý")
    await cadre.say("Cứ họp như thường lệ")
    assert "Đồng chí Ngô Văn Tám vừa trả lời: “Đồng ý”" in cadre.last
    assert "Câu trả lời của đồng chí chưa được gửi" in cadre.last
    assert "Cứ họp" not in leader.see()
    await go(cadre, "Viết câu trả lời", "=Tôi sẽ đến dự")
    assert "Tôi sẽ đến dự" in leader.last


async def test_a_promise_keeps_the_message_on_the_list(office: Office) -> None:
    leader, cadre, _ = await three(office)
    await go(leader, f"={WORDS}", "Có, gửi")
    await go(cadre, "=/loinhan", "Thạch Thị Lan", "Tôi sẽ trả lời sau", "Lời nhắn")
    assert "Đồng chí Lê Văn Sáu hẹn: Tôi sẽ trả lời sau" in cadre.last
    await leader.say("/loinhan")
    assert "Lời nhắn đồng chí đã gửi" in leader.last
    assert "hẹn: Tôi sẽ trả lời sau" in leader.last


async def test_a_question_about_a_topic_names_it(office: Office) -> None:
    topic = await set_topic(office)
    leader, cadre, _ = await three(office)
    await go(leader, "=/chude", TITLE, "Hỏi về chủ đề", "=Có thùng rác mẫu không?", "Có, gửi")
    await go(cadre, "=/loinhan", "Thạch Thị Lan")
    assert f"Về chủ đề: {TITLE}" in cadre.last
    async with office.database.read() as unit:
        (row,) = await unit.all(enquiry.select())
    assert row.topic_id == topic


async def test_an_asker_who_cannot_be_reached_is_named_with_the_phone(office: Office) -> None:
    leader, cadre, _ = await three(office)
    await go(leader, f"={WORDS}", "Có, gửi", "=/rutdongy", "Rút lại sự đồng ý")
    await go(cadre, "=/loinhan", "Thạch Thị Lan", "Đồng ý")
    assert "không nhắn được cho đồng chí Thạch Thị Lan" in cadre.last


async def test_the_whole_can_be_done_by_numbers(office: Office) -> None:
    leader = await office.enrol(office.commune.leader, channel="zalo")
    cadre = await office.enrol(office.commune.cadre, channel="zalo")
    await leader.say(WORDS)
    await leader.say("1")
    assert await told(office, office.commune.cadre) == [WORDS]
    await cadre.say("lời nhắn")
    await cadre.say("1")
    await cadre.say("2")
    assert "Đồng ý" in leader.last


async def test_the_daily_message_leads_to_the_answer(office: Office) -> None:
    leader, cadre, _ = await three(office)
    await go(leader, f"={WORDS}", "Có, gửi")
    await bring_news(office.town, office.commune.cadre, cadre)
    assert f"Thạch Thị Lan (Chi hội phụ nữ ấp Cái Cối): “{WORDS}”" in cadre.last
    await go(cadre, "Trả lời Thạch Thị Lan", "Đồng ý")
    assert "Đồng ý" in leader.last
    await cadre.say("/tin")
    assert "/11/2026: Thạch Thị Lan (Chi hội" in cadre.last


async def test_who_wants_messages_at_once_gets_them_so(office: Office) -> None:
    leader, cadre, _ = await three(office)
    async with office.database.write() as unit:
        wish = Preference(bundle_at=None, urgent=frozenset({Section.ENQUIRIES}))
        await preferences.put(unit, office.commune.cadre, wish)
    await go(leader, f"={WORDS}", "Có, gửi")
    assert WORDS in cadre.last
    await go(cadre, "Trả lời Thạch Thị Lan", "Đồng ý")
    assert "Đồng ý" in leader.last


async def test_a_cadre_who_wants_messages_at_once_gets_them_at_once(office: Office) -> None:
    leader, cadre, _ = await three(office)
    await cadre.say("/loinhan")
    await cadre.press("Từ nay nhận lời nhắn ngay")
    await go(leader, f"={WORDS}", "Có, gửi")
    assert WORDS in cadre.last
    await cadre.say("/loinhan")
    assert "Từ nay nhận lời nhắn ngay" not in cadre.buttons
