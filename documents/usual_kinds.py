"""The kinds of chapters most communes have, written into the template to keep, change or delete.

Words, frequencies and days are those met in practice; an office writes its own over them.
"""

from typing import Any

from domain.calendar import FreeDays, LunarDay, MeetingRule, MonthDay, RecurrenceDay

Row = dict[str, Any]

_ASSOCIATION = {
    "members": "hội viên",
    "regular": "định kỳ",
    "leader": "Chi hội trưởng",
    "deputy": "Chi hội phó",
}
_YOUTH = _ASSOCIATION | {"members": "đoàn viên", "leader": "Bí thư", "deputy": "Phó bí thư"}
_CELL = _YOUTH | {"members": "đảng viên", "regular": "thường kỳ"}
_GROUP = _ASSOCIATION | {"leader": "Tổ trưởng", "deputy": "Tổ phó"}
_UNION = _YOUTH | {"leader": "Chủ tịch", "deputy": "Phó Chủ tịch"}
_FRONT = _ASSOCIATION | {"members": "thành viên", "leader": "Trưởng", "deputy": "Phó Trưởng"}
_ONCE_A_QUARTER = FreeDays(every=3)


def common_noun(name: str) -> str:
    """Returns what a kind is called inside a sentence: "chi hội phụ nữ"."""
    return name.lower().replace("mặt trận", "Mặt trận")


def _kind(
    code: str, name: str, association: str, words: Row, rule: MeetingRule, **unusual: int | str
) -> Row:
    return {
        "code": code,
        "name": name,
        "association": association,
        "unit": common_noun(name),
        **words,
        "frequency": 1,
        "rule": rule,
        "shift": "none",
        "recording": "full",
        **unusual,
    }


def _quarterly(code: str, name: str, association: str) -> Row:
    return _kind(code, name, association, _ASSOCIATION, _ONCE_A_QUARTER, frequency=3)


USUAL_KINDS: list[Row] = [
    _kind(
        "chi_bo",
        "Chi bộ",
        "Đảng bộ xã",
        _CELL,
        MonthDay(day=3),
        shift="next_day_off_skipped",
        recording="frame",
    ),
    _kind(
        "chi_doan",
        "Chi đoàn",
        "Đoàn TNCS Hồ Chí Minh",
        _YOUTH,
        RecurrenceDay(rrule="FREQ=MONTHLY;BYDAY=-1SA"),
    ),
    _kind(
        "phu_nu",
        "Chi hội Phụ nữ",
        "Hội Liên hiệp Phụ nữ Việt Nam",
        _ASSOCIATION,
        MonthDay(day=5),
        shift="next_day_holiday_only",
    ),
    _kind(
        "nong_dan",
        "Chi hội Nông dân",
        "Hội Nông dân Việt Nam",
        _ASSOCIATION,
        RecurrenceDay(every=3, month=2, rrule="FREQ=MONTHLY;BYDAY=2SU"),
        frequency=3,
    ),
    _kind("to_hoi", "Tổ hội Nghề nghiệp", "Hội Nông dân Việt Nam", _GROUP, LunarDay(day=16)),
    _quarterly("cuu_chien_binh", "Chi hội Cựu chiến binh", "Hội Cựu chiến binh Việt Nam"),
    _quarterly("nguoi_cao_tuoi", "Chi hội Người cao tuổi", "Hội Người cao tuổi Việt Nam"),
    _quarterly("chu_thap_do", "Chi hội Chữ thập đỏ", "Hội Chữ thập đỏ Việt Nam"),
    _quarterly("khuyen_hoc", "Chi hội Khuyến học", "Hội Khuyến học Việt Nam"),
    _quarterly("thanh_nien", "Chi hội Thanh niên", "Hội Liên hiệp Thanh niên Việt Nam"),
    _kind(
        "mat_tran",
        "Ban Công tác Mặt trận",
        "Mặt trận Tổ quốc Việt Nam",
        _FRONT,
        MonthDay(day=25),
        shift="next_day_off_skipped",
    ),
    _kind(
        "cong_doan",
        "Công đoàn cơ sở",
        "Công đoàn Việt Nam",
        _UNION,
        RecurrenceDay(rrule="FREQ=MONTHLY;BYDAY=1FR"),
    ),
]
