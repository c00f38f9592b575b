"""What channels were told, and official documents, as rows of sheets."""

from collections import defaultdict
from collections.abc import AsyncIterator, Iterator, Sequence

from documents.tables.columns import Value
from domain.rich import plain_text
from operations.access import may_at
from operations.exports.asking import SheetOrder
from operations.notifications.digest_history import told_text
from operations.rights import Right
from storage import UnitOfWork
from storage.exports import documents
from storage.notifications import digest_posts
from storage.notifications.digest_posts import ToldChannel

Rows = list[dict[str, Value]]


async def read_digests(unit: UnitOfWork, order: SheetOrder) -> AsyncIterator[Rows]:
    """Yields what was told about the span, as it was posted.

    Somebody of one association alone does not look after what tells of all of them.
    """
    months = [str(month) for month in order.asked.span.periods]
    rows: Rows = []
    for post, before in _with_before(await digest_posts.list_told(unit, order.place.path, months)):
        if _is_wanted(post, order):
            rows.append(_digest(post, before, order))
        # Texts are written for no more rows than are taken.
        if len(rows) == order.extent.page:
            yield rows
            rows = []
    yield rows


def _with_before(
    posts: Sequence[ToldChannel],
) -> Iterator[tuple[ToldChannel, Sequence[ToldChannel]]]:
    """Yields posts, the oldest first, each with what went there before it about the month."""
    earlier: dict[tuple[int, str], list[ToldChannel]] = defaultdict(list)
    for post in reversed(posts):
        before = earlier[post.target_id, post.period]
        yield post, before[::-1]
        before.append(post)


def _is_wanted(post: ToldChannel, order: SheetOrder) -> bool:
    today, since = order.policy.day_of(order.now), order.extent.since
    return (
        post.id > order.after_id
        and (since is None or post.posted_at >= since)
        and may_at(Right.SEE_OVERVIEW, order.posts, post.area_path, today)
    )


def _digest(
    post: ToldChannel, before: Sequence[ToldChannel], order: SheetOrder
) -> dict[str, Value]:
    return {
        "id": post.id,
        "area_id": post.area_id,
        "area": post.place,
        "kind": post.kind,
        "period": post.period,
        "posted_at": order.policy.local(post.posted_at),
        "text": plain_text(told_text(post, before)),
    }


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
