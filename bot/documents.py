"""Official documents from the command line: drawn beside a running bot, or checked."""

import asyncio
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from bot.clock import utc_now
from bot.office import OfficeError, opened
from bot.policy import build_policy
from bot.settings import Settings
from documents.official.paper import Paper
from domain.chapters import Area
from domain.official import DocumentKind, DocumentTopic, Issuer
from domain.reporting_span import Span, span_of
from operations.documents.issuing import SETTINGS, Body, find_issuer, set_issuer, setting_words
from operations.documents.register import draw_newest

MIMES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
}


async def write_document(
    settings: Settings, body: Body, kind: DocumentKind, span: Span, file: Path
) -> None:
    """Writes the newest version of a document, as .docx or .pdf by the file's name."""
    policy, now = build_policy(settings), utc_now()
    if not kind.has_figures:
        raise OfficeError("minutes are of one meeting: they are made in the chat")
    if span > span_of(policy.local(now).date(), span.months):
        raise OfficeError(f"{span} has not begun yet")
    topic = DocumentTopic(
        kind=kind, area_id=body.place.id, association=body.association, period=str(span)
    )
    async with opened(settings) as database, database.read() as unit:
        paper = await draw_newest(unit, topic, body.place, policy=policy, now=now)
    content = await asyncio.to_thread(render, paper, file.suffix, made_at=now)
    await asyncio.to_thread(file.write_bytes, content)


def render(paper: Paper, suffix: str, *, made_at: datetime) -> bytes:
    """Returns a paper as a file of this kind, ".docx" or ".pdf"."""
    if suffix == ".pdf":
        from documents.official.pdf import render_pdf  # noqa: PLC0415 - 40 MB that few ever need

        return render_pdf(paper, made_at=made_at)
    from documents.official.word import render_word  # noqa: PLC0415 - 15 MB that few ever need

    return render_word(paper, made_at=made_at)


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
