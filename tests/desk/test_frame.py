"""What every page has: a caption for the demo, and a sentence where it fails."""

from dataclasses import replace

from httpx import ASGITransport, AsyncClient
from starlette.applications import Starlette

from bot.web_server import desk_routes
from desk import Desk
from desk.overview import OVERVIEW
from desk.page import Drawn, Visit
from desk.pages import PAGES
from tests.desk.seated import Seats, read
from tests.directory import Commune
from tests.texts.test_keys import messages


def test_every_page_with_a_name_has_a_caption() -> None:
    known = messages("vi")
    named = {page.name for page in PAGES if f"desk-page-{page.name}" in known}
    assert {name for name in named if f"desk-about-{name}" not in known} == set()


async def test_a_page_that_fails_says_so_in_a_sentence(seats: Seats, commune: Commune) -> None:
    async def fail(visit: Visit) -> Drawn:
        raise ZeroDivisionError

    staff = await seats.sit(commune.staff)
    seats.desk = Desk(seats.desk.settings, [replace(OVERVIEW, show=fail)])
    site = Starlette(routes=desk_routes(seats.desk))
    transport = ASGITransport(site, raise_app_exceptions=False)
    async with AsyncClient(
        transport=transport, base_url="http://localhost", cookies=staff.client.cookies
    ) as client:
        answer = await client.get("/desk/")
    assert answer.status_code == 500
    assert "Hệ thống gặp lỗi và đã ghi lại." in read(answer.text)
    assert "Content-Security-Policy" in answer.headers
