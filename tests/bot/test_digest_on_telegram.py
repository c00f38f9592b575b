"""A digest as a channel sees it, through the strict Bot API server."""

from collections.abc import AsyncIterator
from datetime import UTC, date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.app import App
from bot.pictures import PictureMaker
from digests.chart import describe_picture
from domain.calendar import period_of
from domain.digest_times import DigestKind, DigestTime
from domain.inbound import Address
from operations.notifications.digesting import ReadyDigest, post_digest
from storage.directory import digest_targets
from storage.directory.chapters import count_by_area
from storage.messages import addresses
from tests.bot.leaders import open_database
from tests.bot.test_topic_files import api, app, staff
from tests.botapi import BotApi, Person, Press
from tests.botapi.groups import Group
from tests.clock.days import midday
from tests.digests.test_chart import COMMUNE

__all__ = ["api", "app", "staff"]

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
async def channel(
    api: BotApi, app: App, staff: Person, noon: date, database_url: str, tmp_path: Path
) -> AsyncIterator[Group]:
    """A channel of the place for which staff works, with a digest on its way."""
    channel = api.channel("Kênh Cái Cối")
    await channel.add_bot(staff, admin=True)
    channel.join(staff)
    channel.join(api.user("Lan"))
    now, database = midday(noon).astimezone(UTC), open_database(database_url)
    async with database.write() as unit:
        here = Address("telegram", "main", str(channel.id), "")
        known = (await addresses.ensure(unit, {here: (True, "Kênh")}, now=now))[here]
        (place,) = await count_by_area(unit, day=noon)
        await digest_targets.bind(
            unit, address_id=known.id, area_id=place, language="vi", bound_by=None, now=now
        )
    spec = describe_picture(COMMUNE, "vi")
    assert spec is not None
    maker = PictureMaker(app.settings.files_dir)
    picture = await maker.draw(spec)
    maker.end()
    async with database.write() as unit:
        (target,) = await digest_targets.list_live(unit)
        time = DigestTime(kind=DigestKind.FINAL, month=period_of(noon, 1), day=noon, at=now)
        ready = ReadyDigest(target=target, time=time, summary=COMMUNE, week_ago=None)
        assert await post_digest(unit, ready, picture=picture, now=now)
    yield channel
    await database.close()


async def test_a_picture_with_its_words_and_answers_for_the_entitled_alone(
    api: BotApi, channel: Group, staff: Person
) -> None:
    shown = await channel.wait_for("Đã báo cáo 19/23 buổi đến hạn")
    assert shown.kind == "photo"
    assert shown.labels == [["Chi tiết"], ["Vì sao 23?"], ["Ai chưa báo cáo?"]]
    assert "Cần quan tâm: Ấp Kinh Đào 3/5, Ấp Cái Cối 4/6" in shown.text
    assert shown.file_id is not None
    with Image.open(BytesIO(api.world.files[shown.file_id].data)) as picture:
        assert picture.width == 1080

    await staff.send("/menu")
    await staff.wait_for(lambda _: True)
    pressed = await staff.press("Vì sao 23?", chat=channel)
    await staff.wait_for("Theo kế hoạch: ")
    assert isinstance(pressed, Press)
    assert pressed.text == "Hệ thống đã gửi riêng cho đồng chí."
    refused = await api.user("Lan").press("Ai chưa báo cáo?", chat=channel)
    assert isinstance(refused, Press)
    await refused.answered.wait()
    assert refused.text == "Mục này dành cho cán bộ tổng hợp của địa bàn."
