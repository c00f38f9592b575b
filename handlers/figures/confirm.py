"""Figures of a closed month confirmed, and which places below have confirmed theirs."""

from domain.confirmations import ConfirmationState, PlaceConfirmation
from domain.message import Choice
from handlers.screen import ScreenHandler, take_page
from handlers.steps import choice, choose_desk, period_buttons, read_view, show_page
from operations.desks import get_desk
from operations.figures.buttons import ConfirmationsOfPlace, ConfirmFigures, ConfirmView
from operations.figures.confirming import (
    MonthConfirmations,
    confirm_month,
    list_confirmations,
    newest_to_confirm,
)
from operations.turn import Turn
from operations.wording import day_words, moment_words, period_words


class ConfirmHandler(ScreenHandler):
    """Shows how far a month is confirmed, level by level, and takes one's own confirmation."""

    name = "confirm"
    command = "xacnhansolieu|confirm"
    words = "command-confirm-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows a place and month, the one before this if none is named; or confirms it."""
        view: ConfirmView = read_view(
            argument, ConfirmationsOfPlace, ConfirmFigures, today=turn.today
        )
        if not argument:
            view = ConfirmationsOfPlace(period=newest_to_confirm(turn.today))
        number = await choose_desk(turn, view.place, key="confirm-which", button=view.at_place)
        if number is None:
            return
        if isinstance(view, ConfirmFigures):
            await confirm_month(turn.context, number, view.period)
            turn.say("confirm-done")
        place, above = await get_desk(turn.unit, turn.posts, number, today=turn.today)
        found = await list_confirmations(turn.context, place, view.period)
        here = ConfirmationsOfPlace(period=view.period, place=number, page=view.page)
        _say(turn, found)
        page = take_page(_waiting(found), here.page)
        up = (Choice(here.at_place(above.id).key, above.name),) if above is not None else ()
        show_page(
            turn,
            page,
            here.at_page,
            *_to_confirm(turn, found, here),
            *(Choice(here.at_place(one.id).key, _line(turn, one)) for one in page.items),
            navigation=(*period_buttons(turn, here.period, here.at_period), *up),
        )


def _say(turn: Turn, found: MonthConfirmations) -> None:
    period = period_words(found.month, turn.language)
    turn.say("confirm-place", place=found.place.name, period=period)
    if not found.is_closed:
        turn.say("confirm-open", day=day_words(found.closes_on))
    else:
        known = found.place.confirmation
        turn.say(
            f"confirm-{found.place.state}",
            who=known.by if known else "",
            at=moment_words(turn.policy.local(known.confirmed_at), turn.language) if known else "",
        )
    if found.below:
        turn.say(
            "confirm-below",
            number=found.confirmed,
            of=len(found.below),
            changed=found.changed,
        )


def _waiting(found: MonthConfirmations) -> list[PlaceConfirmation]:
    """Returns the places below whose office does not stand by its figures now."""
    return [one for one in found.below if one.state is not ConfirmationState.CONFIRMED]


def _to_confirm(
    turn: Turn, found: MonthConfirmations, here: ConfirmationsOfPlace
) -> tuple[Choice, ...]:
    if not found.is_to_confirm:
        return ()
    there = ConfirmFigures(period=here.period, place=here.place)
    return (choice(turn, there, "confirm-button-confirm"),)


def _line(turn: Turn, one: PlaceConfirmation) -> str:
    return turn.text(f"confirm-line-{one.state}", place=one.name)
