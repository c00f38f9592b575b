"""Titles of those who lead, help and look after chapters, as offices write them."""

import re

from domain.people import Role
from domain.text import key

_UNIT = (
    r"(?:chi hoi|chi doan|chi bo|chi to hoi|to hoi|phan hoi|cong doan(?: co so)?|to cong doan|to"
    r"|ban cong tac mat tran|ban ctmt|ban|don vi|cdcs|hoi|nhom)"
)
_LEADER = re.compile(
    rf"truong|{_UNIT} truong|truong {_UNIT}|bi thu(?: {_UNIT})?|bt|btcb|btcd|cht"
    rf"|chu tich(?: {_UNIT})?|nguoi dung dau"
)
_DEPUTY = re.compile(
    rf"(?:cap )?pho|{_UNIT} pho|pho {_UNIT}(?: truong)?|pho truong(?: {_UNIT})?|{_UNIT} pho truong"
    rf"|pho bi thu(?: {_UNIT})?|pbt|pbtcb|pbtcd|chp|pho chu tich(?: {_UNIT})?"
)
_CADRE = re.compile(
    r"(?:can bo|cb|cap uy vien|cuv|cap uy|dang uy vien|duv)(?: doan the)? (?:phu trach|theo doi)"
    r"(?: dia ban)?|(?:nguoi )?phu trach|cbpt|can bo phu trach (?:chi hoi|chi doan|ap|khom)"
)
_STAFF = re.compile(r"(?:can bo |cb )?(?:van phong|tong hop)")
_READER = re.compile(r"(?:nguoi )?(?:theo doi|xem so lieu|xem)")
_ADMINISTRATOR = re.compile(r"(?:nguoi )?quan tri(?: vien)?")
_OF_WHOM = re.compile(
    r" (?:phu nu|nong dan|cuu chien binh|ccb|nguoi cao tuoi|nct|thanh nien|chu thap do|khuyen hoc"
    r"|hoi lhpn|hoi nong dan)(?: (?:ap|khom|thon|khu pho) .*)?$|(?<=g|o|u) (?:ap|khom|thon) \S+.*$"
)
_ROLES = (
    (_LEADER, Role.LEADER),
    (_DEPUTY, Role.DEPUTY),
    (_CADRE, Role.CADRE),
    (_STAFF, Role.STAFF),
    (_READER, Role.READER),
    (_ADMINISTRATOR, Role.ADMINISTRATOR),
)


def parse_role(text: str) -> Role | None:
    """Returns the role a title stands for ("Chi hội trưởng", "CHP", "PBT"), None if unclear."""
    plain = _OF_WHOM.sub("", key(text))
    return next((role for words, role in _ROLES if words.fullmatch(plain)), None)
