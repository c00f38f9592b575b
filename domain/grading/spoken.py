"""Score tables and scales as people write them into one cell, and back.

Parts: "Chuẩn bị: 10; Tỷ lệ dự: 4 (tỷ lệ dự: 90=4, 75=3, 0=1, vắng không lý do=1)". Grades:
"Tốt: 90; Khá: 70; Trung bình: 50 (cần lý do)", without points where none lead to them. Levels:
"Mạnh: khá từ 80%, không kém, tổ chức 90%; Khá". In English the same reads "Tỷ lệ dự: 4
(attendance: 90=4, absent without excuse=1)", "Trung bình: 50 (needs a reason)" and "Mạnh: khá
from 80%, no kém, held 90%": names are the office's own, whatever the language.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise

from domain.grading.tables import Grade, Part, Rule, grade_key_of, key_of
from domain.grading.years import Condition, Level, Measure
from domain.reading import fold

# From a name in one language to the same in another; `str` leaves it.
Naming = Callable[[str], str]

_RULES = {
    "vi": {
        Rule.ATTENDANCE_RATE: "tỷ lệ dự",
        Rule.DURATION: "số phút",
        Rule.ON_FIXED_DAY: "đúng ngày",
    },
    "en": {
        Rule.ATTENDANCE_RATE: "attendance",
        Rule.DURATION: "minutes",
        Rule.ON_FIXED_DAY: "days off the set day",
    },
}
_RULE_OF = {fold(words): rule for rules in _RULES.values() for rule, words in rules.items()}
_UNEXCUSED = {"vi": "vắng không lý do", "en": "absent without excuse"}
_REASON = {"vi": "cần lý do", "en": "needs a reason"}
_CONDITIONS = {
    "vi": {
        Measure.GRADE_SHARE: "{grade} từ {least}%",
        Measure.NONE: "không {grade}",
        Measure.HELD_SHARE: "tổ chức {least}%",
        Measure.HELD: "tổ chức {least} buổi",
        Measure.MEAN_POINTS: "điểm trung bình {least}",
    },
    "en": {
        Measure.GRADE_SHARE: "{grade} from {least}%",
        Measure.NONE: "no {grade}",
        Measure.HELD_SHARE: "held {least}%",
        Measure.HELD: "held {least} meetings",
        Measure.MEAN_POINTS: "mean points {least}",
    },
}
_MOST = 1000
_PART = re.compile(r"(?P<name>[^:()]+): ?(?P<most>\d{1,4})(?: ?\((?P<rule>[^()]+)\))?")
_GRADE = re.compile(r"(?P<name>[^:()]+?)(?:: ?(?P<least>\d{1,4}))?(?P<reason> ?\([^()]+\))?")
_LEVEL = re.compile(r"(?P<name>[^:]+?)(?:: ?(?P<conditions>.+))?")
_STEP = re.compile(r"(\d{1,3}) ?= ?(\d{1,4})")
_LEFT = re.compile(r"(.+?) ?= ?(\d{1,4})")
_SHARE = re.compile(r"(?P<grade>.+?) (?:từ|tu|from) (?P<least>\d{1,3}) ?%")
_NONE = re.compile(r"(?:không|khong|no) (?P<grade>.+)")
_HELD_SHARE = re.compile(r"(?:to chuc|hop|held) (?P<least>\d{1,3}) ?%")
_HELD = re.compile(r"(?:to chuc|hop|held) (?P<least>\d{1,2}) (?:buoi|meetings?)")
_MEAN = re.compile(r"(?:diem (?:trung binh )?|mean points )(?P<least>\d{1,4})")


def parse_parts(text: str, naming: Naming = str) -> tuple[Part, ...]:
    """Reads the parts of a table, kept under names that `naming` gives; raises ValueError."""
    parts = tuple(_part(word, naming) for word in _split(text))
    _require(len(parts) > 0 and _are_apart(part.key for part in parts))
    return parts


def render_parts(parts: Iterable[Part], language: str, naming: Naming = str) -> str:
    """Returns parts in the form `parse_parts` reads, `naming` says how a name is written."""
    return "; ".join(
        f"{naming(part.name)}: {part.most}{_rule_words(part, language)}" for part in parts
    )


def parse_grades(text: str, naming: Naming = str) -> tuple[Grade, ...]:
    """Reads the grades of a table, best first; raises ValueError for anything that is none."""
    grades = tuple(_grade(word, naming) for word in _split(text))
    limits = [grade.least for grade in grades if grade.least is not None]
    _require(len(grades) > 1 and _are_apart(grade.key for grade in grades))
    _require(not limits or (len(limits) == len(grades) and limits[-1] == 0))
    _require(all(better > worse for better, worse in pairwise(limits)))
    return grades


def render_grades(grades: Iterable[Grade], language: str, naming: Naming = str) -> str:
    """Returns grades in the form `parse_grades` reads."""
    return "; ".join(
        naming(grade.name)
        + ("" if grade.least is None else f": {grade.least}")
        + (f" ({_REASON[language]})" if grade.needs_reason else "")
        for grade in grades
    )


def parse_levels(text: str, naming: Naming = str) -> tuple[Level, ...]:
    """Reads the levels of a year, best first; raises ValueError for anything that is none."""
    levels = tuple(_level(word, naming) for word in _split(text))
    _require(len(levels) > 1 and _are_apart(level.key for level in levels))
    return levels


def render_levels(levels: Iterable[Level], language: str, naming: Naming = str) -> str:
    """Returns levels in the form `parse_levels` reads."""
    return "; ".join(
        level.name
        + (": " if level.conditions else "")
        + ", ".join(
            _CONDITIONS[language][condition.measure].format(
                grade=naming(condition.grade), least=condition.least
            )
            for condition in level.conditions
        )
        for level in levels
    )


def _split(text: str) -> list[str]:
    return [word.strip() for word in text.split(";") if word.strip()]


def _require(holds: bool) -> None:
    if not holds:
        raise ValueError


def _says(text: str, words: Mapping[str, str]) -> bool:
    return fold(text) in map(fold, words.values())


def _are_apart(keys: Iterable[str]) -> bool:
    found = list(keys)
    return all(found) and len(set(found)) == len(found)


def _part(text: str, naming: Naming) -> Part:
    found = _PART.fullmatch(text)
    if found is None:
        raise ValueError(text)
    name, most = naming(found["name"].strip()), int(found["most"])
    _require(0 < most <= _MOST)
    plain = Part(key=key_of(name), name=name, most=most)
    return _with_rule(plain, found["rule"]) if found["rule"] else plain


def _with_rule(part: Part, text: str) -> Part:
    name, _, numbers = text.partition(":")
    rule = _RULE_OF.get(fold(name))
    steps: list[tuple[int, int]] = []
    unexcused = None
    for word in numbers.split(","):
        if step := _STEP.fullmatch(word.strip()):
            steps.append((int(step[1]), int(step[2])))
        else:
            left = _LEFT.fullmatch(word.strip())
            _require(left is not None and _says(left[1], _UNEXCUSED))
            unexcused = int(left[2]) if left else None
    given = [points for _, points in steps] + ([] if unexcused is None else [unexcused])
    _require(rule is not None and bool(steps) and max(given) <= part.most)
    _require(unexcused is None or rule is Rule.ATTENDANCE_RATE)
    return Part(
        key=part.key,
        name=part.name,
        most=part.most,
        rule=rule,
        steps=tuple(steps),
        unexcused=unexcused,
    )


def _rule_words(part: Part, language: str) -> str:
    if part.rule is None:
        return ""
    numbers = [f"{number}={points}" for number, points in part.steps]
    left = [] if part.unexcused is None else [f"{_UNEXCUSED[language]}={part.unexcused}"]
    return f" ({_RULES[language][part.rule]}: {', '.join([*numbers, *left])})"


def _grade(text: str, naming: Naming) -> Grade:
    found = _GRADE.fullmatch(text)
    if found is None:
        raise ValueError(text)
    reason = (found["reason"] or "").strip(" ()")
    _require(not reason or _says(reason, _REASON))
    name = naming(found["name"].strip())
    least = None if found["least"] is None else int(found["least"])
    return Grade(key=grade_key_of(name), name=name, least=least, needs_reason=bool(reason))


def _level(text: str, naming: Naming) -> Level:
    found = _LEVEL.fullmatch(text)
    if found is None:
        raise ValueError(text)
    name = found["name"].strip()
    given = (found["conditions"] or "").split(",") if found["conditions"] else []
    return Level(
        key=key_of(name),
        name=name,
        conditions=tuple(_condition(item.strip(), naming) for item in given),
    )


def _condition(text: str, naming: Naming) -> Condition:
    plain = fold(text)
    for measure, pattern in (
        (Measure.HELD_SHARE, _HELD_SHARE),
        (Measure.HELD, _HELD),
        (Measure.MEAN_POINTS, _MEAN),
    ):
        if found := pattern.fullmatch(plain):
            return Condition(measure=measure, least=_percent(found["least"], measure))
    if found := _SHARE.fullmatch(text):
        least = _percent(found["least"], Measure.GRADE_SHARE)
        return Condition(
            measure=Measure.GRADE_SHARE, least=least, grade=naming(found["grade"].strip())
        )
    if found := _NONE.fullmatch(text):
        return Condition(measure=Measure.NONE, grade=naming(found["grade"].strip()))
    raise ValueError(text)


def _percent(text: str, measure: Measure) -> int:
    number = int(text)
    _require(number <= 100 or measure in (Measure.MEAN_POINTS, Measure.HELD))  # noqa: PLR2004 - per cent
    return number
