"""What followed a meeting on paper: the unit's own grade, the cadre's, and the report's review."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from typing import Any

from bot.sample.dice import dice
from bot.sample.outcomes import Outcome
from bot.sample.past import Past
from domain.chapters import Recording
from domain.grading import ScoreTable, compute, facts_of, points_of
from domain.policy import Policy
from domain.report import ReportState
from domain.reviews import ReviewAction
from operations.cadres.score_tables import tables_for
from storage import UnitOfWork
from storage.cadres.meeting_grades import Source
from storage.tables import grading as tables

_GRADED = 0.88
_SELF_GRADED = 0.35
_READ = 0.9
_ACCEPTED = 0.8
_GOOD, _FAIR = 85, 60
_GRADED_AT = time(21, 50)
_REVIEWED_AT = time(8, 20)
_FEW = "Ít người dự"
_MISSING = "Số liệu chưa khớp"

_Reported = tuple[int, Past, Outcome]


async def write_grades(
    unit: UnitOfWork, reported: Sequence[_Reported], *, seed: int, policy: Policy, now: datetime
) -> None:
    """Writes the grades of the meetings that were held, by both where both gave one."""
    held = [
        (meeting_id, past, outcome)
        for meeting_id, past, outcome in reported
        if outcome.answers.state is ReportState.HELD and outcome.answers.held_date
    ]
    found = await tables_for(
        unit,
        [
            (past.here.chapter, outcome.answers.held_date or now.date())
            for _, past, outcome in held
        ],
    )
    rows = [
        row
        for told, table in zip(held, found, strict=True)
        for row in _grade_rows(told, table, seed=seed, policy=policy)
        if row["at"] <= now
    ]
    await unit.add_many(tables.meeting_grade, rows)


def _grade_rows(
    told: _Reported, table: ScoreTable, *, seed: int, policy: Policy
) -> Iterator[dict[str, Any]]:
    meeting_id, past, outcome = told
    answers, here = outcome.answers, past.here
    random = dice(seed, here.chapter.name, here.meeting.period, "grade")
    total = answers.total if answers.total is not None else here.chapter.member_count
    room = max(total - answers.exempt, 1)
    good = 100 * (answers.present or 0) // room + random.randint(-6, 8)
    place = 0 if good >= _GOOD else 1 if good >= _FAIR else 2
    facts = facts_of(here.meeting.planned_on, answers, total=total, exempt=answers.exempt)
    is_frame = here.chapter.kind.recording is Recording.FRAME
    grade = table.grades[min(place, len(table.grades) - 1)]
    common = {
        "meeting_id": meeting_id,
        "score_table_id": table.id,
        "points": points_of(compute(table, facts)) or None if not is_frame else None,
        "total": None,
        "version": 1,
    }
    if random.random() < _SELF_GRADED:
        better = table.grades[max(place - random.randint(0, 1), 0)]
        who = {"source": Source.SELF, "person_id": past.leader, "grade": better.key}
        yield {**common, **who, "reason": None, "at": outcome.sent_at}
    if past.cadre is not None and random.random() < _GRADED and answers.held_date:
        at = datetime.combine(answers.held_date, _GRADED_AT, policy.timezone)
        who = {"source": Source.CADRE, "person_id": past.cadre, "grade": grade.key}
        reason = _FEW if grade.needs_reason else None
        yield {**common, **who, "reason": reason, "at": max(at, outcome.sent_at)}


async def write_reviews(
    unit: UnitOfWork, told: Sequence[_Reported], *, seed: int, policy: Policy, now: datetime
) -> None:
    """Writes who read which report (given by its id) and what they said of it."""
    rows = [
        row
        for entry in told
        for row in _review_rows(entry, seed=seed, policy=policy)
        if row["at"] <= now
    ]
    await unit.add_many(tables.report_review, rows)


def _review_rows(told: _Reported, *, seed: int, policy: Policy) -> Iterator[dict[str, Any]]:
    report_id, past, outcome = told
    if past.cadre is None:
        return
    random = dice(seed, past.here.chapter.name, past.here.meeting.period, "review")
    day = policy.day_of(outcome.sent_at) + timedelta(days=random.randint(1, 3))
    at = datetime.combine(day, _REVIEWED_AT, policy.timezone)
    version = 2 if outcome.before else 1
    common = {"report_id": report_id, "person_id": past.cadre, "step": None, "reason": None}
    if outcome.before:
        asked = outcome.before[0] + (outcome.sent_at - outcome.before[0]) / 2
        why = {"step": "present", "reason": _MISSING}
        yield {**common, "version": 1, "action": ReviewAction.RETURNED, "at": asked, **why}
    if random.random() < _READ:
        yield {**common, "version": version, "action": ReviewAction.READ, "at": at}
        if random.random() < _ACCEPTED:
            later = at + timedelta(minutes=3)
            yield {**common, "version": version, "action": ReviewAction.ACCEPTED, "at": later}
