"""The meetings on which a chapter and its cadre say different things, for the office."""

from collections.abc import Collection, Sequence
from datetime import date

from domain.calendar import Period
from domain.discrepancies import Said, find_contrasts
from domain.people import Post
from domain.refusals import NotAllowed
from operations.access import reach, scopes
from operations.rights import Right
from storage import UnitOfWork
from storage.cadres import discrepancies
from storage.cadres.discrepancies import Photos


async def list_contrasts(
    unit: UnitOfWork, posts: Sequence[Post], month: Period, *, today: date
) -> list[Said]:
    """Returns a month's contradictions at the places one answers for, by day.

    Raises NotAllowed for somebody who has no such place.
    """
    far = reach(posts, today, Right.SEE_CONTRASTS)
    if not far.places and not far.chapter_ids:
        raise NotAllowed("not-your-area")
    said = await discrepancies.list_said(
        unit, month, chapter_ids=far.chapter_ids, scopes=await scopes(unit, far)
    )
    return find_contrasts(said, today=today)


async def photos_beside(unit: UnitOfWork, found: Collection[Said]) -> dict[int, Photos]:
    """Returns the photos of the reports concerned, by report."""
    return await discrepancies.photos_of(unit, {one.report_id for one in found})
