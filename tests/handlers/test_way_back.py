"""The words people type between the lines: to go back, to thank, to greet; and double taps."""

import pytest

from domain.inbound import InboundKind
from storage import Database
from tests.directory import at
from tests.handlers.office import Office, open_office
from tests.handlers.reported import PRESENT, go
from tests.talks import Phone

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_office(database, now=at(5, 20))


@pytest.fixture
async def leader(office: Office) -> Phone:
    """A leader whose messages would reach the cadre."""
    await office.enrol(office.commune.cadre)
    return await office.enrol(office.commune.leader)


@pytest.mark.parametrize("words", ["quay lại", "tro lai", "Quay lai."])
async def test_the_word_for_going_back_leads_to_the_menu_from_any_page(
    leader: Phone, words: str
) -> None:
    await go(leader, "=/lich", f"={words}")
    assert "Mời đồng chí chọn việc cần làm." in leader.last
    assert "chưa hiểu" not in leader.last


async def test_the_word_for_going_back_is_never_taken_for_an_answer(leader: Phone) -> None:
    await go(leader, "=/nhantin", "=quay lại")
    assert "không gửi" in leader.last
    await go(leader, "=/nhantin", "=Khi nào sửa đường?", "=quay lại")
    assert "không gửi" in leader.last


async def test_going_back_from_the_way_out_goes_on_with_the_report(leader: Phone) -> None:
    await go(leader, "Báo cáo", "Đúng như trên", "Tạm dừng", "=quay lại")
    assert PRESENT in leader.last
    await go(leader, "=/baocao", "=quay lại")
    assert "để làm sau" in leader.last


@pytest.mark.parametrize(
    ("words", "answer"),
    [("Cám ơn!", "Cảm ơn đồng chí."), ("dạ", "Cảm ơn đồng chí."), ("chào", "Kính chào đồng chí")],
)
async def test_a_courtesy_is_answered_and_is_no_message_to_the_cadre(
    leader: Phone, words: str, answer: str
) -> None:
    await leader.say(words)
    assert answer in leader.last
    assert "Có, gửi" not in leader.buttons


@pytest.mark.parametrize("words", ["47", "👍", "x"])
async def test_a_figure_or_a_smiley_is_no_message_to_the_cadre(leader: Phone, words: str) -> None:
    await leader.say(words)
    assert "chưa hiểu" in leader.last
    assert "Báo cáo" in leader.buttons


async def test_a_recording_where_words_are_asked_for_is_told_what_is_needed(leader: Phone) -> None:
    await leader.say("/dulieu")
    await leader.press("Sửa họ tên")
    await leader.send(InboundKind.VOICE)
    assert "Câu này cần trả lời bằng chữ." in leader.last


async def test_the_second_of_a_double_tap_needs_no_words(office: Office, leader: Phone) -> None:
    await leader.say("Báo cáo")
    bubble = leader.from_bot[-1]
    await leader.press_ahead("Đúng như trên", on=bubble)
    await leader.press_ahead("Đúng như trên", on=bubble)
    await office.town.run()
    assert office.town.notes == []
    assert "câu trước" not in leader.see()
    assert PRESENT in leader.last


async def test_a_refused_command_leaves_no_old_page_below_its_words(leader: Phone) -> None:
    await go(leader, "=/khokhan", "=/phancong")
    assert "Đồng chí không được phân công" in leader.last
    assert "chưa nêu khó khăn nào" not in leader.last
    assert "Báo cáo" in leader.buttons
