"""What changed in the places somebody answers for."""

from collections.abc import Sequence
from datetime import date

from domain.people import Post
from domain.refusals import NotAllowed
from operations.access import reach, scopes
from operations.directory.journal_names import name_entries
from operations.rights import Right
from storage import UnitOfWork
from storage.maintenance import journal
from storage.maintenance.journal import Entry


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
        chapter_id=chapter_id,
        offset=offset,
        limit=limit,
    )
    return await name_entries(unit, found)
