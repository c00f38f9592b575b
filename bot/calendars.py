"""Answers a phone that asks for its owner's calendar."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlsplit

from bot.web_server import Calendar
from domain.policy import Policy
from operations.cadres.calendar_link import find_feed
from storage import Database
from texts import label


def read_calendar(
    database: Database, *, policy: Policy, public_url: str, clock: Callable[[], datetime]
) -> Calendar:
    """Returns what gives the calendar of a token, None for a wrong one."""
    host = urlsplit(public_url).hostname or "localhost"

    async def read(token: str) -> bytes | None:
        # Loaded when the first phone asks: the start need not wait for it.
        from documents.calendar_file import render_calendar  # noqa: PLC0415

        now = clock()
        async with database.read() as unit:
            feed = await find_feed(unit, token, policy=policy, now=now)
        if feed is None:
            return None
        return await asyncio.to_thread(
            render_calendar,
            feed.entries,
            name=label("calendar-title", feed.language),
            host=host,
            zone=policy.timezone,
            now=now,
        )

    return read
