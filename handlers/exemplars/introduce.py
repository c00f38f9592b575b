"""The model of the month: the bot proposes one, staff introduce it, leaders answer."""

from functools import partial

from domain.buttons import read_button
from domain.message import Choice
from domain.refusals import Conflict
from handlers.screen import ScreenHandler, shorten, show
from handlers.steps import choose_desk, say_refusal, show_list
from operations.exemplars.buttons import (
    INTRODUCE_BUTTONS,
    IntroducePick,
    LookAtPick,
    OpenExemplar,
    OpenPicks,
    OpenPicksPage,
    Sure,
)
from operations.exemplars.picks import (
    PickPage,
    get_pick_page,
    introduce_exemplar,
    look_at_pick,
)
from operations.turn import Turn
from operations.wording import period_words
from storage.exemplars.exemplar_copies import CopyCounts
from texts import Rich


class IntroduceHandler(ScreenHandler):
    """Shows what a place introduced and could, a look at one, and introduces it."""

    name = "introduce"
    command = "gioithieu|introduce"
    words = "command-introduce-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Chooses a place, shows it, looks ahead, or introduces."""
        named = read_button(argument, *INTRODUCE_BUTTONS)
        area_id = await choose_desk(
            turn, named.area if named else 0, key="introduce-which", button=OpenPicks
        )
        if area_id is None:
            return
        match named:
            case IntroducePick(_, exemplar):
                await _introduce(turn, area_id, exemplar)
            case LookAtPick(_, exemplar):
                await _look(turn, area_id, exemplar)
            case OpenPicksPage(_, page):
                await _show_page(turn, area_id, page)
            case _:
                await _show_page(turn, area_id, 1)


async def _show_page(turn: Turn, area_id: int, number: int) -> None:
    found = await get_pick_page(turn.unit, turn.posts, area_id, today=turn.today)
    month = period_words(found.month, turn.language)
    turn.say("introduce-page", place=found.place.name, period=month)
    if found.picked:
        turn.say("introduce-picked", name=found.picked.name)
    elif found.candidates:
        turn.say("introduce-proposal", name=found.candidates[0].name)
    else:
        turn.say("introduce-none")
    if found.past:
        turn.say_rich(Rich("\n".join(_past(turn, found))))
    choices = [
        Choice(
            LookAtPick(area_id, line.id).key,
            turn.label("introduce-button-look", name=line.name, chapter=line.chapter_name),
        )
        for line in (() if found.picked else found.candidates)
    ]
    there = partial(OpenPicksPage, area_id)
    register = Choice("exemplar", turn.label("exemplar-button-list"))
    show_list(turn, choices, number, there, navigation=(register,))


def _past(turn: Turn, found: PickPage) -> list[Rich]:
    lines = []
    for month, pick in found.past:
        counts = found.counts.get(pick.id, CopyCounts())
        lines.append(
            turn.text(
                "introduce-past",
                period=period_words(month, turn.language),
                name=pick.name,
                trying=counts.trying,
                done=counts.done,
                stopped=counts.stopped,
            )
        )
    return lines


async def _look(turn: Turn, area_id: int, exemplar_id: int) -> None:
    look = await look_at_pick(turn.unit, turn.posts, area_id, exemplar_id, today=turn.today)
    turn.say(
        "introduce-look",
        name=look.exemplar.name,
        chapter=look.chapter_name,
        place=look.place.name,
        field=turn.label(f"exemplar-field-{look.exemplar.field}"),
        aim=shorten(look.exemplar.aim, 300),
        count=len(look.chapter_ids),
    )
    yes = Choice(
        IntroducePick(area_id, exemplar_id, Sure.YES).key, turn.label("introduce-button-yes")
    )
    see = Choice(OpenExemplar(exemplar_id).key, turn.label("exemplar-news-button-see"))
    show(turn, yes, see, navigation=(_back(turn, area_id),))


async def _introduce(turn: Turn, area_id: int, exemplar_id: int) -> None:
    try:
        look = await introduce_exemplar(turn.context, area_id, exemplar_id)
    except Conflict as refusal:
        say_refusal(turn, refusal)
    else:
        turn.say("introduce-done", name=look.exemplar.name, count=len(look.chapter_ids))
    show(turn, navigation=(_back(turn, area_id),))


def _back(turn: Turn, area_id: int) -> Choice:
    return Choice(OpenPicks(area_id).key, turn.label("button-back"))
