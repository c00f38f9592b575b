"""My reports: the last twelve, and each of them in full."""

from itertools import pairwise

from domain.buttons import read_button
from domain.message import Choice
from domain.records import Revision
from domain.report import ReportState
from domain.reviews import ReviewState
from handlers.cadres.grade_words import given_line, grade_ways
from handlers.reports.review_words import say_review, state_words
from handlers.reports.typed_words import say_typed
from handlers.screen import (
    ScreenHandler,
    page_buttons,
    phone_words,
    say_page,
    shorten,
    show,
    take_page,
)
from operations.cadres.grading import get_grading
from operations.contacts import staff_of
from operations.documents.buttons import TakeMinutes
from operations.reports.archive import ArchivedReport, get_archived
from operations.reports.buttons import (
    HISTORY_BUTTONS,
    HearRecordings,
    ReopenPeriod,
    ReportPage,
    SeePhotos,
    SeeReport,
    WriteReport,
)
from operations.reports.history import ReportLine, list_reports
from operations.reports.review_states import list_states
from operations.reports.words import ReportWords, list_changes
from operations.turn import Turn
from operations.wording import day_words, moment_words, period_words
from storage.cadres.meeting_grades import Source
from texts import Rich, escape_rich

_PAGE = 6
_LONGEST_VALUE = 300
_CHANGES_SHOWN = 5


class HistoryHandler(ScreenHandler):
    """Lists the newest reports, shows one, its photos, its recordings."""

    name = "history"
    command = "lichsu|history"
    words = "command-history-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows the list, a report, or its photos or recordings."""
        match read_button(argument, *HISTORY_BUTTONS):
            case SeeReport(meeting_id):
                await self._show_report(turn, meeting_id)
            case SeePhotos(meeting_id):
                found = await get_archived(turn.unit, turn.posts, meeting_id, today=turn.today)
                _show_files(turn, meeting_id, "photos", found.photos)
            case HearRecordings(meeting_id):
                found = await get_archived(turn.unit, turn.posts, meeting_id, today=turn.today)
                _show_files(turn, meeting_id, "voices", found.recordings)
            case ReportPage(number):
                await self._show_list(turn, number)
            case _:
                await self._show_list(turn, 1)

    async def _show_list(self, turn: Turn, number: int) -> None:
        found = await list_reports(turn.unit, turn.posts, today=turn.today)
        if not found:
            turn.say("history-empty")
            show(turn)
            return
        page = take_page(found, number, size=_PAGE)
        states = await list_states(turn.unit, [line.report for line in page.items])
        turn.say("history-list", count=len(found))
        say_page(turn, page)
        show(
            turn,
            *(_button(turn, line, states[line.report.id]) for line in page.items),
            navigation=page_buttons(turn, page, ReportPage),
        )

    async def _show_report(self, turn: Turn, meeting_id: int) -> None:
        found = await get_archived(turn.unit, turn.posts, meeting_id, today=turn.today)
        view, words = found.view, _words(turn, found)
        turn.say(
            "history-report",
            number=view.report.number,
            chapter=view.chapter.name,
            period=period_words(view.meeting.period, turn.language),
        )
        lines = words.lines(view.report.answers).items()
        turn.say_rich("\n".join(_line(turn, name, value) for name, value in lines))
        _say_sent(turn, found)
        grading = await get_grading(turn.unit, turn.posts, meeting_id, today=turn.today)
        given = [given_line(turn, grading, source) for source in Source if source in grading.given]
        turn.say_rich(*given)
        typed = await say_typed(turn, found)
        reviews = await say_review(turn, found)
        for old, new in list(pairwise(view.revisions))[-_CHANGES_SHOWN:]:
            turn.say_rich(_change(turn, found, old, new))
        if view.meeting.is_closed(turn.today):
            await _say_who_can_open(turn, found)
        ways = (
            *typed,
            *reviews,
            *_ways_on(turn, found),
            *grade_ways(turn, grading),
            *_reopening(turn, found),
        )
        show(turn, *ways, navigation=(_back(turn, "history"),))


def _show_files(turn: Turn, meeting_id: int, name: str, files: tuple[int, ...]) -> None:
    turn.say(f"history-{name}" if files else f"history-{name}-none", count=len(files))
    show(turn, navigation=(_back(turn, SeeReport(meeting_id).key),))
    turn.attachments = files


def _button(turn: Turn, line: ReportLine, state: ReviewState) -> Choice:
    words = turn.label(
        "history-button",
        period=period_words(line.meeting.period, turn.language),
        chapter=line.chapter.name,
        state=state_words(turn, line.report, state),
    )
    return Choice(SeeReport(line.meeting.id).key, shorten(words))


def _words(turn: Turn, found: ArchivedReport) -> ReportWords:
    return ReportWords(turn.language, found.view.chapter, found.topics, found.levels, found.asked)


def _line(turn: Turn, name: str, value: str) -> Rich:
    return turn.text("history-line", name=name, value=shorten(value, _LONGEST_VALUE))


def _say_sent(turn: Turn, found: ArchivedReport) -> None:
    report = found.view.report
    first = found.view.revisions[0]
    turn.say(
        "history-sent" if report.on_time else "history-sent-late",
        at=moment_words(turn.policy.local(report.first_sent_at), turn.language),
        who=_who(turn, found, first),
    )


def _who(turn: Turn, found: ArchivedReport, revision: Revision) -> str:
    names = found.view.names
    who = names.get(revision.person_id or 0) or turn.label("history-somebody")
    if revision.typed_by is None:
        return who
    typist = names.get(revision.typed_by) or turn.label("history-somebody")
    return turn.label("typed-for", who=who, by=typist)


def _change(turn: Turn, found: ArchivedReport, old: Revision, new: Revision) -> Rich:
    """Returns who changed what and when, value by value."""
    words = _words(turn, found)
    nothing = turn.label("history-nothing")
    changes = [
        turn.text(
            "history-change-line",
            name=name,
            before=shorten(before, _LONGEST_VALUE) or nothing,
            after=shorten(after, _LONGEST_VALUE) or nothing,
        )
        for name, before, after in list_changes(words.lines(old.answers), words.lines(new.answers))
    ]
    head = turn.text(
        "history-change",
        number=new.version - 1,
        at=moment_words(turn.policy.local(new.at), turn.language),
        who=_who(turn, found, new),
    )
    return Rich("\n".join([head, *(changes or [turn.text("history-change-none")])]))


async def _say_who_can_open(turn: Turn, found: ArchivedReport) -> None:
    staff = await staff_of(turn.unit, found.view.chapter.id, day=turn.today)
    named = (
        turn.text("history-contact", name=person.name, phone=phone_words(turn, person.phone))
        for person in staff[:2]
    )
    turn.say(
        "history-closed" if staff else "history-closed-nobody",
        day=day_words(found.view.meeting.closes_on),
        staff=Rich(", ".join(named)) if staff else escape_rich(""),
    )


def _ways_on(turn: Turn, found: ArchivedReport) -> list[Choice]:
    meeting_id = found.view.meeting.id
    photos, recordings = len(found.photos), len(found.recordings)
    ways = []
    if found.may_correct:
        ways.append(Choice(WriteReport(meeting_id).key, turn.label("history-button-correct")))
    if found.view.report.state is ReportState.HELD:
        minutes = TakeMinutes(meeting_id).key
        ways.append(Choice(minutes, turn.label("history-button-minutes")))
    if photos:
        words = turn.label("history-button-photos", count=photos)
        ways.append(Choice(SeePhotos(meeting_id).key, words))
    if recordings:
        words = turn.label("history-button-voices", count=recordings)
        ways.append(Choice(HearRecordings(meeting_id).key, words))
    return ways


def _reopening(turn: Turn, found: ArchivedReport) -> list[Choice]:
    """Returns the way to open the report's closed period again, for those who may."""
    if not found.may_reopen:
        return []
    button = ReopenPeriod(found.view.chapter.id, str(found.view.meeting.period))
    return [Choice(button.key, turn.label("reopen-button-yes"))]


def _back(turn: Turn, key: str) -> Choice:
    return Choice(key, turn.label("button-back"))
