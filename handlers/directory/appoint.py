"""Who leads a chapter, helps to lead it, or looks after it: replaced, added, taken away, lent."""

from dataclasses import replace
from datetime import date
from enum import StrEnum

from dialogue.inputs import Input, Press
from domain.buttons import read_button
from domain.chapter_changes import What
from domain.message import Choice
from domain.people import Role
from domain.reading import parse_phone
from domain.refusals import BadInput, Conflict
from domain.talks import TaskState
from handlers.directory.editing import back_to, say_made, say_overtaken
from handlers.screen import shorten, show
from handlers.steps import (
    CANCEL,
    YES,
    ask_again,
    ask_words,
    ask_yes,
    cancel_button,
    pressed,
    read_day,
    say_refusal,
    typed,
)
from operations.access import APPOINTED_ROLES
from operations.directory.appointments import (
    Ends,
    SeatChange,
    find_appointees,
    list_seats,
    make_seat_change,
    propose_seat,
)
from operations.directory.buttons import (
    AddHolder,
    Appoint,
    ChooseHolder,
    DismissHolder,
    FindStandIn,
    ReplaceHolder,
)
from operations.directory.change_words import seat_words
from operations.directory.changing import get_managed
from operations.titles import role_words
from operations.turn import Turn

_NEW, _SKIP = Press("new"), Press("skip")
_WAYS = {"replace": ReplaceHolder, "stand-in": FindStandIn, "dismiss": DismissHolder}


class WhichSeat(TaskState):
    """A role whose holders were shown, with what can be done about each."""

    chapter: int
    role: Role


class Question(StrEnum):
    """What is asked of a change, in this order."""

    WHO = "who"
    PHONE = "phone"
    FIRST = "first"
    LAST = "last"


class SeatQuestion(TaskState):
    """A change of which something is asked; `name` is what was typed for somebody unknown."""

    change: SeatChange
    asks: Question = Question.WHO
    name: str = ""


class SeatShown(TaskState):
    """A change that was shown, and the ends of posts that were seen."""

    change: SeatChange
    seen: Ends


class AppointHandler:
    """Changes who holds a role of a chapter."""

    name = "appoint"
    command = "bonhiem|appoint"
    words = "command-appoint-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows who holds the role, and what can be done about it."""
        match read_button(argument, Appoint):
            case Appoint(chapter, role) if role in APPOINTED_ROLES:
                await self._ask_what(turn, chapter, role)
            case _:
                turn.say("appoint-where")
                show(turn, Choice("directory", turn.label("menu-directory")))

    async def _ask_what(self, turn: Turn, chapter_id: int, role: Role) -> None:
        chapter = await get_managed(turn.unit, turn.posts, chapter_id, today=turn.today)
        turn.start(self.name, WhichSeat(chapter=chapter_id, role=role))
        seats = await list_seats(turn.unit, chapter_id, role, day=turn.today)
        turn.say(
            "appoint-now",
            role=role_words(role, chapter, turn.language),
            chapter=chapter.name,
            names=", ".join(seat.person.name for seat in seats) or turn.label("seat-nobody"),
        )
        choices = [
            Choice(
                button(seat.post.id).key,
                shorten(turn.label(f"appoint-button-{name}", name=seat.person.name)),
            )
            for seat in seats
            for name, button in _WAYS.items()
        ]
        if not seats or role is not Role.LEADER:
            choices.append(Choice(AddHolder().key, turn.label("appoint-button-add")))
        turn.ask(tuple(choices), navigation=(cancel_button(turn),))

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the next answer of the questions."""
        state = turn.state(WhichSeat, SeatQuestion, SeatShown)
        if given == CANCEL:
            turn.say("edit-left")
            chapter_id = state.chapter if isinstance(state, WhichSeat) else state.change.chapter_id
            show(turn, back_to(turn, chapter_id))
        elif isinstance(state, WhichSeat):
            await _take_what(turn, state, given)
        elif isinstance(state, SeatQuestion):
            await _take_answer(turn, state, given)
        elif given == YES:
            await _make(turn, state)
        else:
            ask_again(turn)


async def _take_what(turn: Turn, state: WhichSeat, given: Input) -> None:
    old: int | None
    match pressed(given, ReplaceHolder, FindStandIn, DismissHolder, AddHolder):
        case ReplaceHolder(post):
            what, old = What.APPOINTED, post
        case FindStandIn(post):
            what, old = What.STAND_IN, post
        case DismissHolder(post):
            what, old = What.DISMISSED, post
        case AddHolder():
            what, old = What.APPOINTED, None
        case _:
            ask_again(turn)
            return
    change = SeatChange(what=what, chapter_id=state.chapter, role=state.role, old_post=old)
    if what is What.DISMISSED:
        await _preview(turn, change)
    else:
        turn.keep(SeatQuestion(change=change))
        turn.say("appoint-who")
        ask_words(turn)


async def _take_answer(turn: Turn, state: SeatQuestion, given: Input) -> None:
    text = typed(given)
    chosen = pressed(given, ChooseHolder)
    if text is not None:
        await _take_words(turn, state, text)
    elif state.asks is Question.WHO and chosen:
        await _go_on(turn, replace(state.change, person_id=chosen.person))
    elif state.asks is Question.WHO and given == _NEW:
        change = replace(state.change, newcomer=state.name)
        turn.keep(SeatQuestion(change=change, asks=Question.PHONE))
        turn.say("appoint-phone", name=state.name)
        skip = Choice(_SKIP.key, turn.label("appoint-skip"))
        ask_words(turn, navigation=(skip,))
    elif state.asks is Question.PHONE and given == _SKIP:
        await _go_on(turn, state.change)
    else:
        ask_again(turn)


async def _take_words(turn: Turn, state: SeatQuestion, text: str) -> None:
    match state.asks:
        case Question.WHO:
            await _find(turn, state, text)
        case Question.PHONE:
            phone = parse_phone(text)
            if phone is None:
                raise BadInput("appoint-bad-phone")
            await _go_on(turn, replace(state.change, phone=phone))
        case Question.FIRST:
            await _go_on(turn, replace(state.change, first_day=_read_day(turn, text)))
        case Question.LAST:
            await _go_on(turn, replace(state.change, last_day=_read_day(turn, text)))


async def _find(turn: Turn, state: SeatQuestion, text: str) -> None:
    found = await find_appointees(turn.context, text)
    state.name = found.name
    turn.keep(state)
    turn.say("appoint-which" if found.people else "appoint-unknown", name=found.name)
    choices = [
        Choice(ChooseHolder(person.id).key, shorten(f"{person.name} {person.phone or ''}"))
        for person in found.people
    ]
    if found.is_name:
        new = turn.label("appoint-button-new", name=found.name)
        choices.append(Choice(_NEW.key, shorten(new)))
    ask_words(turn, *choices)


async def _go_on(turn: Turn, change: SeatChange) -> None:
    """Asks for the days of a stand-in, else shows what will be done."""
    days = {Question.FIRST: change.first_day, Question.LAST: change.last_day}
    missing = [question for question, day in days.items() if day is None]
    if change.what is What.STAND_IN and missing:
        turn.keep(SeatQuestion(change=change, asks=missing[0]))
        turn.say(f"appoint-{missing[0]}")
        ask_words(turn)
    else:
        await _preview(turn, change)


async def _preview(turn: Turn, change: SeatChange) -> None:
    try:
        proposal = await propose_seat(turn.context, change)
    except BadInput as refusal:
        say_refusal(turn, refusal)
        show(turn, back_to(turn, change.chapter_id))
        return
    turn.keep(SeatShown(change=change, seen=proposal.seen))
    before, after = seat_words(proposal, turn.language)
    turn.say(
        "edit-preview",
        thing=role_words(change.role, proposal.chapter, turn.language),
        chapter=proposal.place or proposal.chapter.name,
        before=before,
        after=after,
    )
    if proposal.place:
        turn.say("appoint-whole-place", place=proposal.place)
    ask_yes(turn)


async def _make(turn: Turn, state: SeatShown) -> None:
    change = state.change
    try:
        proposal = await propose_seat(turn.context, change)
        number = await make_seat_change(turn.context, proposal, seen=state.seen)
    except (BadInput, Conflict) as refusal:
        say_overtaken(turn, refusal)
        show(turn, back_to(turn, change.chapter_id))
    else:
        say_made(turn, change.chapter_id, number, to_trash=change.what is What.DISMISSED)


def _read_day(turn: Turn, text: str) -> date:
    day = read_day(turn, text, towards="future", refusal="appoint-bad-day")
    if day < turn.today:
        raise BadInput("seat-bad-days")
    return day
