"""Official documents from the command line: drawn beside a running bot, or checked."""

import asyncio
from collections.abc import Mapping
from pathlib import Path

from bot.clock import utc_now
from bot.office import OfficeError, opened
from bot.policy import build_policy
from bot.settings import Settings
from documents.rendering import render_paper
from domain.chapters import Area
from domain.official import DocumentKind, DocumentTopic, Issuer
from domain.reporting_span import Span, span_of
from operations.documents.issuing import SETTINGS, Body, find_issuer, set_issuer, setting_words
from operations.documents.register import draw_newest


async def write_document(
    settings: Settings, body: Body, kind: DocumentKind, span: Span, file: Path
) -> None:
    """Writes the newest version of a document, as the kind of file that its name says."""
    policy, now = build_policy(settings), utc_now()
    if not kind.has_figures:
        raise OfficeError("minutes are of one meeting: they are made in the chat")
    if file.suffix not in kind.suffixes:
        raise OfficeError(f"this kind is had as {', '.join(kind.suffixes)}")
    if span > span_of(policy.day_of(now), span.months):
        raise OfficeError(f"{span} has not begun yet")
    topic = DocumentTopic(
        kind=kind, area_id=body.place.id, association=body.association, period=str(span)
    )
    async with opened(settings) as database, database.read() as unit:
        paper = await draw_newest(unit, topic, body.place, policy=policy, now=now)
    content = await asyncio.to_thread(render_paper, paper, file.suffix, now)
    await asyncio.to_thread(file.write_bytes, content)


async def say_issuer(
    settings: Settings, area: Area, association: str, changes: Mapping[str, str]
) -> dict[str, str]:
    """Returns the settings of the body that issues a place's documents, changed first."""
    policy, body = build_policy(settings), Body(area, association)
    async with opened(settings) as database:
        if changes:
            async with database.write() as unit:
                await set_issuer(unit, body, changes, policy=policy, now=utc_now(), by=None)
        async with database.read() as unit:
            issuer: Issuer = await find_issuer(unit, body, policy)
    return {name: setting_words(issuer, name) for name in SETTINGS}
