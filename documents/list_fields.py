"""What the columns of an office's own list may hold, by their headings in any wording."""

import re
from enum import StrEnum

from domain.people import Role
from domain.reading import fold, key
from domain.reading.roles import parse_role


class Field(StrEnum):
    """What a column of a list says."""

    PERSON = "person"
    LEADER = "leader"
    DEPUTY = "deputy"
    CADRE = "cadre"
    ROLE = "role"
    PHONE = "phone"
    UNIT = "unit"
    AREA = "area"
    KIND = "kind"
    MEMBERS = "members"
    EXEMPT = "exempt"
    RULE = "rule"
    TIME = "time"
    PLACE = "place"
    SKIP = "skip"
    PRIVATE = "private"


NAMES = frozenset({Field.PERSON, Field.LEADER, Field.DEPUTY, Field.CADRE})
_ROLES = {Role.LEADER: Field.LEADER, Role.DEPUTY: Field.DEPUTY, Role.CADRE: Field.CADRE}
_UNITS = "don vi|chi hoi|chi doan|chi bo|to hoi|chi to hoi|to chuc co so|co so hoi|cong doan co so"
_MEMBERS = "hoi vien|hv|doan vien|dv|dang vien|thanh vien|cong doan vien|nguoi|tv"
_PATTERNS = (
    (Field.RULE, r"(?:ngay|lich) (?:sinh hoat|hop)(?: dinh ky)?|sinh hoat dinh ky|ngay dinh ky"),
    (Field.SKIP, r"stt|tt|so tt|so thu tu|ghi chu.*|note|chu ky|ky nhan|ky ten|ma so"),
    (
        Field.PRIVATE,
        (
            r"(?:ngay |nam |thang |ngay thang nam )?sinh(?: nam| nu)?|nam sinh.*|ngay sinh.*|tuoi"
            r"|gioi tinh|nam(?: x)?|nu(?: x)?|dan toc|ton giao|trinh do.*|hoc van|chuyen mon.*"
            r"|(?:so )?(?:cccd|cmnd|can cuoc.*|dinh danh.*)|que quan|dia chi.*|noi o.*|cho o.*"
            r"|ngay vao.*|suc khoe.*|phu cap.*|so tai khoan.*|dang vien"
        ),
    ),
    (Field.PHONE, r"(?:so )?(?:dien thoai|dt|sdt|dtdd|di dong|dt dd|zalo|phone)(?: .*)?"),
    (Field.ROLE, r"chuc danh|chuc vu|nhiem vu|vai tro|chuc vu chuc danh"),
    (Field.PERSON, r"ho(?: va)? ten(?: .*)?|ten nguoi.*|ten can bo.*"),
    (Field.EXEMPT, r"(?:so )?(?:hoi vien |nguoi )?(?:duoc )?mien(?: sinh hoat)?"),
    (Field.MEMBERS, rf"(?:tong )?(?:so|sl|so luong|tong so)(?: (?:{_MEMBERS}))?|quan so"),
    (Field.TIME, r"(?:thoi )?gi(?:o|an)(?: (?:sinh hoat|hop|bat dau))?"),
    (Field.PLACE, r"dia diem(?: .*)?|noi (?:sinh hoat|hop)"),
    (Field.KIND, r"loai hinh|to chuc|doan the|hoi doan the|ten hoi|to chuc hoi"),
    (Field.AREA, r"(?:ten )?(?:ap|khom|thon|xom|buon|ban|dia ban|khu pho|to dan pho)(?: khom)?"),
    (Field.UNIT, rf"(?:ten )?(?:{_UNITS})(?: (?:ap|khom|thon))?|ten (?:to chuc|co so)"),
)
_COMPILED = tuple((field, re.compile(pattern)) for field, pattern in _PATTERNS)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
# What a person may call a field when they put a column right.
_CALLED = {
    Field.PERSON: ("họ tên", "họ và tên", "tên"),
    Field.LEADER: ("trưởng", "chi hội trưởng"),
    Field.DEPUTY: ("phó", "chi hội phó"),
    Field.CADRE: ("cán bộ phụ trách",),
    Field.ROLE: ("chức danh",),
    Field.PHONE: ("điện thoại",),
    Field.UNIT: ("đơn vị",),
    Field.AREA: ("ấp", "địa bàn"),
    Field.KIND: ("loại hình",),
    Field.MEMBERS: ("số hội viên", "số lượng", "số thành viên"),
    Field.EXEMPT: ("số được miễn", "miễn"),
    Field.RULE: ("ngày sinh hoạt", "ngày"),
    Field.TIME: ("giờ",),
    Field.PLACE: ("địa điểm",),
    Field.SKIP: ("bỏ", "bỏ qua"),
}
_BY_CALL = {key(word): field for field, words in _CALLED.items() for word in words}


def field_of(heading: str) -> Field | None:
    """Returns what a column with this heading holds, None for one that says nothing known."""
    plain = key(_IN_BRACKETS.sub(" ", fold(heading))) or key(heading)
    role = parse_role(plain.removeprefix("ho ten ").removeprefix("ho va ten "))
    if role in _ROLES:
        return _ROLES[role]
    return next((field for field, pattern in _COMPILED if pattern.fullmatch(plain)), None)


def field_called(word: str) -> Field | None:
    """Returns the field that somebody means who puts a column right ("điện thoại", "bỏ")."""
    return _BY_CALL.get(key(word)) or field_of(word)
