"""Words looked for in what was reported: how many places tell of it, in which reports."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from domain.chapters import Area
from domain.people import Only
from domain.reading import clean_text, key
from domain.reporting_span import Span
from operations.access import reach, scopes
from operations.context import ActorContext
from operations.namesakes import name_chapters
from operations.report_status import part_of
from storage.directory import areas
from storage.reports import told_words
from storage.reports.told_words import ToldRow

LONGEST_QUERY = 80
_MOST_WORDS = 8
# So many are compared; what is older is said to be left out.
_MOST = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchQuery:
    """What is looked for: words with or without marks, a category, at a place and in a span."""

    words: str
    place: Area | None
    span: Span
    about: str = ""
    only: Only = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """What was found, the newest first, in how many reports, units and places.

    `abouts` and `places` say how many reports another choice would bring; places are those
    right below. `is_cut` where there was too much to look through.
    """

    words: str
    rows: Sequence[ToldRow]
    reports: int
    chapters: int
    areas: int
    abouts: Sequence[tuple[str, int]]
    places: Sequence[tuple[Area, int]]
    is_cut: bool


async def search_reports(context: ActorContext, query: SearchQuery) -> SearchResult:
    """Returns what reports in sight tell that has all the words."""
    unit, far = context.unit, reach(context.posts, context.today)
    words = key(query.words[:LONGEST_QUERY]).split()[:_MOST_WORDS]
    path = query.place.path if query.place else "/"
    told = await told_words.list_told(
        unit,
        told_words.Sought(
            chapter_ids=far.chapter_ids,
            scopes=await scopes(unit, far),
            path=path,
            first=query.span.first_day,
            last=query.span.last_day,
            words=words,
            only=query.only,
        ),
        limit=_MOST,
    )
    found = [row for row in told if _has(row.text, words)] if words else told
    rows = [row for row in found if query.about in ("", row.about)]
    return SearchResult(
        words=clean_text(query.words[:LONGEST_QUERY]),
        rows=await name_chapters(unit, rows),
        reports=len({row.number for row in rows}),
        chapters=len({row.chapter_id for row in rows}),
        areas=len({row.area_id for row in rows}),
        abouts=_abouts(found),
        places=await _places(context, rows, path),
        is_cut=len(told) == _MOST,
    )


def _has(text: str, words: Sequence[str]) -> bool:
    spaced = f" {key(text)}"
    return all(f" {word}" in spaced for word in words)


def _abouts(rows: Sequence[ToldRow]) -> list[tuple[str, int]]:
    pairs = {(row.about, row.number) for row in rows}
    return Counter(about for about, _ in sorted(pairs)).most_common()


async def _places(
    context: ActorContext, rows: Sequence[ToldRow], path: str
) -> list[tuple[Area, int]]:
    pairs = {(part_of(row.area_path, path), row.number) for row in rows}
    counts = Counter(place for place, _ in sorted(pairs))
    known = await areas.by_ids(context.unit, counts)
    return [(known[number], many) for number, many in counts.most_common()]
