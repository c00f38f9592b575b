"""Grades of meetings: an evening's in one message by one tap each, or by the table of points."""

from datetime import date

from dialogue.inputs import Input, Press, Say
from dialogue.words import render_day
from domain.buttons import read_button
from domain.message import Choice, Expects
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
from handlers.screen import page_buttons, say_page, show, take_page
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
from operations.turn import Turn
from operations.wording import day_words
from storage.cadres.meeting_grades import Source

_PAGE = 5
_SHOWN_DAYS = 4
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
                await _show_one(turn, look.meeting, look.source)
            case GradeDay(day, page):
                await _show_day(turn, day, page)
            case _ if held(turn.posts, {Role.CADRE}, turn.today):
                await _show_waiting(turn)
            case _:
                await _show_own(turn)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes a reason, or points of the open table."""
        state = turn.state(GradeWithoutReason, ScoreSheet)
        if given == Press("cancel"):
            turn.say("grade-left")
            look = LOOKS[state.source](state.meeting)
            show(turn, Choice(look.key, turn.label("grade-button-again")))
        elif isinstance(state, GradeWithoutReason):
            await self._take_reason(turn, state, given)
        elif (points := await score_sheet.take(turn, state, given)) is not None:
            mark = Mark(points=points, version=state.version)
            await self._record(turn, state.meeting, state.source, mark)

    async def _record(self, turn: Turn, meeting_id: int, source: Source, mark: Mark) -> None:
        one = await get_grading(turn.unit, turn.posts, meeting_id, today=turn.today)
        grade = score_sheet.grade_of(one, mark)
        if needs_reason(one, source, grade) and not mark.reason and _is_wanted(turn, one, source):
            self._ask_reason(turn, one, source, mark)
            return
        try:
            graded = await grade_meeting(
                turn.context, meeting_id=meeting_id, source=source, mark=mark
            )
        except Conflict as refusal:
            turn.say(refusal.code, **refusal.facts)
        else:
            turn.say("grade-recorded", grade=graded.names[source], chapter=graded.chapter.name)
            turn.say("grade-can-change", day=day_words(graded.meeting.closes_on))
        await _show_after(turn, one, source)

    def _ask_reason(self, turn: Turn, one: Grading, source: Source, mark: Mark) -> None:
        state = GradeWithoutReason(
            meeting=one.meeting.id,
            source=source,
            version=mark.version,
            grade=mark.grade,
            points=dict(mark.points),
        )
        turn.start(self.name, state)
        grade = one.table.find_grade(score_sheet.grade_of(one, mark))
        turn.say("grade-why", chapter=one.chapter.name, grade=grade.name if grade else mark.grade)
        turn.ask(
            tuple(Choice(f"r{name}", turn.label(f"grade-reason-{name}")) for name in _REASONS),
            expects=Expects.TEXT,
            navigation=(Choice("cancel", turn.label("button-cancel")),),
        )

    async def _take_reason(self, turn: Turn, state: GradeWithoutReason, given: Input) -> None:
        if isinstance(given, Press) and given.key[1:] in _REASONS:
            reason = turn.label(f"grade-reason-{given.key[1:]}")
        else:
            reason = given.text if isinstance(given, Say) else ""
        try:
            check_grade_reason(reason)
        except BadInput as refusal:
            turn.say(refusal.code, **refusal.facts)
            turn.repeat_prompt()
            return
        mark = Mark(grade=state.grade, points=state.points, reason=reason, version=state.version)
        await self._record(turn, state.meeting, state.source, mark)

    async def _open_sheet(self, turn: Turn, meeting_id: int, source: Source) -> None:
        one = await get_grading(turn.unit, turn.posts, meeting_id, today=turn.today)
        if not one.asks_for_points or not may_grade(turn.posts, one, source, turn.clock):
            await _show_one(turn, meeting_id, source)
            return
        score_sheet.open_sheet(turn, self.name, one, source)


async def _show_waiting(turn: Turn) -> None:
    """Shows the newest day with meetings to grade, else says that there is none."""
    found = await list_grading_days(turn.unit, turn.require_person().id, clock=turn.clock)
    waiting = [one.day for one in found if one.open] or [one.day for one in found]
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
    for at, one in enumerate(page.items, start=page.first + 1):
        mark = at if len(found) > 1 else 0
        turn.say_rich(meeting_lines(turn, one, name=evening_name(one, mark)))
        if may_grade(turn.posts, one, Source.CADRE, turn.clock):
            buttons += grade_buttons(turn, one, Source.CADRE, number=mark)
    if found and not buttons:
        _say_if_shut(turn, found[0])
    say_page(turn, page)
    days = await list_grading_days(turn.unit, person_id, clock=turn.clock)
    others = [one for one in days if one.open and one.day != day][:_SHOWN_DAYS]
    show(
        turn,
        *buttons,
        navigation=(
            *page_buttons(turn, page, lambda number: GradeDay(day, number)),
            *(
                Choice(
                    GradeDay(one.day).key,
                    turn.label("grade-button-day", day=day_words(one.day), open=one.open),
                )
                for one in others
            ),
        ),
        columns=columns_of(buttons),
    )


async def _show_one(turn: Turn, meeting_id: int, source: Source) -> None:
    one = await get_grading(turn.unit, turn.posts, meeting_id, today=turn.today)
    turn.say_rich(meeting_lines(turn, one, name=single_name(turn, one)))
    buttons: list[Choice] = []
    if may_grade(turn.posts, one, source, turn.clock):
        turn.say(f"grade-ask-{source}")
        buttons = grade_buttons(turn, one, source)
    else:
        _say_if_shut(turn, one)
    report = Choice(f"history.{meeting_id}", turn.label("button-view-report"))
    show(
        turn,
        *buttons,
        navigation=(report,) if one.report else (),
        columns=columns_of(buttons),
    )


async def _show_own(turn: Turn) -> None:
    """Shows the meetings of one's own chapters that the unit can grade itself."""
    own = own_chapters(turn.posts, turn.today)
    found = await list_own_gradings(turn.unit, turn.posts, own, today=turn.today)
    turn.say("grade-own" if found else "grade-own-empty")
    show(
        turn,
        *(Choice(LookAsUnit(one.meeting.id).key, single_name(turn, one)) for one in found[:_PAGE]),
    )


async def _show_after(turn: Turn, one: Grading, source: Source) -> None:
    """Shows the evening again where it has several meetings, else the meeting."""
    if source is Source.CADRE:
        evening = await list_evening_gradings(
            turn.unit, turn.require_person().id, turn.posts, day=one.day, today=turn.today
        )
        ids = [other.meeting.id for other in evening]
        if len(ids) > 1 and one.meeting.id in ids:
            page = ids.index(one.meeting.id) // _PAGE + 1
            await _show_day(turn, one.day, page)
            return
    await _show_one(turn, one.meeting.id, source)


def _say_if_shut(turn: Turn, one: Grading) -> None:
    """Says why nobody can grade a meeting now, if that is so."""
    try:
        require_open(one, turn.clock)
    except (BadInput, Closed) as refusal:
        turn.say(refusal.code, **refusal.facts)


def _is_wanted(turn: Turn, one: Grading, source: Source) -> bool:
    """True where a grade would be taken: who may not give one is not asked why."""
    return may_grade(turn.posts, one, source, turn.clock)
