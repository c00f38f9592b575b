"""The stream of bubbles to a browser, as server-sent events."""

import asyncio
from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from channels.web.backend import Session
from channels.web.drawing import draw_event, draw_page
from channels.web.site import Site, parse_place

_BATCH = 100
_HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


class Streams:
    """All open streams of one page."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._open: set[asyncio.Event] = set()
        self._closing = False
        self.routes = [Route("/events", self.events)]

    def close(self) -> None:
        """Ends every stream, so that the server can stop; browsers come back by themselves."""
        self._closing = True
        for news in self._open:
            news.set()

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
        with backend.listen(address) as news:
            self._open.add(news)
            try:
                yield b"retry: 2000\n\n"
                if not after:
                    page = await draw_page(self._site, address)
                    after = page.last
                    yield _frame("history", page.data, event_id=after)
                yield _frame("ready", b"{}")
                while not self._closing:
                    news.clear()
                    batch = await backend.events(address, after=after, limit=_BATCH)
                    for event in batch:
                        after = event.id
                        yield _frame("bubble", draw_event(event, self._site.zone), event_id=after)
                    if glance and not batch:
                        yield _frame("enough", b"{}")
                        return
                    if not batch and not await self._wait(news):
                        if await self._site.find_session(request) != session:
                            yield _frame("changed", b"{}")
                            return
                        yield _frame("beat", b"{}")
            finally:
                self._open.discard(news)

    async def _wait(self, news: asyncio.Event) -> bool:
        """Returns whether there is news before it is time to say something anyway."""
        if self._closing:
            return True
        try:
            await asyncio.wait_for(news.wait(), self._site.beat)
        except TimeoutError:
            return False
        return True


def _frame(name: str, data: bytes, *, event_id: int | None = None) -> bytes:
    number = b"" if event_id is None else b"id: %d\n" % event_id
    return b"%sevent: %s\ndata: %s\n\n" % (number, name.encode(), data)
