"""Whatever address somebody opens, nothing beyond their posts is shown, or told from nothing."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from desk.pages import PAGES
from operations.rights import roles_with
from storage import Database
from storage.tables.directory import person
from tests.desk.seated import Seat, Seats, read
from tests.test_scopes import NEIGHBOUR, NOTHING, OTHER_ASSOCIATION, OWN, PEOPLE, WORDS, settle

# What else an address may name; each page leaves out what it does not know.
PLACES = (NEIGHBOUR, OTHER_ASSOCIATION)


@pytest.fixture(params=[name for name, who in PEOPLE.items() if who.is_known])
async def somebody(
    request: pytest.FixtureRequest, database: Database
) -> AsyncIterator[tuple[str, Seat]]:
    """One of the kinds of people that there are, at a desk."""
    name = request.param
    town, _ = await settle(database, PEOPLE[name])
    seats = Seats(database, now=town.now)
    async with database.read() as unit:
        me = await unit.scalar(select(person.c.id).where(person.c.name == "Kim Thị Ngọc"))
    yield name, await seats.sit(me)
    await seats.close()


def list_addresses(number: int) -> list[str]:
    """Every page, at a place and at a thing of this number."""
    found = []
    for page in PAGES:
        path = page.path.lstrip("/")
        for part in page.parts:
            path = path.replace(f"{{{part}}}", str(number))
        found += [f"{path}?area={number}", f"{path}?kind={number}"]
        found += [path] if page.parts else []
    return found


async def test_pages_show_what_is_ones_own_and_the_rest_as_if_it_were_not_there(
    somebody: tuple[str, Seat],
) -> None:
    name, seat = somebody
    who = PEOPLE[name]
    far = PLACES[: 1 if who.has_all_here else 2]
    for page in PAGES:
        if page.parts:
            continue
        answer = await seat.client.get(f"/desk{page.path}")
        wanted = 200 if who.role in roles_with(page.right) else 404
        assert answer.status_code == wanted, page.name
        assert not [number for number in far if WORDS[number] in answer.text], page.name
    nothing = [await seat.client.get(f"/desk/{nowhere}") for nowhere in list_addresses(NOTHING)]
    for foreign in far:
        for there, usual in zip(list_addresses(foreign), nothing, strict=True):
            seen = await seat.client.get(f"/desk/{there}")
            assert seen.status_code == usual.status_code, there
            assert WORDS[foreign] not in seen.text, there
            assert bare(seen.text, foreign) == bare(usual.text, NOTHING), there
            if "area=" in there:
                assert seen.status_code == 404, there
        for below in ("", f"/photos/{foreign}", "/minutes.pdf"):
            seen = await seat.client.get(f"/desk/reports/{WORDS[foreign]}{below}")
            assert seen.status_code == 404, below


async def test_nobody_who_has_not_come_in_sees_anything(database: Database) -> None:
    await settle(database, PEOPLE["without a post"])
    seats = Seats(database)
    stranger = seats.stranger()
    for address in list_addresses(OWN):
        answer = await stranger.client.get(f"/desk/{address}")
        assert answer.status_code == 401
        assert WORDS[OWN] not in answer.text
    await seats.close()


def bare(html: str, number: int) -> str:
    """A page without what was asked for."""
    return read(html).replace(str(number), "#")
