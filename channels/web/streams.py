"""The stream of bubbles to a browser, as server-sent events."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from channels.web.backend import Session
from channels.web.drawing import draw_event, draw_page
from channels.web.site import Site, parse_place

_BATCH = 100
# More than windows of one browser ever hold; the page itself keeps to four.
PER_SESSION = 10
_HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


@dataclass(eq=False, slots=True)
class _Stream:
    """One open stream; `ends` once it is closed from here."""

    news: asyncio.Event
    ends: bool = False

    def end(self) -> None:
        self.ends = True
        self.news.set()


class Streams:
    """All open streams of one page; a session with too many loses its oldest."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._open: dict[str, list[_Stream]] = {}
        self._closing = False
        self.routes = [Route("/events", self.events)]

    def close(self) -> None:
        """Ends every stream, so that the server can stop; browsers come back by themselves."""
        self._closing = True
        for streams in self._open.values():
            for stream in streams:
                stream.end()

    async def events(self, request: Request) -> Response:
        """Streams history first (to a new page), then every change; ends early for a glance."""
        session = await self._site.get_session(request)
        seen = request.headers.get("last-event-id") or request.query_params.get("after") or "0"
        glance = "glance" in request.query_params
        frames = self._frames(request, session, parse_place(seen), glance=glance)
        return StreamingResponse(frames, media_type="text/event-stream", headers=_HEADERS)

    async def _frames(
        self, request: Request, session: Session, after: int, *, glance: bool
    ) -> AsyncIterator[bytes]:
        backend, address = self._site.backend, session.address
        with backend.listen(address) as news, self._count(request, news) as stream:
            beats = 0
            yield b"retry: 2000\n\n"
            if not after:
                page = await draw_page(self._site, address)
                after = page.last
                yield _frame("history", page.data, event_id=after)
            yield _frame("ready", b"{}")
            while not stream.ends:
                news.clear()
                batch = await backend.events(address, after=after, limit=_BATCH)
                for event in batch:
                    after = event.id
                    yield _frame(
                        "bubble", draw_event(event, self._site.settings.zone), event_id=after
                    )
                if glance and not batch:
                    yield _frame("enough", b"{}")
                    return
                # Nothing is read again before there is news of it.
                while not batch and not await self._wait(news):
                    beats += 1
                    if not await self._is_still(request, session, beats=beats):
                        yield _frame("changed", b"{}")
                        return
                    yield _frame("beat", b"{}")
            if not self._closing:
                yield _frame("enough", b"{}")

    async def _is_still(self, request: Request, session: Session, *, beats: int) -> bool:
        """Returns whether the page is open still, and now and then whether it is the same."""
        site = self._site
        if beats % max(1, round(site.settings.looks_anew / site.settings.beat)) == 0:
            return await site.find_session(request) == session
        return await site.backend.is_open(site.read_token(request))

    @contextmanager
    def _count(self, request: Request, news: asyncio.Event) -> Iterator[_Stream]:
        stream = _Stream(news, ends=self._closing)
        session = self._site.read_token(request)
        here = self._open.setdefault(session, [])
        here.append(stream)
        if len(here) > PER_SESSION:
            here.pop(0).end()
        try:
            yield stream
        finally:
            if stream in here:
                here.remove(stream)
            if not here and self._open.get(session) is here:
                del self._open[session]

    async def _wait(self, news: asyncio.Event) -> bool:
        """Returns whether there is news before it is time to say something anyway."""
        try:
            async with asyncio.timeout(self._site.settings.beat):
                await news.wait()
        except TimeoutError:
            return False
        return True


def _frame(name: str, data: bytes, *, event_id: int | None = None) -> bytes:
    number = b"" if event_id is None else b"id: %d\n" % event_id
    return b"%sevent: %s\ndata: %s\n\n" % (number, name.encode(), data)
