"""Titles are read as the roles of posts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.people import Role
from domain.reading import fold, parse_role


@pytest.mark.parametrize(
    ("role", "titles"),
    [
        (Role.LEADER, "Chi hội trưởng, trưởng, Trưởng chi hội, CHT, Tổ trưởng, Bí thư chi đoàn"),
        (Role.LEADER, "Bí thư, BT, Bí thư Chi bộ, Chủ tịch công đoàn cơ sở, Trưởng Ban"),
        (Role.DEPUTY, "CHP, Chi hội phó, phó, Phó bí thư chi đoàn, PBT, Tổ phó, Phó Chủ tịch"),
        (Role.DEPUTY, "Phó chi hội trưởng, Chi hội phó., Phó chi hội"),
        (Role.CADRE, "cán bộ phụ trách, Cấp ủy viên phụ trách địa bàn, CB phụ trách"),
        (Role.STAFF, "cán bộ văn phòng, cán bộ tổng hợp, văn phòng"),
        (Role.READER, "người theo dõi, người xem số liệu"),
        (Role.ADMINISTRATOR, "quản trị, người quản trị"),
    ],
)
def test_titles_are_read_as_roles(role: Role, titles: str) -> None:
    for title in titles.split(", "):
        assert parse_role(title) is role, title
        assert parse_role(fold(title).upper()) is role, title


@pytest.mark.parametrize("text", ["", "hội viên", "trưởng ấp", "phó mặc", "thủ quỹ", "trưởng phó"])
def test_what_is_no_title_is_not_read(text: str) -> None:
    assert parse_role(text) is None


@given(st.text())
def test_any_text_gets_an_answer_without_fail(text: str) -> None:
    parse_role(text)
