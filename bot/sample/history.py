"""Half a year of meetings and reports, written set-wise as the bot itself would have left them."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.sample import words
from bot.sample.aftermath import write_attendance
from bot.sample.difficulties import Desks, write_difficulties
from bot.sample.directory import WrittenDirectory
from bot.sample.gradings import write_grades, write_reviews
from bot.sample.models import write_models
from bot.sample.openings import write_openings
from bot.sample.outcomes import Outcome
from bot.sample.past import Past, PlanGround, throw_all
from bot.sample.visits import write_duties
from domain.calendar import Period, list_state_holidays, period_of
from domain.meetings import MeetingState
from domain.people import Role
from domain.policy import Policy
from domain.report import ReportState
from domain.report_json import report_to_json
from operations.reports.reporting import number_of
from storage import UnitOfWork
from storage.meetings import holidays
from storage.tables import meetings as tables


async def write_history(
    unit: UnitOfWork,
    written: WrittenDirectory,
    *,
    seed: int,
    months: int,
    policy: Policy,
    now: datetime,
) -> int:
    """Writes topics, meetings, reports and all that hangs on them; returns how many meetings."""
    first = _first_month(policy.day_of(now), months)
    topics, issued = await _write_topics(unit, written, first, months, now)
    await write_duties(unit, written, first)
    free = await _write_holidays(unit, written, first)
    past = await throw_all(
        unit, written, PlanGround(first, free, topics), seed=seed, policy=policy, now=now
    )
    meeting_ids = await unit.add_all(tables.meeting, [_meeting_row(thrown) for thrown in past])
    await write_attendance(unit, meeting_ids, past, seed, policy)
    reported = [
        (meeting_id, thrown, thrown.outcome)
        for meeting_id, thrown in zip(meeting_ids, past, strict=True)
        if thrown.outcome is not None
    ]
    report_ids = await unit.add_all(
        tables.report, [_report_row(*told, policy=policy) for told in reported]
    )
    told = [(at, past, out) for at, (_, past, out) in zip(report_ids, reported, strict=True)]
    await unit.add_many(
        tables.report_revision, [row for entry in told for row in _versions(*entry)]
    )
    await write_grades(unit, reported, seed=seed, policy=policy, now=now)
    await write_reviews(unit, told, seed=seed, policy=policy, now=now)
    await write_openings(unit, past, issued=issued, seed=seed, now=now)
    await write_models(unit, told, seed=seed, now=now)
    await write_difficulties(
        unit,
        told,
        Desks(
            {name: (place, written.upper) for name, place in written.communes.items()},
            written.officers,
        ),
        seed=seed,
        policy=policy,
        now=now,
    )
    return len(past)


def _first_month(today: date, months: int) -> Period:
    month = period_of(today, 1)
    for _ in range(months):
        month = month.previous()
    return month


async def _write_topics(
    unit: UnitOfWork, written: WrittenDirectory, first: Period, months: int, now: datetime
) -> tuple[Mapping[tuple[str, str], int], Mapping[int, datetime]]:
    """Returns topic ids by period and kind, "" for every kind, and when each was issued."""
    rows: list[dict[str, Any]] = []
    month = first
    for _ in range(months + 2):
        usual = words.TOPICS.get(month.month)
        titles = {"": usual, **words.KIND_TOPICS} if usual else dict(words.KIND_TOPICS)
        for code, title in titles.items():
            rows.append(
                {
                    "area_id": written.upper.id,
                    "kind_id": written.kinds[code] if code else None,
                    "period": str(month),
                    "title": title,
                    "guidance": words.GUIDANCE,
                    "questions": words.QUESTIONS,
                    "dialogue": words.DIALOGUE,
                    "issued_by": written.administrator,
                    "issued_at": _issued_at(month, now),
                }
            )
        month = month.next()
    ids = await unit.add_all(tables.topic, rows)
    codes = {kind_id: code for code, kind_id in written.kinds.items()}
    by_kind = {
        (row["period"], codes.get(row["kind_id"], "")): topic
        for topic, row in zip(ids, rows, strict=True)
    }
    return by_kind, {topic: row["issued_at"] for topic, row in zip(ids, rows, strict=True)}


def _issued_at(month: Period, now: datetime) -> datetime:
    """Topics go out in the week before their month."""
    week_before = datetime.combine(month.first_day - timedelta(days=7), time(9), now.tzinfo)
    return min(week_before, now)


async def _write_holidays(
    unit: UnitOfWork, written: WrittenDirectory, first: Period
) -> frozenset[date]:
    for year in (first.year, first.year + 1):
        await holidays.add_missing(unit, list_state_holidays(year))
    last = first.first_day + timedelta(days=600)
    return await holidays.days_for(unit, written.upper.path, first=first.first_day, last=last)


def _meeting_row(past: Past) -> dict[str, Any]:
    meeting, outcome = past.here.meeting, past.outcome
    answers = outcome.answers if outcome else None
    moved_to = answers.postponed_to if answers and answers.state is ReportState.MOVED else None
    return {
        "chapter_id": meeting.chapter_id,
        "type": meeting.type,
        "period": str(meeting.period),
        "ordinal": meeting.ordinal,
        "planned_on": meeting.planned_on,
        "start_time": meeting.start_time,
        "duration_min": meeting.duration_min,
        "place": meeting.place,
        "state": MeetingState(answers.state) if answers else MeetingState.PLANNED,
        "reason": (answers.reason or None) if answers else None,
        "moved_to": moved_to,
        "due_on": meeting.due_after_moving_to(moved_to),
        "closes_on": meeting.closes_on,
    }


def _report_row(
    meeting_id: int, past: Past, outcome: Outcome, *, policy: Policy
) -> dict[str, Any]:
    answers, meeting = outcome.answers, past.here.meeting
    first = outcome.before[0] if outcome.before else outcome.sent_at
    return {
        "meeting_id": meeting_id,
        "number": number_of(meeting_id, meeting.period),
        "person_id": past.leader,
        "role": Role.LEADER,
        "first_sent_at": first,
        "sent_at": outcome.sent_at,
        "on_time": policy.day_of(first) <= meeting.due_on,
        "version": 2 if outcome.before else 1,
        "state": answers.state,
        "held_on": answers.held_date,
        "present": answers.present,
        "total": past.here.chapter.member_count if answers.total is None else answers.total,
        "exempt": answers.exempt,
        "topic_id": answers.topic_id,
        "topic_text": answers.topic_text or None,
        "cadre_present": answers.cadre_present,
        "answers": report_to_json(answers),
        "played": True,
    }


def _versions(report_id: int, past: Past, outcome: Outcome) -> Iterator[dict[str, Any]]:
    told = [*([outcome.before] if outcome.before else []), (outcome.sent_at, outcome.answers)]
    for version, (at, answers) in enumerate(told, start=1):
        yield {
            "report_id": report_id,
            "version": version,
            "person_id": past.leader,
            "at": at,
            "answers": report_to_json(answers),
        }
