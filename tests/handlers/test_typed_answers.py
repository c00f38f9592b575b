"""What is typed where words are asked for is the answer, whatever task it could call."""

import pytest

from dialogue.report_form import REPORT
from storage import Database
from tests.handlers.office import Office, open_office
from tests.handlers.reported import FORM, PRESENT, drafts_of, go, live
from tests.talks import Phone

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

TO_CHAIR = ("Báo cáo", "Có điểm khác", "Người chủ trì", "Xong")
CHAIR = "Ai chủ trì"


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_office(database)


@pytest.fixture(params=["telegram", "zalo"])
async def leader(office: Office, request: pytest.FixtureRequest) -> Phone:
    """The leader with buttons and with numbered lists, her cadre in reach."""
    await office.enrol(office.commune.cadre)
    return await office.enrol(office.commune.leader, channel=request.param)


async def answers(office: Office) -> dict[str, dict[str, object]]:
    [draft] = await drafts_of(office.database, office.commune.leader)
    assert draft.form == REPORT.name
    return dict(draft.state["talk"]["answers"])


@pytest.mark.parametrize("name", ["Dũng", "Tín", "Huy", "Mới", "Lịch", "Giúp", "Vệ", "Nhắc"])
async def test_a_name_is_a_name_though_a_task_is_called_alike(
    office: Office, leader: Phone, name: str
) -> None:
    await go(leader, *TO_CHAIR)
    assert CHAIR in leader.last
    await leader.say(name)
    assert (await answers(office))["chair"]["text"] == name
    assert PRESENT in leader.last


@pytest.mark.parametrize(
    "topic", ["Dân vận khéo", "Mô hình", "Chỉ tiêu", "Chuyên đề", "Khen thưởng"]
)
async def test_a_topic_is_a_topic_though_a_task_is_called_so(
    office: Office, leader: Phone, topic: str
) -> None:
    await go(leader, "Báo cáo", "Đúng như trên", "=28", f"={topic}")
    assert (await answers(office))["topic"]["text"] == topic


async def test_words_of_a_difficulty_are_kept_at_its_buttons_too(
    office: Office, leader: Phone
) -> None:
    await go(leader, "Báo cáo", *FORM[:5], "=mất điện thoại")
    assert (await answers(office))["words.0"]["text"] == "mất điện thoại"


@pytest.mark.parametrize(
    ("typed", "button", "shown"),
    [
        ("dung", "Dừng lại, không ghi câu này", "Làm tiếp báo cáo"),
        ("thôi", "Dừng lại, không ghi câu này", "Làm tiếp báo cáo"),
        ("tin", "Mở “tin”", "Về trang chính"),
        ("lich su", "Mở “báo cáo đã gửi”", "Về trang chính"),
    ],
)
async def test_a_word_without_marks_is_the_answer_and_its_task_is_offered(
    office: Office, leader: Phone, typed: str, button: str, shown: str
) -> None:
    await go(leader, *TO_CHAIR, f"={typed}")
    assert (await answers(office))["chair"]["text"] == typed
    assert PRESENT in leader.last
    assert "nếu đồng chí không định trả lời" in leader.last.lower()
    await leader.press(button)
    assert "chair" not in await answers(office)
    assert shown in leader.last + str(leader.buttons)
    await go(leader, "=/baocao", "Làm tiếp")
    assert CHAIR in leader.last


async def test_a_task_of_somebody_elses_is_not_offered(office: Office, leader: Phone) -> None:
    await go(leader, *TO_CHAIR, "=chi tieu")
    assert (await answers(office))["chair"]["text"] == "chi tieu"
    assert "Mở" not in str(leader.buttons)


async def test_who_meant_the_answer_just_goes_on(office: Office, leader: Phone) -> None:
    await go(leader, *TO_CHAIR, "=dung", "=28", *FORM[2:], "Gửi báo cáo")
    report = await live(office)
    assert (report.answers.chair, report.answers.present) == ("dung", 28)


async def test_slashes_and_exact_buttons_stay_commands_where_words_are_asked(
    office: Office, leader: Phone
) -> None:
    await go(leader, *TO_CHAIR, "=Tạm dừng")
    assert "muốn tạm dừng" in leader.last
    await go(leader, "Làm tiếp", "=Hủy")
    assert "muốn tạm dừng" in leader.last
    await go(leader, "Làm tiếp", "=quay lai")
    assert CHAIR not in leader.last
    await go(leader, "=/baocao", "Làm tiếp", "=/tin")
    assert "chair" not in await answers(office)


async def test_where_no_words_are_asked_a_word_still_calls_its_task(leader: Phone) -> None:
    await go(leader, "Báo cáo", "Đúng như trên", "=lich")
    assert PRESENT not in leader.last
    await go(leader, "=/menu", "=tinh hinh")
    assert "báo cáo" in leader.last


async def test_a_word_with_other_marks_calls_nothing_anywhere(leader: Phone) -> None:
    await go(leader, "=/menu", "=Tín")
    assert "Gửi lời nhắn này" in leader.last
    assert "“Tín”" in leader.last
