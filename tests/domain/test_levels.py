import pytest

from domain.levels import LevelWords, name_levels, name_within_sentence


@pytest.mark.parametrize(
    ("levels", "words"),
    [
        (["tỉnh", "xã", "ấp"], LevelWords("Ấp", "Xã")),
        (["thành phố", "phường", "khóm"], LevelWords("Khóm", "Phường")),
        (["tỉnh", "phường"], LevelWords("Khóm", "Phường")),
        (["tỉnh", "Xã", "Tổ dân phố"], LevelWords("Tổ dân phố", "Xã")),
        (["tỉnh", "thị trấn", "khu phố"], LevelWords("Khu phố", "Thị trấn")),
        (["commune", "hamlet"], LevelWords()),
        ([], LevelWords()),
    ],
)
def test_levels_are_called_what_they_are_there(levels: list[str], words: LevelWords) -> None:
    assert name_levels(levels) == words


def test_a_level_is_small_inside_a_sentence() -> None:
    assert LevelWords("Tổ dân phố", "Phường").within_sentence() == {
        "hamlet": "tổ dân phố",
        "commune": "phường",
    }


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Ấp Cái Cối", "ấp Cái Cối"),
        ("Tổ dân phố 3", "tổ dân phố 3"),
        ("Tỉnh Vĩnh Long", "tỉnh Vĩnh Long"),
        ("Long Vĩnh", "Long Vĩnh"),
    ],
)
def test_of_a_place_its_level_alone_is_small_inside_a_sentence(name: str, inside: str) -> None:
    assert name_within_sentence(name) == inside
