"""Tổng quan: shares with their whole, the lowest first, every number a way to what it counts."""

import re
from datetime import date

from domain.reforms import MoveArea
from operations.directory.reforms import apply_change
from operations.directory.reorganisation import Asker
from storage import Database
from tests.desk.seated import Seats, links, read
from tests.directory import LOANS, POLICY, ROAD, Commune, Directory, at, held
from tests.operations.planned import meetings_of, november, plan_all, send


def rows_of(page: str) -> list[str]:
    """The lines of the table of places, with the total last."""
    lines = page.splitlines()
    first = next(n for n, line in enumerate(lines) if "Tỷ lệ ▲" in line or "Tỷ lệ ▼" in line)
    return lines[first + 1 : lines.index("6 kỳ gần đây")]


async def test_a_share_has_its_whole_and_the_lowest_place_comes_first(
    seats: Seats, commune: Commune
) -> None:
    staff = await seats.sit(commune.staff)
    page = await staff.read()
    assert "1 / 2 50%" in page
    assert "Số liệu chưa chốt, tính đến 11/11/2026. Chốt ngày 10/12/2026." in page
    assert "Vì sao có 2 buổi đến hạn\nĐơn vị trong danh bạ 2" in page
    assert [" ".join(row.split()[:8]) for row in rows_of(page)] == [
        "Ấp La Ghi 1 0 0 1 0%",
        "Ấp Cái Cối 1 1 0 0 100%",
        "Cộng 2 1 0 1 50% chưa có",
    ]
    fallen = await staff.follow("", "Tỷ lệ ▲")
    assert [row.partition(" 1")[0] for row in rows_of(fallen)[:2]] == ["Ấp Cái Cối", "Ấp La Ghi"]


async def test_the_last_periods_are_a_line_with_gaps(seats: Seats, commune: Commune) -> None:
    staff = await seats.sit(commune.staff)
    assert "<polyline" not in (await staff.get()).text
    await plan_all(seats.database, at(1, month=12))
    seats.now = at(29, month=12)
    page = (await (await seats.sit(commune.staff)).get()).text
    chart = page.partition('<figure class="trend">')[2].partition("</figure>")[0]
    assert "đã báo cáo 0% số buổi đến hạn trong tháng 12/2026; tháng 11/2026 là 50%" in chart
    assert re.findall(r'<polyline points="([^"]*)"', chart) == ["203,80.0 244,130.0"]
    assert len(re.findall("<circle", chart)) == 2
    assert re.findall(r'y="150">([^<]*)<', chart) == ["7", "8", "9", "10", "11", "12"]


async def test_what_is_not_due_yet_is_not_missing(seats: Seats, commune: Commune) -> None:
    seats.now = at(8)
    page = await (await seats.sit(commune.staff)).read()
    assert "1 / 1 100%" in page
    assert "Quá hạn, chưa báo cáo\n0\n1 buổi chưa đến hạn" in page
    assert "Chưa đến hạn − 1" in page


async def test_every_number_of_missing_reports_leads_to_as_many(
    seats: Seats, commune: Commune
) -> None:
    staff = await seats.sit(commune.staff)
    page = (await staff.get()).text
    ways = [
        way
        for way in links(page)
        if way.href.startswith("./missing?") and "tab=late" in way.href and way.words.isdecimal()
    ]
    assert len(ways) == 3, "the tile, the row of the hamlet, the total"
    for way in ways:
        assert f"Quá hạn {way.words}" in await staff.read(way.href)


async def test_a_hamlet_is_opened_from_its_commune_and_leads_back(
    seats: Seats, commune: Commune
) -> None:
    staff = await seats.sit(commune.staff)
    hamlet = await staff.follow("", "Ấp La Ghi")
    assert "Xã Long Vĩnh › Ấp La Ghi" in hamlet
    assert "0 / 1 0%" in hamlet
    assert "Đơn vị trực thuộc ấp La Ghi" in hamlet


async def test_periods_of_any_length_and_kinds_are_one_link_away(
    seats: Seats, commune: Commune
) -> None:
    staff = await seats.sit(commune.staff)
    assert "Quý IV năm 2026" in await staff.follow("", "Quý")
    assert "1 / 2" in await staff.read("?period=2026")
    before = await staff.follow("", "‹")
    assert "Tháng 10/2026" in before
    assert "Kỳ này không có buổi sinh hoạt nào phải báo cáo" in before
    by_kind = await staff.follow("", "Theo loại hình")
    assert "Chi hội women 2 1 0 1 50%" in by_kind
    assert "Chỉ xem: Chi hội women." in await staff.read(f"?kind={commune.kind}")


async def test_a_closed_month_stays_as_it_was_and_tells_what_came_after(
    seats: Seats, commune: Commune
) -> None:
    await plan_all(seats.database, at(1, month=12))
    seats.now = at(15, month=12)
    (meeting,) = [
        meeting
        for meeting in await meetings_of(seats.database, commune.other_chapter, at(9, month=12))
        if str(meeting.period) == "2026-11"
    ]
    staff = await seats.sit(commune.staff)
    page = await staff.read("?period=2026-11")
    assert "Số liệu đã chốt ngày 10/12/2026, bản 1." in page
    assert "thay đổi sau khi chốt" not in page
    assert meeting.chapter_id == commune.other_chapter


async def test_a_value_that_cannot_be_is_named_and_the_nearest_page_shown(
    seats: Seats, commune: Commune
) -> None:
    staff = await seats.sit(commune.staff)
    wrong = "area=x&period=2026-13&kind=77&association=Hội&sort=age&version=9&view=tv&by=age"
    page = await staff.read(f"?{wrong}")
    for pair in wrong.split("&"):
        name, _, value = pair.partition("=")
        assert f"{name} là “{value}”" in page
    assert "Xã Long Vĩnh" in page
    assert "Tháng 11/2026" in page
    assert "period là “2026-12”" in await staff.read("?period=2026-12"), "it is still to come"


async def test_a_projector_shows_no_names_and_the_address_keeps_that(
    seats: Seats, commune: Commune
) -> None:
    staff = await seats.sit(commune.staff)
    page = (await staff.get("?view=screen&names=no")).text
    assert '<body class="screen">' in page
    kept = [way.href for way in links(page) if way.href.startswith("./")]
    assert kept
    assert all("view=screen" in href and "names=no" in href for href in kept)


async def test_how_a_figure_is_counted_is_told_with_its_numbers(
    seats: Seats, commune: Commune
) -> None:
    staff = await seats.sit(commune.staff)
    page = await staff.follow("", "Cách tính")
    assert "1 buổi đã báo cáo / 2 buổi đến hạn = 50%" in page
    assert "Kỳ này chưa có số liệu để tính." in await staff.read("help/cadre")
    await staff.get("help/nothing", status=404)


async def test_difficulties_that_wait_lead_to_the_board(seats: Seats, commune: Commune) -> None:
    meeting = await november(seats.database, commune)
    answers = held(difficulties=(ROAD, LOANS))
    await send(seats.database, commune.leader, meeting, answers, now=at(7), corrects=1)
    staff = await seats.sit(commune.staff)
    page = (await staff.get()).text
    assert "Khó khăn đang chờ\n2" in read(page)
    way = next(way for way in links(page) if re.search("difficulties.*state=new", way.href))
    assert way.words == "2"
    assert "Mới 2" in await staff.read(way.href)


async def test_places_and_kinds_cross_in_one_table(seats: Seats, commune: Commune) -> None:
    staff = await seats.sit(commune.staff)
    page = await staff.read("?by=cross")
    assert "Ấp La Ghi 0 / 1 0% 0 / 1 0%" in page
    assert "Cộng 1 / 2 50% 1 / 2 50%" in page
    cells = [way.href for way in links((await staff.get("?by=cross")).text) if "kind=" in way.href]
    due = [href for href in cells if "state=due" in href and "here=" not in href]
    assert "Ấp La Ghi" in await staff.read(due[0])


async def test_an_earlier_month_is_counted_by_the_places_of_then_or_of_now(
    seats: Seats, commune: Commune, database: Database
) -> None:
    async with database.write() as unit:
        other = await Directory(unit).area("Xã Đông Hải")
    moved = MoveArea(area_id=commune.hamlet.id, parent_id=other.id)
    async with database.write() as unit:
        await apply_change(
            unit,
            moved,
            first_day=date(2026, 12, 1),
            asker=Asker(),
            policy=POLICY,
            now=at(1, month=12),
        )
    seats.now = at(2, month=12)
    staff = await seats.sit(commune.staff)
    assert "Ấp Cái Cối 1 1 0 0 100%" in await staff.read("?period=2026-11")
    now = await staff.get("?period=2026-11&geography=now")
    assert "Ấp Cái Cối" not in read(now.text)
    assert "Cộng 1 0 0 1 0%" in read(now.text)
    assert not [way for way in links(now.text) if "/reports?" in way.href and "state=" in way.href]
