"""The figures of a quarter as staff see them: sums, and who has not given any."""

from collections.abc import Iterator
from dataclasses import replace

from domain.counters import MONTHS
from domain.message import Choice
from handlers.screen import take_page
from handlers.steps import choose_desk, period_buttons, read_view, show_page
from operations.desks import at_desk
from operations.directory.buttons import OpenChapter
from operations.figures.buttons import CounterBoardView
from operations.figures.counter_board import CounterBoard, get_counter_board
from operations.turn import Turn
from operations.wording import period_words
from texts import Rich


async def show_board(turn: Turn, argument: str) -> None:
    """Ends the answer with the figures of a place and quarter."""
    view = read_view(argument, CounterBoardView, today=turn.today, lengths=(MONTHS,))
    number = await choose_desk(turn, view.place, key="counters-which-place", button=view.at_place)
    if number is None:
        return
    view = replace(view, place=number)
    found = await get_counter_board(
        turn.unit, at_desk(turn.posts, turn.today), number, view.period, today=turn.today
    )
    turn.say(
        "counters-board",
        period=period_words(found.quarter, turn.language),
        place=found.place.name,
        given=len(found.asked) - len(found.missing),
        asked=len(found.asked),
    )
    if found.sums:
        turn.say_rich(Rich("\n".join(_lines(turn, found))))
    if found.missing:
        turn.say("counters-missing", count=len(found.missing))
    page = take_page(found.missing, view.page)
    ways = [*period_buttons(turn, view.period, view.at_period, texts="counters-button-quarter")]
    if found.above:
        ways.append(Choice(view.at_place(found.above.id).key, found.above.name))
    show_page(
        turn,
        page,
        view.at_page,
        *(Choice(OpenChapter(line.chapter_id).key, line.chapter_name) for line in page.items),
        navigation=ways,
    )


def _lines(turn: Turn, found: CounterBoard) -> Iterator[Rich]:
    for kind, tally in found.sums:
        if tally is not None:
            yield turn.text(
                "counters-sum",
                what=kind.name,
                total=tally.total,
                unit=kind.unit,
                chapters=tally.chapters,
            )
