"""The meetings on which a chapter and its cadre say different things, for the office."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from domain.calendar import Period
from domain.chapters import Area
from domain.discrepancies import AttendanceClaim, find_contrasts
from domain.people import Only, Post, is_within
from domain.refusals import NotAllowed
from domain.reporting_span import Span
from operations.access import reach, scopes
from operations.context import ActorContext
from operations.rights import Right
from storage import UnitOfWork
from storage.cadres import discrepancies
from storage.cadres.discrepancies import Photos
from storage.directory import chapters


async def list_contrasts(
    unit: UnitOfWork, posts: Sequence[Post], month: Period, *, today: date
) -> list[AttendanceClaim]:
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


@dataclass(frozen=True, slots=True)
class Contrast:
    """What a chapter and a cadre say of a meeting, with the photos of the report if any."""

    said: AttendanceClaim
    photos: Photos | None


async def look_at_contrasts(
    context: ActorContext, place: Area, span: Span, only: Only = None
) -> list[Contrast]:
    """Returns the contradictions of a span at a place in sight, by day; raises NotAllowed."""
    unit = context.unit
    kinds = await chapters.associations_of(unit)
    found = [
        said
        for month in span.begun(context.today)
        for said in await list_contrasts(unit, context.posts, month, today=context.today)
        if said.area_path.startswith(place.path)
        and is_within(only, said.kind_id, kinds.get(said.kind_id))
    ]
    photos = await photos_beside(unit, found)
    return [Contrast(said, photos.get(said.report_id)) for said in found]


async def photos_beside(unit: UnitOfWork, found: Collection[AttendanceClaim]) -> dict[int, Photos]:
    """Returns the photos of the reports concerned, by report."""
    return await discrepancies.photos_of(unit, {statement.report_id for statement in found})
