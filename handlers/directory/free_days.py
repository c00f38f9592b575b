"""Free days of a place: staff see them, add one by typing it, take one out by a button."""

from collections.abc import Sequence
from datetime import date

from dialogue.inputs import Input, Late, Press, Say
from dialogue.words import render_day
from domain.calendar import Holiday
from domain.chapters import Area
from domain.message import Choice, Expects
from domain.refusals import BadInput, Conflict, NotFound
from handlers.directory.shifted import say_shifted
from handlers.screen import menu_button, parse_number, shorten, show, unfit_key
from operations.access import require_office
from operations.desks import get_desk, list_desks
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


class FreeDaysHandler:
    """Lists the free days of a place (its number the argument) and takes what is typed.

    The state holds the place, and the day, name and direction of the change shown last.
    """

    name = "freedays"
    command = "ngaynghi|freedays"
    words = "command-freedays-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows the place's days, or first the choice of a place."""
        desks = await list_desks(turn.unit, turn.posts, today=turn.today)
        number = parse_number(argument)
        if not number and len(desks) > 1:
            turn.say("freedays-which")
            show(turn, *(Choice(f"freedays.{one.id}", one.name) for one in desks))
            return
        place = await _desk(turn, number or desks[0].id)
        turn.leave()
        turn.talk.handler = self.name
        turn.talk.state = {"area": place.id}
        if not number and argument:
            await self._typed(turn, place, argument)
        else:
            await _list(turn, place)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes a typed day, a day to take out, or the word on what was shown."""
        place = await _desk(turn, turn.talk.state["area"])
        if isinstance(given, Press) and given.key == "cancel":
            turn.say("freedays-left")
            _end(turn, place)
        elif isinstance(given, Press) and given.key == "yes" and "day" in turn.talk.state:
            await self._make(turn, place)
        elif isinstance(given, Press) and given.key.startswith("x"):
            await self._take_out(turn, place, given.key[1:])
        elif isinstance(given, Press) and given.key == "menu":
            turn.say("freedays-left")
            show(turn)
        elif isinstance(given, Say | Late):
            await self._typed(turn, place, given.text)
        else:
            turn.say(unfit_key(turn))
            turn.repeat_prompt()

    async def _typed(self, turn: Turn, place: Area, text: str) -> None:
        read = parse_free_day(text, today=turn.today)
        if read is None:
            turn.say("freedays-not-read")
            _ask(turn, ())
            return
        try:
            await self._preview(turn, plan_day(place, *read, today=turn.today))
        except (BadInput, Conflict) as refusal:
            turn.say(refusal.code, **refusal.facts)
            _ask(turn, ())

    async def _take_out(self, turn: Turn, place: Area, day: str) -> None:
        listed = await list_days(turn.unit, place, today=turn.today)
        found = [one for one, own in listed if own and one.day.isoformat() == day]
        if not found:
            turn.say("freeday-not-there")
            _end(turn, place)
            return
        gone = DayChange(place=place, day=found[0].day, name=found[0].name, adds=False)
        await self._preview(turn, gone)

    async def _preview(self, turn: Turn, change: DayChange) -> None:
        person = turn.require_person()
        shifted = await preview_day(
            turn.unit, change, by=person.id, posts=turn.posts, policy=turn.policy, now=turn.now
        )
        turn.talk.state |= {
            "day": change.day.isoformat(),
            "name": change.name,
            "adds": change.adds,
        }
        turn.say(
            "freedays-preview-add" if change.adds else "freedays-preview-remove",
            day=_day(change.day),
            name=change.name,
            place=change.place.name,
        )
        say_shifted(turn, shifted)
        turn.ask(
            (Choice("yes", turn.label("freedays-button-yes")),),
            navigation=(Choice("cancel", turn.label("button-cancel")),),
        )

    async def _make(self, turn: Turn, place: Area) -> None:
        state = turn.talk.state
        day, adds = date.fromisoformat(state["day"]), bool(state["adds"])
        change = DayChange(place=place, day=day, name=state["name"], adds=adds)
        person = turn.require_person()
        try:
            await change_day(
                turn.unit, change, by=person.id, posts=turn.posts, policy=turn.policy, now=turn.now
            )
        except (Conflict, NotFound) as refusal:
            turn.say(refusal.code, **refusal.facts)
        else:
            turn.say("freedays-added" if adds else "freedays-removed")
        _end(turn, place)


async def _desk(turn: Turn, area_id: int) -> Area:
    """Returns a place whose days somebody may change."""
    place, _ = await get_desk(turn.unit, turn.posts, area_id, today=turn.today)
    return require_office(turn.posts, place, turn.today)


async def _list(turn: Turn, place: Area) -> None:
    listed = await list_days(turn.unit, place, today=turn.today)
    turn.say("freedays-list", place=place.name)
    lines = [_line(turn, one, own=own) for one, own in listed]
    turn.say_rich("\n".join(lines) if lines else turn.text("freedays-none"))
    turn.say("freedays-ask")
    own_days = [one for one, own in listed if own]
    if own_days:
        turn.say("freedays-ask-remove")
    _ask(turn, own_days)


def _line(turn: Turn, one: Holiday, *, own: bool) -> str:
    if own:
        return turn.text("freedays-line-own", day=_with_weekday(turn, one.day), name=one.name)
    return turn.text("freedays-line", day=_with_weekday(turn, one.day), name=one.name)


def _with_weekday(turn: Turn, day: date) -> str:
    return render_day(day, turn.language)


def _ask(turn: Turn, own: Sequence[Holiday]) -> None:
    choices = tuple(
        Choice(
            f"x{one.day.isoformat()}",
            shorten(turn.label("freedays-button-remove", day=_day(one.day), name=one.name)),
        )
        for one in own[:_LISTED]
    )
    turn.ask(choices, expects=Expects.TEXT, navigation=(menu_button(turn),))


def _end(turn: Turn, place: Area) -> None:
    show(turn, Choice(f"freedays.{place.id}", turn.label("freedays-button-list")))


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
