"""The workbook that an office fills in: the usual kinds, and a few invented rows to go by."""

from datetime import date
from pathlib import Path
from typing import Any

from documents.sheets import EXAMPLE
from documents.usual_kinds import USUAL_KINDS
from documents.writing import write_workbook
from domain.calendar import FreeDays, RecurrenceDay
from domain.grading import grades_to_json, levels_to_json, parts_to_json
from domain.grading.defaults import GRADES, PARTS, levels_for

_SINCE = date(2025, 7, 1)
_CHAPTER = "Chi hội Phụ nữ ấp Cái Cối"

EXAMPLES: dict[str, list[dict[str, Any]]] = {
    "areas": [
        {"id": EXAMPLE, "name": "Xã Long Vĩnh", "level": "xã", "valid_from": _SINCE},
        {
            "id": EXAMPLE,
            "name": "Ấp Cái Cối",
            "level": "ấp",
            "parent": "Xã Long Vĩnh",
            "valid_from": _SINCE,
        },
    ],
    "chapters": [
        {
            "id": EXAMPLE,
            "name": _CHAPTER,
            "kind": "Chi hội Phụ nữ",
            "area": "Xã Long Vĩnh / Ấp Cái Cối",
            "member_count": 52,
            "rule": RecurrenceDay(rrule="FREQ=MONTHLY;BYDAY=-1SA"),
            "start_time": "18:30",
            "duration_min": 90,
            "place": "Nhà văn hóa ấp Cái Cối",
            "valid_from": _SINCE,
        },
        {
            "id": EXAMPLE,
            "name": "Chi hội Cựu chiến binh ấp Cái Cối",
            "kind": "Chi hội Cựu chiến binh",
            "area": "Xã Long Vĩnh / Ấp Cái Cối",
            "member_count": 18,
            "rule": FreeDays(every=3),
            "start_time": "14:00",
            "place": "Nhà văn hóa ấp Cái Cối",
            "valid_from": _SINCE,
        },
    ],
    "people": [
        {"id": EXAMPLE, "name": "Thạch Thị Lan", "phone": "0900000123"},
        {"id": EXAMPLE, "name": "Lê Văn Sáu", "phone": "0900000124"},
    ],
    "posts": [
        {
            "id": EXAMPLE,
            "person": "Thạch Thị Lan",
            "phone": "0900000123",
            "role": "leader",
            "chapter": _CHAPTER,
            "area": "Xã Long Vĩnh / Ấp Cái Cối",
            "valid_from": _SINCE,
        },
        {
            "id": EXAMPLE,
            "person": "Lê Văn Sáu",
            "phone": "0900000124",
            "role": "staff",
            "area": "Xã Long Vĩnh",
            "valid_from": _SINCE,
        },
    ],
    "duties": [{"id": EXAMPLE, "area": "Xã Long Vĩnh", "visits": 1, "per": "quarter"}],
    "holidays": [{"day": EXAMPLE, "name": "Chôl Chnăm Thmây", "area": "Xã Long Vĩnh"}],
    "channels": [
        {
            "channel": EXAMPLE,
            "account": "main",
            "chat": "-1001234567890",
            "title": "Dân vận xã Long Vĩnh",
            "area": "Xã Long Vĩnh",
        }
    ],
    "programmes": [
        {
            "code": EXAMPLE,
            "name": "Đổi mới và nâng cao chất lượng hoạt động của chi, tổ hội",
            "area": "Xã Long Vĩnh",
            "valid_from": _SINCE,
        }
    ],
    "pilots": [{"programme": EXAMPLE, "area": "Xã Long Vĩnh / Ấp Cái Cối"}],
    "targets": [
        {
            "programme": EXAMPLE,
            "indicator": "members",
            "area": "Xã Long Vĩnh",
            "period": "2026-Q4",
            "value": "85,5",
            "sense": "min",
        }
    ],
    "counters": [
        {
            "code": EXAMPLE,
            "name": "Vốn ủy thác Ngân hàng Chính sách xã hội",
            "association": "Hội Liên hiệp Phụ nữ Việt Nam",
            "measure": "triệu đồng",
            "ordinal": 100,
            "valid_from": _SINCE,
        }
    ],
    "scores": [
        {
            "code": EXAMPLE,
            "name": "Bảng đánh giá buổi sinh hoạt",
            "area": "Xã Long Vĩnh",
            "kind": "Chi hội Phụ nữ",
            "parts": parts_to_json(PARTS),
            "grades": grades_to_json(GRADES),
            "valid_from": _SINCE,
        }
    ],
    "scales": [
        {
            "association": EXAMPLE,
            "name": "Xếp loại năm",
            "levels": levels_to_json(levels_for("Hội Liên hiệp Phụ nữ Việt Nam")),
            "least_graded": 60,
            "valid_from": _SINCE,
        }
    ],
    "reforms": [
        {
            "valid_from": EXAMPLE,
            "reform": "merge_areas",
            "subjects": "Ấp Cái Cối; Ấp La Ghi",
            "results": "Ấp Hòa Hợp",
        }
    ],
}


def write_template(path: Path, *, language: str = "vi") -> None:
    """Writes the template: usual kinds to keep, and examples that are never read back."""
    write_workbook(path, {"kinds": USUAL_KINDS}, language=language, examples=EXAMPLES)
