"""Figures of a quarter for staff: sums, who has not given any; and who is asked when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.calendar import Period
from domain.chapters import Area
from domain.counters import BUILT_IN, CounterKind, quarter_to_ask_for
from domain.news import News, Section
from domain.people import Post
from domain.policy import Policy
from operations.access import reach, scopes
from operations.contacts import leaders_of
from operations.desks import get_desk
from operations.figures.buttons import GiveCounters
from operations.news import add_news
from operations.rights import Right
from operations.wording import period_words
from storage import UnitOfWork
from storage.directory import chapters
from storage.figures import counters
from storage.figures.counters import CounterRequest, CounterSum
from storage.maintenance import settings
from texts import label

_ASKED = "counters_asked"
_SINCE = date(2020, 1, 1)
_STEP = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterBoard:
    """The figures of a place and quarter; `asked` are all chapters that should give some."""

    place: Area
    above: Area | None
    quarter: Period
    sums: tuple[tuple[CounterKind, CounterSum | None], ...]
    asked: tuple[CounterRequest, ...]

    @property
    def missing(self) -> tuple[CounterRequest, ...]:
        """The chapters that have given nothing."""
        return tuple(asked for asked in self.asked if not asked.is_given)


async def get_counter_board(
    unit: UnitOfWork, posts: Sequence[Post], area_id: int, quarter: Period, *, today: date
) -> CounterBoard:
    """Returns the figures of a place that somebody looks after; raises NotFound."""
    place, above = await get_desk(unit, posts, area_id, today=today)
    seen = await scopes(unit, reach(posts, today, Right.SEE_OVERVIEW))
    sums = await counters.sum_up(unit, place.path, quarter, scopes=seen)
    by_code = {tally.code: tally for tally in sums}
    kinds = await counters.list_kinds(unit, day=quarter.last_day, association=None)
    return CounterBoard(
        place=place,
        above=above,
        quarter=quarter,
        sums=tuple((kind, by_code.get(kind.code)) for kind in kinds),
        asked=tuple(await counters.list_asked(unit, place.path, quarter, scopes=seen)),
    )


async def fill_counter_kinds(unit: UnitOfWork, *, policy: Policy) -> None:
    """Adds the kinds of figures that every installation has, under their codes."""
    rows = [
        {
            "code": code,
            "name": label(f"counter-kind-{code}", policy.language),
            "association": None,
            "unit": label("counter-unit", policy.language),
            "ordinal": number * _STEP,
            "valid_from": _SINCE,
        }
        for number, code in enumerate(BUILT_IN, start=1)
    ]
    await counters.add_missing_kinds(unit, rows)


async def list_areas_to_ask(unit: UnitOfWork, *, today: date) -> list[int]:
    """Returns the places whose leaders are to be asked for a quarter's figures now."""
    quarter = quarter_to_ask_for(today)
    if quarter is None or await settings.find(unit, _ASKED) == str(quarter):
        return []
    return list(await chapters.count_by_area(unit, day=today))


async def ask_for_counters(
    unit: UnitOfWork, area_id: int, *, policy: Policy, now: datetime
) -> None:
    """Adds one line to the news of each leader of a place's own chapters, once a quarter."""
    today = policy.day_of(now)
    quarter = quarter_to_ask_for(today)
    if quarter is None:
        return
    leaders = await leaders_of(
        unit, await counters.list_to_ask(unit, area_id, day=today), day=today
    )
    lines = [
        News(
            person_id=person.id,
            section=Section.FIGURES,
            key="counters-news-ask",
            args={"period": period_words(quarter, person.language)},
            command=GiveCounters(chapter_id).key,
            label_key="counters-news-button",
            dedupe_key=f"counters:{quarter}:{chapter_id}",
        )
        for chapter_id, found in leaders.items()
        for person in found[:1]
    ]
    await add_news(unit, lines, now=now)


async def mark_asked(unit: UnitOfWork, *, today: date) -> None:
    """Notes that everybody was asked for the quarter's figures."""
    await settings.put(unit, _ASKED, str(quarter_to_ask_for(today)))
