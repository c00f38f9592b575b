"""The demonstration: five phones side by side, a clock that moves, a bot that can be killed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Protocol

import orjson
from pydantic import BaseModel, ConfigDict, Field
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from channels.web.static_files import STATIC, load_template
from domain.refusals import Refusal
from web.guard import guard, read_body
from web.hosts import list_hosts
from web.static_files import compute_version, mount_static

_LONGEST_REQUEST = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPerson:
    """Somebody whose phone can be looked at."""

    id: str
    name: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPhone:
    """One of the phones: its slot, who holds it, who could, what one sees on it."""

    slot: str
    title: str
    caption: str
    person: str
    people: tuple[DemoPerson, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoEntry:
    """A line of the log: what happened when, by the demo's clock; `played` by itself."""

    at: datetime
    text: str
    played: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoState:
    """All that the page shows.

    `now` carries the offset of local time; `upcoming` says in words what the clock moves to
    next, and is empty at the end. `log` is the last entries, oldest first. `process` names the
    process that answers, another one after each kill.
    """

    now: datetime
    upcoming: str
    phones: tuple[DemoPhone, ...]
    log: tuple[DemoEntry, ...]
    process: str


class DemoBackend(Protocol):
    """What stands behind the demo page."""

    async def state(self) -> DemoState:
        """Returns what to show now."""
        ...

    async def move_clock(self) -> None:
        """Moves the clock to the next event and plays it."""
        ...

    async def kill(self, process: str) -> None:
        """Kills this process at once and without goodbye; spares it if another one was meant."""
        ...

    async def switch(self, slot: str, person: str) -> None:
        """Gives the phone to another person; refuses unknown ones."""
        ...


class _Switch(BaseModel):
    model_config = ConfigDict(extra="forbid")

    slot: Annotated[str, Field(max_length=40)]
    person: Annotated[str, Field(max_length=100)]


class _Kill(BaseModel):
    model_config = ConfigDict(extra="forbid")

    process: Annotated[str, Field(max_length=40)]


class DemoPage:
    """The page with the phones, and the JSON it talks."""

    def __init__(
        self,
        backend: DemoBackend,
        phones: Mapping[str, ASGIApp],
        *,
        hosts: Sequence[str] | None = None,
    ) -> None:
        self._backend = backend
        self._version = compute_version(STATIC)
        self._template = load_template("demo.html")
        self.app = Starlette(
            routes=[
                Route("/", self.page),
                Route("/api/state", self.state),
                Route("/api/next", self.move_clock, methods=["POST"]),
                Route("/api/kill", self.kill, methods=["POST"]),
                Route("/api/switch", self.switch, methods=["POST"]),
                *(Mount(f"/phones/{slot}", phone) for slot, phone in phones.items()),
                mount_static(STATIC, self._version),
            ],
            middleware=guard(list_hosts() if hosts is None else hosts),
        )

    async def page(self, request: Request) -> Response:  # noqa: ARG002 - the same for everybody
        """Shows the phones."""
        return HTMLResponse(self._template.render(static=f"static/{self._version}"))

    async def state(self, request: Request) -> Response:  # noqa: ARG002 - as above
        """Returns the state as JSON."""
        return await self._answer()

    async def move_clock(self, request: Request) -> Response:
        """Moves the clock and returns the new state."""
        _demand_json(request)
        await self._backend.move_clock()
        return await self._answer()

    async def kill(self, request: Request) -> Response:
        """Kills the process that is named; the page then asks for the state of the next.

        A browser sends a request again when the answer does not come: that must not kill twice.
        """
        _demand_json(request)
        try:
            wanted = _Kill.model_validate_json(await read_body(request, limit=_LONGEST_REQUEST))
        except ValueError as error:
            raise HTTPException(400) from error
        await self._backend.kill(wanted.process)
        return await self._answer()

    async def switch(self, request: Request) -> Response:
        """Hands a phone to another person and returns the new state."""
        _demand_json(request)
        try:
            wanted = _Switch.model_validate_json(await read_body(request, limit=_LONGEST_REQUEST))
            await self._backend.switch(wanted.slot, wanted.person)
        except (ValueError, Refusal) as error:
            raise HTTPException(400) from error
        return await self._answer()

    async def _answer(self) -> Response:
        state = orjson.dumps(await self._backend.state())
        return Response(state, media_type="application/json")


def _demand_json(request: Request) -> None:
    if request.headers.get("content-type", "").partition(";")[0] != "application/json":
        raise HTTPException(415)
