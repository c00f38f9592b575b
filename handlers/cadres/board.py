"""The cadre's own chapters in a month: who has reported, and whom to call."""

from collections.abc import Sequence

from documents.usual_names import table_words
from domain.chapters import Chapter
from domain.meetings import Meeting
from domain.message import Choice
from domain.people import Person, Role
from domain.refusals import NotAllowed
from handlers.report_status import REPORTED, by_urgency, count_lines, line_button
from handlers.screen import Page, ScreenHandler, phone_words, show, take_page
from handlers.steps import choice, period_buttons, read_view, show_page, task_button
from operations.access import held, may
from operations.cadres.board import BoardFacts, board_facts
from operations.cadres.buttons import BoardOfMonth, ContactOfMeeting
from operations.contacts import contact_of, leaders_of
from operations.directory.directory_look import find_troubles
from operations.figures.overview import Overview, overview
from operations.notifications.buttons import NudgeMeeting
from operations.people.buttons import OpenPerson
from operations.report_status import OverviewLine, ReportStatus
from operations.reports.buttons import ReopenChapter, WriteReport
from operations.reports.on_behalf import may_type_for
from operations.rights import Right
from operations.turn import Turn
from operations.wording import day_words, period_words


class BoardHandler(ScreenHandler):
    """Shows the chapters of a month, or whom to ask."""

    name = "board"
    command = "chihoi|chapters"
    words = "command-board-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows the board or one contact."""
        if contact := ContactOfMeeting.read(argument):
            await _show_contact(turn, contact.meeting)
        else:
            await _show_board(turn, read_view(argument, BoardOfMonth, today=turn.today))


async def _show_board(turn: Turn, view: BoardOfMonth) -> None:
    posts = held(turn.posts, {Role.CADRE}, turn.today)
    if not posts:
        raise NotAllowed("board-no-chapter")
    found = await overview(turn.unit, posts, day=view.period.first_day, today=turn.today)
    page = take_page(by_urgency(found.lines), view.page)
    period = period_words(view.period, turn.language)
    turn.say("board-list", period=period, count=len(found.lines))
    if found.lines:
        turn.say_rich(count_lines(turn, found.total))
    turn.say_rich(*await _facts(turn, page))
    turn.say_rich(*await _unreached(turn, page))
    show_page(
        turn,
        page,
        view.at_page,
        *(line_button(turn, line) for line in page.items),
        *_ways_on(turn, found),
        navigation=period_buttons(turn, view.period, view.at_period),
    )


def _ways_on(turn: Turn, found: Overview) -> list[Choice]:
    """Returns what can be done for several chapters at once."""
    return [choice(turn, "nudge", "board-button-nudge")] if found.total.missing else []


async def _facts(turn: Turn, page: Page[OverviewLine]) -> list[str]:
    """Returns a line for each chapter of which there is more to say than who has reported."""
    facts = await board_facts(turn.unit, turn.require_person().id, page.items)
    noted = ((line, _notes(turn, line, facts[line.row.meeting_id])) for line in page.items)
    lines = [
        turn.text("board-line", chapter=line.row.chapter_name, notes="; ".join(notes))
        for line, notes in noted
        if notes
    ]
    return ["\n".join(lines)] if lines else []


def _notes(turn: Turn, line: OverviewLine, facts: BoardFacts) -> list[str]:
    notes = []
    if facts.difficulties:
        notes.append(turn.label("board-note-difficulties", count=facts.difficulties))
    if facts.presence is not None and line.status is not ReportStatus.NOT_YET_DUE:
        word = turn.label(f"attendance-{facts.presence}")
        notes.append(turn.label("board-note-presence", word=word))
    if facts.grade:
        notes.append(turn.label("board-note-grade", grade=table_words(facts.grade, turn.language)))
    return notes


async def _unreached(turn: Turn, page: Page[OverviewLine]) -> list[str]:
    """Returns whom to call about the chapters shown that owe a report, and why.

    Who keeps silent is called once the report is overdue.
    """
    owing = [line for line in page.items if line.status not in REPORTED]
    leaders = await leaders_of(turn.unit, [line.row.chapter_id for line in owing], day=turn.today)
    everybody = {person.id for persons in leaders.values() for person in persons}
    troubles = await find_troubles(turn.unit, everybody)
    lines = [
        turn.text(
            "board-unreached-line",
            chapter=line.row.chapter_name,
            name=person.name,
            phone=phone_words(turn, person.phone),
            why=turn.label(f"reach-{troubles[person.id]}"),
        )
        for line in owing
        for person in leaders.get(line.row.chapter_id, ())
        if person.id in troubles
        and (troubles[person.id] != "silent" or line.status is ReportStatus.MISSING)
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
    troubles = await find_troubles(turn.unit, {leader.id for leader in leaders})
    for leader in leaders:
        turn.say("board-contact", name=leader.name, phone=phone_words(turn, leader.phone))
        if leader.id in troubles:
            turn.say_rich(turn.text(f"reach-{troubles[leader.id]}"))
    if not leaders:
        turn.say("board-contact-nobody")
    ways = _contact_ways(turn, meeting, chapter, leaders)
    show(turn, *ways, navigation=(task_button(turn, "board"),))


def _contact_ways(
    turn: Turn, meeting: Meeting, chapter: Chapter, leaders: Sequence[Person]
) -> list[Choice]:
    """Returns what can be done about a report that is missing."""
    is_closed, has_come = meeting.is_closed(turn.today), meeting.has_come(turn.today)
    ways = []
    if has_come and not is_closed and may(Right.NUDGE, turn.posts, chapter, turn.today):
        ways.append(choice(turn, NudgeMeeting(meeting.id), "nudge-button-here"))
    if has_come and not is_closed and may_type_for(turn.posts, chapter, turn.today):
        ways.append(choice(turn, WriteReport(meeting.id), "typed-button-type"))
    ways += [Choice(OpenPerson(leader.id).key, leader.name) for leader in leaders]
    if is_closed and may(Right.REOPEN_PERIOD, turn.posts, chapter, turn.today):
        ways.append(choice(turn, ReopenChapter(chapter.id), "menu-reopen"))
    return ways
