import pytest

from domain.levels import LevelWords, name_levels


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
