"""The list of pauses, with whom one may set another for."""

from domain.message import Choice
from handlers.directory.pause_days import end_days
from handlers.screen import page_buttons, say_page, show, take_page
from operations.access import OFFICE, held
from operations.desks import at_desk, list_desks
from operations.directory.buttons import Appoint
from operations.meetings.buttons import (
    EndPause,
    ListPauses,
    PauseArea,
    PauseEverybody,
    PauseMe,
)
from operations.meetings.pause_list import ListedPause, list_pauses, list_seats_to_fill, may_pause
from operations.meetings.pausing import PauseOf, scope_of
from operations.turn import Turn
from operations.wording import day_words


async def say_pauses(turn: Turn, number: int) -> None:
    """Says the pauses not over yet, a page of them, and offers to end one or set another."""
    person = turn.require_person()
    listed = await list_pauses(turn.unit, person, turn.posts, today=turn.today)
    page = take_page(listed, number)
    turn.say("pause-list" if listed else "pause-none")
    if listed:
        turn.say_rich("\n".join(_line(turn, pause) for pause in page.items))
    say_page(turn, page)
    ends = [await _end_button(turn, pause) for pause in page.items]
    show(
        turn,
        *filter(None, ends),
        *(await _offers(turn)),
        navigation=page_buttons(turn, page, ListPauses),
    )


async def _end_button(turn: Turn, listed: ListedPause) -> Choice | None:
    """Returns the button that ends a pause, for those who may and while there is an end to set."""
    pause, person = listed.pause, turn.require_person()
    if not end_days(turn, pause.first_day, pause.last_day):
        return None
    scope = scope_of(pause)
    if not await may_pause(turn.unit, scope, person, turn.posts, today=turn.today):
        return None
    return Choice(EndPause(pause.id).key, turn.label("pause-button-end", name=_name(turn, listed)))


def _line(turn: Turn, listed: ListedPause) -> str:
    pause = listed.pause
    return turn.text(
        "pause-line",
        name=_name(turn, listed),
        first=day_words(pause.first_day),
        last=day_words(pause.last_day),
        reason=pause.reason,
    )


def _name(turn: Turn, listed: ListedPause) -> str:
    return listed.name or turn.label("pause-everybody")


async def _offers(turn: Turn) -> list[Choice]:
    offers = []
    if turn.posts:
        offers.append(Choice(PauseMe().key, turn.label("pause-button-me")))
    if held(turn.posts, OFFICE, turn.today) and at_desk(turn.posts, turn.today):
        offers += [
            Choice(PauseArea(desk.id).key, turn.label("pause-button-area", name=desk.name))
            for desk in await list_desks(turn.unit, turn.posts, today=turn.today)
        ]
        offers.append(Choice("directory", turn.label("pause-button-other")))
    everybody, person = PauseOf(), turn.require_person()
    if await may_pause(turn.unit, everybody, person, turn.posts, today=turn.today):
        offers.append(Choice(PauseEverybody().key, turn.label("pause-button-everybody")))
    return offers


async def stand_in_buttons(turn: Turn, person_id: int | None) -> list[Choice]:
    """Returns the buttons that send somebody to stand in meanwhile, or says who can."""
    if person_id is None:
        return []
    seats = await list_seats_to_fill(turn.unit, turn.posts, person_id, today=turn.today)
    if not seats:
        turn.say("pause-ask-office")
    return [
        Choice(
            Appoint(chapter_id, role).key,
            turn.label("pause-button-stand-in", role=turn.label(f"pause-role-{role}")),
        )
        for chapter_id, role in seats
    ]
