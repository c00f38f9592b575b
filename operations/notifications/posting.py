"""What goes to a bound group: noted with its figures, queued once, sent again if it failed."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from domain.digest_times import DigestTime
from domain.message import Message
from domain.outbox import Priority
from operations.notifications.digest_targets import DIGEST
from operations.replies import enqueue_notices, notice
from storage import UnitOfWork
from storage.directory.digest_targets import DigestTarget
from storage.notifications import digest_posts

# So long what tells of a week is worth sending.
WEEK = timedelta(days=7)


async def post_once(
    unit: UnitOfWork,
    target: DigestTarget,
    time: DigestTime,
    *,
    figures: Mapping[str, Any],
    message: Message,
    expires_at: datetime | None,
    now: datetime,
) -> bool:
    """Queues a message for a group with the figures it tells; False if it was posted before."""
    post_id = await digest_posts.add(
        unit,
        digest_posts.NewPost(
            target_id=target.id,
            kind=time.kind,
            period=str(time.month),
            day=time.day,
            figures=figures,
        ),
        now=now,
    )
    if post_id is None:
        return False
    row_id = unit.new_id()
    row = notice(
        unit,
        target.here,
        message,
        dedupe_key=f"{DIGEST}{row_id}",
        row_id=row_id,
        subject=f"{DIGEST}{post_id}",
        priority=Priority.DIGEST,
        expires_at=expires_at,
    )
    await enqueue_notices(unit, [row], now=now)
    return True
