"""Free days of a place: staff see them, add one by typing it, take one out by a button."""

from collections.abc import Sequence
from datetime import date

from dialogue.inputs import Input, Press
from dialogue.words import render_day
from domain.buttons import read_button
from domain.calendar import Holiday
from domain.chapters import Area
from domain.message import Choice, Expects
from domain.refusals import BadInput, Conflict, NotFound
from domain.talks import TaskState
from handlers.directory.shifted import say_shifted
from handlers.screen import menu_button, shorten, show
from handlers.steps import (
    CANCEL,
    YES,
    ask_again,
    ask_yes,
    choose_desk,
    pressed,
    say_refusal,
    typed,
)
from operations.access import require_office
from operations.desks import get_desk
from operations.meetings.buttons import OpenFreeDays, RemoveFreeDay
from operations.meetings.local_days import (
    DayChange,
    change_day,
    list_days,
    parse_free_day,
    plan_day,
    preview_day,
)
from operations.turn import Turn

_LISTED = 20


class FreeDaysOf(TaskState):
    """The place whose free days are shown."""

    area: int


class FreeDayShown(FreeDaysOf):
    """A day that is to be added or taken out, as it was shown."""

    day: date
    name: str
    adds: bool


class FreeDaysHandler:
    """Lists the free days of a place and takes what is typed."""

    name = "freedays"
    command = "ngaynghi|freedays"
    words = "command-freedays-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows the place's days, or first the choice of a place."""
        named = read_button(argument, OpenFreeDays)
        area_id = await choose_desk(
            turn, named.area if named else 0, key="freedays-which", button=OpenFreeDays
        )
        if area_id is None:
            return
        place = await _desk(turn, area_id)
        turn.start(self.name, FreeDaysOf(area=place.id))
        if argument and named is None:
            await _take_words(turn, place, argument)
        else:
            await _list(turn, place)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes a typed day, a day to take out, or the word on what was shown."""
        state = turn.state(FreeDayShown, FreeDaysOf)
        place, text = await _desk(turn, state.area), typed(given)
        if given == CANCEL:
            turn.say("freedays-left")
            _end(turn, place)
        elif given == Press("menu"):
            turn.say("freedays-left")
            show(turn)
        elif isinstance(state, FreeDayShown) and given == YES:
            await _make(turn, place, state)
        elif removed := pressed(given, RemoveFreeDay):
            await _take_out(turn, place, removed.day)
        elif text is not None:
            await _take_words(turn, place, text)
        else:
            ask_again(turn)


async def _take_words(turn: Turn, place: Area, text: str) -> None:
    read = parse_free_day(text, today=turn.today)
    if read is None:
        turn.say("freedays-not-read")
        _ask(turn, ())
        return
    try:
        await _preview(turn, plan_day(place, *read, today=turn.today))
    except (BadInput, Conflict) as refusal:
        say_refusal(turn, refusal)
        _ask(turn, ())


async def _take_out(turn: Turn, place: Area, day: date) -> None:
    listed = await list_days(turn.unit, place, today=turn.today)
    own = next((free for free, is_own in listed if is_own and free.day == day), None)
    if own is None:
        turn.say("freeday-not-there")
        _end(turn, place)
    else:
        await _preview(turn, DayChange(place=place, day=day, name=own.name, adds=False))


async def _preview(turn: Turn, change: DayChange) -> None:
    shifted = await preview_day(turn.context, change)
    turn.keep(
        FreeDayShown(area=change.place.id, day=change.day, name=change.name, adds=change.adds)
    )
    turn.say(
        "freedays-preview-add" if change.adds else "freedays-preview-remove",
        day=_day(change.day),
        name=change.name,
        place=change.place.name,
    )
    say_shifted(turn, shifted)
    ask_yes(turn, "freedays-button-yes")


async def _make(turn: Turn, place: Area, shown: FreeDayShown) -> None:
    change = DayChange(place=place, day=shown.day, name=shown.name, adds=shown.adds)
    try:
        await change_day(turn.context, change)
    except (Conflict, NotFound) as refusal:
        say_refusal(turn, refusal)
    else:
        turn.say("freedays-added" if shown.adds else "freedays-removed")
    _end(turn, place)


async def _desk(turn: Turn, area_id: int) -> Area:
    """Returns a place whose days somebody may change."""
    place, _ = await get_desk(turn.unit, turn.posts, area_id, today=turn.today)
    return require_office(turn.posts, place, turn.today)


async def _list(turn: Turn, place: Area) -> None:
    listed = await list_days(turn.unit, place, today=turn.today)
    turn.say("freedays-list", place=place.name)
    lines = [_line(turn, free, own=own) for free, own in listed]
    turn.say_rich("\n".join(lines) if lines else turn.text("freedays-none"))
    turn.say("freedays-ask")
    own_days = [free for free, own in listed if own]
    if own_days:
        turn.say("freedays-ask-remove")
    _ask(turn, own_days)


def _line(turn: Turn, free: Holiday, *, own: bool) -> str:
    key = "freedays-line-own" if own else "freedays-line"
    return turn.text(key, day=render_day(free.day, turn.language), name=free.name)


def _ask(turn: Turn, own: Sequence[Holiday]) -> None:
    choices = tuple(
        Choice(
            RemoveFreeDay(free.day).key,
            shorten(turn.label("freedays-button-remove", day=_day(free.day), name=free.name)),
        )
        for free in own[:_LISTED]
    )
    turn.ask(choices, expects=Expects.TEXT, navigation=(menu_button(turn),))


def _end(turn: Turn, place: Area) -> None:
    show(turn, Choice(OpenFreeDays(place.id).key, turn.label("freedays-button-list")))


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
