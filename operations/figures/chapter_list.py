"""The chapters of a place and span as a list that counts what the figures count."""

from dataclasses import dataclass, replace

from domain.chapters import Area
from domain.people import Only
from domain.reading import key
from domain.reporting_span import Span
from operations.access import reach, scopes
from operations.context import ActorContext
from operations.namesakes import name_chapters
from storage.directory import pasts
from storage.figures import chapter_rows
from storage.figures.chapter_rows import ChapterRow
from storage.keyset import Page, PageAsked


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterList:
    """Which chapters are asked for: of a place (None for one's own) in the months of a span.

    `state` is one of `storage.figures.chapter_rows.STATES`, "" for all; `words` the beginning
    of words of a name.
    """

    place: Area | None
    span: Span
    only: Only = None
    here: bool = False
    state: str = ""
    words: str = ""


async def list_chapters(
    context: ActorContext, asked: ChapterList, rows: PageAsked
) -> Page[ChapterRow]:
    """Returns a page of the chapters in sight, by one of `COLUMNS`."""
    unit, far = context.unit, reach(context.posts, context.today)
    place_id = asked.place.id if asked.place else None
    months = asked.span.begun(context.today)
    paths = await pasts.paths_on(unit, place_id, [month.last_day for month in months])
    page = await chapter_rows.list_page(
        unit,
        chapter_rows.Sought(
            chapter_ids=far.chapter_ids,
            scopes=await scopes(unit, far),
            months=list(zip(months, paths, strict=True)),
            only=asked.only,
            here=place_id if asked.here else None,
            state=asked.state,
            words=key(asked.words).split(),
        ),
        rows,
    )
    return replace(page, rows=await name_chapters(unit, page.rows))
