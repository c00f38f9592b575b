"""Tạm nghỉ: the pauses there are, one set for somebody or somewhere, one ended early."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.acting import go_on, read_chosen, read_day, read_field, read_words
from desk.page import Drawn, Page, Visit
from desk.view import Asking
from domain.pauses import Pause
from domain.refusals import BadInput
from operations.meetings.pause_list import get_name, list_pauses, may_pause
from operations.meetings.pausing import (
    Effect,
    PauseDays,
    PauseOf,
    add_pause,
    end_seen_pause,
    require_may_pause,
    scope_of,
)
from operations.meetings.replanning import look_ahead
from operations.rights import Right

_FIELDS = ("first", "last", "reason")
_REASONS = ("harvest", "festival", "weather")
_LEAVE_REASONS = ("leave", "ill", "away")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """What of the questions is shown: which meetings a pause moves, or what is wrong."""

    is_looked_at: bool = False
    effect: Effect = None
    ended: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A pause with whose it is, and whether one may end it."""

    pause: Pause
    name: str
    may_end: bool


async def show(visit: Visit, shown: _Shown | None = None) -> Drawn:
    """Lists the pauses; asks for a new one where the address says whose."""
    context, of = visit.context, _scope(visit)
    name = ""
    if of:
        name = await get_name(context.unit, of, context.actor, context.posts, today=context.today)
        await require_may_pause(
            context.unit, of, by=context.actor.id, posts=context.posts, today=context.today
        )
    return Drawn(
        frame="pauses.html",
        values={
            "lines": await _list(visit),
            "of": of,
            "name": name,
            "reasons": _LEAVE_REASONS if of and of.person_id else _REASONS,
            "typed": {field: read_words(visit, field) for field in _FIELDS},
            "shown": shown or _Shown(),
        },
    )


async def _list(visit: Visit) -> Sequence[_Line]:
    context = visit.context
    unit, me, posts, today = context.unit, context.actor, context.posts, context.today
    return [
        _Line(
            pause=one.pause,
            name=one.name,
            may_end=await may_pause(unit, scope_of(one.pause), me, posts, today=today),
        )
        for one in await list_pauses(unit, me, posts, today=today)
    ]


async def act(visit: Visit) -> str | Drawn:
    """Shows what a pause would move, sets it once that is agreed to, or ends one."""
    ended = read_field(visit, "pause") if visit.form.get("do") == "end" else 0
    return await go_on(
        visit,
        _end(visit, ended) if ended else _set(visit),
        lambda problem: show(visit, _Shown(ended=ended, problem=problem)),
    )


async def _end(visit: Visit, pause_id: int) -> str:
    seen, last = read_day(visit, "seen"), read_day(visit, "last")
    await end_seen_pause(visit.context, pause_id, seen=seen, last_day=last)
    return visit.link(done="ended")


async def _set(visit: Visit) -> str | Drawn:
    context, of = visit.context, _scope(visit)
    if of is None:
        raise BadInput("desk-bad-request")
    days = PauseDays(
        read_day(visit, "first"), read_day(visit, "last"), read_words(visit, "reason")
    )
    if visit.form.get("do") == "make":
        await add_pause(context, of, days)
        return visit.link(chapter="", person="", of="", done="made")
    _, effect = await look_ahead(context.unit, lambda: add_pause(context, of, days))
    return await show(visit, _Shown(is_looked_at=True, effect=effect))


def _scope(visit: Visit) -> PauseOf | None:
    """Returns whom a new pause is for, None where the address names nobody."""
    if (chapter_id := read_chosen(visit, "chapter")) is not None:
        return PauseOf(chapter_id=chapter_id)
    if (person_id := read_chosen(visit, "person")) is not None:
        return PauseOf(person_id=person_id)
    if visit.view.chosen["of"] == "place":
        return PauseOf(area_id=visit.require_place().id)
    return None


PAUSES = Page(
    name="pauses",
    path="/directory/pauses",
    right=Right.MANAGE,
    show=show,
    act=act,
    asking=Asking(
        by_kind=False,
        choices={
            "chapter": (),
            "person": (),
            "of": ("", "place"),
            "done": ("", "made", "ended"),
        },
    ),
    in_menu=False,
)
