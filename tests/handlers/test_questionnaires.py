"""Officers ask, leaders answer, both see how it stands."""

from dataclasses import replace

import pytest

from domain.people import Role
from domain.quota import Quota
from storage import Database
from storage.messages import usage
from storage.tables.questionnaires import questionnaire_answer, questionnaire_draft
from tests.directory import Directory, at
from tests.handlers.office import Office, open_office
from tests.handlers.reported import go
from tests.talks import Phone
from tests.told import untold

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

FLOODED = "Ấp mình có bao nhiêu hộ bị ngập?"
SHELTER = "Đơn vị có nơi tránh bão chưa?"
SCOPE = "Mọi đơn vị của xã Long Vĩnh"
TOMORROW = "Hết ngày mai, 03/11/2026"


@pytest.fixture
async def office(database: Database) -> Office:
    """A morning three days before the meeting of 5 November."""
    return await open_office(database, now=at(2, 8))


async def prepare(office: Office, *moves: str) -> Phone:
    staff = await office.enrol(office.commune.staff)
    await staff.say("/hoidonvi")
    return await go(staff, "Hỏi câu mới", SCOPE, *moves, TOMORROW)


async def ask(office: Office, *moves: str) -> tuple[Phone, Phone]:
    """The phones of the leader and of the staff who asked her."""
    leader = await office.enrol(office.commune.leader)
    staff = await prepare(office, *moves)
    return leader, await go(staff, "Gửi các đơn vị")


async def test_staff_ask_for_a_number_see_the_cost_and_the_answers_live(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    staff = await prepare(office, f"={FLOODED}", "Một con số")
    assert "Hỏi: mọi đơn vị của xã Long Vĩnh" in staff.last
    assert "Chi phí: 1 tin gửi riêng tới 2 đơn vị." in staff.last
    assert "Telegram: 1 tin" in staff.last
    assert "1 đơn vị chưa có ai nhận tin trên máy: Chi hội phụ nữ ấp La Ghi" in staff.last
    assert FLOODED not in leader.last
    await staff.press("Gửi các đơn vị")
    assert "Đã trả lời 0/2 đơn vị" in staff.last
    assert f"{FLOODED} – Chi hội phụ nữ ấp Cái Cối" in leader.last
    await go(leader, "Trả lời", "=abc")
    assert "Xin đồng chí ghi một con số" in leader.last
    await leader.say("-3")
    assert "Xin ghi số từ 0 trở lên." in leader.last
    await leader.say("1.250")
    assert "Đã ghi: 1250" in leader.last
    await staff.press("Cập nhật")
    assert "Đã trả lời 1/2 đơn vị" in staff.last
    assert "Tổng 1250" in staff.last
    await staff.press("Đơn vị chưa trả lời")
    assert staff.last.count("Chi hội") == 1
    assert "Chi hội phụ nữ ấp La Ghi: chưa có người" in staff.last


@pytest.mark.parametrize(
    ("messages", "said"),
    [
        (3000, "Zalo: 1 tin. Gói tháng này 3.000 tin, đã dùng 18; tin hệ thống tự gửi còn 2.682."),
        (20, "Zalo thiếu 1 tin: ai có kênh khác"),
        (0, "Zalo: 1 tin (tháng này đã gửi"),
    ],
)
async def test_what_the_plan_still_allows_is_seen_before_it_is_sent(
    office: Office, messages: int, said: str
) -> None:
    await office.enrol(office.commune.leader, channel="zalo")
    policy = replace(office.town.policy, plans={"zalo": Quota(messages=messages)})
    office.town = replace(office.town, policy=policy)
    async with office.database.write() as unit:
        used = await usage.find(unit, ("zalo", "main"), "2026-11")
        await usage.add(unit, ("zalo", "main"), "2026-11", sent=15 - used.sent, received=3)
    staff = await prepare(office, f"={FLOODED}", "Một con số")
    assert said in staff.last
    assert ("thiếu" in staff.last) is (messages == 20)


async def test_yes_is_one_tap_and_can_be_corrected_until_it_is_closed(office: Office) -> None:
    leader, staff = await ask(office, f"={SHELTER}", "Có / Không")
    await go(leader, "Trả lời", "Có")
    assert "Đã ghi: Có" in leader.last
    assert any("✓ Đơn vị có nơi tránh bão chưa: Có" in bubble.text for bubble in leader.screen)
    await go(leader, "Sửa câu trả lời")
    assert "Hiện đã ghi: Có" in leader.last
    await go(leader, "=không")
    assert "Đã sửa câu trả lời" in leader.last
    await staff.press("Cập nhật")
    assert "– Có: 0" in staff.last
    assert "– Không: 1" in staff.last
    await go(staff, "Đóng phiếu", "Đóng ngay")
    assert "Đã đóng phiếu" in staff.last
    assert not {"Nhắc một lần", "Đóng phiếu"} & set(staff.buttons)
    await leader.press("Sửa câu trả lời")
    assert "đã đóng, không nhận thêm câu trả lời" in leader.last
    await staff.say("/nhatky")
    for line in ("gửi phiếu hỏi", "trả lời phiếu hỏi", "sửa câu trả lời", "đóng phiếu hỏi"):
        assert line in staff.last


async def test_one_of_several_and_words(office: Office) -> None:
    leader, staff = await ask(
        office, "=Đơn vị cần gì nhất?", "Chọn một trong các ý", "=Gạo; Nước uống; Thuốc"
    )
    await go(leader, "Trả lời", "=nuoc uong")
    assert "Đã ghi: Nước uống" in leader.last
    await staff.press("Cập nhật")
    assert "– Nước uống: 1" in staff.last
    await staff.say("/hoidonvi")
    await go(
        staff, "Hỏi câu mới", SCOPE, "=Cần xã giúp gì?", "Bằng lời", TOMORROW, "Gửi các đơn vị"
    )
    await leader.say("/phieu")
    await leader.say("Cần <b>hai</b> máy bơm & xăng")
    await go(staff, "Cập nhật", "Xem lời trả lời")
    assert "Chi hội phụ nữ ấp Cái Cối: Cần <b>hai</b> máy bơm & xăng" in staff.last
    await leader.say("/phieu")
    assert leader.buttons[:2] == [
        "Đã trả lời: Đơn vị cần gì nhất? – Chi hội phụ nữ ấp Cái Cối",
        "Đã trả lời: Cần xã giúp gì? – Chi hội phụ nữ ấp Cái Cối",
    ]


async def test_nothing_goes_out_of_what_is_left_or_makes_no_sense(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say("/hoidonvi")
    await go(staff, "Hỏi câu mới", SCOPE, "=Ư?")
    assert "Câu hỏi quá ngắn" in staff.last
    await go(staff, f"={SHELTER}", "Chọn một trong các ý", "=Chỉ một ý")
    assert "Cần từ 2 đến 10 ý" in staff.last
    await go(staff, "=Có\nChưa", "=01/11/2026")
    assert "Ngày này đã qua" in staff.last
    await go(staff, "=5/11", "Để sau")
    assert "chưa gửi cho ai" in staff.last
    await staff.say("/hoidonvi")
    await go(staff, f"{SHELTER} – chưa gửi", "Xóa phiếu")
    assert "Chưa ai nhận được" in staff.last
    assert await untold(office.database, office.commune.leader) == []


async def test_who_has_not_answered_is_reminded_once(office: Office) -> None:
    leader, staff = await ask(office, f"={SHELTER}", "Có / Không")
    await staff.press("Nhắc một lần")
    assert "Đã nhắc" in staff.last
    assert "Nhắc một lần" not in staff.buttons
    assert f"Nhắc lại: {SHELTER}" in leader.last
    await go(leader, "Trả lời", "Có")
    await go(staff, "Cập nhật")
    assert "Đã trả lời 1/2 đơn vị" in staff.last


async def test_of_leader_and_deputy_who_answer_at_once_the_first_counts(office: Office) -> None:
    leader, _ = await ask(office, f"={SHELTER}", "Có / Không")
    deputy = await office.enrol(office.commune.deputy)
    await deputy.say("/phieu")
    await leader.press("Trả lời")
    await deputy.press("Có")
    await leader.press("Không")
    assert "Đồng chí Trần Thị Bé đã trả lời thay đơn vị" in leader.last
    async with office.database.read() as unit:
        rows = await unit.all(questionnaire_answer.select())
        assert [row.choice for row in rows] == ["yes"]
        assert await unit.all(questionnaire_draft.select()) == []


async def test_only_staff_ask_and_only_those_asked_answer(office: Office) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        other = await make.person("Sơn Thị Hoa")
        await make.post(other, Role.LEADER, chapter=office.commune.other_chapter)
    leader = await office.enrol(office.commune.leader)
    await leader.say("/hoidonvi")
    assert "Chỉ cán bộ được giao địa bàn" in leader.last
    staff = await office.enrol(office.commune.staff)
    await staff.say("/hoidonvi")
    await go(staff, "Hỏi câu mới", "Chi hội phụ nữ ấp Cái Cối", f"={SHELTER}", "Có / Không")
    await go(staff, TOMORROW, "Gửi các đơn vị")
    hoa = await office.enrol(other)
    await hoa.say("/phieu")
    assert "không có phiếu nào" in hoa.last
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/phieu")
    assert "không có phiếu nào" in cadre.last
