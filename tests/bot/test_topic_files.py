"""Files of a topic from one phone to another, through the strict Bot API server."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from bot.app import App
from bot.settings import load_settings
from domain.calendar import period_of
from domain.inbound import Address
from domain.people import Role
from operations.wording import period_words
from storage.directory import areas
from storage.directory.chapters import count_by_area
from storage.messages import addresses, talks
from tests.bot.leaders import open_database, settle_leaders
from tests.botapi import BotApi, Person
from tests.clock.days import midday
from tests.directory import Directory
from tests.documents.test_secrecy import docx, pdf

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TITLE = "Phân loại rác tại nhà"
MEGABYTE = 1024 * 1024


@pytest.fixture
async def api(noon: date) -> AsyncIterator[BotApi]:
    async with BotApi() as server:
        yield server
        assert server.faults == []


@pytest.fixture
async def staff(api: BotApi, noon: date, database_url: str) -> Person:
    """Somebody who works for the commune in which Lan leads a chapter."""
    phone, lan = api.user("Tám"), api.user("Lan")
    await settle_leaders(database_url, [lan.id])
    now, database = midday(noon), open_database(database_url)
    async with database.write() as unit:
        (hamlet,) = await count_by_area(unit, day=noon)
        place = await areas.get(unit, hamlet)
        make = Directory(unit)
        person = await make.person("Ngô Văn Tám")
        await make.post(person, Role.STAFF, area=place)
        here = Address("telegram", "main", str(phone.id), str(phone.id))
        known = (await addresses.ensure(unit, {here: (False, "")}, now=now))[here]
        talk = await talks.of_person(unit, person)
        await addresses.bind(unit, known.id, person_id=person, conversation_id=talk)
    await database.close()
    return phone


@pytest.fixture
async def app(api: BotApi, database_url: str, tmp_path: Path, staff: Person) -> AsyncIterator[App]:
    settings = load_settings(
        _env_file=None,
        database_url=database_url,
        data_dir=tmp_path,
        telegram_token={"main": api.token},
        telegram_api_url=api.url,
    )
    running = App(settings)
    task = asyncio.create_task(running.run())
    yield running
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    await running.close()


async def begin(staff: Person, today: date) -> None:
    """Goes through the questions up to that for files."""
    month = period_of(today, 1).next()
    await staff.send("/chude n")
    await staff.wait_for("kỳ nào")
    await staff.press(period_words(month, "vi").capitalize())
    await staff.wait_for("dành cho ai")
    await staff.press("Mọi đơn vị của ấp Cái Cối")
    await staff.wait_for("Tên chủ đề")
    await staff.send(TITLE)
    for question in ("Định hướng", "thảo luận", "đối thoại"):
        await staff.wait_for(question)
        await staff.press("Bỏ qua")
    await staff.wait_for("tệp kèm theo")


async def test_a_file_goes_from_staff_to_the_leader(
    api: BotApi, app: App, staff: Person, noon: date
) -> None:
    content, lan = docx("Mỗi nhà một thùng rác hữu cơ"), api.user("Lan")
    await begin(staff, noon)
    await staff.send_document("huong-dan.docx", content, mime=WORD)
    await staff.wait_for("Đã nhận “huong-dan.docx”")
    await issue(staff)
    await lan.send("/chude")
    await lan.wait_for(TITLE)
    await lan.press(TITLE)
    shown = await lan.wait_for(lambda seen: seen.kind == "document")
    assert shown.file_id is not None
    sent = api.world.files[shown.file_id]
    assert (sent.name, sent.data) == ("huong-dan.docx", content)


async def issue(staff: Person) -> None:
    """Issues once the file is on disk, however long that takes."""
    await staff.press("Xong, xem lại")
    await staff.wait_for("Chủ đề chưa được giao")
    for _ in range(50):
        await staff.press("issue")
        said = await staff.wait_for(lambda seen: "giao" in seen.text)
        if "Đã giao chủ đề" in said.text:
            return
        await staff.press("look")
        await staff.wait_for("Chủ đề chưa được giao")
        await asyncio.sleep(0.1)
    raise AssertionError("the file never came")


async def test_large_and_secret_files_are_refused_and_the_rest_can_go(
    api: BotApi, app: App, staff: Person, noon: date, tmp_path: Path
) -> None:
    await begin(staff, noon)
    await staff.send_document("phim.pdf", pdf("Bao cao"), size=60 * MEGABYTE)
    await staff.wait_for("nặng 60 MB; hệ thống chỉ nhận tệp đến 20 MB")
    await staff.send_document("mat.pdf", pdf("TOI MAT"))
    refused = await staff.wait_for("không được nhận và đã bị xóa")
    assert "dấu “Tối mật” ở trang 1" in refused.text
    await staff.press("Xong, xem lại")
    await staff.wait_for("Không dùng được: mat.pdf")
    await staff.press("Giao chủ đề")
    await staff.wait_for("1 tệp chưa sẵn sàng")
    await staff.press("Giao không kèm")
    await staff.wait_for("Đã giao chủ đề")
    assert not [path for path in (tmp_path / "files").rglob("*") if path.is_file()]
