"""One recognised exemplar a month is introduced to those whom it fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import shorten

from domain.calendar import Period, period_of
from domain.chapters import Area
from domain.exemplars import Exemplar
from domain.news import News, Section
from domain.people import Post
from domain.refusals import Conflict, NotFound
from operations.access import require_at
from operations.contacts import leaders_of
from operations.context import ActorContext
from operations.desks import get_desk
from operations.exemplars.buttons import TryExemplar
from operations.news import add_news
from operations.rights import Right
from storage import UnitOfWork
from storage.directory import chapters
from storage.exemplars import exemplar_copies, exemplars
from storage.exemplars.exemplar_copies import CopyCounts
from storage.exemplars.exemplars import ExemplarLine
from storage.maintenance import audit

_SHOWN = 120
_LISTED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class PickPage:
    """What an area may introduce this month: `candidates` with the bot's proposal first.

    `picked` is what it introduced already; `past` are the picks before, newest first.
    """

    place: Area
    month: Period
    picked: Exemplar | None
    candidates: tuple[ExemplarLine, ...]
    past: tuple[tuple[Period, Exemplar], ...]
    counts: dict[int, CopyCounts]


@dataclass(frozen=True, slots=True, kw_only=True)
class PickLook:
    """What introducing an exemplar would do."""

    place: Area
    month: Period
    exemplar: Exemplar
    chapter_name: str
    chapter_ids: tuple[int, ...]


async def get_pick_page(
    unit: UnitOfWork, posts: Sequence[Post], area_id: int, *, today: date
) -> PickPage:
    """Returns an area's picks; raises NotFound out of sight, NotAllowed without the right."""
    place = await _place(unit, posts, area_id, today)
    month = period_of(today, 1)
    picks = await exemplar_copies.list_picks(unit, area_id)
    known = await exemplars.by_ids(unit, {number for _, number in picks})
    recognised = await exemplars.list_recognised(unit, place.path)
    last = {number: str(when) for when, number in reversed(picks)}
    ordered = sorted(recognised, key=lambda value: (last.get(value.id, ""), -value.id))
    past = [(when, known[number]) for when, number in picks]
    return PickPage(
        place=place,
        month=month,
        picked=next((exemplar for when, exemplar in past if when == month), None),
        candidates=tuple(ordered),
        past=tuple(past[:_LISTED]),
        counts=await exemplar_copies.count_copies(
            unit, {exemplar.id for _, exemplar in past[:_LISTED]}
        ),
    )


async def look_at_pick(
    unit: UnitOfWork, posts: Sequence[Post], area_id: int, exemplar_id: int, *, today: date
) -> PickLook:
    """Returns to which chapters an exemplar would be introduced; raises NotFound."""
    place = await _place(unit, posts, area_id, today)
    recognised = {exemplar.id for exemplar in await exemplars.list_recognised(unit, place.path)}
    found = await exemplars.find(unit, exemplar_id)
    source = await chapters.find(unit, found.chapter_id) if found else None
    if found is None or source is None or exemplar_id not in recognised or found.field is None:
        raise NotFound("exemplar-not-there")
    fitting = await exemplar_copies.list_fitting(
        unit,
        place.path,
        association=source.kind.association,
        field=found.field,
        day=today,
    )
    spared = {source.id} | await exemplar_copies.list_trying(unit, exemplar_id)
    return PickLook(
        place=place,
        month=period_of(today, 1),
        exemplar=found,
        chapter_name=source.name,
        chapter_ids=tuple(number for number in fitting if number not in spared),
    )


async def introduce_exemplar(
    context: ActorContext,
    area_id: int,
    exemplar_id: int,
) -> PickLook:
    """Makes an exemplar the area's pick of the month and tells the leaders whom it fits.

    Raises NotFound, NotAllowed, and Conflict where the month has a pick.
    """
    today = context.today
    look = await look_at_pick(context.unit, context.posts, area_id, exemplar_id, today=today)
    if not await exemplar_copies.add_pick(
        context.unit,
        exemplar_id=exemplar_id,
        area_id=area_id,
        month=str(look.month),
        person_id=context.actor.id,
        now=context.now,
    ):
        raise Conflict("pick-already")
    audit.add_later(
        context.unit,
        audit.Entry(
            person_id=context.actor.id,
            action="exemplar.introduced",
            subject=f"area:{area_id}",
            after={"exemplar": look.exemplar.name, "chapters": len(look.chapter_ids)},
        ),
        now=context.now,
    )
    leaders = await leaders_of(context.unit, look.chapter_ids, day=today)
    lines = [
        _line(look, chapter_id, person.id)
        for chapter_id in look.chapter_ids
        for person in leaders.get(chapter_id, ())[:1]
    ]
    await add_news(context.unit, lines, now=context.now)
    return look


def _line(look: PickLook, chapter_id: int, person_id: int) -> News:
    number = look.exemplar.id
    return News(
        person_id=person_id,
        section=Section.EXEMPLARS,
        key="exemplar-news-introduced",
        args={
            "exemplar": look.exemplar.name,
            "chapter": look.chapter_name,
            "aim": shorten(look.exemplar.aim, _SHOWN, placeholder="…"),
        },
        command=TryExemplar(number, chapter_id).key,
        label_key="exemplar-news-button-try",
        dedupe_key=f"pick:{number}:{chapter_id}:{person_id}",
    )


async def _place(unit: UnitOfWork, posts: Sequence[Post], area_id: int, today: date) -> Area:
    place, _ = await get_desk(unit, posts, area_id, today=today)
    return require_at(Right.INTRODUCE_EXEMPLAR, posts, place, today)
