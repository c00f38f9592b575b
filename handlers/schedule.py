"""The meetings ahead."""

from dialogue.words import render_day
from domain.people import Role
from handlers.standing import (
    Page,
    StandingHandler,
    page_buttons,
    parse_number,
    say_page,
    show,
    take_page,
)
from operations.access import held
from operations.schedule import list_for_cadre, list_for_leader
from operations.turn import Turn
from storage.schedules import Scheduled


class ScheduleHandler(StandingHandler):
    """Shows a cadre the next two weeks, a leader the next meetings of the own chapters."""

    name = "schedule"
    command = "lich|schedule"
    words = "command-schedule-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows one page, `argument` being its number."""
        is_cadre = bool(held(turn.posts, {Role.CADRE}, turn.today))
        find = list_for_cadre if is_cadre else list_for_leader
        found = await find(turn.unit, turn.posts, today=turn.today)
        page = take_page(found, parse_number(argument))
        if found:
            turn.say("schedule-cadre" if is_cadre else "schedule-leader")
            turn.say_rich(*_days(turn, page))
            say_page(turn, page)
        else:
            turn.say("schedule-cadre-empty" if is_cadre else "schedule-leader-empty")
        show(turn, navigation=page_buttons(turn, page, "schedule."))


def _days(turn: Turn, page: Page[Scheduled]) -> list[str]:
    days = dict.fromkeys(one.day for one in page.items)
    return [
        "\n".join(
            [
                turn.text("schedule-day", day=render_day(day, turn.language)),
                *(_line(turn, one) for one in page.items if one.day == day),
            ]
        )
        for day in days
    ]


def _line(turn: Turn, one: Scheduled) -> str:
    return turn.text(
        "schedule-line", time=one.start_time, chapter=one.chapter_name, place=one.place
    )
