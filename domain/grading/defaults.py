"""The tables and scales that an installation starts with; an office replaces them by its own.

Points and grades of a party cell's meeting, names of levels: the regulations (366-QĐ/TW and the
associations' guides). No regulation says how a year follows from its meetings: the shares
below are a proposal of this program and nothing more.
"""

from domain.grading.spoken import parse_grades, parse_levels, parse_parts
from domain.grading.tables import Grade, Part
from domain.grading.years import Level
from domain.reading import key

PARTY_PARTS: tuple[Part, ...] = parse_parts(
    "Đúng ngày quy định: 2 (đúng ngày: 0=2);"
    "Thời lượng: 3 (số phút: 90=3, 60=1);"
    "Tỷ lệ dự: 4 (tỷ lệ dự: 90=4, 75=3, 65=2, 0=1, vắng không lý do=1);"
    "Không ai vắng quá 3 lần liên tiếp: 1;"
    "Chuẩn bị: 10; Tổ chức sinh hoạt: 40; Nguyên tắc: 5;"
    "Kết quả thực hiện nghị quyết kỳ trước: 30; Kết thúc: 5"
)
PARTY_GRADES: tuple[Grade, ...] = parse_grades(
    "Tốt: 90; Khá: 70; Trung bình: 50 (cần lý do); Kém: 0 (cần lý do)"
)
PARTS: tuple[Part, ...] = parse_parts(
    "Tỷ lệ dự: 5 (tỷ lệ dự: 85=5, 75=4, 65=3, 50=2, 0=1);"
    "Thời lượng: 3 (số phút: 60=3, 45=1);"
    "Đúng ngày quy định: 2 (đúng ngày: 0=2, 3=1)"
)
GRADES: tuple[Grade, ...] = parse_grades("Tốt; Khá; Trung bình (cần lý do); Kém (cần lý do)")

# Too few graded meetings say nothing about a year.
LEAST_GRADED = 60
_BEST = "tốt từ 80%, không kém, tổ chức 90%"
_GOOD = "khá từ 80%, tổ chức 80%"
_FAIR = "trung bình từ 80%, tổ chức 60%"
_QUALITY = (
    f"Hoàn thành xuất sắc nhiệm vụ: {_BEST}; Hoàn thành tốt nhiệm vụ: {_GOOD};"
    f"Hoàn thành nhiệm vụ: {_FAIR}; Không hoàn thành nhiệm vụ"
)
_SCALES = {
    "phu nu": f"Xuất sắc: {_BEST}; Mạnh: {_GOOD}; Khá: {_FAIR}; Trung bình",
    "nong dan": f"Vững mạnh: {_BEST}; Khá: {_GOOD}; Trung bình: {_FAIR}; Yếu",
    "cuu chien binh": f"Trong sạch vững mạnh xuất sắc: {_BEST};"
    f"Trong sạch vững mạnh tiên tiến: {_GOOD}; Trong sạch vững mạnh: {_FAIR}; Yếu",
}


def is_party(association: str) -> bool:
    """True for the Party's own organisations, whose meetings have the table of 100 points."""
    return key(association).startswith(("dang bo", "dang uy", "dang cong san", "chi bo"))


def levels_for(association: str) -> tuple[Level, ...]:
    """Returns the levels that an association starts with."""
    name = key(association)
    return parse_levels(next((text for part, text in _SCALES.items() if part in name), _QUALITY))
