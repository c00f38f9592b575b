"""Turns what a message tells of a meeting into answers of the report form."""

from collections.abc import Iterator
from datetime import date, time

from dialogue.answer import Answer
from dialogue.conditions import Case
from dialogue.facts import Facts
from dialogue.heard import HeardAnswers
from domain.meeting_times import MeetingTimes
from domain.message import Choice
from domain.one_message import (
    Field,
    Held,
    KnownMeeting,
    ReadField,
    ReadReport,
    hear_report,
    settle_report,
)
from domain.reading import ReadCount, key

LONGEST_TOPIC = 300
# What a reason is called where its words are plain; others stay as they were told.
_REASONS = {
    "weather": ("mua", "bao", "lu", "lut", "thoi tiet", "ngap", "ap thap", "giong", "nang nong"),
    "season": (
        "mua vu",
        "gat",
        "thu hoach",
        "xuong giong",
        "vu mua",
        "lam lua",
        "gieo sa",
        "sa lua",
    ),
    "other_duty": (
        "trung lich",
        "trung hop",
        "trung viec",
        "trung ngay",
        "dai hoi",
        "tap huan",
        "bau cu",
    ),
    "too_few": (
        "khong du nguoi",
        "it nguoi",
        "thieu nguoi",
        "vang nhieu",
        "khong du so luong",
        "ko du nguoi",
    ),
    "chair_away": (
        "chu tri vang",
        "chu tri ban",
        "chu tri benh",
        "chu tri om",
        "truong vang",
        "truong benh",
    ),
}
_MOST_WORDS = 6


def hear_answers(text: str, case: Case) -> HeardAnswers:
    """Returns the answers that a message gives to the report of a meeting."""
    read = settle_report(hear_report(text, today=case.today), _known(case))
    return HeardAnswers(
        answers=tuple(_answers(read, case.facts)),
        beneath=tuple(_difficulties(read)),
        maybe=tuple(_maybe(read)),
        unread=read.unread,
    )


def _known(case: Case) -> KnownMeeting:
    facts = case.facts
    planned, start = facts.get("planned_date"), facts.get("planned_time")
    topics = facts.get("topics")
    last, exempt = facts.get("last_present"), facts.get("exempt")
    return KnownMeeting(
        today=case.today,
        planned=planned if isinstance(planned, date) else None,
        start=time.fromisoformat(start) if isinstance(start, str) and start else None,
        clock=case.clock,
        total=case.number("total"),
        exempt=exempt if isinstance(exempt, int) else 0,
        last=last if isinstance(last, int) else None,
        by_moon=bool(facts.get("by_moon")),
        topics=tuple(c for c in topics if isinstance(c, Choice))
        if isinstance(topics, tuple)
        else (),
    )


def _answers(read: ReadReport, facts: Facts) -> Iterator[tuple[str, Answer, str]]:
    yield from _opening(read, is_planned=isinstance(facts.get("planned_date"), date))
    for field in read.fields:
        match field:
            case ReadField(Field.TIMES, MeetingTimes(starts, ends), words):
                yield "times", Answer(starts=starts, ends=ends), words
            case ReadField(Field.COUNT, ReadCount() as count, words):
                yield "present", _counted(count), words
            case ReadField(Field.TOPIC, Choice(at, title), words):
                yield "topic", Answer(keys=(at,), text=title), words
            case ReadField(Field.TOPIC, str(title), words):
                answer = (
                    Answer(text=title[:LONGEST_TOPIC]) if title else Answer(keys=("no_topic",))
                )
                yield "topic", answer, words
            case ReadField(Field.ACTIVITIES, str(keys), words):
                yield "activities", Answer(keys=tuple(keys.split())), words
            case ReadField(Field.CADRE, str(presence), words):
                yield "cadre_present", Answer(keys=(presence,)), words
            case ReadField(Field.DIFFICULTY, (), words):
                yield "category.0", Answer(keys=("none",)), words
            case ReadField(
                Field.PLACE | Field.CHAIR | Field.PROPOSAL | Field.BEST_PRACTICE, str(said), words
            ):
                yield field.name.value, Answer(text=said), words


def _counted(count: ReadCount) -> Answer:
    return Answer(number=count.present, total=count.total, excused=count.excused)


def _opening(read: ReadReport, *, is_planned: bool) -> Iterator[tuple[str, Answer, str]]:
    state, day = read.find(Field.STATE), read.find(Field.DAY)
    if state is None:
        return
    opening = "moved"
    if state.value is Held.NOT:
        opening = "not_held"
    elif not is_planned:
        opening = "held"
    elif state.value is Held.ON_ITS_DAY:
        opening = "as_planned"
    yield "opening", Answer(keys=(opening,)), state.words
    if day is not None and isinstance(day.value, date) and opening != "as_planned":
        yield "held_date", Answer(day=day.value), day.words
    reason = read.find(Field.REASON)
    if reason is not None and isinstance(reason.value, str):
        slot = "not_held_reason" if state.value is Held.NOT else "moved_reason"
        yield slot, _reason(reason.value), reason.words


def _reason(said: str) -> Answer:
    plain = f" {key(said)} "
    found = {
        name for name, words in _REASONS.items() if any(f" {word} " in plain for word in words)
    }
    is_short = len(plain.split()) <= _MOST_WORDS
    return Answer(keys=(found.pop(),)) if len(found) == 1 and is_short else Answer(text=said)


def _difficulties(read: ReadReport) -> Iterator[tuple[str, Answer]]:
    """Gives the words of each; their kind and level are asked. That there are no more is told."""
    told = read.find(Field.DIFFICULTY)
    if told is None or not isinstance(told.value, tuple) or not told.value:
        return
    for at, words in enumerate(told.value):
        yield f"words.{at}", Answer(text=words)
    yield f"category.{len(told.value)}", Answer(keys=("none",))


def _maybe(read: ReadReport) -> Iterator[tuple[str, Answer]]:
    for doubt in read.doubts:
        match doubt.value:
            case ReadCount() as count:
                yield "present", _counted(count)
            case date() as day:
                yield "held_date", Answer(day=day)
