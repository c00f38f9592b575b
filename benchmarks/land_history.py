"""What the chapters of an invented country have done: meetings, reports, attendance, cases."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from itertools import count
from random import Random
from typing import Any

from benchmarks.land_rows import SINCE, USUAL, WORDS, Row, Seat
from domain.calendar import Period, closing_date, due_date, period_of, plan
from domain.chapters import Chapter, ChapterKind, Recording
from domain.expectations import month_of, reason_for
from domain.report import CadrePresence, ReportAnswers, ReportState
from domain.report_json import report_to_json
from storage.tables import meetings
from storage.tables.history import expectation

_REPORTED, _HELD, _ON_TIME, _ATTENDED, _RAISED = 0.92, 0.95, 0.9, 0.8, 0.05
_EVENING = time(14, 30, tzinfo=UTC)

Values = dict[str, Any]


@dataclass
class History:
    """Yields the rows of so many months, the last of them today's; reproducible by the seed."""

    today: date
    months: int
    seed: int
    _meeting: Iterator[int] = field(default_factory=lambda: count(1))
    _report: Iterator[int] = field(default_factory=lambda: count(1))
    _known: dict[str, tuple[list[Values], list[Values]]] = field(default_factory=dict)

    @cached_property
    def span(self) -> list[Period]:
        """The months, the oldest first."""
        found = [period_of(self.today, 1)]
        while len(found) < self.months:
            found.append(found[-1].previous())
        return found[::-1]

    def rows(self, seats: Sequence[Seat]) -> Iterator[Row]:
        """Yields the rows of some chapters of one commune."""
        random = Random(f"{self.seed}/{seats[0].commune_id}")  # noqa: S311 - invented data
        for seat in seats:
            planned, owed = self._calendar(seat)
            place = {"chapter_id": seat.chapter_id, "area_id": seat.hamlet_id}
            yield from ((expectation, {**item, **place}) for item in owed)
            for one in planned:
                yield from self._meeting_rows(seat, one, random)

    def _calendar(self, seat: Seat) -> tuple[list[Values], list[Values]]:
        """Returns the meetings and expectations of every chapter with the same rule."""
        key = f"{seat.kind} {seat.own_rule}"
        if key not in self._known:
            chapter = _chapter(seat)
            spans = {period_of(item.first_day, chapter.frequency) for item in self.span}
            planned = [_meeting(chapter, item) for item in sorted(spans)]
            counts = [month_of(item["of"], item["planned_on"]) for item in planned]
            owed = [_expectation(chapter, item, counts.count(item)) for item in self.span]
            self._known[key] = planned, owed
        return self._known[key]

    def _meeting_rows(self, seat: Seat, planned: Values, random: Random) -> Iterator[Row]:
        meeting_id, day = next(self._meeting), planned["planned_on"] or planned["of"].last_day
        values = {name: value for name, value in planned.items() if name != "of"}
        is_over = day < self.today
        is_reported = is_over and random.random() < _REPORTED
        is_held = is_reported and random.random() < _HELD
        state = "held" if is_held else "not_held" if is_reported else "planned"
        if not is_reported and planned["closes_on"] < self.today:
            state = "unreported"
        here = {"id": meeting_id, "chapter_id": seat.chapter_id, "place": seat.place}
        yield meetings.meeting, {**values, **here, "state": state}
        came = is_held and random.random() < _ATTENDED
        yield meetings.attendance, _attendance(seat, meeting_id, _moment(day) if came else None)
        if is_reported:
            yield from self._report_rows(seat, meeting_id, day, random, is_held=is_held)

    def _report_rows(
        self, seat: Seat, meeting_id: int, day: date, random: Random, *, is_held: bool
    ) -> Iterator[Row]:
        here, on_time = next(self._report), random.random() < _ON_TIME
        sent = _moment(min(day + timedelta(days=1 if on_time else 7), self.today))
        answers = _answers(seat, day, random) if is_held else _silence()
        stored = report_to_json(answers)
        values = {
            "id": here,
            "meeting_id": meeting_id,
            "number": f"{day.year}-{here:09}",
            "person_id": seat.leader,
            "role": "leader",
            "first_sent_at": sent,
            "sent_at": sent,
            "on_time": on_time,
            "version": 1,
            "state": answers.state,
            "held_on": answers.held_date,
            "present": answers.present,
            "total": seat.members,
            "exempt": 0,
            "topic_text": answers.topic_text,
            "cadre_present": answers.cadre_present,
            "answers": stored,
        }
        yield meetings.report, values
        revision = {"report_id": here, "version": 1, "person_id": seat.leader, "at": sent}
        yield meetings.report_revision, {**revision, "answers": stored}
        if is_held and random.random() < _RAISED:
            yield meetings.difficulty, _difficulty(seat, here, sent)


def _chapter(seat: Seat) -> Chapter:
    name, months, rule = USUAL[seat.kind - 1]
    kind = ChapterKind(
        id=seat.kind,
        code="",
        name=name,
        association=name,
        words=WORDS,
        rule=rule,
        shift="none",
        frequency=months,
        recording=Recording.FULL,
    )
    return Chapter(
        id=0,
        kind=kind,
        area_id=0,
        area_path="/",
        area_name="",
        name=name,
        member_count=0,
        exempt_count=0,
        start_time="19:00",
        duration_min=90,
        place="",
        valid_from=SINCE,
        own_rule=seat.own_rule,
    )


def _meeting(chapter: Chapter, period: Period) -> Values:
    (planned,) = plan(chapter.rule, chapter.shift_in(period), period, ())
    return {
        "of": period,
        "type": "regular",
        "period": str(period),
        "ordinal": 1,
        "planned_on": planned.planned,
        "start_time": chapter.start_time,
        "duration_min": chapter.duration_min,
        "due_on": due_date(period, planned.planned),
        "closes_on": closing_date(period),
    }


def _expectation(chapter: Chapter, month: Period, expected: int) -> Values:
    reason = reason_for(chapter, month, meetings=expected, pauses=())
    return {"month": str(month), "expected": expected, "reason": reason}


def _moment(day: date) -> datetime:
    return datetime.combine(day, _EVENING)


def _attendance(seat: Seat, meeting_id: int, confirmed: datetime | None) -> Values:
    return {
        "meeting_id": meeting_id,
        "person_id": seat.cadre,
        "state": "attended" if confirmed else "unconfirmed",
        "confirmed_at": confirmed,
        "confirmed_by": seat.cadre if confirmed else None,
    }


def _answers(seat: Seat, day: date, random: Random) -> ReportAnswers:
    return ReportAnswers(
        state=ReportState.HELD,
        held_date=day,
        place=seat.place,
        total=seat.members,
        present=random.randint(seat.members // 2, seat.members),
        topic_text="Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
        activities=("discussion",),
        cadre_present=CadrePresence.YES,
        proposal="Đề nghị sửa đường vào ấp trước mùa mưa.",
    )


def _silence() -> ReportAnswers:
    return ReportAnswers(state=ReportState.NOT_HELD, reason="harvest")


def _difficulty(seat: Seat, report_id: int, raised: datetime) -> Values:
    return {
        "report_id": report_id,
        "chapter_id": seat.chapter_id,
        "ordinal": 1,
        "category": "infrastructure",
        "text": "Đường vào ấp ngập khi triều cường.",
        "level": "commune",
        "state": "open",
        "raised_at": raised,
        "area_id": seat.commune_id,
    }
