"""A list of the office brought in from the desk: looked at, put right, agreed to, written."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest
from httpx import Response
from sqlalchemy import select

from bot.channels import Channels
from bot.workbook_tasks import WorkbookTasks
from storage import Database
from storage.maintenance import tasks
from storage.tables.directory import person
from tests.desk.seated import Seat, Seats, read
from tests.desk.test_directory import hidden
from tests.directory import POLICY, Commune
from tests.documents.books import write_xlsx
from tests.handlers.test_workbook import Messenger
from tests.handlers.test_workbook_lists import LIST

OWN = [*LIST[:3], [1, "Kim Thị Na", "Chi hội phụ nữ ấp La Ghi", 31, "0900000301", ""]]


@dataclass
class Desk:
    """The desk of an officer who sends files, and the tasks that work on them."""

    seat: Seat
    seats: Seats

    async def send(self, content: bytes, *, name: str = "danh-sach.xlsx") -> Response:
        answer = await self.seat.client.post(
            "/desk/directory/import",
            data={"do": "send"},
            files={"file": (name, content)},
            follow_redirects=True,
        )
        return await self.work(answer)

    async def say(self, answer: Response, **fields: str) -> Response:
        address = str(answer.url).partition("/desk/")[2]
        return await self.work(await self.seat.send(address, **fields))

    async def work(self, answer: Response) -> Response:
        """What the page says once the tasks are done."""
        database, now = self.seats.database, self.seats.now
        done = WorkbookTasks(
            database,
            cast("Channels", Messenger()),
            folder=self.seats.files,
            policy=POLICY,
            clock=lambda: now,
        ).work()
        async with database.write() as unit:
            claimed = await tasks.claim(unit, now=now, until=now, limit=10)
        for task in claimed:
            if task.kind in done:
                await done[task.kind](task)
                async with database.write() as unit:
                    await tasks.finish(unit, task.id, now=now)
        return await self.seat.client.get(str(answer.url)) if claimed else answer


@pytest.fixture
async def desk(seats: Seats, commune: Commune) -> Desk:
    seats.files.mkdir(exist_ok=True)
    return Desk(await seats.sit(commune.staff), seats)


def a_list(folder: Path, rows: list[list[Any]] = OWN) -> bytes:
    return write_xlsx(folder / "danh-sach.xlsx", {"Sheet1": rows}).read_bytes()


async def test_a_list_is_shown_put_right_tried_and_brought_in(
    desk: Desk, tmp_path: Path, database: Database, seats: Seats, commune: Commune
) -> None:
    shown = await desk.send(a_list(tmp_path))
    for line in (
        "Cột B “Họ tên”: họ tên",
        "Dòng mẫu 1: Kim Thị Na | Chi hội phụ nữ ấp La Ghi | 31",
    ):
        assert line in read(shown.text)
    of = hidden(shown, "of")
    said = "E = điện thoại; chức danh = trưởng; loại hình = Chi hội women"
    right = await desk.say(shown, do="correct", of=of, said=said)
    assert "Cột E “Liên hệ”: số điện thoại" in read(right.text)
    tried = await desk.say(right, do="agree", of=hidden(right, "of"))
    assert "Đơn vị: thêm 0, đổi 1" in read(tried.text)

    assert "Kim Thị Na" not in await names(database)
    foreign = await (await seats.sit(commune.cadre)).client.get(str(tried.url))
    assert foreign.status_code == 404
    done = await desk.say(tried, do="apply", of=hidden(tried, "of"))
    assert "thêm 1" in read(done.text)
    assert "Kim Thị Na" in await names(database)
    again = await desk.seat.send("directory/import", do="apply", of=hidden(tried, "of"))
    assert again.status_code == 404
    assert "danh-sach.xlsx" in await desk.seat.read("directory/import")


async def names(database: Database) -> set[str]:
    async with database.read() as unit:
        return {row.name for row in await unit.all(select(person.c.name))}


async def test_what_is_no_directory_is_said_and_nothing_is_kept(
    desk: Desk, seats: Seats, commune: Commune, tmp_path: Path
) -> None:
    assert "không phải tệp danh bạ" in read((await desk.send(b"x", name="anh.jpg")).text)
    assert "không phải" in read((await desk.send(b"%PDF-1.7", name="bao-cao.xlsx")).text)
    nothing = await desk.seat.send("directory/import", do="send")
    assert 'role="alert"' in nothing.text
    broken = await desk.seat.client.get("/desk/directory/import?look=x")
    assert broken.status_code == 422
    content = a_list(tmp_path)
    for who in (commune.cadre, commune.leader):
        other = Desk(await seats.sit(who), seats)
        assert (await other.send(content)).status_code in (400, 404)
    stranger = await seats.stranger().client.post(
        "/desk/directory/import", data={"do": "send"}, files={"file": ("a.xlsx", content)}
    )
    assert stranger.status_code in (400, 401)
