"""The API on a real port, and systems that read it with their tokens."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from httpx import AsyncClient, Response
from starlette.applications import Starlette

from api import Api, ApiSettings
from bot.connections import Connections
from bot.web_server import WebServer, api_routes, open_port
from documents.tables.columns import Shown
from domain.people import Only
from operations.api.tokens import TokenAsked, add_token, give_token
from storage import Database
from tests.codes import counting_bytes
from tests.directory import POLICY, acting, at

EVERYTHING = frozenset(Shown)
FIGURES_ONLY = frozenset({Shown.FIGURES})


@dataclass
class System:
    """A system that reads with a token."""

    client: AsyncClient
    token: str

    async def get(
        self, address: str, *, status: int = 200, accept: str = "*/*", same: str = ""
    ) -> Response:
        """Reads an address, unless it is the `same` still."""
        headers = {"Authorization": f"Bearer {self.token}", "Accept": accept}
        headers |= {"If-None-Match": same} if same else {}
        answer = await self.client.get(f"/api/v1/{address}", headers=headers)
        assert answer.status_code == status, answer.text
        return answer

    async def rows(self, address: str) -> list[dict[str, Any]]:
        """Reads the rows of an address, all its parts."""
        found: list[dict[str, Any]] = []
        more: str | None = f"/api/v1/{address}"
        while more:
            answer = await self.client.get(more, headers={"Authorization": f"Bearer {self.token}"})
            assert answer.status_code == 200, answer.text
            found += answer.json()["data"]
            more = answer.json()["next"]
        return found


@dataclass
class Server:
    """The API of a database; its clock stands still until it is set."""

    database: Database
    client: AsyncClient
    now: datetime = field(default_factory=lambda: at(20))
    draw: Any = field(default_factory=lambda: counting_bytes(9000))

    async def give(self, person_id: int | None, area_id: int, **values: Any) -> System:
        """A token that somebody gives for a place, or the command line."""
        asked = self.asked(area_id, **values)
        async with self.database.write() as unit:
            if person_id is None:
                token = await add_token(unit, asked, by=None, random_bytes=self.draw, now=self.now)
            else:
                context = await acting(unit, person_id, self.now)
                token = await give_token(context, asked, random_bytes=self.draw)
        return System(self.client, token)

    @staticmethod
    def asked(
        area_id: int,
        *,
        only: Only = None,
        classes: frozenset[Shown] = EVERYTHING,
        days: int = 90,
        name: str = "Kho số liệu tỉnh",
    ) -> TokenAsked:
        """What a token is asked for."""
        return TokenAsked(name=name, area_id=area_id, only=only, classes=classes, days=days)


@asynccontextmanager
async def serving(database: Database) -> AsyncIterator[Server]:
    """Serves the API of a database on a free port of this machine."""
    listening = open_port("127.0.0.1", 0, move_on=False)
    port = listening.getsockname()[1]
    async with AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        made = Server(database, client)
        api = Api(
            ApiSettings(
                database=database,
                policy=POLICY,
                clock=lambda: made.now,
                hosts=["127.0.0.1"],
            )
        )
        site = Starlette(routes=api_routes(api))
        server = WebServer(site, Connections(most=50, trusted=lambda _: False))
        running = asyncio.create_task(server.serve(sockets=[listening]))
        try:
            yield made
        finally:
            server.should_exit = True
            await running
