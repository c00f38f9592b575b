"""Bảng số liệu: asked for at the desk, made apart, taken from the page and sent as well."""

from io import BytesIO

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from bot.exports import ExportMaker
from domain.people import Role
from storage.maintenance import tasks
from storage.tables.directory import audit, post
from tests.desk.seated import Seats, links, read
from tests.directory import POLICY, Commune

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")


async def make_what_waits(seats: Seats) -> None:
    maker = ExportMaker(
        database=seats.database,
        url=seats.database.url.render_as_string(hide_password=False),
        folder=seats.files,
        policy=POLICY,
        clock=lambda: seats.now,
    )
    async with seats.database.write() as unit:
        found = await tasks.claim(unit, now=seats.now, until=seats.now, limit=9)
    for task in found:
        await maker.make(task)
        async with seats.database.write() as unit:
            await tasks.finish(unit, task.id, now=seats.now)


async def test_a_sheet_is_asked_for_beside_what_it_shows_and_taken_when_it_is_made(
    seats: Seats, commune: Commune
) -> None:
    staff = await seats.sit(commune.staff)
    there = await staff.follow("reports", "Lấy bảng này ra tệp")
    assert "Gần đây đồng chí chưa yêu cầu bảng nào." in there
    page = await staff.get("exports?sheet=reports")
    assert '<option value="reports" selected>' in page.text
    for _ in range(2):
        asked = read((await staff.send("exports", sheet="reports", format="xlsx", id="e1")).text)
    assert asked.count("Đang lập, 0/0 dòng") == 1, "a double press is one sheet"
    await make_what_waits(seats)
    page = await staff.get("exports")
    assert "Đã lập xong, 1 dòng" in read(page.text)
    (way,) = [way for way in links(page.text) if way.words == "Tải về (.xlsx)"]
    file = await staff.get(way.href.removeprefix("./"))
    assert "bao-cao-2026-11.xlsx" in file.headers["content-disposition"]
    rows = load_workbook(BytesIO(file.content))["Báo cáo"]
    assert rows.cell(3, 3).value == "Chi hội phụ nữ ấp Cái Cối"
    async with seats.database.read() as unit:
        taken = await unit.all(select(audit.c.person_id).where(audit.c.action == "sheet.taken"))
    assert [entry.person_id for entry in taken] == [commune.staff]


async def test_a_sheet_is_its_asker_s_alone_and_only_while_the_right_lasts(
    seats: Seats, commune: Commune
) -> None:
    staff, cadre = await seats.sit(commune.staff), await seats.sit(commune.cadre)
    await staff.send("exports", sheet="chapters", format="raw")
    await make_what_waits(seats)
    page = await staff.get("exports")
    (way,) = [way for way in links(page.text) if way.words == "Tải về (.csv)"]
    address = way.href.removeprefix("./")
    assert (await staff.get(address)).headers["content-type"].startswith("text/csv")
    await cadre.get("exports", status=404)
    await cadre.get(address, status=404)
    await staff.get("exports/77/file", status=404)
    assert (await staff.send("exports", sheet="secrets", format="xlsx")).status_code == 422
    async with seats.database.write() as unit:
        ended = post.update().where(post.c.role == Role.STAFF)
        await unit.run(ended.values(role=Role.CADRE))
    await staff.get(address, status=404)
