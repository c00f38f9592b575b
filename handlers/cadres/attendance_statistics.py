"""Attended of assigned: a cadre's own figures, and those of all cadres for their office."""

from domain.attendance_statistics import Turnout
from domain.calendar import Period, period_of
from domain.message import Choice
from handlers.screen import ScreenHandler, page_buttons, say_page, show, take_page
from handlers.steps import choice, period_buttons, read_view
from operations.access import held
from operations.cadres.attendance_statistics import CadreTurnout, list_turnouts, own_turnout
from operations.cadres.buttons import TurnoutOfMonth, TurnoutOfQuarter
from operations.rights import Right, roles_with
from operations.turn import Turn
from operations.wording import period_words
from texts import Rich


class TurnoutHandler(ScreenHandler):
    """Shows the figures of a month or of its quarter."""

    name = "turnout"
    command = "ketquadu|turnout"
    words = "command-turnout-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows one page; who answers for no place sees the own figures."""
        view = read_view(argument, TurnoutOfMonth, TurnoutOfQuarter, today=turn.today)
        period = period_of(view.period.first_day, view.months)
        pages: tuple[Choice, ...] = ()
        if held(turn.posts, roles_with(Right.SEE_TURNOUT), turn.today):
            pages = await _show_all(turn, view, period)
        else:
            await _show_own(turn, period)
        if isinstance(view, TurnoutOfQuarter):
            other, words = TurnoutOfMonth(period=view.period), "turnout-button-month"
        else:
            other, words = TurnoutOfQuarter(period=view.period), "turnout-button-quarter"
        show(turn, choice(turn, other, words), navigation=(*pages, *_periods(turn, view, period)))


def _periods(turn: Turn, view: TurnoutOfMonth, period: Period) -> tuple[Choice, ...]:
    return period_buttons(
        turn,
        period,
        lambda other: view.at_period(period_of(other.first_day, 1)),
        texts="button-month" if view.months == 1 else "turnout-button",
    )


async def _show_own(turn: Turn, period: Period) -> None:
    turnout = await own_turnout(
        turn.unit, turn.require_person(), period, policy=turn.policy, now=turn.now
    )
    words = period_words(period, turn.language)
    if turnout.assigned or turnout.owed:
        turn.say("turnout-own", period=words)
        turn.say_rich(Rich("\n".join(_figures(turn, turnout))))
    else:
        turn.say("turnout-own-empty", period=words)


async def _show_all(turn: Turn, view: TurnoutOfMonth, period: Period) -> tuple[Choice, ...]:
    found = await list_turnouts(turn.unit, turn.posts, period, policy=turn.policy, now=turn.now)
    page = take_page(found, view.page)
    turn.say(
        "turnout-list" if found else "turnout-empty", period=period_words(period, turn.language)
    )
    turn.say_rich(*(_cadre(turn, cadre) for cadre in page.items))
    say_page(turn, page)
    return page_buttons(turn, page, view.at_page)


def _cadre(turn: Turn, cadre: CadreTurnout) -> Rich:
    name = turn.text("turnout-name", name=cadre.person.name)
    return Rich("\n".join([name, *_figures(turn, cadre.turnout)]))


def _figures(turn: Turn, turnout: Turnout) -> list[Rich]:
    key = "turnout-went" if turnout.assigned else "turnout-went-none-yet"
    lines = [turn.text(key, went=turnout.went, assigned=turnout.assigned)]
    for key, count in (
        ("turnout-sent", turnout.sent),
        ("turnout-clashing", turnout.clashing),
        ("turnout-excused", turnout.excused),
        ("turnout-open", turnout.open),
    ):
        if count:
            lines.append(turn.text(key, count=count))
    if turnout.owed:
        lines.append(turn.text("turnout-duty", done=turnout.done, owed=turnout.owed))
    return lines
