"""What changed in the places somebody answers for."""

from collections.abc import Sequence
from datetime import date

from domain.chapters import Area
from domain.people import Post
from domain.refusals import NotAllowed
from domain.reporting_span import Span
from operations.access import reach, scopes
from operations.context import ActorContext
from operations.directory.journal_names import name_entries
from operations.rights import Right
from storage import UnitOfWork
from storage.directory.chapters import Scope
from storage.maintenance import journal
from storage.maintenance.journal import Entry, Wanted


async def list_changes(
    unit: UnitOfWork,
    posts: Sequence[Post],
    *,
    today: date,
    chapter_id: int | None = None,
    offset: int = 0,
    limit: int = 20,
) -> list[Entry]:
    """Returns what changed within one's reach, of one chapter if named, newest first.

    Raises NotAllowed for somebody without any such reach.
    """
    far = reach(posts, today, Right.SEE_JOURNAL)
    if not far.chapter_ids and not far.places:
        raise NotAllowed("not-your-area")
    found = await journal.list_in_scopes(
        unit,
        chapter_ids=far.chapter_ids,
        scopes=await scopes(unit, far),
        only=Wanted(chapter_id=chapter_id, offset=offset, limit=limit),
    )
    return await name_entries(unit, found)


async def list_changes_at(
    context: ActorContext, place: Area, span: Span, *, before: int | None, limit: int
) -> list[Entry]:
    """Returns what changed at a place and below in a span, before a line if given, newest first.

    Raises NotAllowed for somebody without any such reach.
    """
    far = reach(context.posts, context.today, Right.SEE_JOURNAL)
    if not far.places:
        raise NotAllowed("not-your-area")
    since, until = context.policy.bounds(span.first_day, span.last_day)
    found = await journal.list_in_scopes(
        context.unit,
        chapter_ids=(),
        scopes=_narrowed(await scopes(context.unit, far), place),
        only=Wanted(
            before=before,
            limit=limit,
            since=since,
            until=until,
        ),
    )
    return await name_entries(context.unit, found)


def _narrowed(places: Sequence[Scope], place: Area) -> list[Scope]:
    """Returns what of some scopes lies at a place or below."""
    return [
        (max(path, place.path, key=len), only)
        for path, only in places
        if place.path.startswith(path) or path.startswith(place.path)
    ]
