"""Meetings gone by with what became of them, thrown before anything is written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.sample.dice import dice
from bot.sample.directory import WrittenDirectory
from bot.sample.outcomes import Outcome, Situation, throw
from domain.calendar import Deadlines, Period, overlapping, period_of, plan
from domain.chapters import Chapter
from domain.meetings import Meeting, MeetingState, MeetingType
from domain.policy import Policy
from domain.report import CadrePresence
from storage import UnitOfWork
from storage.directory import chapters
from storage.people import people

_COMES = 0.72
_SUBSTITUTE = 0.12


@dataclass(frozen=True, slots=True)
class Past:
    """One past meeting with its report, if any came."""

    here: Situation
    outcome: Outcome | None
    cadre: int | None
    commune: str
    leader: int


@dataclass(frozen=True, slots=True)
class PlanGround:
    """What is settled before any meeting: the first period, free days, topics by their id."""

    first: Period
    free: frozenset[date]
    topics: Mapping[tuple[str, str], int]


async def throw_all(
    unit: UnitOfWork,
    written: WrittenDirectory,
    year: PlanGround,
    *,
    seed: int,
    policy: Policy,
    now: datetime,
) -> list[Past]:
    """Returns every meeting from the first period on whose period has begun."""
    ids = [chapter for chapter, _ in written.chapters]
    known, leaders = await chapters.by_ids(unit, ids), await _leader_names(unit, written)
    deadlines = Deadlines(policy.grace_days, policy.closing_day)
    planned = [
        (seat, known[chapter_id], meeting)
        for chapter_id, seat in written.chapters
        for meeting in _plan(
            known[chapter_id], year.first, year.free, deadlines, policy.day_of(now)
        )
    ]
    came = who_came(
        [(chapter, meeting) for _, chapter, meeting in planned], written.cadres, seed=seed
    )
    past = []
    for seat, chapter, meeting in planned:
        here = Situation(
            meeting=meeting,
            chapter=chapter,
            chair=leaders[chapter.id],
            topics=topics_for(meeting.period, chapter, year.topics),
            cadre_came=came[chapter.id, str(meeting.period)],
            seed=seed,
        )
        outcome = _until(throw(here, policy=policy), now)
        past.append(
            Past(
                here,
                outcome,
                written.cadres.get(chapter.id),
                seat.commune,
                written.leaders[chapter.id],
            )
        )
    return past


def _until(outcome: Outcome | None, now: datetime) -> Outcome | None:
    """What is sent after the present has not been sent yet, nor what would correct it."""
    if outcome is None or outcome.sent_at <= now:
        return outcome
    if outcome.before and outcome.before[0] <= now:
        return Outcome(*outcome.before)
    return None


async def _leader_names(unit: UnitOfWork, written: WrittenDirectory) -> dict[int, str]:
    known = await people.persons(unit, set(written.leaders.values()))
    return {chapter: known[person].name for chapter, person in written.leaders.items()}


def _plan(
    chapter: Chapter, first: Period, free: frozenset[date], deadlines: Deadlines, today: date
) -> Iterator[Meeting]:
    period = period_of(first.first_day, chapter.frequency)
    while period.first_day <= today:
        for planned in plan(chapter.rule, chapter.shift_in(period), period, free):
            due, closing = deadlines.of(period, planned.planned)
            yield Meeting(
                id=0,
                chapter_id=chapter.id,
                type=MeetingType.REGULAR,
                period=period,
                ordinal=planned.number,
                planned_on=planned.planned,
                start_time=chapter.start_time,
                duration_min=chapter.duration_min,
                place=chapter.place,
                state=MeetingState.PLANNED,
                due_on=due,
                closes_on=closing,
            )
        period = period.next()


def topics_for(
    period: Period, chapter: Chapter, topics: Mapping[tuple[str, str], int]
) -> tuple[int, ...]:
    """Returns the topics that a chapter of this kind has to choose from."""
    found = (
        topics.get((key, code))
        for key in sorted(overlapping(period))
        for code in ("", chapter.kind.code)
    )
    return tuple(topic for topic in found if topic is not None)


def who_came(
    planned: Sequence[tuple[Chapter, Meeting]], cadres: Mapping[int, int], *, seed: int
) -> Mapping[tuple[int, str], CadrePresence]:
    """Returns who was where, by chapter and period; one evening has room for one meeting."""
    evenings: set[tuple[int, date | None]] = set()
    came: dict[tuple[int, str], CadrePresence] = {}
    for chapter, meeting in planned:
        cadre = cadres.get(chapter.id)
        random = dice(seed, chapter.name, meeting.period, "cadre")
        there = cadre is not None and random.random() < _COMES
        if cadre is None:
            word = CadrePresence.NONE
        elif there and (cadre, meeting.planned_on) not in evenings:
            word = CadrePresence.YES
            evenings |= {(cadre, meeting.planned_on)} if meeting.planned_on else set()
        else:
            word = CadrePresence.SUBSTITUTE if random.random() < _SUBSTITUTE else CadrePresence.NO
        came[chapter.id, str(meeting.period)] = word
    return came
