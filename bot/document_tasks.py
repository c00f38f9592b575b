"""Draws documents that were asked for in the chat, in a process of their own, and sends them."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.apart import run_apart
from bot.downloads import store_made
from documents.official.paper import Paper
from documents.official.photos import shrink_photos
from documents.rendering import MIMES, render_paper
from domain.policy import Policy
from domain.refusals import Refusal
from operations.documents.minutes import draw_up_minutes
from operations.documents.sending import (
    Asked,
    MinutesAsked,
    draw_asked,
    gather_asked_minutes,
    hand_over_document,
    hand_over_minutes,
)
from operations.reactions import REACTIONS
from storage import Database
from storage.maintenance.tasks import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentMaker:
    """Draws documents and sends them to whoever asked."""

    database: Database
    folder: Path
    policy: Policy
    clock: Callable[[], datetime]

    async def make(self, task: Task) -> None:
        """Does a task: draws a document and sends it; a right that is gone gets nothing."""
        asked, now = Asked(**task.payload), self.clock()
        async with self.database.read() as unit:
            try:
                drawn = await draw_asked(
                    unit, asked, policy=self.policy, now=now, reactions=REACTIONS
                )
            except Refusal:
                return
        if drawn is None:
            return
        content = await draw_apart(drawn.paper, asked.suffix, now)
        stored = await store_made(content, mime=MIMES[asked.suffix], folder=self.folder)
        async with self.database.write() as unit:
            await hand_over_document(unit, asked, drawn, stored, key=f"doc:{task.id}", now=now)

    async def make_minutes(self, task: Task) -> None:
        """Does a task: draws the minutes of a meeting with its photos and sends them."""
        asked, now = MinutesAsked(**task.payload), self.clock()
        async with self.database.read() as unit:
            try:
                drawn = await gather_asked_minutes(
                    unit, asked, policy=self.policy, now=now, reactions=REACTIONS
                )
            except Refusal:
                return
        if drawn is None:
            return
        names = [photo.sha256 for photo in drawn.minutes.facts.photos]
        pictures = await asyncio.to_thread(shrink_photos, self.folder, names)
        paper = draw_up_minutes(drawn.minutes, pictures, policy=self.policy, now=now)
        content = await draw_apart(paper, asked.suffix, now)
        stored = await store_made(content, mime=MIMES[asked.suffix], folder=self.folder)
        async with self.database.write() as unit:
            await hand_over_minutes(unit, asked, drawn, stored, key=f"min:{task.id}", now=now)


async def draw_apart(paper: Paper, suffix: str, made_at: datetime) -> bytes:
    """Returns a paper as a file, drawn in a process of its own."""
    return await run_apart(render_paper, paper, suffix, made_at)
