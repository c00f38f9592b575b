"""What a token's holder reads: rows of a sheet, a part at a time, no more than it may see."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from documents.tables.columns import TABLES, SheetName, TableColumn, Value
from domain.policy import Policy
from domain.refusals import BadInput, NotAllowed
from domain.reporting_span import Span
from operations.api.small_cells import is_far, read_published, read_whole, require_sums
from operations.api.tokens import Bearer
from operations.exports.asking import Key, SheetAsked, SheetOrder, accept_order
from operations.exports.heading import as_of_day
from operations.exports.pages import Row, key_of, read_pages
from storage import UnitOfWork
from storage.figures.cells import FIRST

MOST_ROWS = 1000
# Of these it is known when anything about them changed last.
KNOWS_CHANGES = frozenset(
    {
        SheetName.REPORTS,
        SheetName.ANSWERS,
        SheetName.DIFFICULTIES,
        SheetName.DIGESTS,
        SheetName.DOCUMENTS,
    }
)
RESOURCES = (
    SheetName.AREAS,
    SheetName.CHAPTERS,
    SheetName.MEETINGS,
    SheetName.REPORTS,
    SheetName.ANSWERS,
    SheetName.ATTENDANCE,
    SheetName.FIGURES,
    SheetName.INDICATORS,
    SheetName.DIFFICULTIES,
    SheetName.EXEMPLARS,
    SheetName.DIGESTS,
    SheetName.DOCUMENTS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAsked:
    """Which rows are wanted: `limit` of them after the one with the key `after`, if any.

    Where it is said `since` when, only those that changed from then on; `afresh` counts in what
    came after the closing of a month, `as_today` goes by where places lie now.
    """

    resource: SheetName
    area_id: int | None
    span: Span
    kind_id: int | None = None
    association: str = ""
    since: datetime | None = None
    afresh: bool = False
    as_today: bool = False
    limit: int = MOST_ROWS
    after: Key = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some rows, the key after which more follow, and as of when and in which version they are.

    A version is there once every month asked for is closed.
    """

    columns: Sequence[TableColumn]
    rows: Sequence[Mapping[str, Value]]
    next: Key | None
    as_of: date
    version: int | None


async def read_part(
    unit: UnitOfWork, bearer: Bearer, asked: ReadAsked, *, policy: Policy, now: datetime
) -> Part:
    """Returns the rows asked for.

    Raises NotFound for what is out of the token's sight, NotAllowed for a resource that it
    cannot have, BadInput for what cannot be asked for.
    """
    if asked.since is not None and asked.resource not in KNOWS_CHANGES:
        raise BadInput("api-no-changes", resource=asked.resource)
    order = await _accept(unit, bearer, asked, policy=policy, now=now)
    rows = await _take(await _open(unit, bearer, asked, order), asked.limit + 1)
    more, rows = len(rows) > asked.limit, rows[: asked.limit]
    as_of = await as_of_day(unit, order)
    return Part(
        columns=TABLES[asked.resource],
        rows=rows,
        next=key_of(asked.resource, rows[-1]) if more else None,
        as_of=as_of,
        version=FIRST if as_of < policy.day_of(now) and not asked.afresh else None,
    )


async def _open(
    unit: UnitOfWork, bearer: Bearer, asked: ReadAsked, order: SheetOrder
) -> AsyncIterator[list[Row]]:
    """Returns the rows of an order from its first; of few chapters none to who is far away."""
    if not await is_far(unit, bearer):
        return read_pages(unit, order)
    require_sums(bearer, asked.resource, asked.area_id)
    if asked.afresh or asked.as_today:
        raise NotAllowed("api-one-by-one")
    if asked.resource is SheetName.FIGURES:
        return read_published(unit, order)
    if asked.resource is SheetName.INDICATORS:
        if asked.kind_id is not None or asked.association:
            raise NotAllowed("api-one-by-one")
        return read_whole(unit, order)
    return read_pages(unit, order)


async def _accept(
    unit: UnitOfWork, bearer: Bearer, asked: ReadAsked, *, policy: Policy, now: datetime
) -> SheetOrder:
    order = await accept_order(
        unit,
        bearer.posts,
        SheetAsked(
            sheet=asked.resource,
            area_id=bearer.place.id if asked.area_id is None else asked.area_id,
            span=asked.span,
            kind_id=asked.kind_id,
            association=asked.association,
            as_today=asked.as_today,
        ),
        policy=policy,
        now=now,
        language=policy.language,
    )
    return replace(
        order,
        extent=replace(order.extent, page=asked.limit + 1, since=asked.since),
        shown=order.shown & bearer.shown,
        after=asked.after,
        afresh=asked.afresh,
    )


async def _take(pages: AsyncIterator[list[Row]], most: int) -> list[Row]:
    """Returns the first rows; the rest is not read."""
    found: list[Row] = []
    async for rows in pages:
        found += rows
        if len(found) >= most:
            break
    return found
