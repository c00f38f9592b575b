"""Grades of meetings: an evening's in one message by one tap each, or by the table of points."""

from datetime import date

from dialogue.inputs import Input
from dialogue.words import render_day
from documents.usual_names import table_words
from domain.buttons import read_button
from domain.message import Choice
from domain.people import Role
from domain.refusals import BadInput, Closed, Conflict
from domain.talks import TaskState
from handlers.cadres import score_sheet
from handlers.cadres.grade_words import (
    columns_of,
    evening_name,
    grade_buttons,
    meeting_lines,
    single_name,
)
from handlers.cadres.score_sheet import ScoreSheet
from handlers.screen import show, take_page
from handlers.steps import (
    CANCEL,
    ask_words,
    choice,
    reason_choices,
    say_refusal,
    show_page,
    take_reason,
)
from operations.access import held, own_chapters
from operations.cadres.buttons import (
    GRADE_BUTTONS,
    LOOKS,
    GradeDay,
    LookAsCadre,
    LookAsUnit,
    MarkAsCadre,
    MarkAsUnit,
    SheetOfCadre,
    SheetOfUnit,
)
from operations.cadres.grading import (
    Grading,
    Mark,
    check_grade_reason,
    get_grading,
    grade_meeting,
    list_evening_gradings,
    list_grading_days,
    list_own_gradings,
    may_grade,
    needs_reason,
    require_open,
)
from operations.reports.buttons import SeeReport
from operations.turn import Turn
from operations.wording import day_words
from storage.cadres.meeting_grades import Source

_PAGE = 5
_SHOWN_DAYS = 4
_REASON = "grade-reason-"
_REASONS = ("few", "unprepared", "no-talk", "wrong-day", "no-minutes")


class GradeWithoutReason(TaskState):
    """A grade that waits for its reason."""

    meeting: int
    source: Source
    version: int
    grade: str
    points: dict[str, int]


class GradeHandler:
    """Shows the meetings of a day, or one to grade; takes grades, points and reasons."""

    name = "grade"
    command = "chamdiem|grade"
    words = "command-grade-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Opens what is named, else the day that waits, else one's own meetings."""
        match read_button(argument, *GRADE_BUTTONS):
            case MarkAsCadre() | MarkAsUnit() as mark:
                given = Mark(grade=mark.grade, version=mark.version)
                await self._record(turn, mark.meeting, mark.source, given)
            case SheetOfCadre() | SheetOfUnit() as sheet:
                await self._open_sheet(turn, sheet.meeting, sheet.source)
            case LookAsCadre() | LookAsUnit() as look:
                await _show_meeting(turn, look.meeting, look.source)
            case GradeDay(day, page):
                await _show_day(turn, day, page)
            case _ if held(turn.posts, {Role.CADRE}, turn.today):
                await _show_waiting(turn)
            case _:
                await _show_own(turn)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes a reason, or points of the open table."""
        state = turn.state(GradeWithoutReason, ScoreSheet)
        if given == CANCEL:
            turn.say("grade-left")
            look = LOOKS[state.source](state.meeting)
            show(turn, choice(turn, look, "grade-button-again"))
        elif isinstance(state, GradeWithoutReason):
            reason = take_reason(turn, given, _REASON, _REASONS)
            check_grade_reason(reason)
            mark = Mark(
                grade=state.grade, points=state.points, reason=reason, version=state.version
            )
            await self._record(turn, state.meeting, state.source, mark)
        elif (points := await score_sheet.take(turn, state, given)) is not None:
            mark = Mark(points=points, version=state.version)
            await self._record(turn, state.meeting, state.source, mark)

    async def _record(self, turn: Turn, meeting_id: int, source: Source, mark: Mark) -> None:
        grading = await get_grading(turn.unit, turn.posts, meeting_id, today=turn.today)
        grade = score_sheet.grade_of(grading, mark)
        if (
            needs_reason(grading, source, grade)
            and not mark.reason
            and _is_wanted(turn, grading, source)
        ):
            self._ask_reason(turn, grading, source, mark)
            return
        try:
            graded = await grade_meeting(
                turn.context, meeting_id=meeting_id, source=source, mark=mark
            )
        except Conflict as refusal:
            say_refusal(turn, refusal)
        else:
            grade = table_words(graded.names[source], turn.language)
            turn.say("grade-recorded", grade=grade, chapter=graded.chapter.name)
            turn.say("grade-can-change", day=day_words(graded.meeting.closes_on))
        await _show_after(turn, grading, source)

    def _ask_reason(self, turn: Turn, grading: Grading, source: Source, mark: Mark) -> None:
        state = GradeWithoutReason(
            meeting=grading.meeting.id,
            source=source,
            version=mark.version,
            grade=mark.grade,
            points=dict(mark.points),
        )
        turn.start(self.name, state)
        grade = grading.table.find_grade(score_sheet.grade_of(grading, mark))
        words = table_words(grade.name, turn.language) if grade else mark.grade
        turn.say("grade-why", chapter=grading.chapter.name, grade=words)
        ask_words(turn, *reason_choices(turn, _REASON, _REASONS))

    async def _open_sheet(self, turn: Turn, meeting_id: int, source: Source) -> None:
        grading = await get_grading(turn.unit, turn.posts, meeting_id, today=turn.today)
        if not grading.asks_for_points or not may_grade(turn.posts, grading, source, turn.clock):
            await _show_meeting(turn, meeting_id, source)
            return
        score_sheet.open_sheet(turn, self.name, grading, source)


async def _show_waiting(turn: Turn) -> None:
    """Shows the newest day with meetings to grade, else says that there is none."""
    found = await list_grading_days(turn.unit, turn.require_person().id, clock=turn.clock)
    waiting = [day.day for day in found if day.open] or [day.day for day in found]
    if waiting:
        await _show_day(turn, waiting[0], 1)
    else:
        turn.say("grade-nothing")
        show(turn)


async def _show_day(turn: Turn, day: date, number: int) -> None:
    person_id = turn.require_person().id
    found = await list_evening_gradings(
        turn.unit, person_id, turn.posts, day=day, today=turn.today
    )
    page = take_page(found, number, size=_PAGE)
    turn.say("grade-day" if found else "grade-day-empty", day=render_day(day, turn.language))
    buttons: list[Choice] = []
    for at, grading in enumerate(page.items, start=page.first + 1):
        mark = at if len(found) > 1 else 0
        turn.say_rich(meeting_lines(turn, grading, name=evening_name(grading, mark)))
        if may_grade(turn.posts, grading, Source.CADRE, turn.clock):
            buttons += grade_buttons(turn, grading, Source.CADRE, number=mark)
    if found and not buttons:
        _say_if_shut(turn, found[0])
    days = await list_grading_days(turn.unit, person_id, clock=turn.clock)
    others = [other for other in days if other.open and other.day != day][:_SHOWN_DAYS]
    show_page(
        turn,
        page,
        lambda number: GradeDay(day, number),
        *buttons,
        navigation=tuple(
            choice(
                turn,
                GradeDay(other.day),
                "grade-button-day",
                day=day_words(other.day),
                open=other.open,
            )
            for other in others
        ),
        columns=columns_of(buttons),
    )


async def _show_meeting(turn: Turn, meeting_id: int, source: Source) -> None:
    grading = await get_grading(turn.unit, turn.posts, meeting_id, today=turn.today)
    turn.say_rich(meeting_lines(turn, grading, name=single_name(turn, grading)))
    buttons: list[Choice] = []
    if may_grade(turn.posts, grading, source, turn.clock):
        turn.say(f"grade-ask-{source}")
        buttons = grade_buttons(turn, grading, source)
    else:
        _say_if_shut(turn, grading)
    report = choice(turn, SeeReport(meeting_id), "button-view-report")
    show(
        turn, *buttons, navigation=(report,) if grading.report else (), columns=columns_of(buttons)
    )


async def _show_own(turn: Turn) -> None:
    """Shows the meetings of one's own chapters that the unit can grade itself."""
    own = own_chapters(turn.posts, turn.today)
    found = await list_own_gradings(turn.unit, turn.posts, own, today=turn.today)
    turn.say("grade-own" if found else "grade-own-empty")
    show(
        turn,
        *(
            Choice(LookAsUnit(grading.meeting.id).key, single_name(turn, grading))
            for grading in found[:_PAGE]
        ),
    )


async def _show_after(turn: Turn, grading: Grading, source: Source) -> None:
    """Shows the evening again where it has several meetings, else the meeting."""
    if source is Source.CADRE:
        evening = await list_evening_gradings(
            turn.unit, turn.require_person().id, turn.posts, day=grading.day, today=turn.today
        )
        ids = [other.meeting.id for other in evening]
        if len(ids) > 1 and grading.meeting.id in ids:
            page = ids.index(grading.meeting.id) // _PAGE + 1
            await _show_day(turn, grading.day, page)
            return
    await _show_meeting(turn, grading.meeting.id, source)


def _say_if_shut(turn: Turn, grading: Grading) -> None:
    """Says why nobody can grade a meeting now, if that is so."""
    try:
        require_open(grading, turn.clock)
    except (BadInput, Closed) as refusal:
        say_refusal(turn, refusal)


def _is_wanted(turn: Turn, grading: Grading, source: Source) -> bool:
    """True where a grade would be taken: who may not give grading is not asked why."""
    return may_grade(turn.posts, grading, source, turn.clock)
