"""What channels were told, and official documents, as rows of sheets."""

from collections.abc import AsyncIterator

from documents.tables.columns import Value
from domain.rich import plain_text
from operations.access import may_at
from operations.exports.asking import SheetOrder
from operations.notifications.digest_history import told_text
from operations.rights import Right
from storage import UnitOfWork
from storage.exports import documents
from storage.notifications import digest_posts

Rows = list[dict[str, Value]]


async def read_digests(unit: UnitOfWork, order: SheetOrder) -> AsyncIterator[Rows]:
    """Yields what was told about the span, as it was posted.

    Somebody of one association alone does not look after what tells of all of them.
    """
    months = [str(month) for month in order.asked.span.periods]
    today, since = order.policy.day_of(order.now), order.extent.since
    posts = await digest_posts.list_told(unit, order.place.path, months)
    yield [
        {
            "id": post.id,
            "area_id": post.area_id,
            "area": post.place,
            "kind": post.kind,
            "period": post.period,
            "posted_at": order.policy.local(post.posted_at),
            "text": plain_text(
                told_text(
                    post,
                    [
                        before
                        for before in posts
                        if before.id < post.id
                        and (before.target_id, before.period) == (post.target_id, post.period)
                    ],
                )
            ),
        }
        for post in reversed(posts)
        if post.id > order.after_id
        and (since is None or post.posted_at >= since)
        and may_at(Right.SEE_OVERVIEW, order.posts, post.area_path, today)
    ]


async def read_documents(unit: UnitOfWork, order: SheetOrder) -> AsyncIterator[Rows]:
    """Yields the versions of documents about the span and what lies in it."""
    spans, after = _spans(order), order.after_id
    while rows := await documents.list_page(unit, order.extent, spans, after=after):
        yield [{**row._asdict(), "changed_at": order.policy.local(row.changed_at)} for row in rows]
        after = rows[-1].id


async def count_documents(unit: UnitOfWork, order: SheetOrder) -> int:
    """Returns how many versions there are."""
    return await documents.count(unit, order.extent, _spans(order))


def _spans(order: SheetOrder) -> list[str]:
    return [str(span) for span in order.asked.span.parts()]
