import pytest

from domain.names import name_key, named_so, same_name


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Ấp Mỹ Hòa", "ấp Mĩ Hoà"),
        ("Quý", "Quí"),
        ("Lý Thị Kỳ", "Lí Thị Kì"),
        ("Thôn III", "Thôn 3"),
        ("Ấp 01", "ấp 1"),
        ("Khóm V", "Khóm 5"),
        ("Ấp \u00d0ông", "Ấp Đông"),
        ("Thuý", "Thúy"),
        ("Xóm-Chùa", "Xóm Chùa"),
        ("Nguyen Thi Lan", "Nguyễn Thị Lan"),
    ],
)
def test_these_are_one_name(text: str, other: str) -> None:
    assert name_key(text) == name_key(other)
    assert same_name(text, other)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Ấp Thanh Hòa", "Ấp Thạnh Hòa"),
        ("Nguyễn Thị Hoa", "Nguyễn Thị Hòa"),
        ("Thúy", "Thúi"),
        ("Ấp 1", "Ấp 10"),
        ("Thôn II", "Thôn III"),
        ("Huy", "Hui"),
    ],
)
def test_these_are_two(text: str, other: str) -> None:
    assert not same_name(text, other)


def test_who_is_named_exactly_so_comes_alone() -> None:
    known = ["Nguyễn Thị Hoa", "Nguyễn Thị Hòa"]
    assert named_so("nguyễn thị hoà", known, str) == ["Nguyễn Thị Hòa"]
    assert named_so("nguyen thi hoa", known, str) == known
    assert named_so("Nguyễn Thị Họa", known, str) == known
