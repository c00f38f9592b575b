"""Turns bubbles into the JSON that the page draws."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo

import orjson

from channels.web.backend import WebEvent
from channels.web.site import Site
from domain.inbound import Address

PAGE = 30


@dataclass(frozen=True, slots=True)
class Page:
    """A page of history as JSON, and the highest event id in it."""

    data: bytes
    last: int


def draw_event(event: WebEvent, zone: tzinfo) -> bytes:
    """Returns the JSON of one bubble, its moment as in `zone`."""
    return orjson.dumps(_placed(event, zone), default=sorted)


def draw_events(events: Sequence[WebEvent], zone: tzinfo, *, more: bool) -> bytes:
    """Returns the JSON of a page of history."""
    placed = [_placed(event, zone) for event in events]
    return orjson.dumps({"events": placed, "more": more}, default=sorted)


def _placed(event: WebEvent, zone: tzinfo) -> WebEvent:
    return replace(event, at=event.at.astimezone(zone))


async def draw_page(site: Site, address: Address, *, before: int | None = None) -> Page:
    """Reads one page of history, newest first to be had, oldest first to be drawn."""
    # One more than is shown tells whether there is anything older.
    events = await site.backend.history(address, before=before, limit=PAGE + 1)
    shown = events[-PAGE:]
    data = draw_events(shown, site.settings.zone, more=len(events) > PAGE)
    return Page(data, max((event.id for event in shown), default=0))
