"""Grades of meetings: an evening's in one message by one tap each, or by the table of points."""

from datetime import date

from dialogue.inputs import Input, Press, Say
from dialogue.words import render_day
from domain.message import Choice, Expects
from domain.people import Role
from domain.refusals import BadInput, Closed, Conflict
from handlers.cadres import score_sheet
from handlers.cadres.grade_words import (
    LOOKS,
    MARKS,
    SHEETS,
    columns_of,
    evening_name,
    grade_buttons,
    meeting_lines,
    single_name,
)
from handlers.standing import page_buttons, parse_number, say_page, show, take_page
from operations.access import held, own_chapters
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
_BY_LETTER = {
    letter: source for letters in (LOOKS, MARKS, SHEETS) for source, letter in letters.items()
}


class GradeHandler:
    """Shows the meetings of a day ("2026-11-05", with a page "2026-11-05p2"), or one to grade.

    "m12" is a meeting as the cadre grades it, "s12" as the unit does; "t12.0.tot" and
    "u12.0.tot" mark it (version seen, grade), "p12" and "q12" open the table of points. The
    state holds what is being marked while a reason or points are asked for.
    """

    name = "grade"
    command = "chamdiem|grade"
    words = "command-grade-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Opens what is named, else the day that waits, else one's own meetings."""
        letter, rest = argument[:1], argument[1:]
        day, _, page = argument.partition("p")
        source = _BY_LETTER.get(letter)
        if source and letter in MARKS.values():
            await self._mark(turn, rest, source)
        elif source and letter in SHEETS.values():
            await self._open_sheet(turn, parse_number(rest), source)
        elif source:
            await _show_one(turn, parse_number(rest), source)
        elif wanted := _parse_day(day):
            await _show_day(turn, wanted, parse_number(page))
        elif held(turn.posts, {Role.CADRE}, turn.today):
            await _show_waiting(turn)
        else:
            await _show_own(turn)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes a reason, or points of the open table."""
        state = turn.talk.state
        if given == Press("cancel"):
            look = f"grade.{LOOKS[_source(turn)]}{state['meeting']}"
            turn.say("grade-left")
            show(turn, Choice(look, turn.label("grade-button-again")))
        elif state["phase"] == "reason":
            await self._take_reason(turn, given)
        elif (points := await score_sheet.take(turn, given)) is not None:
            mark = Mark(points=points, version=state["version"])
            await self._record(turn, state["meeting"], _source(turn), mark)

    async def _mark(self, turn: Turn, rest: str, source: Source) -> None:
        number, _, mark = rest.partition(".")
        version, _, grade = mark.partition(".")
        await self._record(
            turn,
            parse_number(number),
            source,
            Mark(grade=grade, version=parse_number(version)),
        )

    async def _record(self, turn: Turn, meeting_id: int, source: Source, mark: Mark) -> None:
        one = await get_grading(turn.unit, turn.posts, meeting_id, today=turn.today)
        grade = score_sheet.grade_of(one, mark)
        if needs_reason(one, source, grade) and not mark.reason and _is_wanted(turn, one, source):
            self._ask_reason(turn, one, source, mark)
            return
        try:
            graded = await grade_meeting(
                turn.unit,
                by=turn.require_person(),
                posts=turn.posts,
                meeting_id=meeting_id,
                source=source,
                mark=mark,
                policy=turn.policy,
                now=turn.now,
            )
        except Conflict as refusal:
            turn.say(refusal.code, **refusal.facts)
        else:
            turn.say("grade-recorded", grade=graded.names[source], chapter=graded.chapter.name)
            turn.say("grade-can-change", day=day_words(graded.meeting.closes_on))
        await _show_after(turn, one, source)

    def _ask_reason(self, turn: Turn, one: Grading, source: Source, mark: Mark) -> None:
        turn.leave()
        turn.talk.handler = self.name
        turn.talk.state = {
            "phase": "reason",
            "meeting": one.meeting.id,
            "source": str(source),
            "version": mark.version,
            "grade": mark.grade,
            "points": dict(mark.points),
        }
        grade = one.table.find_grade(score_sheet.grade_of(one, mark))
        turn.say("grade-why", chapter=one.chapter.name, grade=grade.name if grade else mark.grade)
        turn.ask(
            tuple(Choice(f"r{name}", turn.label(f"grade-reason-{name}")) for name in _REASONS),
            expects=Expects.TEXT,
            navigation=(Choice("cancel", turn.label("button-cancel")),),
        )

    async def _take_reason(self, turn: Turn, given: Input) -> None:
        state = turn.talk.state
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
        mark = Mark(
            grade=state["grade"],
            points=state["points"],
            reason=reason,
            version=state["version"],
        )
        await self._record(turn, state["meeting"], _source(turn), mark)

    async def _open_sheet(self, turn: Turn, meeting_id: int, source: Source) -> None:
        one = await get_grading(turn.unit, turn.posts, meeting_id, today=turn.today)
        if not one.asks_for_points or not may_grade(turn.posts, one, source, turn.clock):
            await _show_one(turn, meeting_id, source)
            return
        turn.leave()
        turn.talk.handler = self.name
        score_sheet.open_sheet(turn, one, source)


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
            *page_buttons(turn, page, f"grade.{day.isoformat()}p"),
            *(
                Choice(
                    f"grade.{one.day.isoformat()}",
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
        *(
            Choice(f"grade.{LOOKS[Source.SELF]}{one.meeting.id}", single_name(turn, one))
            for one in found[:_PAGE]
        ),
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


def _source(turn: Turn) -> Source:
    return Source(turn.talk.state["source"])


def _parse_day(argument: str) -> date | None:
    try:
        return date.fromisoformat(argument)
    except ValueError:
        return None
