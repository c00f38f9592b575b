"""A leader gives the figures of a quarter, in numbers, until the quarter closes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.calendar import Period, closing_date
from domain.chapters import Chapter, nearest
from domain.counters import END, LEFT, MOST, NEW, CounterKind, expected_end, quarter_open_on
from domain.people import Post
from domain.policy import Policy
from domain.refusals import BadInput, Closed, Conflict
from operations.access import require
from operations.context import ActorContext
from operations.rights import Right
from operations.wording import kind_word
from storage import UnitOfWork
from storage.directory import areas, chapters
from storage.figures import counters
from storage.maintenance import audit
from texts import label


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The figures of a chapter and quarter: what is asked, given now, and given last quarter.

    `start` is how many members the quarter began with.
    """

    chapter: Chapter
    quarter: Period
    closes_on: date
    kinds: tuple[CounterKind, ...]
    given: Mapping[int, int]
    before: Mapping[int, int]
    start: int

    def end_by(self, values: Mapping[int, int]) -> int | None:
        """Returns with how many members the quarter ends by what was said so far."""
        named = {kind.code: values[kind.id] for kind in self.kinds if kind.id in values}
        return expected_end(self.start, named)

    def suggestion(self, kind: CounterKind, values: Mapping[int, int]) -> int | None:
        """Returns the figure that a question begins with."""
        if kind.id in self.given:
            return self.given[kind.id]
        if kind.code == END and (end := self.end_by(values)) is not None:
            return end
        return self.before.get(kind.id)


def counter_words(chapter: Chapter, kind: CounterKind, language: str) -> str:
    """Returns what a chapter is asked for, its members by their kind's own word."""
    if kind.code not in (NEW, LEFT, END):
        return kind.name
    members = kind_word(chapter, "members", language)
    words = label(f"counter-own-{kind.code}", language, members=members)
    return f"{words[:1].upper()}{words[1:]}"


async def get_sheet(
    unit: UnitOfWork, posts: Sequence[Post], chapter_id: int, *, policy: Policy, today: date
) -> Sheet:
    """Returns the figures that may be given now; raises NotFound, NotAllowed, Closed."""
    chapter = require(Right.GIVE_COUNTERS, posts, await chapters.find(unit, chapter_id), today)
    chain = await areas.chain(unit, chapter.area_path)
    closing_day = nearest(chain, "closing_day", policy.closing_day)
    quarter = quarter_open_on(today, closing_day=closing_day)
    if quarter is None:
        raise Closed("counters-not-now")
    kinds = await counters.list_kinds(
        unit, day=quarter.last_day, association=chapter.kind.association
    )
    before = await counters.of_chapter(unit, chapter_id, quarter.previous())
    end = next((kind.id for kind in kinds if kind.code == END), 0)
    return Sheet(
        chapter=chapter,
        quarter=quarter,
        closes_on=closing_date(quarter, closing_day=closing_day),
        kinds=tuple(kinds),
        given=await counters.of_chapter(unit, chapter_id, quarter),
        before=before,
        start=before.get(end, chapter.member_count),
    )


async def give_counters(
    context: ActorContext,
    chapter_id: int,
    quarter: Period,
    values: Mapping[int, int],
    *,
    seen: Mapping[int, int],
) -> Sheet:
    """Writes the figures of a quarter that stood as `seen` when the talk began.

    Raises NotFound, NotAllowed, Closed once the quarter is closed, Conflict if somebody else
    gave figures meanwhile, BadInput for what cannot be.
    """
    today = context.today
    sheet = await get_sheet(
        context.unit, context.posts, chapter_id, policy=context.policy, today=today
    )
    if sheet.quarter != quarter:
        raise Closed("counters-closed")
    if dict(sheet.given) != dict(seen):
        raise Conflict("counters-overtaken")
    asked = {kind.id: kind for kind in sheet.kinds}
    if not set(values) <= set(asked) or not all(0 <= value <= MOST for value in values.values()):
        raise BadInput("counters-not-read")
    await counters.put(
        context.unit,
        chapter_id,
        quarter,
        counters.NewFigures(values, sheet.given),
        person_id=context.actor.id,
        now=context.now,
    )
    audit.add_later(
        context.unit,
        audit.Entry(
            person_id=context.actor.id,
            action="counters.given",
            subject=f"chapter:{chapter_id}",
            before={
                asked[value].name: sheet.given[value] for value in values if value in sheet.given
            },
            after={
                "period": str(quarter),
                **{asked[value].name: values[value] for value in values},
            },
        ),
        now=context.now,
    )
    return sheet
