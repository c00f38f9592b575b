"""The meetings ahead."""

from collections.abc import Iterator, Mapping, Sequence

from domain.message import Choice
from domain.people import Role
from domain.visits import find_clashes
from handlers.cadres.days import Clashes, list_days
from handlers.screen import Page, ScreenHandler, take_page
from handlers.steps import show_page
from operations.access import held
from operations.cadres.buttons import SchedulePage, VisitSheet
from operations.meetings.schedule import list_for_cadre, list_for_leader, list_guests
from operations.notifications.ahead import clash_notes
from operations.turn import Turn
from storage.meetings.schedules import ScheduledMeeting


class ScheduleHandler(ScreenHandler):
    """Shows a cadre the next two weeks, a leader the next meetings of the own chapters."""

    name = "schedule"
    command = "lich|schedule"
    words = "command-schedule-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows one page."""
        is_cadre = bool(held(turn.posts, {Role.CADRE}, turn.today))
        find = list_for_cadre if is_cadre else list_for_leader
        found = await find(turn.unit, turn.posts, today=turn.today)
        wanted = SchedulePage.read(argument) or SchedulePage()
        page = take_page(found, wanted.page)
        whose = "schedule-cadre" if is_cadre else "schedule-leader"
        turn.say(whose if found else f"{whose}-empty")
        ids = [meeting.meeting_id for meeting in page.items]
        guests = {} if is_cadre else await list_guests(turn.unit, ids)
        clashes = find_clashes(found) if is_cadre else {}
        turn.say_rich(*_days(turn, page, found, clashes, guests))
        sheets = [_sheet_button(turn, meeting) for meeting in page.items] if is_cadre else []
        show_page(turn, page, SchedulePage, *sheets)


def _sheet_button(turn: Turn, meeting: ScheduledMeeting) -> Choice:
    day = f"{meeting.day:%d/%m}"
    words = turn.label("schedule-button-sheet", day=day, chapter=meeting.chapter_name)
    return Choice(VisitSheet(meeting.meeting_id).key, words)


def _days(
    turn: Turn,
    page: Page[ScheduledMeeting],
    found: Sequence[ScheduledMeeting],
    clashes: Clashes,
    guests: Mapping[int, str],
) -> list[str]:
    names = {meeting.meeting_id: meeting.chapter_name for meeting in found}
    return list_days(
        turn,
        page.items,
        clashes,
        chapter=lambda meeting: meeting.chapter_name,
        notes=lambda meeting, elsewhere: _notes(turn, meeting, elsewhere, names, guests),
    )


def _notes(
    turn: Turn,
    meeting: ScheduledMeeting,
    clashes: Clashes,
    names: Mapping[int, str],
    guests: Mapping[int, str],
) -> Iterator[str]:
    yield from clash_notes(clashes.get(meeting.meeting_id, ()), names, turn.language)
    if who := guests.get(meeting.meeting_id):
        yield turn.text("visit-note-guests", names=who)
