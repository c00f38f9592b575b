from typing import Any

import pytest

from domain.files import StoredFile
from domain.inbound import FileRef, InboundKind
from domain.people import Role
from domain.refusals import BadInput
from handlers.registry import build_handlers
from operations.maintenance import files
from storage import Database
from storage.messages import attachments
from storage.tables.meetings import topic_file
from storage.topics import topics
from tests.codes import counting_bytes
from tests.directory import Directory, at, held
from tests.handlers.office import Office, open_office
from tests.handlers.reported import go, remind
from tests.handlers.test_topic_reading import set_topic
from tests.operations.planned import send
from tests.talks import Phone
from tests.told import untold

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

TITLE = "Phân loại rác tại nhà"
WHERE = "mọi đơn vị của xã Long Vĩnh"
SCOPE = "Mọi đơn vị của xã Long Vĩnh"
WORDS = (
    f"={TITLE}",
    "=Mỗi nhà một thùng rác hữu cơ.",
    "=Vì sao chưa phân loại?",
    "=Cần xã giúp gì?",
)
START = ("Soạn chủ đề mới", "Tháng 11/2026")


@pytest.fixture
async def office(database: Database) -> Office:
    """Three days before the meeting of 5 November."""
    return await open_office(database, now=at(2, 8))


async def enter(office: Office, person: int, *moves: str) -> Phone:
    phone = await office.enrol(person)
    await phone.say("/chude")
    return await go(phone, *moves)


async def compose(office: Office, person: int, scope: str = SCOPE) -> Phone:
    return await enter(office, person, *START, scope, *WORDS, "Không kèm tệp")


async def news_of(office: Office, person: int) -> list[str]:
    return [news.key for news in await untold(office.database, person)]


def document(name: str, *, size: int = 1000) -> dict[str, Any]:
    return {"file": FileRef(file_id=name, name=name, mime="application/pdf", size=size)}


async def settle_files(office: Office, *, refusal: BadInput | None = None) -> None:
    """What the task pump does once the bytes are here, or cannot be had."""
    async with office.database.write() as unit:
        rows = await unit.all(topic_file.select())
        for number in await attachments.find_many(unit, {row.attachment_id for row in rows}):
            if refusal:
                await files.file_failed(unit, number, refusal=refusal, now=office.town.now)
            else:
                await files.file_ready(unit, number, StoredFile("ab" * 32, "application/pdf", 10))
    await office.town.run()


async def test_staff_prepare_a_topic_see_it_whole_and_issue_it(office: Office) -> None:
    staff = await compose(office, office.commune.staff)
    assert "Chủ đề chưa được giao" in staff.last
    assert f"Dành cho: {WHERE}" in staff.last
    assert "Câu hỏi đối thoại" in staff.last
    leader = await office.enrol(office.commune.leader)
    await leader.say("/chude")
    assert "chưa có chủ đề" in leader.last
    await staff.press("Giao chủ đề")
    assert "Đã giao chủ đề" in staff.last
    assert "0/2 đơn vị đã xem" in staff.last
    await remind(office)
    assert TITLE in leader.last
    await leader.press("Xem chủ đề")
    await staff.press("Các chủ đề")
    assert f"{TITLE} – {WHERE}: 1/2 đơn vị đã xem; 0 báo cáo dùng chủ đề này" in staff.last
    await go(staff, TITLE, "Đơn vị đã xem")
    assert "ấp La Ghi – chưa có người: chưa xem" in staff.last
    assert "ấp Cái Cối – Thạch Thị Lan, Trần Thị Bé: đã xem lúc 8h00 ngày 02/11/2026" in staff.last
    assert await news_of(office, office.commune.cadre) == ["news-topic-issued"]
    await staff.say("/nhatky")
    assert "giao chủ đề" in staff.last


async def test_a_cadre_sets_a_topic_for_the_chapters_looked_after_only(office: Office) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        by_name = await make.person("Sơn Thị Hoa")
        for chapter in (office.commune.chapter, office.commune.other_chapter):
            await make.post(by_name, Role.CADRE, chapter=chapter)
    cadre = await compose(office, by_name, "Mọi đơn vị tôi phụ trách (2)")
    assert "Dành cho: 2 đơn vị thuộc xã Long Vĩnh" in cadre.last
    await cadre.press("Giao chủ đề")
    leader = await office.enrol(office.commune.leader)
    await leader.say("/chude")
    assert TITLE in leader.last
    hamlet = await enter(office, office.commune.cadre, *START)
    assert "Mọi đơn vị của ấp Cái Cối" in hamlet.buttons
    assert not [button for button in hamlet.buttons if "La Ghi" in button or "Long Vĩnh" in button]


async def test_a_scope_is_found_by_a_part_of_its_name(office: Office) -> None:
    staff = await enter(office, office.commune.staff, *START, "=la ghi")
    assert staff.buttons[:2] == ["Mọi đơn vị của ấp La Ghi", "Chi hội phụ nữ ấp La Ghi"]
    await go(staff, "=không đâu cả")
    assert "Không tìm thấy đơn vị, địa bàn nào" in staff.last


async def test_nothing_goes_out_before_its_files_are_here(office: Office) -> None:
    staff = await enter(office, office.commune.staff, *START, SCOPE, *WORDS)
    await staff.send(InboundKind.FILE, **document("huong-dan.pdf"))
    assert "Đã nhận “huong-dan.pdf” (tệp thứ 1)" in staff.last
    await staff.send_photo()
    await go(staff, "Xong, xem lại", "Giao chủ đề")
    assert "2 tệp chưa sẵn sàng" in staff.last
    async with office.database.read() as unit:
        assert await topics.list_issued(unit, ["2026-11"]) == []
    await staff.press("Chờ tệp")
    assert "Đang tải: huong-dan.pdf" in staff.last
    await settle_files(office)
    await staff.press("Giao chủ đề")
    assert "Đã giao chủ đề" in staff.last
    leader = await office.enrol(office.commune.leader)
    await go(leader, "=/chude", TITLE)
    assert len(leader.from_bot[-1].message.attachments) == 2


async def test_the_words_under_a_photo_become_guidance(office: Office) -> None:
    staff = await enter(office, office.commune.staff, *START, SCOPE, *WORDS)
    await staff.send_photo(words="Kèm bản đồ tuyến kênh")
    assert "Đã ghi thêm vào mục “Định hướng”" in staff.last
    await staff.send_photo(words="TỐI MẬT\nSố 12")
    assert "tệp thứ 2" not in staff.last
    await go(staff, "Xong, xem lại")
    assert "Kèm bản đồ tuyến kênh" in staff.last
    assert "TỐI MẬT" not in staff.last


async def test_a_file_with_a_mark_is_named_and_the_topic_can_go_without_it(office: Office) -> None:
    staff = await enter(office, office.commune.staff, *START, SCOPE, *WORDS)
    await staff.send(InboundKind.FILE, **document("mat.pdf"))
    refusal = BadInput("file-secret", mark="toi_mat", place="page", number=3)
    await settle_files(office, refusal=refusal)
    assert "dấu “Tối mật” ở trang 3 nên không được nhận và đã bị xóa" in staff.last
    await go(staff, "Xong, xem lại", "Giao chủ đề")
    assert "1 tệp chưa sẵn sàng" in staff.last
    await staff.press("Giao không kèm")
    assert "Đã giao chủ đề" in staff.last
    assert "Tệp kèm theo" not in staff.last


async def test_a_file_of_60_mb_is_refused_with_its_size(office: Office) -> None:
    staff = await enter(office, office.commune.staff, *START, SCOPE, *WORDS)
    await staff.send(InboundKind.FILE, **document("phim.pdf", size=60 * 1024 * 1024))
    assert "nặng 60 MB; hệ thống chỉ nhận tệp đến 20 MB" in staff.last
    assert "Không kèm tệp" in staff.buttons
    async with office.database.read() as unit:
        assert await unit.all(topic_file.select()) == []


async def test_a_workbook_sent_for_a_topic_is_no_import(office: Office) -> None:
    staff = await enter(office, office.commune.staff, *START, SCOPE, *WORDS)
    await staff.send(InboundKind.FILE, **document("danh-sach.xlsx"))
    assert "Đã nhận “danh-sach.xlsx”" in staff.last


async def test_words_with_a_secrecy_mark_are_refused(office: Office) -> None:
    staff = await enter(office, office.commune.staff, *START, SCOPE, f"={TITLE}")
    await staff.say("TỐI MẬT\nNội dung")
    assert "có dấu độ mật nên không được lưu" in staff.see()
    assert "Định hướng" in staff.last


async def test_a_draft_waits_can_be_changed_and_dropped(office: Office) -> None:
    staff = await compose(office, office.commune.staff)
    await go(staff, "Sửa tên", "=Rác thải nhựa", "Sửa định hướng", "Bỏ trống", "Để sau")
    await staff.say("/chude")
    await staff.press("Soạn tiếp: Rác thải nhựa")
    assert "Định hướng" not in staff.last
    other = await office.enrol(office.commune.cadre)
    async with office.database.read() as unit:
        (draft,) = await topics.list_drafts(unit, office.commune.staff)
    await other.say(f"/chude g{draft.id}")
    assert "không còn" in other.see()
    await staff.say("/huy")
    assert "Bản nháp vẫn được giữ" in staff.last
    await go(staff, "Làm tiếp", "Xóa bản nháp")
    await staff.say("/chude")
    assert not [button for button in staff.buttons if button.startswith("Soạn tiếp")]


async def test_a_long_text_in_two_messages_is_one_field(office: Office) -> None:
    staff = await enter(office, office.commune.staff, *START, SCOPE, f"={TITLE}")
    await staff.type_ahead("Phần đầu.", "Phần cuối.")
    await office.town.run()
    assert "Đã ghi thêm vào mục “Định hướng”" in staff.last
    async with office.database.read() as unit:
        (draft,) = await topics.list_drafts(unit, office.commune.staff)
    assert draft.guidance == "Phần đầu.\nPhần cuối."


async def test_a_topic_is_corrected_once_seen_and_openers_are_told(office: Office) -> None:
    topic = await set_topic(office)
    leader = await office.enrol(office.commune.leader)
    await go(leader, "=/chude", TITLE)
    staff = await enter(office, office.commune.staff, TITLE, "Sửa", "Định hướng", "=Làm đống ủ.")
    assert "Trước: Mỗi nhà một thùng rác hữu cơ." in staff.last
    assert "Sau: Làm đống ủ." in staff.last
    await staff.press("Sửa")
    assert "Đã sửa chủ đề" in staff.last
    assert await news_of(office, office.commune.leader) == ["news-topic-corrected"]
    await leader.say(f"/chude v{topic}")
    assert "Làm đống ủ." in leader.last


async def test_two_people_who_change_one_topic_notice_each_other(office: Office) -> None:
    await set_topic(office)
    async with office.database.write() as unit:
        make = Directory(unit)
        colleague = await make.person("Lý Thị Chín")
        await make.post(colleague, Role.STAFF, area=office.commune.commune)
    first = await enter(office, office.commune.staff, TITLE, "Sửa", "Tên chủ đề", "=Rác nhựa")
    second = await enter(office, colleague, TITLE, "Thu hồi chủ đề")
    await first.press("Sửa")
    await second.press("Thu hồi chủ đề")
    assert "Đồng chí Ngô Văn Tám vừa thay đổi chủ đề này" in second.last
    assert "Rác nhựa" in second.last
    async with office.database.read() as unit:
        (left,) = await topics.list_issued(unit, ["2026-11"])
    assert left.withdrawn_at is None


async def test_a_withdrawn_topic_is_offered_no_more(office: Office) -> None:
    await set_topic(office)
    leader = await office.enrol(office.commune.leader)
    await go(leader, "=/chude", TITLE)
    staff = await enter(office, office.commune.staff, TITLE, "Thu hồi chủ đề", "Thu hồi chủ đề")
    assert "Đã thu hồi chủ đề" in staff.last
    assert await news_of(office, office.commune.leader) == ["news-topic-withdrawn"]
    await leader.say("/chude")
    assert TITLE not in leader.last
    await go(staff, "Các chủ đề")
    assert "đã thu hồi; 0 báo cáo đã dùng" in staff.last


async def test_a_topic_is_copied_to_the_next_period_as_a_draft(office: Office) -> None:
    await set_topic(office)
    staff = await enter(office, office.commune.staff, TITLE, "Chép sang kỳ sau")
    assert "Kỳ: tháng 12/2026" in staff.last
    await go(staff, "Để sau", "=/chude", TITLE, "Chép sang kỳ sau", "Giao chủ đề")
    assert "Đã giao chủ đề" in staff.last
    async with office.database.read() as unit:
        assert await topics.list_drafts(unit, office.commune.staff) == []
        (copied,) = await topics.list_issued(unit, ["2026-12"])
    assert copied.guidance == "Mỗi nhà một thùng rác hữu cơ."


async def test_a_chapters_own_topic_is_taken_up_for_all_by_one_tap(office: Office) -> None:
    office.town.now = at(6)
    await send(office.database, office.commune.leader, office.meeting, held(), now=at(6))
    staff = await enter(office, office.commune.staff, "Chủ đề đơn vị tự chọn")
    assert "“Vệ sinh đường làng” – Chi hội phụ nữ ấp Cái Cối; 1 báo cáo" in staff.last
    await staff.press("Dùng chung 1")
    assert "Đã dùng chung chủ đề này cho kỳ tới" in staff.last
    assert "Kỳ: tháng 12/2026" in staff.last
    assert "Thu hồi chủ đề" in staff.buttons
    assert await news_of(office, office.commune.leader) == ["news-topic-shared"]
    await go(staff, "=/chude u202611-1", "Dùng chung 1")
    assert "đã được dùng chung" in staff.last
    async with office.database.read() as unit:
        (shared,) = await topics.list_issued(unit, ["2026-12"])
    assert shared.taken_from == office.commune.chapter


async def test_use_in_reports_is_counted(office: Office) -> None:
    topic = await set_topic(office)
    office.town.now = at(6)
    answers = held(topic_id=topic, topic_text="")
    await send(office.database, office.commune.leader, office.meeting, answers, now=at(6))
    staff = await enter(office, office.commune.staff, TITLE)
    assert "1 báo cáo dùng chủ đề này" in staff.last


async def test_a_topic_issued_after_a_meeting_does_not_count_that_chapter(office: Office) -> None:
    await set_topic(office, issued_at=at(6))
    staff = await enter(office, office.commune.staff, TITLE)
    assert "0/0 đơn vị đã xem" in staff.last
    await staff.press("Đơn vị đã xem")
    assert "Chưa có đơn vị nào" in staff.last


async def test_leaders_set_no_topics_and_see_nobody_who_opened(office: Office) -> None:
    topic = await set_topic(office)
    leader = await office.enrol(office.commune.leader)
    await leader.say("/chude n")
    assert "không được phân công giao chủ đề" in leader.see()
    for argument in ("d", "o", "e", "w", "c"):
        await leader.say(f"/chude {argument}{topic}")
        assert "Không tìm thấy chủ đề này trong phạm vi" in leader.see()
        assert "chưa xem" not in leader.see()
        leader.screen.clear()
    await leader.say(f"/chude s{office.meeting.id}")
    assert "Không tìm thấy chủ đề này" in leader.see()


async def test_a_cadre_follows_a_topic_of_the_commune_and_cannot_change_it(office: Office) -> None:
    topic = await set_topic(office)
    cadre = await enter(office, office.commune.cadre, TITLE)
    assert "0/1 đơn vị đã xem" in cadre.last
    assert "Sửa" not in cadre.buttons
    for argument in (f"e{topic}", f"w{topic}", f"c{topic}"):
        await cadre.say(f"/chude {argument}")
        assert "Không tìm thấy chủ đề này trong phạm vi" in cadre.see()
        cadre.screen.clear()


async def test_who_looks_after_some_of_its_chapters_cannot_change_a_topic(office: Office) -> None:
    topic = await set_topic(office)
    async with office.database.write() as unit:
        both = [office.commune.chapter, office.commune.other_chapter]
        await topics.narrow(unit, topic, both)
    cadre = await enter(office, office.commune.cadre, TITLE)
    assert "Sửa" not in cadre.buttons
    staff = await enter(office, office.commune.staff, TITLE)
    assert "Sửa" in staff.buttons


async def test_months_are_turned_and_an_old_period_takes_no_topic(office: Office) -> None:
    staff = await enter(office, office.commune.staff, "Tháng trước")
    assert "Chưa có chủ đề nào được giao cho tháng 10/2026" in staff.last
    await staff.press("Tháng sau")
    await go(staff, *START, SCOPE, *WORDS, "Không kèm tệp")
    office.town.now = at(1, month=12)
    await staff.press("Giao chủ đề")
    assert "Kỳ này đã qua" in staff.see()


async def test_the_whole_can_be_done_by_numbers(office: Office) -> None:
    staff = await office.enrol(office.commune.staff, channel="zalo")
    await staff.say("/chude")
    await go(staff, *START, SCOPE, *WORDS, "Không kèm tệp", "Giao chủ đề")
    assert "Đã giao chủ đề" in staff.last
    leader = await office.enrol(office.commune.leader, channel="zalo")
    await go(leader, "=chủ đề", TITLE)
    assert "Mỗi nhà một thùng rác hữu cơ." in leader.last


async def test_a_draft_outlives_a_restart(office: Office) -> None:
    staff = await enter(office, office.commune.staff, *START, SCOPE, *WORDS[:2])
    office.town.registry = build_handlers(public_url="", random_bytes=counting_bytes(900))
    office.town.__post_init__()
    await go(staff, *WORDS[2:], "Không kèm tệp")
    assert "Mỗi nhà một thùng rác hữu cơ." in staff.last
