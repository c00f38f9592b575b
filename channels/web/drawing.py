"""Turns bubbles into the JSON that the page draws."""

from collections.abc import Sequence
from dataclasses import dataclass

import orjson

from channels.web.backend import WebBackend, WebEvent
from domain.inbound import Address

PAGE = 30


@dataclass(frozen=True, slots=True)
class Page:
    """A page of history as JSON, and the highest event id in it."""

    data: bytes
    last: int


def draw_event(event: WebEvent) -> bytes:
    """Returns the JSON of one bubble."""
    return orjson.dumps(event, default=sorted)


def draw_events(events: Sequence[WebEvent], *, more: bool) -> bytes:
    """Returns the JSON of a page of history."""
    return orjson.dumps({"events": list(events), "more": more}, default=sorted)


async def draw_page(backend: WebBackend, address: Address, *, before: int | None = None) -> Page:
    """Reads one page of history, newest first to be had, oldest first to be drawn."""
    # One more than is shown tells whether there is anything older.
    events = await backend.history(address, before=before, limit=PAGE + 1)
    shown = events[-PAGE:]
    data = draw_events(shown, more=len(events) > PAGE)
    return Page(data, max((event.id for event in shown), default=0))
