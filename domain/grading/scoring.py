"""Points worked out from what a report tells; what it does not tell is named, never guessed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.grading.tables import Part, Rule, ScoreTable
from domain.report import ReportAnswers, ReportState

_SOME_DAY = date(2000, 1, 1)
_MINUTE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFacts:
    """What is known of a meeting; None is not known.

    `room` are the members who should come; `unexcused` is known once the excused are told.
    """

    held_on: date | None = None
    fixed_day: date | None = None
    present: int | None = None
    room: int | None = None
    unexcused: int | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The points of one part, None where a fact is `missing`.

    `value` is what was measured: per cent, minutes, days away. `unsure` names a fact that
    would have lowered the points and is not known.
    """

    part: Part
    points: int | None
    value: int = 0
    missing: str = ""
    unsure: str = ""


def facts_of(
    fixed_day: date | None, answers: ReportAnswers | None, *, total: int = 0, exempt: int = 0
) -> MeetingFacts:
    """Returns what a report tells of its meeting; without one only the fixed day is known."""
    if answers is None or answers.state is not ReportState.HELD:
        return MeetingFacts(fixed_day=fixed_day)
    room = total - exempt
    everybody = answers.present is not None and answers.present >= room
    return MeetingFacts(
        held_on=answers.held_date,
        fixed_day=fixed_day,
        present=answers.present,
        room=room,
        unexcused=0 if everybody else answers.unexcused,
        minutes=_minutes(answers),
    )


def _minutes(answers: ReportAnswers) -> int | None:
    if answers.starts is None or answers.ends is None:
        return None
    lasted = datetime.combine(_SOME_DAY, answers.ends) - datetime.combine(
        _SOME_DAY, answers.starts
    )
    return int(lasted.total_seconds()) // _MINUTE


def compute(table: ScoreTable, facts: MeetingFacts) -> tuple[Score, ...]:
    """Returns the score of every part that has a rule, in the order of the table."""
    return tuple(_RULES[part.rule](part, facts) for part in table.parts if part.rule is not None)


def points_of(scores: Sequence[Score]) -> dict[str, int]:
    """Returns what could be worked out, by part."""
    return {score.part.key: score.points for score in scores if score.points is not None}


def total_of(table: ScoreTable, points: Mapping[str, int]) -> int:
    """Returns the sum of a whole table; raises ValueError unless every part has points of its own.

    Points outside 0 and the most of their part are no points.
    """
    if set(points) != {part.key for part in table.parts}:
        raise ValueError("every part needs points, and only these")
    wrong = [part.key for part in table.parts if not 0 <= points[part.key] <= part.most]
    if wrong:
        raise ValueError(f"points of {wrong[0]} lie outside the table")
    return sum(points.values())


def _attendance_rate(part: Part, facts: MeetingFacts) -> Score:
    if facts.present is None or not facts.room:
        return Score(part=part, points=None, missing="present")
    percent = 100 * facts.present
    reached = [points for least, points in part.steps if percent >= least * facts.room]
    points, value = _within(part, max(reached, default=0)), percent // facts.room
    if part.unexcused is None:
        return Score(part=part, points=points, value=value)
    if facts.unexcused:
        return Score(part=part, points=min(points, part.unexcused), value=value)
    unsure = "unexcused" if facts.unexcused is None else ""
    return Score(part=part, points=points, value=value, unsure=unsure)


def _duration(part: Part, facts: MeetingFacts) -> Score:
    if facts.minutes is None:
        return Score(part=part, points=None, missing="times")
    reached = [points for least, points in part.steps if facts.minutes >= least]
    points = _within(part, max(reached, default=0))
    return Score(part=part, points=points, value=facts.minutes)


def _on_fixed_day(part: Part, facts: MeetingFacts) -> Score:
    if facts.held_on is None:
        return Score(part=part, points=None, missing="held_date")
    if facts.fixed_day is None:
        return Score(part=part, points=None, missing="fixed_day")
    away = abs((facts.held_on - facts.fixed_day).days)
    reached = [points for most, points in part.steps if away <= most]
    return Score(part=part, points=_within(part, max(reached, default=0)), value=away)


def _within(part: Part, points: int) -> int:
    return min(max(points, 0), part.most)


_RULES = {
    Rule.ATTENDANCE_RATE: _attendance_rate,
    Rule.DURATION: _duration,
    Rule.ON_FIXED_DAY: _on_fixed_day,
}
