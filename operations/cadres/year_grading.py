"""A chapter's level of a year: proposed from the grades of its meetings, settled by staff."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.chapters import Chapter
from domain.grading import (
    GradedMeeting,
    Level,
    Proposal,
    RatingScale,
    ScoreTable,
    YearFacts,
    propose,
)
from domain.meetings import MeetingState
from domain.news import News, Section
from domain.people import Post, Role
from domain.policy import Policy
from domain.reading import clean_text
from domain.refusals import BadInput, Conflict, NotFound
from operations.access import may, reach, require, require_sight, scopes
from operations.cadres.buttons import YearOfChapter
from operations.cadres.score_tables import scales_for
from operations.context import ActorContext
from operations.lengths import check_length
from operations.news import add_news
from operations.rights import Right
from operations.wording import moment_words
from storage import UnitOfWork
from storage.cadres import meeting_grades, rating_scales, score_tables
from storage.cadres.meeting_grades import YearRow
from storage.cadres.rating_scales import YearGrade
from storage.directory import chapters
from storage.maintenance import audit
from storage.people import people

_SHORTEST_REASON, _LONGEST_REASON = 3, 300
_OLDEST = 10
_OVER = frozenset({MeetingState.HELD, MeetingState.NOT_HELD, MeetingState.UNREPORTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRecord:
    """A chapter's year: facts, what follows from them, and what was settled.

    `grade_names` are the words of the grades counted; `level` is what was settled, by `who`.
    """

    chapter: Chapter
    year: int
    scale: RatingScale
    facts: YearFacts
    grade_names: Mapping[str, str]
    proposal: Proposal
    given: YearGrade | None
    level: Level | None
    who: str
    may_settle: bool

    @property
    def version(self) -> int:
        """The version of what was settled, 0 if nothing was."""
        return self.given.version if self.given else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Settling:
    """What staff settle on: a level by its key, why, and the version they saw."""

    level: str
    reason: str = ""
    version: int = 0


def check_year(year: int, today: date) -> None:
    """Raises BadInput for a year to come, or one too long ago."""
    if not today.year - _OLDEST <= year <= today.year:
        raise BadInput("year-out-of-range", year=str(year))


async def list_year_records(
    unit: UnitOfWork,
    posts: Sequence[Post],
    found: Sequence[Chapter],
    *,
    year: int,
    today: date,
) -> list[YearRecord]:
    """Returns how chapters stand with a year, without those whose association has no scale."""
    scales = await scales_for(
        unit,
        {chapter.kind.association for chapter in found},
        min(today, date(year, 12, 31)),
    )
    rated = [chapter for chapter in found if chapter.kind.association in scales]
    ids = [chapter.id for chapter in rated]
    rows: dict[int, list[YearRow]] = defaultdict(list)
    for row in await meeting_grades.list_year(unit, ids, year):
        rows[row.chapter_id].append(row)
    named = {row.table_id for some in rows.values() for row in some if row.table_id is not None}
    tables = await score_tables.by_ids(unit, named)
    settled = await _settled(unit, ids, year)
    standings = []
    for chapter in rated:
        scale, facts = scales[chapter.kind.association], _facts(rows[chapter.id], tables, today)
        given, level, who = settled.get(chapter.id, (None, None, ""))
        standings.append(
            YearRecord(
                chapter=chapter,
                year=year,
                scale=scale,
                facts=facts,
                grade_names=_names(tables.values()),
                proposal=propose(scale, facts),
                given=given,
                level=level,
                who=who,
                may_settle=may(Right.GRADE_YEAR, posts, chapter, today),
            )
        )
    return standings


async def get_year_record(
    unit: UnitOfWork, posts: Sequence[Post], chapter_id: int, *, year: int, today: date
) -> YearRecord:
    """Returns how a chapter in one's sight stands with a year; raises NotFound and BadInput."""
    check_year(year, today)
    chapter = require_sight(posts, await chapters.find(unit, chapter_id), today)
    found = await list_year_records(unit, posts, [chapter], year=year, today=today)
    if not found:
        raise NotFound("year-no-scale", association=chapter.kind.association)
    return found[0]


async def count_settled(
    unit: UnitOfWork, posts: Sequence[Post], path: str, *, year: int, today: date
) -> tuple[int, int]:
    """Returns how many chapters in sight at a place have a level of a year, and of how many."""
    places = await scopes(unit, reach(posts, today))
    return await rating_scales.count(unit, places, path=path, year=year, day=today)


async def settle_year(
    context: ActorContext,
    *,
    chapter_id: int,
    year: int,
    settling: Settling,
) -> YearRecord:
    """Writes a chapter's level of a year; its leader reads of it.

    Raises NotFound, NotAllowed, BadInput for a level outside the scale or one that is not the
    proposed one without a reason, and Conflict if somebody else settled it first.
    """
    today = context.today
    record = await get_year_record(context.unit, context.posts, chapter_id, year=year, today=today)
    require(Right.GRADE_YEAR, context.posts, record.chapter, today)
    level = record.scale.find_level(settling.level)
    if level is None:
        raise BadInput(
            "year-off-scale", levels=", ".join(each.name for each in record.scale.levels)
        )
    if needs_reason(record, level.key):
        check_year_reason(settling.reason)
    new = YearGrade(
        chapter_id=chapter_id,
        year=year,
        scale_id=record.scale.id,
        computed=record.proposal.level.key if record.proposal.level else "",
        level=level.key,
        reason=clean_text(settling.reason),
        person_id=context.actor.id,
        at=context.now,
        version=settling.version + 1,
    )
    if record.version != settling.version or not await rating_scales.put(context.unit, new):
        raise await _came_first(context.unit, chapter_id, year, context.policy)
    _note(context.unit, record, new, now=context.now)
    await _tell_leaders(context.unit, record, level, new, now=context.now, today=today)
    return await get_year_record(context.unit, context.posts, chapter_id, year=year, today=today)


def needs_reason(record: YearRecord, level: str) -> bool:
    """True for any other level than the proposed one."""
    return record.proposal.level is None or record.proposal.level.key != level


def check_year_reason(reason: str) -> None:
    """Raises BadInput unless a reason says something and not too much."""
    words = clean_text(reason)
    check_length(words, least=_SHORTEST_REASON, most=_LONGEST_REASON, short="year-reason-needed")


async def _settled(
    unit: UnitOfWork, chapter_ids: Collection[int], year: int
) -> dict[int, tuple[YearGrade, Level | None, str]]:
    """Returns what was settled by chapter: the grade, its level on its scale, and by whom."""
    found = await rating_scales.of_chapters(unit, chapter_ids, year)
    every = {scale.id: scale for scale in await rating_scales.list_all(unit)}
    who = await people.persons(
        unit, {grade.person_id for grade in found.values() if grade.person_id is not None}
    )
    return {
        chapter_id: (
            grade,
            every[grade.scale_id].find_level(grade.level),
            who[grade.person_id].name if grade.person_id in who else "",
        )
        for chapter_id, grade in found.items()
    }


def _facts(rows: Collection[YearRow], tables: Mapping[int, ScoreTable], today: date) -> YearFacts:
    due = [row for row in rows if row.state in _OVER or (row.day is not None and row.day < today)]
    held = [row for row in due if row.state is MeetingState.HELD]
    graded = tuple(
        GradedMeeting(
            grade=row.grade,
            grades=tuple(grade.key for grade in tables[row.table_id].grades),
            total=row.total,
        )
        for row in held
        if row.grade is not None and row.table_id is not None
    )
    return YearFacts(due=len(due), held=len(held), graded=graded)


def _names(tables: Iterable[ScoreTable]) -> dict[str, str]:
    return {grade.key: grade.name for table in tables for grade in table.grades}


async def _came_first(unit: UnitOfWork, chapter_id: int, year: int, policy: Policy) -> Conflict:
    found = (await rating_scales.of_chapters(unit, [chapter_id], year)).get(chapter_id)
    known = await people.persons(unit, {found.person_id} if found and found.person_id else ())
    if found is None or not known:
        return Conflict("year-changed-meanwhile")
    (who,) = known.values()
    return Conflict(
        "year-changed-by", who=who.name, at=moment_words(policy.local(found.at), policy.language)
    )


def _note(unit: UnitOfWork, record: YearRecord, new: YearGrade, *, now: datetime) -> None:
    before = record.given

    def name(key: str) -> str | None:
        level = record.scale.find_level(key)
        return level.name if level else None

    audit.add_later(
        unit,
        audit.Entry(
            person_id=new.person_id,
            action="chapter.year_graded",
            subject=f"chapter:{record.chapter.id}",
            before={
                "year": record.year,
                "level": name(before.level),
                "reason": before.reason or None,
            }
            if before
            else None,
            after={
                "year": record.year,
                "level": name(new.level),
                "computed": name(new.computed),
                "reason": new.reason or None,
            },
        ),
        now=now,
    )


async def _tell_leaders(
    unit: UnitOfWork,
    record: YearRecord,
    level: Level,
    new: YearGrade,
    *,
    now: datetime,
    today: date,
) -> None:
    chapter = record.chapter
    held = await people.holders(unit, [chapter.id], roles=[Role.LEADER], day=today)
    await add_news(
        unit,
        [
            News(
                person_id=holder.person.id,
                section=Section.FIGURES,
                key="year-news",
                args={"chapter": chapter.name, "year": str(record.year), "level": level.name},
                command=YearOfChapter(chapter.id, record.year).key,
                label_key="year-button-look",
                dedupe_key=f"year:{chapter.id}:{record.year}:{new.version}:{holder.person.id}",
            )
            for holder in held.get(chapter.id, ())
        ],
        now=now,
    )
