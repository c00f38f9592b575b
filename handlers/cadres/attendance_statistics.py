"""Attended of assigned: a cadre's own figures, and those of all cadres for their office."""

from domain.attendance_statistics import Turnout
from domain.calendar import Period, period_of
from domain.message import Choice
from handlers.report_status import month_buttons, parse_month, render_month
from handlers.screen import (
    ScreenHandler,
    page_buttons,
    parse_number,
    say_page,
    show,
    take_page,
)
from operations.access import held
from operations.cadres.attendance_statistics import CadreTurnout, list_turnouts, own_turnout
from operations.rights import Right, roles_with
from operations.turn import Turn
from operations.wording import period_words
from texts import Rich

_QUARTER = 3


class TurnoutHandler(ScreenHandler):
    """Shows the figures of a month ("", "2611", "2611-2") or of its quarter ("q2611-2")."""

    name = "turnout"
    command = "ketquadu|turnout"
    words = "command-turnout-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows one page; who answers for no place sees the own figures."""
        current = period_of(turn.today, 1)
        is_quarter = argument.startswith("q")
        digits, _, number = argument.removeprefix("q").partition("-")
        month = parse_month(digits, current=current)
        period = period_of(month.first_day, _QUARTER) if is_quarter else month
        key = f"turnout.{'q' if is_quarter else ''}"
        ways: tuple[Choice, ...] = ()
        if held(turn.posts, roles_with(Right.SEE_TURNOUT), turn.today):
            ways = await _show_all(
                turn, period, parse_number(number), f"{key}{render_month(month)}-"
            )
        else:
            await _show_own(turn, period)
        other = "month" if is_quarter else "quarter"
        other_key = f"turnout.{'' if is_quarter else 'q'}{render_month(month)}"
        show(
            turn,
            Choice(other_key, turn.label(f"turnout-button-{other}")),
            navigation=(*ways, *_moves(turn, month, current, key)),
        )


def _moves(turn: Turn, month: Period, current: Period, key: str) -> tuple[Choice, ...]:
    """Returns the buttons to the periods before and after."""
    if not key.endswith("q"):
        return month_buttons(turn, month, current=current, key=(key, ""))
    quarter = period_of(month.first_day, _QUARTER)
    wanted = [("turnout-button-before", quarter.previous())]
    if quarter < period_of(current.first_day, _QUARTER):
        wanted.append(("turnout-button-after", quarter.next()))
    return tuple(
        Choice(f"{key}{render_month(period_of(one.first_day, 1))}", turn.label(text))
        for text, one in wanted
    )


async def _show_own(turn: Turn, period: Period) -> None:
    found = await own_turnout(
        turn.unit, turn.require_person(), period, policy=turn.policy, now=turn.now
    )
    words = period_words(period, turn.language)
    if found.assigned or found.owed:
        turn.say("turnout-own", period=words)
        turn.say_rich(Rich("\n".join(_figures(turn, found))))
    else:
        turn.say("turnout-own-empty", period=words)


async def _show_all(turn: Turn, period: Period, number: int, key: str) -> tuple[Choice, ...]:
    found = await list_turnouts(turn.unit, turn.posts, period, policy=turn.policy, now=turn.now)
    page = take_page(found, number)
    words = period_words(period, turn.language)
    turn.say("turnout-list" if found else "turnout-empty", period=words)
    turn.say_rich(*(_cadre(turn, one) for one in page.items))
    say_page(turn, page)
    return page_buttons(turn, page, key)


def _cadre(turn: Turn, one: CadreTurnout) -> Rich:
    return Rich(
        "\n".join([turn.text("turnout-name", name=one.person.name), *_figures(turn, one.turnout)])
    )


def _figures(turn: Turn, found: Turnout) -> list[Rich]:
    lines = [turn.text("turnout-went", went=found.went, assigned=found.assigned)]
    for key, count in (
        ("turnout-sent", found.sent),
        ("turnout-clashing", found.clashing),
        ("turnout-excused", found.excused),
        ("turnout-open", found.open),
    ):
        if count:
            lines.append(turn.text(key, count=count))
    if found.owed:
        lines.append(turn.text("turnout-duty", done=found.done, owed=found.owed))
    return lines
