"""Whole reports in one message: nothing is read wrongly, nearly everything at once."""

import sys
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

import pytest

from domain.meeting_times import MeetingTimes
from domain.one_message import (
    Field,
    Held,
    KnownMeeting,
    Likeness,
    ReadReport,
    hear_report,
    judge,
    settle_report,
)
from domain.reading import ReadCount, fold, key

FILES = sorted((Path(__file__).parent / "messages").glob("*.txt"))
KNOWN = KnownMeeting(today=date(2026, 11, 22), planned=date(2026, 11, 5), start=time(19), total=32)
NAMES = {
    Field.TOPIC: "t",
    Field.PROPOSAL: "x",
    Field.BEST_PRACTICE: "g",
    Field.REASON: "r",
    Field.PLACE: "o",
    Field.CHAIR: "c",
    Field.ACTIVITIES: "a",
    Field.CADRE: "b",
}
LEAST = 0.9


@dataclass(frozen=True)
class Message:
    """One line of the corpus: a message, what it is, and what it tells."""

    kind: Likeness
    text: str
    fields: dict[str, str]
    asked: frozenset[str]


def read_file(path: Path) -> list[Message]:
    found: list[Message] = []
    kind = Likeness.OTHER
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
            kind = Likeness.OTHER if name == "chat" else Likeness(name)
        elif line and not line.startswith("#"):
            text, _, told = line.rpartition(" = ") if " = " in line else (line, "", "")
            parts = [part.strip() for part in told.split("|") if part.strip()]
            pairs = (part.partition(" ") for part in parts if not part.startswith("?"))
            asked = frozenset(part[1:] for part in parts if part.startswith("?"))
            fields = {name: plain(value) for name, _, value in pairs}
            found.append(Message(kind, text.replace("\\n", "\n"), fields, asked))
    return found


def plain(value: str) -> str:
    """Figures as they are, words without marks and stops."""
    return value if not any(map(str.isalpha, value.replace("p", ""))) else key(value)


def told_by(text: str) -> dict[str, str]:
    """What the reader understands, in the letters of the corpus."""
    return dict(_told(settle_report(hear_report(text, today=KNOWN.today), KNOWN)))


def _told(read: ReadReport) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    state = read.find(Field.STATE)
    for field in read.fields:
        match field.value:
            case Held.NOT:
                found.append(("not", ""))
            case Held():
                pass
            case date() as day:
                put_off = state is not None and state.value is Held.PUT_OFF
                found.append(("put" if put_off else "d", f"{day.day}/{day.month}"))
            case ReadCount(present, total, excused):
                people = f"{present}" + (f"/{total}" if total else "")
                found.append(("n", people + (f" p{excused}" if excused is not None else "")))
            case MeetingTimes(starts, ends):
                hours = f"{starts:%H:%M}" + (f"-{ends:%H:%M}" if ends else "")
                found.append(("h", hours))
            case tuple() as texts:
                words = [
                    ("k" if at == 0 else f"k{at + 1}", plain(w)) for at, w in enumerate(texts)
                ]
                found += words or [("k", "-")]
            case value:
                found.append((NAMES[field.name], plain(str(value)) or "-"))
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_is_read_wrongly_and_nearly_everything_at_once(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong: list[str] = []
    missed: list[str] = []
    fields = sure = 0
    messages = read_file(path)
    for message in messages:
        likeness = judge(hear_report(message.text, today=KNOWN.today), today=KNOWN.today)
        if message.kind is Likeness.OTHER:
            wrong += [f"{message.text!r} is no report"] * (likeness is not Likeness.OTHER)
            continue
        given = told_by(message.text) if likeness is not Likeness.OTHER else {}
        sure += likeness is message.kind
        fields += len(message.fields)
        lost = [name for name in message.fields if name not in given]
        missed += [f"{name} of {message.text!r}" for name in lost]
        wrong += [
            f"{name} {value!r} of {message.text!r}, not {message.fields.get(name)!r}"
            for name, value in given.items()
            if message.fields.get(name) != value
        ]
    reports = [message for message in messages if message.kind is not Likeness.OTHER]
    share = 1 - len(missed) / fields
    with capsys.disabled():
        sys.stdout.write(
            f"\n{path.stem}: {len(messages)} messages, {fields} fields, {share:.1%} understood, "
            f"{len(wrong)} wrong; {sure} of {len(reports)} known for what they are at once\n"
            + "".join(f"  missed: {each}\n" for each in missed)
            + "".join(f"  WRONG: {each}\n" for each in wrong)
        )
    assert not wrong
    assert share >= LEAST


def test_without_marks_a_message_says_the_same_or_less() -> None:
    for message in (message for path in FILES for message in read_file(path)):
        bare = "\n".join(map(fold, message.text.split("\n")))
        given, whole = told_by(bare), told_by(message.text)
        for name, value in given.items():
            assert value in (whole.get(name), message.fields.get(name)), bare
