"""Score tables and scales as people write them into one cell, and back.

Parts: "Chuẩn bị: 10; Tỷ lệ dự: 4 (tỷ lệ dự: 90=4, 75=3, 0=1, vắng không lý do=1)". Grades:
"Tốt: 90; Khá: 70; Trung bình: 50 (cần lý do)", without points where none lead to them. Levels:
"Mạnh: khá từ 80%, không kém, tổ chức 90%; Khá".
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from domain.grading.tables import Grade, Part, Rule, grade_key_of, key_of
from domain.grading.years import Condition, Level, Measure
from domain.reading import fold

_RULES = {
    "tỷ lệ dự": Rule.ATTENDANCE_RATE,
    "số phút": Rule.DURATION,
    "đúng ngày": Rule.ON_FIXED_DAY,
}
_UNEXCUSED = "vắng không lý do"
_REASON = "cần lý do"
_MOST = 1000
_PART = re.compile(r"(?P<name>[^:()]+): ?(?P<most>\d{1,4})(?: ?\((?P<rule>[^()]+)\))?")
_GRADE = re.compile(r"(?P<name>[^:()]+?)(?:: ?(?P<least>\d{1,4}))?(?P<reason> ?\([^()]+\))?")
_LEVEL = re.compile(r"(?P<name>[^:]+?)(?:: ?(?P<conditions>.+))?")
_STEP = re.compile(r"(\d{1,3}) ?= ?(\d{1,4})")
_LEFT = re.compile(r"(.+?) ?= ?(\d{1,4})")
_SHARE = re.compile(r"(?P<grade>.+?) (?:từ|tu) (?P<least>\d{1,3}) ?%")
_NONE = re.compile(r"(?:không|khong) (?P<grade>.+)")
_HELD_SHARE = re.compile(r"(?:to chuc|hop) (?P<least>\d{1,3}) ?%")
_HELD = re.compile(r"(?:to chuc|hop) (?P<least>\d{1,2}) buoi")
_MEAN = re.compile(r"diem (?:trung binh )?(?P<least>\d{1,4})")


def parse_parts(text: str) -> tuple[Part, ...]:
    """Reads the parts of a table; raises ValueError for anything that is none."""
    parts = tuple(_part(word) for word in _split(text))
    _require(len(parts) > 0 and _are_apart(part.key for part in parts))
    return parts


def render_parts(parts: Iterable[Part]) -> str:
    """Returns parts in the form `parse_parts` reads."""
    return "; ".join(f"{part.name}: {part.most}{_rule_words(part)}" for part in parts)


def parse_grades(text: str) -> tuple[Grade, ...]:
    """Reads the grades of a table, best first; raises ValueError for anything that is none."""
    grades = tuple(_grade(word) for word in _split(text))
    limits = [grade.least for grade in grades if grade.least is not None]
    _require(len(grades) > 1 and _are_apart(grade.key for grade in grades))
    _require(not limits or (len(limits) == len(grades) and limits[-1] == 0))
    _require(all(better > worse for better, worse in pairwise(limits)))
    return grades


def render_grades(grades: Iterable[Grade]) -> str:
    """Returns grades in the form `parse_grades` reads."""
    return "; ".join(
        grade.name
        + ("" if grade.least is None else f": {grade.least}")
        + (f" ({_REASON})" if grade.needs_reason else "")
        for grade in grades
    )


def parse_levels(text: str) -> tuple[Level, ...]:
    """Reads the levels of a year, best first; raises ValueError for anything that is none."""
    levels = tuple(_level(word) for word in _split(text))
    _require(len(levels) > 1 and _are_apart(level.key for level in levels))
    return levels


def render_levels(levels: Iterable[Level]) -> str:
    """Returns levels in the form `parse_levels` reads."""
    return "; ".join(
        level.name
        + (": " if level.conditions else "")
        + ", ".join(map(_condition_words, level.conditions))
        for level in levels
    )


def _split(text: str) -> list[str]:
    return [word.strip() for word in text.split(";") if word.strip()]


def _require(holds: bool) -> None:
    if not holds:
        raise ValueError


def _are_apart(keys: Iterable[str]) -> bool:
    found = list(keys)
    return all(found) and len(set(found)) == len(found)


def _part(text: str) -> Part:
    found = _PART.fullmatch(text)
    if found is None:
        raise ValueError(text)
    name, most = found["name"].strip(), int(found["most"])
    _require(0 < most <= _MOST)
    plain = Part(key=key_of(name), name=name, most=most)
    return _with_rule(plain, found["rule"]) if found["rule"] else plain


def _with_rule(part: Part, text: str) -> Part:
    name, _, numbers = text.partition(":")
    rule = {fold(words): rule for words, rule in _RULES.items()}.get(fold(name))
    steps: list[tuple[int, int]] = []
    unexcused = None
    for word in numbers.split(","):
        if step := _STEP.fullmatch(word.strip()):
            steps.append((int(step[1]), int(step[2])))
        else:
            left = _LEFT.fullmatch(word.strip())
            _require(left is not None and fold(left[1]) == fold(_UNEXCUSED))
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


def _rule_words(part: Part) -> str:
    if part.rule is None:
        return ""
    name = next(words for words, rule in _RULES.items() if rule is part.rule)
    numbers = [f"{number}={points}" for number, points in part.steps]
    left = [] if part.unexcused is None else [f"{_UNEXCUSED}={part.unexcused}"]
    return f" ({name}: {', '.join([*numbers, *left])})"


def _grade(text: str) -> Grade:
    found = _GRADE.fullmatch(text)
    if found is None:
        raise ValueError(text)
    reason = (found["reason"] or "").strip(" ()")
    _require(not reason or fold(reason) == fold(_REASON))
    name = found["name"].strip()
    least = None if found["least"] is None else int(found["least"])
    return Grade(key=grade_key_of(name), name=name, least=least, needs_reason=bool(reason))


def _level(text: str) -> Level:
    found = _LEVEL.fullmatch(text)
    if found is None:
        raise ValueError(text)
    name = found["name"].strip()
    given = (found["conditions"] or "").split(",") if found["conditions"] else []
    return Level(
        key=key_of(name), name=name, conditions=tuple(_condition(item.strip()) for item in given)
    )


def _condition(text: str) -> Condition:
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
        return Condition(measure=Measure.GRADE_SHARE, least=least, grade=found["grade"].strip())
    if found := _NONE.fullmatch(text):
        return Condition(measure=Measure.NONE, grade=found["grade"].strip())
    raise ValueError(text)


def _percent(text: str, measure: Measure) -> int:
    number = int(text)
    _require(number <= 100 or measure in (Measure.MEAN_POINTS, Measure.HELD))  # noqa: PLR2004 - per cent
    return number


def _condition_words(condition: Condition) -> str:
    match condition.measure:
        case Measure.GRADE_SHARE:
            return f"{condition.grade} từ {condition.least}%"
        case Measure.NONE:
            return f"không {condition.grade}"
        case Measure.HELD_SHARE:
            return f"tổ chức {condition.least}%"
        case Measure.HELD:
            return f"tổ chức {condition.least} buổi"
        case Measure.MEAN_POINTS:
            return f"điểm trung bình {condition.least}"
