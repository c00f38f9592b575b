"""Grades of meetings: the unit's own word and the cadre's, by the table of place, kind and day."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from domain.chapters import Chapter, Recording
from domain.grading import Grade, Score, ScoreTable, compute, facts_of, points_of, total_of
from domain.meetings import Meeting, MeetingState, subject_of
from domain.people import Post
from domain.policy import Policy
from domain.reading import clean_text
from domain.records import Report
from domain.refusals import BadInput, Closed, Conflict, NotAllowed, NotFound
from operations.access import may, require_reporter, require_sight
from operations.cadres.attendance import list_evening
from operations.cadres.score_tables import tables_for
from operations.context import ActorContext
from operations.lengths import check_length
from operations.rights import Right
from operations.wording import day_words, moment_words
from storage import UnitOfWork
from storage.cadres import meeting_grades, score_tables
from storage.cadres.meeting_grades import GradingDay, MeetingGrade, Source
from storage.directory import chapters
from storage.maintenance import audit
from storage.meetings import meetings
from storage.people import people
from storage.reports import reports

_BACK = timedelta(days=45)
_SHORTEST_REASON, _LONGEST_REASON = 3, 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Grading:
    """A meeting with all that its grade rests on; `scores` are the parts worked out.

    `given` are the grades by source, `names` their words by the table they were given by.
    """

    meeting: Meeting
    chapter: Chapter
    table: ScoreTable
    report: Report | None
    scores: tuple[Score, ...]
    given: Mapping[Source, MeetingGrade]
    names: Mapping[Source, str]

    @property
    def is_frame(self) -> bool:
        """True where only the final grade is put on record."""
        return self.chapter.kind.recording is Recording.FRAME

    @property
    def asks_for_points(self) -> bool:
        """True where the parts of the table are judged one by one."""
        return self.table.asks_for_points and not self.is_frame

    @property
    def day(self) -> date:
        """The day of the meeting as far as is known."""
        return _day(self.meeting, self.report)

    def version(self, source: Source) -> int:
        """Returns the version of a grade, 0 if there is none."""
        given = self.given.get(source)
        return given.version if given else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What somebody gives a meeting: a grade, or the points of every part; `version` was seen."""

    grade: str = ""
    points: Mapping[str, int] = field(default_factory=dict)
    reason: str = ""
    version: int = 0


async def list_grading_days(
    unit: UnitOfWork, person_id: int, *, clock: datetime
) -> list[GradingDay]:
    """Returns the days of a cadre's meetings that can be graded now, the newest first."""
    return await meeting_grades.list_days(unit, person_id, first=clock.date() - _BACK, clock=clock)


async def list_evening_gradings(
    unit: UnitOfWork, person_id: int, posts: Sequence[Post], *, day: date, today: date
) -> list[Grading]:
    """Returns the meetings of a day that a cadre is assigned to and may grade, by hour."""
    evening = [meeting.meeting_id for meeting in await list_evening(unit, person_id, day=day)]
    found = await _load(unit, evening)
    return [grading for grading in found if may(Right.GRADE, posts, grading.chapter, today)]


async def list_own_gradings(
    unit: UnitOfWork, posts: Sequence[Post], chapter_ids: Collection[int], *, today: date
) -> list[Grading]:
    """Returns the meetings held of one's own chapters that the unit can still grade itself."""
    still_open = await meetings.list_open(unit, chapter_ids, today=today)
    found = await _load(
        unit, [meeting.id for meeting in still_open if meeting.state is MeetingState.HELD]
    )
    return [grading for grading in found if may(Right.SEND_REPORT, posts, grading.chapter, today)]


async def name_grades(unit: UnitOfWork, meeting_ids: Collection[int]) -> dict[int, str]:
    """Returns the words of the grades that meetings have, the cadre's before the unit's own."""
    return {
        grading.meeting.id: grading.names.get(Source.CADRE) or grading.names[Source.SELF]
        for grading in await _load(unit, sorted(meeting_ids))
        if grading.names
    }


async def get_grading(
    unit: UnitOfWork, posts: Sequence[Post], meeting_id: int, *, today: date
) -> Grading:
    """Returns a meeting in one's sight with its grades; raises NotFound."""
    found = await _load(unit, [meeting_id])
    if not found:
        raise NotFound("not-in-sight")
    require_sight(posts, found[0].chapter, today)
    return found[0]


def may_grade(posts: Sequence[Post], grading: Grading, source: Source, clock: datetime) -> bool:
    """True when somebody may give this meeting a grade now."""
    right = Right.GRADE if source is Source.CADRE else Right.SEND_REPORT
    meeting, today = grading.meeting, clock.date()
    has_been = meeting.state is not MeetingState.NOT_HELD and meeting.has_begun(grading.day, clock)
    return has_been and not meeting.is_closed(today) and may(right, posts, grading.chapter, today)


async def grade_meeting(
    context: ActorContext,
    *,
    meeting_id: int,
    source: Source,
    mark: Mark,
) -> Grading:
    """Writes a grade and returns the meeting with it; the same mark again changes nothing.

    Raises NotFound, NotAllowed, Closed after the closing day, BadInput for a meeting that has
    not been, a grade outside the table or a low one without a reason, and Conflict if somebody
    else's grade came first.
    """
    clock = context.policy.local(context.now).replace(tzinfo=None)
    grading = await get_grading(context.unit, context.posts, meeting_id, today=clock.date())
    _require_may(context.posts, grading, source, clock.date())
    require_open(grading, clock)
    grade, total = _check(grading, source, mark)
    before = grading.given.get(source)
    if (
        before
        and before.person_id == context.actor.id
        and _says(before) == _told(grade, mark, grading)
    ):
        return grading
    new = MeetingGrade(
        meeting_id=meeting_id,
        source=source,
        person_id=context.actor.id,
        table_id=grading.table.id,
        points=_points(grading, mark),
        total=total,
        grade=grade.key,
        reason=clean_text(mark.reason),
        at=context.now,
        version=mark.version + 1,
    )
    if grading.version(source) != mark.version or not await meeting_grades.put(context.unit, new):
        raise await _came_first(context.unit, meeting_id, source, context.policy)
    audit.add_later(
        context.unit,
        audit.Entry(
            person_id=context.actor.id,
            action="meeting.graded" if source is Source.CADRE else "meeting.self_graded",
            subject=subject_of(meeting_id),
            before=_noted(before, grading) if before else None,
            after=_noted(new, grading),
        ),
        now=context.now,
    )
    return replace(
        grading, given={**grading.given, source: new}, names={**grading.names, source: grade.name}
    )


def needs_reason(grading: Grading, source: Source, grade: str) -> bool:
    """True where a grade is not taken without a reason; the unit's own word needs none."""
    found = grading.table.find_grade(grade)
    return source is Source.CADRE and found is not None and found.needs_reason


def check_grade_reason(reason: str) -> None:
    """Raises BadInput unless a reason says something and not too much."""
    words = clean_text(reason)
    check_length(words, least=_SHORTEST_REASON, most=_LONGEST_REASON, short="grade-reason-needed")


def _require_may(posts: Sequence[Post], grading: Grading, source: Source, today: date) -> None:
    if source is Source.SELF:
        require_reporter(posts, grading.chapter, today)
    elif not may(Right.GRADE, posts, grading.chapter, today):
        raise NotAllowed("grade-not-yours")


def require_open(grading: Grading, clock: datetime) -> None:
    """Raises BadInput for a meeting that has not been, Closed after the closing day."""
    if grading.meeting.state is MeetingState.NOT_HELD:
        raise BadInput("grade-not-held", chapter=grading.chapter.name)
    if not grading.meeting.has_begun(grading.day, clock):
        raise BadInput("grade-ahead", chapter=grading.chapter.name, day=day_words(grading.day))
    if grading.meeting.is_closed(clock.date()):
        raise Closed("grade-closed", day=day_words(grading.meeting.closes_on))


def _check(grading: Grading, source: Source, mark: Mark) -> tuple[Grade, int | None]:
    """Returns the grade meant, and the sum where the table asks for points."""
    total = None
    if grading.asks_for_points:
        try:
            total = total_of(grading.table, mark.points)
        except ValueError:
            raise BadInput("grade-points-off") from None
        grade: Grade | None = grading.table.grade_of(total)
    else:
        grade = grading.table.find_grade(mark.grade)
    if grade is None:
        names = ", ".join(known.name for known in grading.table.grades)
        raise BadInput("grade-off-scale", grades=names)
    if needs_reason(grading, source, grade.key):
        check_grade_reason(mark.reason)
    return grade, total


def _points(grading: Grading, mark: Mark) -> Mapping[str, int]:
    """Returns the points that go on record: all that were given, or what could be worked out."""
    if grading.is_frame:
        return {}
    return mark.points if grading.asks_for_points else points_of(grading.scores)


def _says(given: MeetingGrade) -> tuple[str, dict[str, int], str]:
    return given.grade, dict(given.points), given.reason


def _told(grade: Grade, mark: Mark, grading: Grading) -> tuple[str, dict[str, int], str]:
    return grade.key, dict(_points(grading, mark)), clean_text(mark.reason)


def _noted(given: MeetingGrade, grading: Grading) -> dict[str, object]:
    grade = grading.table.find_grade(given.grade)
    name = grade.name if grade else None
    return {"grade": name, "points": given.total, "reason": given.reason or None}


async def _came_first(
    unit: UnitOfWork, meeting_id: int, source: Source, policy: Policy
) -> Conflict:
    found = (await meeting_grades.of_meetings(unit, [meeting_id])).get((meeting_id, source))
    if found is None or found.person_id is None:
        return Conflict("grade-changed-meanwhile")
    who = (await people.persons(unit, [found.person_id]))[found.person_id]
    return Conflict(
        "grade-changed-by", who=who.name, at=moment_words(policy.local(found.at), policy.language)
    )


async def _load(unit: UnitOfWork, meeting_ids: Sequence[int]) -> list[Grading]:
    found = await meetings.by_ids(unit, meeting_ids)
    of = await chapters.by_ids(unit, {meeting.chapter_id for meeting in found.values()})
    sent = await reports.of_meetings(unit, found)
    given = await meeting_grades.of_meetings(unit, found)
    in_order = [found[meeting_id] for meeting_id in meeting_ids if meeting_id in found]
    days = [(of[meeting.chapter_id], _day(meeting, sent.get(meeting.id))) for meeting in in_order]
    tables = await tables_for(unit, days) if days else []
    once = await score_tables.by_ids(
        unit, {grade.table_id for grade in given.values() if grade.table_id is not None}
    )
    return [
        _grading(meeting, of[meeting.chapter_id], table, sent.get(meeting.id), given, once)
        for meeting, table in zip(in_order, tables, strict=True)
    ]


def _grading(
    meeting: Meeting,
    chapter: Chapter,
    table: ScoreTable,
    report: Report | None,
    given: Mapping[tuple[int, Source], MeetingGrade],
    once: Mapping[int, ScoreTable],
) -> Grading:
    mine = {
        source: given[meeting.id, source] for source in Source if (meeting.id, source) in given
    }
    facts = facts_of(
        meeting.planned_on,
        report.answers if report else None,
        total=report.total if report else 0,
        exempt=report.exempt if report else 0,
    )
    return Grading(
        meeting=meeting,
        chapter=chapter,
        table=table,
        report=report,
        scores=compute(table, facts),
        given=mine,
        names={
            source: _name(grade, once.get(grade.table_id or 0)) for source, grade in mine.items()
        },
    )


def _name(given: MeetingGrade, table: ScoreTable | None) -> str:
    found = table.find_grade(given.grade) if table else None
    return found.name if found else given.grade


def _day(meeting: Meeting, report: Report | None) -> date:
    held = report.answers.held_date if report else None
    return held or meeting.day or meeting.period.last_day
