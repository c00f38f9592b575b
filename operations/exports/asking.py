"""Which sheet somebody asks for, and whether, and how much of it, they may have."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from pydantic import TypeAdapter

from documents.tables.columns import SheetName, Shown
from domain.calendar import Period
from domain.chapters import Area, ids_of
from domain.people import Post, is_within
from domain.policy import Policy
from domain.refusals import BadInput, NotAllowed, NotFound
from domain.reporting_span import Span
from operations.access import association_of, held, reach, reaches_place, scopes
from operations.rights import Right, roles_with
from storage import UnitOfWork
from storage.directory import areas, chapters
from storage.exports.extent import Extent

# Beside the right to take sheets out: that to see the same on a page.
_RIGHTS: Mapping[SheetName, Right] = {
    SheetName.FIGURES: Right.SEE_OVERVIEW,
    SheetName.REPORTS: Right.SEE_REPORTS,
    SheetName.ATTENDANCE: Right.SEE_TURNOUT,
    SheetName.DIFFICULTIES: Right.SEE_CASE_FIGURES,
    SheetName.INDICATORS: Right.SEE_OVERVIEW,
    SheetName.EXEMPLARS: Right.SEE_REPORTS,
    SheetName.CHAPTERS: Right.SEE_REPORTS,
    SheetName.POSTS: Right.MANAGE,
    SheetName.ANSWERS: Right.SEE_REPORTS,
    SheetName.AREAS: Right.SEE_OVERVIEW,
    SheetName.MEETINGS: Right.SEE_REPORTS,
    SheetName.DIGESTS: Right.SEE_OVERVIEW,
    SheetName.DOCUMENTS: Right.MAKE_DOCUMENT,
}
_BY_API_ONLY = frozenset(
    {SheetName.AREAS, SheetName.MEETINGS, SheetName.DIGESTS, SheetName.DOCUMENTS}
)


# What a row is found by among the others of its sheet.
Key = tuple[str | int | None, ...]


class SheetFormat(StrEnum):
    """How a sheet is written: a workbook, text for people, or text for machines."""

    XLSX = "xlsx"
    CSV = "csv"
    RAW = "raw"

    @property
    def suffix(self) -> str:
        """What the file's name ends with."""
        return ".xlsx" if self is SheetFormat.XLSX else ".csv"

    @property
    def mime(self) -> str:
        """The media type."""
        if self is SheetFormat.XLSX:
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        return "text/csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetAsked:
    """A sheet of a place and span, of one kind or one association if given.

    Figures are by where places lay in each month, or `as_today` by where they lie now.
    """

    sheet: SheetName
    area_id: int
    span: Span
    format: SheetFormat = SheetFormat.XLSX
    kind_id: int | None = None
    association: str = ""
    as_today: bool = False


_ASKED = TypeAdapter(SheetAsked)


def asked_to_json(asked: SheetAsked) -> dict[str, Any]:
    """Returns what is asked for as plain JSON values."""
    values: dict[str, Any] = _ASKED.dump_python(asked, mode="json")
    return values


def asked_from_json(stored: Any) -> SheetAsked:  # noqa: ANN401 - whatever is stored
    """Returns what `asked_to_json` wrote."""
    return _ASKED.validate_python(stored)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOrder:
    """A sheet that may be had: of which place, by which posts, with which columns filled.

    It goes on after the row with the key `after` (`operations.exports.pages`), if there is one.
    Figures of closed months are as they were published, or `afresh` with what came since.
    """

    asked: SheetAsked
    place: Area
    posts: Sequence[Post]
    extent: Extent
    shown: frozenset[Shown]
    policy: Policy
    now: datetime
    language: str
    after: Key = ()
    afresh: bool = False

    def months(self) -> list[Period]:
        """Returns the months that have begun, from that of the row after which it goes on."""
        begun = self.asked.span.begun(self.policy.day_of(self.now))
        first = str(self.after[0]) if self.after else ""
        return [month for month in begun if str(month) >= first]

    @property
    def placed_on(self) -> date | None:
        """The day by whose places figures are counted, None for the last of each month."""
        return self.policy.day_of(self.now) if self.asked.as_today else None

    @property
    def after_id(self) -> int:
        """The id after which it goes on, of rows whose key is their id."""
        return int(self.after[0] or 0) if self.after else 0


def list_sheets(posts: Iterable[Post], day: date) -> list[SheetName]:
    """Returns the sheets that somebody is offered to take out somewhere."""
    return [sheet for sheet in _list_open(posts, day) if sheet not in _BY_API_ONLY]


def _list_open(posts: Iterable[Post], day: date) -> list[SheetName]:
    mine = held(posts, roles_with(Right.EXPORT), day)
    return [sheet for sheet, right in _RIGHTS.items() if held(mine, roles_with(right), day)]


async def accept_order(
    unit: UnitOfWork,
    posts: Sequence[Post],
    asked: SheetAsked,
    *,
    policy: Policy,
    now: datetime,
    language: str,
) -> SheetOrder:
    """Returns what is to be written.

    Raises NotAllowed without the right anywhere, NotFound for a place out of its sight, BadInput
    for a span that has not begun.
    """
    today, right = policy.day_of(now), _RIGHTS[asked.sheet]
    if asked.sheet not in _list_open(posts, today):
        raise NotAllowed("not-your-area")
    if asked.span.first_day > today:
        raise BadInput("sheet-ahead")
    mine = held(posts, roles_with(Right.EXPORT) & roles_with(right), today)
    place = (await areas.by_ids(unit, [asked.area_id])).get(asked.area_id)
    if place is None or not reaches_place(right, mine, place.path, today):
        raise NotFound("not-in-sight")
    there = [post for post in mine if post.area_id in ids_of(place.path)]
    narrow = _narrowed(there, asked, await chapters.associations_of(unit))
    seen = await scopes(unit, reach(narrow, today, right))
    return SheetOrder(
        asked=asked,
        place=place,
        posts=narrow,
        extent=Extent(path=place.path, scopes=seen),
        shown=_shown(there, asked.sheet),
        policy=policy,
        now=now,
        language=language,
    )


def _narrowed(
    posts: Iterable[Post], asked: SheetAsked, associations: Mapping[int, str]
) -> tuple[Post, ...]:
    """Returns the posts for no more than the kind or association asked for."""
    wanted, kind = asked.association, asked.kind_id
    if kind is not None:
        of = associations.get(kind)
        return tuple(
            replace(post, kind_id=kind, association=None)
            for post in posts
            if is_within(post.only, kind, of)
        )
    if not wanted:
        return tuple(posts)
    return tuple(
        replace(post, association=wanted) if post.only is None else post
        for post in posts
        if post.only is None or association_of(post, associations) == wanted
    )


def _shown(posts: Iterable[Post], sheet: SheetName) -> frozenset[Shown]:
    """Returns what the columns may tell: words to who sees reports, people to who sees turnout.

    Whoever may have the posts sees whose they are.
    """
    roles = {post.role for post in posts}
    people = Right.MANAGE if sheet is SheetName.POSTS else Right.SEE_TURNOUT
    found = {Shown.FIGURES}
    if roles <= roles_with(Right.SEE_REPORTS):
        found.add(Shown.WORDS)
    if roles <= roles_with(people):
        found.add(Shown.PEOPLE)
    return frozenset(found)
