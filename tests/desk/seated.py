"""People at desks: each with a browser that is signed in, and what they read there."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from html import unescape
from pathlib import Path
from typing import NamedTuple

from httpx import ASGITransport, AsyncClient, Response
from starlette.applications import Starlette

from bot.downloads import FileStore
from bot.web_server import desk_routes
from desk import Desk, DeskSettings
from documents.official.paper import Paper
from documents.rendering import render_paper
from domain.inbound import Address
from operations.people.invitations import make_link_code
from storage import Database
from storage.messages import addresses
from storage.people import people
from tests.codes import counting_bytes
from tests.directory import POLICY, at


def read(html: str) -> str:
    """What a page says, in one line for each element that stands apart."""
    body = re.sub(r"(?s)<head>.*?</head>|<svg.*?</svg>", "", html)
    body = re.sub(
        r"(?s)<table.*?</table>", lambda found: re.sub(r"</?(?:p|div)>", " ", found[0]), body
    )
    lines = re.split(
        r"</?(?:p|div|h\d|tr|table|caption|li|ul|nav|section|form|main|header)\b", body
    )
    plain = (unescape(re.sub(r"<[^>]*>|^[^>]*>", " ", line)) for line in lines)
    return "\n".join(filter(None, (" ".join(line.split()) for line in plain)))


class Way(NamedTuple):
    """A link on a page."""

    words: str
    href: str


def links(html: str) -> list[Way]:
    """The links of a page with their words."""
    found = re.findall(r'(?s)<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', html)
    return [
        Way(" ".join(unescape(re.sub(r"<[^>]*>", " ", words)).split()), unescape(href))
        for href, words in found
    ]


@dataclass
class Seat:
    """A browser at the desk of one person."""

    client: AsyncClient

    async def get(self, address: str = "", *, status: int = 200) -> Response:
        """Opens a page below the desk."""
        answer = await self.client.get(f"/desk/{address}")
        assert answer.status_code == status, answer.text
        return answer

    async def read(self, address: str = "", *, status: int = 200) -> str:
        """Opens a page and reads it."""
        return read((await self.get(address, status=status)).text)

    async def follow(self, address: str, words: str) -> str:
        """Opens a page, follows a link on it by its words, and reads where that leads."""
        page = await self.get(address)
        href = next(way.href for way in links(page.text) if way.words == words)
        answer = await self.client.get(str(page.url.join(href)))
        assert answer.status_code == 200, answer.text
        return read(answer.text)

    async def send(self, address: str, **fields: str | list[str]) -> Response:
        """Sends a form of a page, and goes where it leads."""
        return await self.client.post(f"/desk/{address}", data=fields, follow_redirects=True)


async def draw_here(paper: Paper, suffix: str, made_at: datetime) -> bytes:
    """A document, drawn in this process."""
    return render_paper(paper, suffix, made_at)


@dataclass
class Seats:
    """A site with the desk; its clock stands still until it is set."""

    database: Database
    now: datetime = field(default_factory=lambda: at(11))
    opened: list[AsyncClient] = field(default_factory=list)
    files: Path = Path("/nowhere")

    def __post_init__(self) -> None:
        self._draw = counting_bytes(7000)
        self.desk = Desk(
            DeskSettings(
                database=self.database,
                policy=POLICY,
                clock=lambda: self.now,
                random_bytes=self._draw,
                files=self.files,
                draw=draw_here,
                keep=FileStore(self.files).take,
                hosts=["localhost", "127.0.0.1"],
            )
        )
        self.site = Starlette(routes=desk_routes(self.desk))

    def stranger(self) -> Seat:
        """A browser that has not signed in."""
        client = AsyncClient(transport=ASGITransport(self.site), base_url="http://localhost")
        self.opened.append(client)
        return Seat(client)

    async def code(self, person_id: int) -> str:
        """A code that somebody asked for in the chat, by an account that is made for it."""
        async with self.database.write() as unit:
            name = f"desk-{person_id}"
            here = Address("telegram", "main", name, name)
            known = await addresses.ensure(unit, {here: (False, "")}, now=self.now)
            talk = known[here].conversation_id
            await addresses.bind(unit, known[here].id, person_id=person_id, conversation_id=talk)
            person = (await people.persons(unit, [person_id]))[person_id]
            return await make_link_code(unit, person, random_bytes=self._draw, now=self.now)

    async def sit(self, person_id: int) -> Seat:
        """A browser in which somebody has signed in."""
        seat = self.stranger()
        entered = await seat.send("enter", code=await self.code(person_id))
        assert entered.status_code in (200, 404), entered.text
        return seat

    async def close(self) -> None:
        """Closes every browser."""
        for client in self.opened:
            await client.aclose()
