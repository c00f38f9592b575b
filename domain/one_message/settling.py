"""What a message comes to for one meeting: fields that are certain, and doubts to be asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from domain.meeting_days import read_meeting_day
from domain.meeting_times import MeetingTimes, read_times
from domain.message import Choice
from domain.one_message.labels import Field
from domain.one_message.parts import (
    MOVED,
    NONE,
    NOT_HELD,
    HeardReport,
    Part,
)
from domain.reading import (
    DoubtfulCount,
    DoubtfulDate,
    ReadCount,
    ReadDate,
    denies,
    match_choice,
    read_attendance,
)

# A meeting so far from its plan is asked about where its day might be a figure.
_NEAR = timedelta(days=45)


class Held(StrEnum):
    """What a message says became of a meeting."""

    ON_ITS_DAY = "on_its_day"
    ANOTHER_DAY = "another_day"
    PUT_OFF = "put_off"
    NOT = "not"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownMeeting:
    """What is known of a meeting before its message is read; `clock` is the hour it is now."""

    today: date
    planned: date | None = None
    start: time | None = None
    clock: time | None = None
    total: int | None = None
    exempt: int = 0
    last: int | None = None
    by_moon: bool = False
    topics: Sequence[Choice] = ()


Value = Held | date | ReadCount | MeetingTimes | Choice | str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadField:
    """One thing a message tells, as a value, and the words that tell it."""

    name: Field
    value: Value
    words: str


@dataclass(frozen=True, slots=True)
class ReadReport:
    """What a message tells of a meeting.

    `doubts` are words with what they may mean, `unread` those that mean nothing known.
    """

    fields: tuple[ReadField, ...]
    doubts: tuple[ReadField, ...]
    unread: tuple[str, ...]

    def find(self, name: Field) -> ReadField | None:
        """Returns a field that is certain."""
        return next((field for field in self.fields if field.name is name), None)


def settle_report(heard: HeardReport, known: KnownMeeting) -> ReadReport:
    """Returns what a message tells of a meeting; what two parts tell differently is a doubt."""
    settling = _Settling(heard, known)
    settling.settle()
    unread = (*heard.unread, *settling.unread)
    return ReadReport(tuple(settling.fields), tuple(settling.doubts), unread)


class _Settling:
    def __init__(self, heard: HeardReport, known: KnownMeeting) -> None:
        self.heard, self.known = heard, known
        self.fields: list[ReadField] = []
        self.doubts: list[ReadField] = []
        self.unread: list[str] = []
        self.days, self.counts = self._told_apart()

    def settle(self) -> None:
        states = {part.value for part in self.heard.of(Field.STATE)}
        if MOVED in states:
            self._put_off()
        elif states == {NOT_HELD}:
            self._not_held()
        else:
            self._state_unclear()
            self._held()
        self._texts()

    # A day and a figure may look alike: "11/12".

    def _told_apart(self) -> tuple[list[Part], list[Part]]:
        days, counts = [*self.heard.of(Field.DAY)], [*self.heard.of(Field.COUNT)]
        unclear = [*self.heard.unclear]
        if not unclear:
            return days, counts
        if len(unclear) == 1:
            (part,) = unclear
            as_day = not days and self._may_be_day(part)
            as_count = self._may_be_count(part, counts)
            if as_day == as_count:
                return self._leave(unclear, days, counts)
            return ([part], counts) if as_day else (days, [*counts, part])
        first, second = unclear[:2]
        ways = [
            (day, count)
            for day, count in ((first, second), (second, first))
            if not days and not counts and self._may_be_day(day) and self._may_be_count(count, [])
        ]
        if len(unclear) == 2 and len(ways) == 1:  # noqa: PLR2004 - a day and a figure
            return [ways[0][0]], [ways[0][1]]
        return self._leave(unclear, days, counts)

    def _leave(
        self, unclear: Sequence[Part], days: list[Part], counts: list[Part]
    ) -> tuple[list[Part], list[Part]]:
        self.unread += [part.words for part in unclear]
        return days, counts

    def _may_be_day(self, part: Part) -> bool:
        read = self._read_day(part.value)
        if not isinstance(read, ReadDate) or read.day > self.known.today:
            return False
        near = self.known.planned or self.known.today
        return abs(read.day - near) <= _NEAR

    def _may_be_count(self, part: Part, others: Sequence[Part]) -> bool:
        """A figure of how many came fits the members that are known."""
        if any("/" in other.value for other in others):
            return False
        read = self._read_count([*others, part])
        total = self.known.total
        if not isinstance(read, ReadCount) or total is None:
            return isinstance(read, ReadCount)
        if read.total is not None:
            return read.total == total
        return 0 < read.present <= total - self.known.exempt

    def _read_day(self, text: str, *, ahead: bool = False) -> ReadDate | DoubtfulDate | None:
        known = self.known
        return read_meeting_day(
            text, today=known.today, near=known.planned, ahead=ahead, by_moon=known.by_moon
        )

    def _read_count(self, parts: Sequence[Part]) -> ReadCount | DoubtfulCount | None:
        text = ", ".join(part.value for part in parts)
        return read_attendance(
            text, total=self.known.total, exempt=self.known.exempt, last=self.known.last
        )

    # What became of the meeting.

    def _put_off(self) -> None:
        words = [*self.heard.of(Field.NEW_DAY)]
        read = {self._read_day(part.value, ahead=True) for part in words}
        found = read.pop() if len(read) == 1 else None
        said = ", ".join(part.words for part in words)
        state = next(part for part in self.heard.of(Field.STATE) if part.value == MOVED)
        if isinstance(found, ReadDate) and found.day != self.known.planned:
            is_ahead = found.day > self.known.today
            self._tell(Field.STATE, Held.PUT_OFF if is_ahead else Held.ANOTHER_DAY, state.words)
            self._tell(Field.DAY, found.day, said)
            if not is_ahead:
                self._figures(found.day)
        else:
            self._doubt_days(found, said)
        self._reason()

    def _not_held(self) -> None:
        if self.counts or self._is_held_day():
            self.unread += [part.words for part in self.heard.of(Field.STATE)]
            self._held()
            return
        said = self.heard.of(Field.STATE)[0].words
        self._tell(Field.STATE, Held.NOT, said)
        self._reason()

    def _is_held_day(self) -> bool:
        """True where another day than the planned one is told of a meeting that was not held."""
        read = [self._read_day(part.value) for part in self.days]
        return any(isinstance(day, ReadDate) and day.day != self.known.planned for day in read)

    def _state_unclear(self) -> None:
        self.unread += [part.words for part in self.heard.of(Field.STATE)]
        self.unread += [part.words for part in self.heard.of(Field.REASON)]

    def _held(self) -> None:
        read = {self._read_day(part.value) for part in self.days}
        said = ", ".join(part.words for part in self.days)
        found = read.pop() if len(read) == 1 else None
        if isinstance(found, ReadDate) and found.day <= self.known.today:
            on_its_day = self.known.planned in (None, found.day)
            self._tell(Field.STATE, Held.ON_ITS_DAY if on_its_day else Held.ANOTHER_DAY, said)
            self._tell(Field.DAY, found.day, said)
            if not on_its_day:
                self._reason()
            self._figures(found.day)
            return
        if self.days:
            self._doubt_days(found, said)
        self._figures(None)

    def _doubt_days(self, found: ReadDate | DoubtfulDate | None, said: str) -> None:
        candidates = found.candidates if isinstance(found, DoubtfulDate) else ()
        for day in candidates:
            self.doubts.append(ReadField(Field.DAY, day, said))
        if not candidates and said:
            self.unread.append(said)

    def _reason(self) -> None:
        parts = self.heard.of(Field.REASON)
        if parts:
            self._tell(Field.REASON, "; ".join(part.value for part in parts), parts[0].words)

    # What was in it.

    def _figures(self, day: date | None) -> None:
        if self.counts:
            said = ", ".join(part.words for part in self.counts)
            read = self._read_count(self.counts)
            match read:
                case ReadCount():
                    self._tell(Field.COUNT, read, said)
                case DoubtfulCount(candidates):
                    self.doubts += [ReadField(Field.COUNT, count, said) for count in candidates]
            if not isinstance(read, ReadCount) and not getattr(read, "candidates", ()):
                self.unread.append(said)
        self._times(day)

    def _times(self, day: date | None) -> None:
        parts = self.heard.of(Field.TIMES)
        until = self.known.clock if day == self.known.today else None
        found = {read_times(part.value, near=self.known.start, until=until) for part in parts}
        read = found.pop() if len(found) == 1 else None
        if isinstance(read, MeetingTimes):
            self._tell(Field.TIMES, read, parts[0].words)
        elif parts:
            self.unread += [part.words for part in parts]

    def _texts(self) -> None:
        self._topic()
        for name in (Field.PLACE, Field.CHAIR, Field.CADRE, Field.ACTIVITIES):
            parts = self.heard.of(name)
            if len({part.value for part in parts}) == 1:
                self._tell(name, parts[0].value, parts[0].words)
            else:
                self.unread += [part.words for part in parts]
        self._difficulties()
        for name in (Field.PROPOSAL, Field.BEST_PRACTICE):
            if told := [part for part in self.heard.of(name) if part.value != NONE]:
                self._tell(name, "\n".join(part.value for part in told), told[0].words)

    def _topic(self) -> None:
        parts = self.heard.of(Field.TOPIC)
        if not parts:
            return
        value = "; ".join(dict.fromkeys(part.value for part in parts))
        said = ", ".join(part.words for part in parts)
        listed = (
            match_choice(value, self.known.topics, in_full=True) if self.known.topics else None
        )
        if listed:
            label = next(choice.label for choice in self.known.topics if choice.key == listed)
            self._tell(Field.TOPIC, Choice(listed, label), said)
        else:
            self._tell(Field.TOPIC, "" if denies(value) else value, said)

    def _difficulties(self) -> None:
        parts = self.heard.of(Field.DIFFICULTY)
        told = tuple(part.value for part in parts if part.value != NONE)
        if told and len(told) < len(parts):
            # "không có khó khăn" beside one that is told: the one is asked about as well.
            self.unread += [part.words for part in parts if part.value == NONE]
        if parts:
            self._tell(Field.DIFFICULTY, told, ", ".join(part.words for part in parts))

    def _tell(self, name: Field, value: Value, words: str) -> None:
        self.fields.append(ReadField(name, value, words))
