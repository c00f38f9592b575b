"""A corpus of what people type: nothing is read wrongly, nearly everything at once."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

import pytest

from domain.meeting_days import read_meeting_day
from domain.meeting_times import MeetingTimes, read_times
from domain.reading import (
    ReadCount,
    ReadDate,
    denies,
    finds_all_well,
    fold,
    match_choice,
    may_deny,
    parse_phone,
    parse_role,
    parse_spoken_rule,
    read_attendance,
)

ASKED = "?"
FILES = sorted((Path(__file__).parent / "phrases").glob("*.txt"))
# The least share of what a person would understand that has to be understood at once.
LEAST = {"dates": 0.95, "times": 0.95, "counts": 0.97, "difficulties": 0.97, "choice": 0.97}


@dataclass(frozen=True)
class Phrase:
    """One line of the corpus with the heading it stands under."""

    kind: str
    situation: str
    text: str
    value: str

    @property
    def options(self) -> dict[str, str]:
        pairs = (word.partition("=") for word in self.situation.split())
        return {name: value for name, _, value in pairs}


def read_file(path: Path) -> Iterator[Phrase]:
    kind = situation = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind, _, situation = line.strip("[]").partition(" ")
        elif line and not line.startswith("#"):
            text, _, value = line.rpartition(" = ")
            yield Phrase(kind, situation, text, value)


def read_day(phrase: Phrase) -> str:
    options = phrase.options
    read = read_meeting_day(
        phrase.text,
        today=date.fromisoformat(options["today"]),
        near=date.fromisoformat(options["plan"]),
        ahead="moved" in options,
        by_moon="moon" in options,
    )
    # A day ahead is refused where the meeting was held: "Ngày 28/11/2026 chưa đến".
    is_ahead = isinstance(read, ReadDate) and read.day > date.fromisoformat(options["today"])
    if not isinstance(read, ReadDate) or (is_ahead and "moved" not in options):
        return ASKED
    return read.day.isoformat()


def read_clock(phrase: Phrase) -> str:
    plan = phrase.options.get("plan")
    read = read_times(phrase.text, near=time.fromisoformat(plan) if plan else None)
    if not isinstance(read, MeetingTimes):
        return ASKED
    return f"{read.starts:%H:%M}" + (f"-{read.ends:%H:%M}" if read.ends else "")


def read_number(phrase: Phrase) -> str:
    known = {name: int(value) for name, value in phrase.options.items()}
    read = read_attendance(
        phrase.text,
        total=known.get("total"),
        exempt=known.get("exempt", 0),
        last=known.get("last"),
    )
    if not isinstance(read, ReadCount):
        return ASKED
    total = "" if read.total is None else f"/{read.total}"
    excused = "" if read.excused is None else f" p{read.excused}"
    return f"{read.present}{total}{excused}"


def read_difficulty(phrase: Phrase) -> str:
    if denies(phrase.text) or finds_all_well(phrase.text):
        return "no"
    return ASKED if may_deny(phrase.text) or len(phrase.text.split()) < 2 else "told"


def read_choice(phrase: Phrase) -> str:
    labels = dict(option.split("=") for option in phrase.situation.split("|"))
    return match_choice(phrase.text, labels, numbered=True) or ASKED


def read_rule(phrase: Phrase) -> str:
    try:
        _, rule = parse_spoken_rule(phrase.text)
    except ValueError:
        return ASKED
    if rule["kind"] == "rrule":
        return str(rule["rrule"]).rpartition("=")[2]
    return f"{rule['kind']} {rule.get('day') or rule['count']}"


READERS: dict[str, Callable[[Phrase], str]] = {
    "dates": read_day,
    "times": read_clock,
    "counts": read_number,
    "difficulties": read_difficulty,
    "choice": read_choice,
    "roles": lambda phrase: parse_role(phrase.text) or ASKED,
    "rules": read_rule,
    "phones": lambda phrase: parse_phone(phrase.text) or ASKED,
}
PHRASES = [phrase for path in FILES for phrase in read_file(path)]


@pytest.mark.parametrize("kind", READERS)
def test_nothing_is_read_wrongly_and_nearly_everything_at_once(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    phrases = [phrase for phrase in PHRASES if phrase.kind == kind]
    given = {phrase: READERS[kind](phrase) for phrase in phrases}
    wrong = [
        f"{phrase.text!r} ({phrase.situation}): {value}, not {phrase.value}"
        for phrase, value in given.items()
        if value not in (phrase.value, ASKED)
    ]
    clear = [phrase for phrase in phrases if phrase.value != ASKED]
    missed = [phrase.text for phrase in clear if given[phrase] == ASKED]
    share = 1 - len(missed) / len(clear)
    with capsys.disabled():
        told = f"{kind}: {len(phrases)} phrases, {share:.1%} understood at once, asked: {missed}"
        sys.stdout.write(f"\n{told}\n")
    assert not wrong
    assert share >= LEAST.get(kind, 0.9)


def test_every_line_of_the_corpus_is_a_phrase_said_once() -> None:
    assert not [phrase for phrase in PHRASES if phrase.kind not in READERS or not phrase.text]
    said = Counter((phrase.kind, phrase.situation, phrase.text) for phrase in PHRASES)
    assert not [phrase for phrase, times in said.items() if times > 1]


@pytest.mark.parametrize("kind", ["dates", "counts", "difficulties"])
def test_without_its_marks_a_phrase_is_the_same_or_asked(kind: str) -> None:
    for phrase in PHRASES:
        if phrase.kind == kind:
            bare = Phrase(phrase.kind, phrase.situation, fold(phrase.text), phrase.value)
            assert READERS[kind](bare) in (READERS[kind](phrase), phrase.value, ASKED), bare.text
