"""What goes to a bound group or by e-mail: noted with its figures, queued once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from domain.digest_times import DigestTime
from domain.files import StoredFile
from domain.message import Choice, Expects, Message, Prompt
from domain.outbox import Priority
from operations.notifications.digest_targets import DIGEST
from operations.replies import Delivery, enqueue_notices, notice
from operations.turn import COMMAND_PROMPT
from storage import UnitOfWork
from storage.directory.digest_targets import DigestTarget
from storage.messages import attachments
from storage.notifications import digest_posts
from texts import render

# So long what tells of a week is worth sending.
WEEK = timedelta(days=7)
# What a file is, and what it is called.
_PICTURE, _WORKBOOK = ("photo", "tong-hop.png"), ("document", "tong-hop.xlsx")


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A message for a group, with the figures it tells and until when it is worth sending.

    `choices` are buttons whose answers go to whoever presses them, not into the group.
    """

    message: Message
    figures: Mapping[str, Any]
    expires_at: datetime | None
    choices: tuple[Choice, ...] = ()
    picture: StoredFile | None = None
    workbook: StoredFile | None = None


async def post_once(
    unit: UnitOfWork, target: DigestTarget, time: DigestTime, post: Post, *, now: datetime
) -> bool:
    """Queues a message for a group with the figures it tells; False if it was posted before."""
    post_id = await digest_posts.add(
        unit,
        digest_posts.NewPost(
            target_id=target.id,
            kind=time.kind,
            period=str(time.month),
            day=time.day,
            figures=post.figures,
        ),
        now=now,
    )
    if post_id is None:
        return False
    row_id = unit.new_id()
    files = await _attach(unit, target, post.picture, _PICTURE, now=now)
    if not target.here.in_group:
        # A letter has it all in one.
        files += await _attach(unit, target, post.workbook, _WORKBOOK, now=now)
    prompt = Prompt(id=f"{COMMAND_PROMPT}g{row_id}", expects=Expects.CHOICE, choices=post.choices)
    row = notice(
        unit,
        target.here,
        replace(
            post.message,
            prompt=prompt if post.choices else None,
            attachments=files,
        ),
        Delivery(
            row_id=row_id,
            subject=f"{DIGEST}{post_id}",
            priority=Priority.DIGEST,
            expires_at=post.expires_at,
        ),
        dedupe_key=f"{DIGEST}{row_id}",
    )
    rows = [row]
    if post.workbook is not None and target.here.in_group:
        files = await _attach(unit, target, post.workbook, _WORKBOOK, now=now)
        words = render(
            "digest-workbook", target.language, month=f"{time.month.month}/{time.month.year}"
        )
        rows.append(
            notice(
                unit,
                target.here,
                Message(text=words, attachments=files, silent=True),
                Delivery(priority=Priority.DIGEST, expires_at=post.expires_at),
                dedupe_key=f"{DIGEST}{row_id}:workbook",
            )
        )
    await enqueue_notices(unit, rows, now=now)
    return True


async def _attach(
    unit: UnitOfWork,
    target: DigestTarget,
    stored: StoredFile | None,
    named: tuple[str, str],
    *,
    now: datetime,
) -> tuple[int, ...]:
    """Returns the number of a file that goes with a message, none without one."""
    if stored is None:
        return ()
    kind, name = named
    new = attachments.NewFile(kind=kind, name=name, mime=stored.mime, size=stored.size)
    file_id = await attachments.add(unit, new, address_id=target.here.id, now=now)
    await attachments.mark_ready(unit, file_id, stored)
    return (file_id,)
