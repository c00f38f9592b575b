"""A meeting outside the plan: which chapter, what sort, which day; then its report."""

from dataclasses import dataclass
from datetime import date, timedelta

from dialogue.inputs import Input, Press
from domain.buttons import Button, read_button
from domain.meetings import MeetingType
from domain.message import Choice
from domain.reading import ReadDate, parse_date
from domain.refusals import BadInput, Closed, Conflict, NotAllowed
from domain.report import check_meeting_date
from domain.talks import TaskState
from handlers.handler import Handler
from handlers.screen import PAGE, show
from handlers.steps import (
    CANCEL,
    YES,
    OfferedDay,
    ask_again,
    ask_words,
    ask_yes,
    choice,
    day_choices,
    pressed,
    say_refusal,
    task_button,
    typed_words,
)
from operations.access import own_chapters
from operations.directory.directory_look import chapters_of
from operations.meetings.extraordinary import (
    add_extraordinary,
    drop_extraordinary,
    list_extraordinary,
)
from operations.reports.buttons import EXTRA_BUTTONS, AddMeeting, DropMeeting
from operations.reports.opening import get_reported_chapter
from operations.turn import Turn
from operations.wording import day_words, weekday_words

_SORTS = (MeetingType.EXTRAORDINARY, MeetingType.THEMATIC)


class SortWanted(TaskState):
    """A chapter to which a meeting is to be added."""

    chapter: int
    name: str


class DayWanted(SortWanted):
    """The sort of meeting is known, its day is asked for."""

    sort: MeetingType


class ReadyToAdd(DayWanted):
    """All that was asked, shown for a yes."""

    day: date


@dataclass(frozen=True)
class OfferedDrop(Button, letter="x"):
    """A meeting that was added before, to be taken back."""

    meeting: int


class ExtraHandler:
    """Adds a meeting outside the plan of a chapter, or takes one back.

    `report` is the talk that goes on when the meeting has been.
    """

    name = "extra"
    command = "dotxuat|extra"
    words = "command-extra-words"
    takes_files = False

    def __init__(self, report: Handler) -> None:
        self._report = report

    async def begin(self, turn: Turn, argument: str) -> None:
        """Asks for the chapter, or for the sort of meeting where there is one chapter only."""
        own = sorted(own_chapters(turn.posts, turn.today))
        if not own:
            raise NotAllowed("not-your-chapter")
        match read_button(argument, *EXTRA_BUTTONS):
            case DropMeeting(meeting_id):
                await self._drop(turn, meeting_id)
            case AddMeeting(chapter_id):
                await self._ask_sort(turn, chapter_id)
            case _ if len(own) == 1:
                await self._ask_sort(turn, own[0])
            case _:
                known = await chapters_of(turn.unit, own)
                turn.say("extra-which")
                show(
                    turn, *(Choice(AddMeeting(chapter.id).key, chapter.name) for chapter in known)
                )

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the answer to the open question."""
        state = turn.state(ReadyToAdd, DayWanted, SortWanted)
        if given == CANCEL:
            turn.say("extra-left")
            show(turn)
            return
        if dropped := pressed(given, OfferedDrop):
            await self._drop(turn, dropped.meeting)
            return
        match state:
            case ReadyToAdd() if given == YES:
                await self._add(turn, state)
            case ReadyToAdd():
                ask_again(turn)
            case DayWanted():
                _take_day(turn, state, given)
            case SortWanted() if isinstance(given, Press) and given.key in set(_SORTS):
                turn.keep(DayWanted(**state.model_dump(), sort=MeetingType(given.key)))
                turn.say("extra-day")
                ask_words(turn, *_days(turn))
            case _:
                ask_again(turn)

    async def _ask_sort(self, turn: Turn, chapter_id: int) -> None:
        chapter = await get_reported_chapter(turn.unit, turn.posts, chapter_id, today=turn.today)
        waiting = await list_extraordinary(turn.unit, chapter_id, today=turn.today)
        turn.start(self.name, SortWanted(chapter=chapter_id, name=chapter.name))
        turn.say("extra-sort", chapter=chapter.name)
        drops = [
            choice(
                turn,
                OfferedDrop(meeting.id),
                "extra-button-drop-one",
                day=day_words(meeting.day),
            )
            for meeting in waiting[:PAGE]
            if meeting.day
        ]
        ask_words(turn, *(choice(turn, sort, f"extra-sort-{sort}") for sort in _SORTS), *drops)

    async def _add(self, turn: Turn, state: ReadyToAdd) -> None:
        try:
            added = await add_extraordinary(turn.context, state.chapter, state.day, state.sort)
        except (BadInput, Closed, Conflict) as refusal:
            say_refusal(turn, refusal)
            show(turn, task_button(turn, "extra"))
            return
        turn.leave()
        if added.has_come(turn.today):
            turn.say("extra-added")
            await self._report.begin(turn, str(added.id))
            return
        turn.say("extra-added-ahead", day=day_words(state.day))
        show(turn, choice(turn, DropMeeting(added.id), "extra-button-drop"))

    async def _drop(self, turn: Turn, meeting_id: int) -> None:
        dropped = await drop_extraordinary(
            turn.unit,
            person_id=turn.require_person().id,
            posts=turn.posts,
            meeting_id=meeting_id,
            today=turn.today,
            now=turn.now,
        )
        turn.say("extra-dropped", chapter=dropped.name)
        show(turn, task_button(turn, "extra"))


def _take_day(turn: Turn, state: DayWanted, given: Input) -> None:
    day = _read_day(turn, given)
    turn.keep(ReadyToAdd(**state.model_dump(), day=day))
    turn.say(
        "extra-look",
        sort=turn.label(f"meeting-{state.sort}"),
        chapter=state.name,
        day=weekday_words(day, turn.language),
    )
    ask_yes(turn, "extra-button-add")


def _days(turn: Turn) -> tuple[Choice, ...]:
    days = {"today": turn.today, "yesterday": turn.today - timedelta(days=1)}
    return day_choices(
        {turn.label(f"extra-day-{name}", day=day_words(day)): day for name, day in days.items()}
    )


def _read_day(turn: Turn, given: Input) -> date:
    if offered := pressed(given, OfferedDay):
        return offered.day
    text = typed_words(turn, given)
    refusal = BadInput("extra-bad-day", example=day_words(turn.today))
    for found in (
        parse_date(text, today=turn.today, towards="past"),
        parse_date(text, today=turn.today, towards="future"),
    ):
        if isinstance(found, ReadDate):
            try:
                check_meeting_date(found.day, today=turn.today, may_be_ahead=True)
            except BadInput as too_far:
                refusal = too_far
            else:
                return found.day
    raise refusal
