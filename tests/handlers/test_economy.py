"""How many messages a report costs where each counts, and no list beside another."""

import re
from collections.abc import Sequence

import pytest

from channels.zalo.channel import TOGETHER
from storage import Database
from tests.directory import at
from tests.handlers.office import open_office
from tests.operations.year_of_leaders import REPORT_ON_ZALO
from tests.talks import Phone

WHOLE = (
    "họp 5/11, 28/32, chủ đề vệ sinh môi trường, có thảo luận, cán bộ có dự, không khó khăn",
    "1",
)
BY_QUESTIONS = (
    "báo cáo",
    "đúng như trên\n28/32\nvệ sinh môi trường",
    "thảo luận\ncó dự\nkhông",
    "1",
)


@pytest.fixture
async def leader(database: Database) -> Phone:
    office = await open_office(database)
    office.town.now, office.town.together = at(6, 9), TOGETHER
    phone = await office.enrol(office.commune.leader, channel="zalo")
    phone.screen.clear()
    return phone


@pytest.mark.parametrize(
    ("texts", "most"), [(BY_QUESTIONS, REPORT_ON_ZALO), (WHOLE, REPORT_ON_ZALO // 2)]
)
async def test_a_usual_report_on_zalo_takes_few_messages(
    leader: Phone, texts: Sequence[str], most: int
) -> None:
    for text in texts:
        await leader.say(text)
    assert "Đã nhận báo cáo" in leader.last
    assert len(leader.screen) <= most
    for bubble in leader.from_bot:
        assert len(re.findall(r"(?m)^1\. ", bubble.text)) <= 1
        assert not re.search(r"\b(?:bấm|nút)\b", bubble.text, re.IGNORECASE)
