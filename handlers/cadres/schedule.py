"""The meetings ahead."""

from collections.abc import Iterator, Mapping, Sequence

from domain.message import Choice
from domain.people import Role
from domain.visits import find_clashes
from handlers.cadres.days import Clashes, list_days
from handlers.screen import (
    Page,
    ScreenHandler,
    page_buttons,
    parse_number,
    say_page,
    show,
    take_page,
)
from operations.access import held
from operations.meetings.schedule import list_for_cadre, list_for_leader, list_guests
from operations.notifications.ahead import clash_notes
from operations.turn import Turn
from storage.meetings.schedules import Scheduled


class ScheduleHandler(ScreenHandler):
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
            ids = [one.meeting_id for one in page.items]
            guests = {} if is_cadre else await list_guests(turn.unit, ids)
            clashes = find_clashes(found) if is_cadre else {}
            turn.say_rich(*_days(turn, page, found, clashes, guests))
            say_page(turn, page)
        else:
            turn.say("schedule-cadre-empty" if is_cadre else "schedule-leader-empty")
        choices = [_sheet_button(turn, one) for one in page.items] if is_cadre else []
        show(turn, *choices, navigation=page_buttons(turn, page, "schedule."))


def _sheet_button(turn: Turn, one: Scheduled) -> Choice:
    words = turn.label("schedule-button-sheet", day=f"{one.day:%d/%m}", chapter=one.chapter_name)
    return Choice(f"visits.b{one.meeting_id}", words)


def _days(
    turn: Turn,
    page: Page[Scheduled],
    found: Sequence[Scheduled],
    clashes: Clashes,
    guests: Mapping[int, str],
) -> list[str]:
    names = {one.meeting_id: one.chapter_name for one in found}
    return list_days(
        turn,
        page.items,
        clashes,
        chapter=lambda one: one.chapter_name,
        notes=lambda one, elsewhere: _notes(turn, one, elsewhere, names, guests),
    )


def _notes(
    turn: Turn,
    one: Scheduled,
    clashes: Clashes,
    names: Mapping[int, str],
    guests: Mapping[int, str],
) -> Iterator[str]:
    yield from clash_notes(clashes.get(one.meeting_id, ()), names, turn.language)
    if who := guests.get(one.meeting_id):
        yield turn.text("visit-note-guests", names=who)
