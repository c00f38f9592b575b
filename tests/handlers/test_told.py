"""A whole report in one message, with buttons and without."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select

from domain.inbound import FileRef, InboundKind
from domain.people import Role
from domain.report import ReportState
from operations.maintenance import files
from operations.questionnaires.drafting import set_term, start_draft
from operations.questionnaires.sending import send_questionnaire
from operations.reports.read_files import offer_words
from storage import Database
from storage.tables.meetings import attachment
from storage.tables.questionnaires import questionnaire_answer
from tests.directory import POLICY, Directory, acting, at
from tests.forms import flood
from tests.handlers.office import Office, open_office
from tests.handlers.reported import (
    OPENING,
    PRESENT,
    REVIEW,
    TOPIC,
    drafts_of,
    find_report,
    go,
    live,
    restart,
)
from tests.operations.planned import plan_all
from tests.talks import Phone

CHANNELS = ("telegram", "zalo")
WHOLE = "họp 5/11, 28/32, chủ đề vệ sinh môi trường; khó khăn: đường ấp ngập, xin cống"


@pytest.fixture
async def office(database: Database) -> Office:
    found = await open_office(database)
    found.town.now = at(6)
    return found


@pytest.fixture(params=CHANNELS)
async def leader(office: Office, request: pytest.FixtureRequest) -> Phone:
    return await office.enrol(office.commune.leader, channel=request.param)


async def test_a_message_becomes_a_draft_and_only_the_gaps_are_asked(
    office: Office, leader: Phone
) -> None:
    await leader.say(WHOLE)
    for line in ("Có mặt: 28", "Chủ đề: vệ sinh môi trường", "Nội dung khó khăn 1: đường ấp"):
        assert line in leader.last
    assert await find_report(office) is None, "nothing counts before it was looked at"
    await go(leader, "Thảo luận", "Xong", "Có dự")
    assert "Hiện đã ghi: đường ấp ngập, xin cống" in leader.last, "what it is about is asked"
    await go(leader, "Hạ tầng", "Xã")
    assert REVIEW in leader.last
    for line in ("Có mặt: 28", "vệ sinh môi trường", "đường ấp ngập, xin cống"):
        assert line in leader.last
    await leader.press("Gửi báo cáo")
    told = (await live(office)).answers
    assert (told.state, told.held_date) == (ReportState.HELD, date(2026, 11, 5))
    assert (told.present, told.total, told.topic_text) == (28, 32, "vệ sinh môi trường")
    assert [each.text for each in told.difficulties] == ["đường ấp ngập, xin cống"]
    assert told.told == (WHOLE,)
    await leader.say("báo cáo đã gửi")
    await leader.press("Chi hội phụ nữ")
    assert f"Tin nhắn gốc: {WHOLE}" in leader.last


async def test_a_complete_message_is_looked_at_and_sent(office: Office, leader: Phone) -> None:
    await leader.say(
        "Dạ họp 5/11\n28/32 vắng 2 có phép\nchủ đề: chuyển đổi số\ncó thảo luận, biểu dương\n"
        "cán bộ có dự\nkhông có khó khăn\nkiến nghị: xin thêm ghế"
    )
    assert REVIEW in leader.last
    await leader.press("Gửi báo cáo")
    told = (await live(office)).answers
    assert (told.present, told.excused, told.cadre_present) == (28, 2, "yes")
    assert told.activities == ("discussion", "commendation")
    assert (told.proposal, told.difficulties) == ("xin thêm ghế", ())


async def test_no_meeting_and_a_meeting_put_off(office: Office, leader: Phone) -> None:
    await leader.say("không họp vì mưa bão")
    assert "Lý do không tổ chức: Thời tiết" in leader.last
    assert REVIEW in leader.last
    await leader.say("dời sang 12/11")
    assert "Vì sao phải dời ngày?" in leader.last
    await leader.press("Thời tiết")
    assert REVIEW in leader.last
    await leader.press("Gửi báo cáo")
    told = (await live(office)).answers
    assert (told.state, told.postponed_to) == (ReportState.MOVED, date(2026, 11, 12))


async def test_what_is_doubtful_is_offered_where_it_may_belong(
    office: Office, leader: Phone
) -> None:
    await leader.say("28/32; môi trường; đường hỏng; xin cống")
    assert "Chưa rõ “môi trường”" in leader.last
    assert OPENING in leader.last, "no day was told, and none is guessed"
    await leader.press("Đúng như trên")
    await leader.press("môi trường")
    await go(leader, "Xong", "Có dự", "đường hỏng")
    assert "Khó khăn vừa nêu thuộc lĩnh vực nào?" in leader.last
    await go(leader, "Hạ tầng", "Xã", "Không còn", "Gửi báo cáo")
    told = (await live(office)).answers
    assert (told.topic_text, told.proposal) == ("môi trường", "xin cống")
    assert [each.text for each in told.difficulties] == ["đường hỏng"]


async def test_the_review_takes_a_correction_in_words(office: Office, leader: Phone) -> None:
    await leader.say("họp 5/11, 28/32, chủ đề nước sạch, không khó khăn")
    await go(leader, "Xong", "Có dự")
    await leader.say("29/32")
    assert REVIEW in leader.last
    assert "Có mặt: 29" in leader.last
    await leader.press("Gửi báo cáo")
    assert (await live(office)).answers.present == 29


async def test_what_cannot_be_is_said_and_asked(office: Office, leader: Phone) -> None:
    await leader.say("họp 5/11, 40/32, chủ đề vệ sinh môi trường")
    assert PRESENT in leader.last
    assert "Chủ đề: vệ sinh môi trường" in leader.last


async def test_an_answer_in_the_form_may_be_several(office: Office, leader: Phone) -> None:
    await leader.press("Báo cáo")
    await leader.say("họp 5/11, 28/32, chủ đề chuyển đổi số")
    assert "Có mặt: 28" in leader.last
    await leader.press("Tạm dừng")
    await leader.press("Xóa bản nháp")
    await leader.say("báo cáo")
    await leader.press("Đúng như trên")
    await leader.say("28/32; chủ đề chuyển đổi số; không có khó khăn")
    assert "Khó khăn: Không có" in leader.last
    assert TOPIC not in leader.last


@pytest.mark.parametrize(
    "text",
    [
        "mai mấy giờ họp vậy đồng chí?",
        "đồng chí ơi đường ấp ngập rồi",
        "cho em hỏi 28/32 là đạt chưa",
        "cảm ơn đồng chí nhiều",
    ],
)
async def test_what_people_say_else_is_no_report(office: Office, leader: Phone, text: str) -> None:
    await leader.say(text)
    assert await drafts_of(office.database, office.commune.leader) == []
    assert "báo cáo sinh hoạt?" not in leader.last


async def test_what_may_be_a_report_is_asked_about(office: Office, leader: Phone) -> None:
    await leader.say("hôm 5/11 họp vui lắm")
    assert "Đồng chí muốn ghi “hôm 5/11 họp vui lắm” vào báo cáo" in leader.last
    await leader.press("Ghi vào báo cáo")
    assert "Buổi sinh hoạt: Tổ chức đúng kế hoạch" in leader.last


async def test_words_below_a_photo_are_read_as_well(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.send_photo(words=WHOLE)
    assert "Có mặt: 28" in leader.last
    await go(leader, "Xong", "Có dự", "Hạ tầng", "Xã")
    assert "Ảnh biên bản: 1 ảnh" in leader.last
    await leader.send_photo(words="họp 5/11, 27/32, chủ đề vệ sinh môi trường")
    assert "Ảnh biên bản: 2 ảnh" in leader.last
    assert "Có mặt: 27" in leader.last
    async with office.database.read() as unit:
        assert await unit.scalar(select(func.count()).select_from(attachment)) == 2


async def test_of_two_meetings_it_is_asked_which(office: Office) -> None:
    async with office.database.write() as unit:
        make, commune = Directory(unit), office.commune
        other = await make.chapter("Chi hội phụ nữ ấp La Ghi Tây", commune.hamlet, commune.kind)
        await make.post(commune.leader, Role.LEADER, chapter=other)
    await plan_all(office.database, now=at(1))
    office.town.now = at(6)
    leader = await office.enrol(office.commune.leader)
    await leader.say(WHOLE)
    assert "Tin vừa gửi là của buổi sinh hoạt nào?" in leader.last
    await leader.press("Chi hội phụ nữ ấp Cái Cối")
    assert "Có mặt: 28" in leader.last
    (draft,) = await drafts_of(office.database, office.commune.leader)
    assert draft.meeting_id == office.meeting.id
    await leader.say("la ghi tây họp 5/11, 20/25, chủ đề chuyển đổi số")
    drafts = await drafts_of(office.database, office.commune.leader)
    assert {each.meeting_id for each in drafts} > {office.meeting.id}


@pytest.fixture
def readers(office: Office) -> None:
    """The operator has programs that read files."""
    office.town.policy = replace(office.town.policy, reads=frozenset(("voice", "photo")))
    restart(office.town)


async def read_file(office: Office, kind: str, text: str) -> None:
    """A program has read the file that was sent last."""
    async with office.database.write() as unit:
        rows = await unit.all(select(attachment.c.id).order_by(attachment.c.id.desc()).limit(1))
        file = await files.get(unit, rows[0].id)
        assert file.kind == kind
        await offer_words(unit, file, text, policy=POLICY, now=office.town.now)
    await office.town.run()


@pytest.mark.usefixtures("readers")
async def test_a_recording_that_was_read_counts_once_its_speaker_nods(
    office: Office, leader: Phone
) -> None:
    file = FileRef(file_id="voice", mime="audio/ogg", size=1000, seconds=100)
    await leader.send(InboundKind.VOICE, file=file)
    said = "họp ngày năm tháng mười một, có mặt hai mươi tám người, chủ đề vệ sinh môi trường"
    await read_file(office, "voice", said)
    assert said in leader.last
    assert await drafts_of(office.database, office.commune.leader) == []
    await leader.press("Đúng, ghi vào báo cáo")
    assert "Có mặt: 28" in leader.last
    await go(leader, "Xong", "Có dự", "Không có", "Gửi báo cáo")
    told = (await live(office)).answers
    assert told.told == (said,)
    assert [question for question, _ in told.voice_notes] == [""], "it is kept to be heard"


@pytest.mark.usefixtures("readers")
async def test_a_recording_answers_the_open_question_once_its_words_are_confirmed(
    office: Office, leader: Phone
) -> None:
    voice = FileRef(file_id="voice", mime="audio/ogg", size=1000, seconds=20)
    await leader.say("họp 5/11, 28/32, chủ đề vệ sinh môi trường, cán bộ có dự")
    await go(leader, "Xong", "Hạ tầng")
    await leader.send(InboundKind.VOICE, file=voice)
    assert "Xin đồng chí gõ thêm vài chữ" in leader.last
    await read_file(office, "voice", "đường vô ấp lầy lội quá")
    assert "đường vô ấp lầy lội quá" in leader.last
    await leader.press("Đúng, ghi vào câu trả lời")
    assert "cấp nào giải quyết" in leader.last
    await go(leader, "Xã", "Không còn", "Gửi báo cáo")
    (told,) = (await live(office)).answers.difficulties
    assert told.text == "đường vô ấp lầy lội quá"
    assert (await live(office)).answers.voice_notes, "it is kept to be heard"


@pytest.mark.usefixtures("readers")
async def test_a_recording_answers_a_questionnaire_once_its_words_are_confirmed(
    office: Office, leader: Phone
) -> None:
    async with office.database.write() as unit:
        context = await acting(unit, office.commune.staff, office.town.now)
        scope = f"a{office.commune.commune.id}"
        number = await start_draft(context, scope, flood(), title="Ngập")
        await set_term(context, number, context.today)
        await send_questionnaire(context, number)
    await leader.say("/phieu")
    await go(leader, "Đã xem", "=0", "Bỏ qua", "Bỏ qua")
    assert "Ý kiến khác" in leader.last
    voice = FileRef(file_id="voice", mime="audio/ogg", size=1000, seconds=20)
    await leader.send(InboundKind.VOICE, file=voice)
    assert "Ý kiến khác: (tin thoại)" in leader.last
    await read_file(office, "voice", "xin thêm máy bơm")
    await leader.press("Đúng, ghi vào câu trả lời")
    assert "Ý kiến khác: xin thêm máy bơm (tin thoại)" in leader.last
    await leader.press("Gửi câu trả lời")
    async with office.database.read() as unit:
        rows = await unit.all(questionnaire_answer.select())
    told = [row for row in rows if row.question == "more"]
    assert [row.words for row in told if row.words] == ["xin thêm máy bơm"]
    assert any(row.attachment_id for row in told), "it is kept to be heard"


@pytest.mark.usefixtures("readers")
async def test_words_heard_late_stand_beside_the_recording_and_move_nothing(
    office: Office, leader: Phone
) -> None:
    voice = FileRef(file_id="voice", mime="audio/ogg", size=1000, seconds=20)
    await leader.say("họp 5/11, 28/32, chủ đề vệ sinh môi trường, cán bộ có dự")
    await go(leader, "Xong", "Không có", "Thêm cách làm hay")
    await leader.send(InboundKind.VOICE, file=voice)
    assert "Cách làm hay: (tin thoại)" in leader.last
    await read_file(office, "voice", "tổ hùn vốn mỗi tháng")
    await leader.press("Đúng, ghi vào câu trả lời")
    assert "Đã ghi lời vào mục “Cách làm hay”" in leader.last
    assert "Cách làm hay: tổ hùn vốn mỗi tháng (tin thoại)" in leader.last
    await leader.press("Gửi báo cáo")
    assert (await live(office)).answers.best_practice == "tổ hùn vốn mỗi tháng"


@pytest.mark.usefixtures("readers")
async def test_a_number_that_was_spoken_is_read_as_if_it_were_typed(
    office: Office, leader: Phone
) -> None:
    voice = FileRef(file_id="voice", mime="audio/ogg", size=1000, seconds=5)
    await leader.say("họp 5/11, chủ đề vệ sinh môi trường, cán bộ có dự")
    assert "Có bao nhiêu hội viên dự?" in leader.last
    await leader.send(InboundKind.VOICE, file=voice)
    await read_file(office, "voice", "hai mươi tám người")
    await leader.press("Đúng, ghi vào câu trả lời")
    assert "có phần nào" in leader.last
    await leader.send(InboundKind.VOICE, file=replace(voice, file_id="other"))
    await leader.press("Xong")
    before = leader.last
    await read_file(office, "voice", "thảo luận")
    assert leader.last == before, "the question was answered meanwhile"


@pytest.mark.usefixtures("readers")
async def test_words_of_a_report_that_is_not_open_wait_until_it_is(
    office: Office, leader: Phone
) -> None:
    voice = FileRef(file_id="voice", mime="audio/ogg", size=1000, seconds=20)
    await leader.say("họp 5/11, 28/32, chủ đề vệ sinh môi trường, cán bộ có dự")
    await go(leader, "Xong", "Hạ tầng")
    await leader.send(InboundKind.VOICE, file=voice)
    await leader.say("/menu")
    await read_file(office, "voice", "đường vô ấp lầy lội quá")
    await leader.press("Đúng, ghi vào câu trả lời")
    assert "không mở" in leader.last


@pytest.mark.usefixtures("readers")
async def test_lines_read_in_a_photo_count_one_by_one(office: Office, leader: Phone) -> None:
    await leader.send_photo()
    await read_file(office, "photo", "Ngày họp 5/11\nCó mặt: 28/32\nChủ đề: vê sính mói trướng")
    assert "Có mặt: 28/32" in leader.last
    await leader.press("Chọn dòng đúng")
    await go(leader, "Ngày họp 5/11", "Có mặt: 28/32", "Xong")
    assert "Có mặt: 28" in leader.last
    assert "Chủ đề" not in leader.last.partition("Câu ")[0], "what was not ticked is not noted"
    (draft,) = await drafts_of(office.database, office.commune.leader)
    assert draft.state["talk"]["answers"]["photos"]["attachments"]


@pytest.mark.usefixtures("readers")
async def test_a_photo_of_the_meeting_is_passed_over(office: Office, leader: Phone) -> None:
    await leader.send_photo()
    before = leader.last
    await read_file(office, "photo", "|| .. ~ a5\nxx")
    assert leader.last == before
