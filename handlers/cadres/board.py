"""The cadre's own chapters in a month: who has reported, and whom to call."""

from collections.abc import Sequence

from domain.calendar import Period, period_of
from domain.chapters import Chapter
from domain.meetings import Meeting
from domain.message import Choice
from domain.people import Person, Role
from domain.refusals import NotAllowed
from handlers.report_status import (
    REPORTED,
    by_urgency,
    count_lines,
    line_button,
    month_buttons,
    parse_month,
    render_month,
)
from handlers.screen import (
    Page,
    ScreenHandler,
    page_buttons,
    parse_number,
    phone_words,
    say_page,
    show,
    take_page,
)
from operations.access import held, may
from operations.cadres.board import board_facts
from operations.contacts import contact_of, leaders_of
from operations.directory.directory_look import find_troubles
from operations.figures.overview import Overview, overview
from operations.report_status import OverviewLine, ReportStatus
from operations.reports.on_behalf import may_type_for
from operations.rights import Right
from operations.turn import Turn
from operations.wording import day_words, period_words


class BoardHandler(ScreenHandler):
    """Shows the chapters of a month ("", "2611", "2611-2"), or whom to ask ("c12")."""

    name = "board"
    command = "chihoi|chapters"
    words = "command-board-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows the board or one contact."""
        if argument.startswith("c"):
            await _show_contact(turn, parse_number(argument[1:]))
            return
        digits, _, number = argument.partition("-")
        month = parse_month(digits, current=period_of(turn.today, 1))
        await _show_board(turn, month, parse_number(number))


async def _show_board(turn: Turn, month: Period, number: int) -> None:
    posts = held(turn.posts, {Role.CADRE}, turn.today)
    if not posts:
        raise NotAllowed("board-no-chapter")
    found = await overview(turn.unit, posts, day=month.first_day, today=turn.today)
    page = take_page(by_urgency(found.lines), number)
    key = f"board.{render_month(month)}-"
    turn.say("board-list", period=period_words(month, turn.language), count=len(found.lines))
    if found.lines:
        turn.say_rich(count_lines(turn, found.total))
    turn.say_rich(*await _facts(turn, page))
    turn.say_rich(*await _unreached(turn, page))
    say_page(turn, page)
    months = month_buttons(turn, month, current=period_of(turn.today, 1), key=("board.", ""))
    show(
        turn,
        *(line_button(turn, one) for one in page.items),
        *_ways_on(turn, found),
        navigation=(*page_buttons(turn, page, key), *months),
    )


def _ways_on(turn: Turn, found: Overview) -> list[Choice]:
    """Returns what can be done for several chapters at once."""
    if not found.total.missing:
        return []
    return [Choice("nudge", turn.label("board-button-nudge"))]


async def _facts(turn: Turn, page: Page[OverviewLine]) -> list[str]:
    """Returns a line for each chapter of which there is more to say than who has reported."""
    found = await board_facts(turn.unit, turn.require_person().id, page.items)
    lines = []
    for one in page.items:
        facts = found[one.row.meeting_id]
        notes = []
        if facts.difficulties:
            notes.append(turn.label("board-note-difficulties", count=facts.difficulties))
        if facts.presence is not None and one.status is not ReportStatus.NOT_YET_DUE:
            word = turn.label(f"attendance-{facts.presence}")
            notes.append(turn.label("board-note-presence", word=word))
        if facts.grade:
            notes.append(turn.label("board-note-grade", grade=facts.grade))
        if notes:
            chapter = one.row.chapter_name
            lines.append(turn.text("board-line", chapter=chapter, notes="; ".join(notes)))
    return ["\n".join(lines)] if lines else []


async def _unreached(turn: Turn, page: Page[OverviewLine]) -> list[str]:
    """Returns whom to call about the chapters shown that owe a report, and why.

    Who keeps silent is called once the report is overdue.
    """
    owing = [one for one in page.items if one.status not in REPORTED]
    leaders = await leaders_of(turn.unit, [one.row.chapter_id for one in owing], day=turn.today)
    everybody = {one.id for some in leaders.values() for one in some}
    troubles = await find_troubles(turn.unit, everybody)
    lines = [
        turn.text(
            "board-unreached-line",
            chapter=one.row.chapter_name,
            name=person.name,
            phone=person.phone or "–",
            why=turn.label(f"reach-{troubles[person.id]}"),
        )
        for one in owing
        for person in leaders.get(one.row.chapter_id, ())
        if person.id in troubles
        and (troubles[person.id] != "silent" or one.status is ReportStatus.MISSING)
    ]
    return ["\n".join([turn.text("board-unreached"), *lines])] if lines else []


async def _show_contact(turn: Turn, meeting_id: int) -> None:
    meeting, chapter, leaders = await contact_of(
        turn.unit, turn.posts, meeting_id, today=turn.today
    )
    turn.say(
        "board-unreported",
        chapter=chapter.name,
        period=period_words(meeting.period, turn.language),
        due=day_words(meeting.due_on),
    )
    troubles = await find_troubles(turn.unit, {one.id for one in leaders})
    for one in leaders:
        turn.say("board-contact", name=one.name, phone=phone_words(turn, one.phone))
        if one.id in troubles:
            turn.say_rich(turn.text(f"reach-{troubles[one.id]}"))
    if not leaders:
        turn.say("board-contact-nobody")
    ways = _contact_ways(turn, meeting, chapter, leaders)
    show(turn, *ways, navigation=(Choice("board", turn.label("menu-board")),))


def _contact_ways(
    turn: Turn, meeting: Meeting, chapter: Chapter, leaders: Sequence[Person]
) -> list[Choice]:
    """Returns what can be done about a report that is missing."""
    is_closed, has_come = meeting.is_closed(turn.today), meeting.has_come(turn.today)
    ways = []
    if has_come and not is_closed and may(Right.NUDGE, turn.posts, chapter, turn.today):
        ways.append(Choice(f"nudge.m{meeting.id}", turn.label("nudge-button-here")))
    if has_come and not is_closed and may_type_for(turn.posts, chapter, turn.today):
        ways.append(Choice(f"report.{meeting.id}", turn.label("typed-button-type")))
    ways += [Choice(f"directory.p{one.id}", one.name) for one in leaders]
    if is_closed and may(Right.REOPEN_PERIOD, turn.posts, chapter, turn.today):
        ways.append(Choice(f"reopen.c{chapter.id}", turn.label("menu-reopen")))
    return ways
