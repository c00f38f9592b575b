"""What people say around a report: who they are, that it is one, and politeness."""

from collections.abc import Sequence

_NOISE = frozenset(
    (
        *("da", "roi", "a", "ah", "nhe", "nha", "nhen", "nghen", "ne", "vang", "em", "toi"),
        *("chi", "anh", "co", "chu", "bac", "dong", "d/c", "dc", "bao", "cao", "bc", "xin"),
        *("kinh", "gui", "chao", "buoi", "hop", "sinh", "hoat", "sh", "ky", "thang", "nay"),
        *("doan", "bo", "va", "thi", "la", "voi", "con", "ket", "qua", "tot", "dep", "ok", "cam"),
        *("on", "nhieu", "het", "xong", "vui", "ve", "haha", "hihi", "hehe", "alo", "minh"),
        *("duoc", "do", "day", "cuoc", "dinh", "thuong", "to", "chuc", "nguoi", "u", "uh", "hi"),
        *("moi", "vua", "nhu", "sau", "cac", "nhung", "noi", "dung", "don", "vi", "thong", "tin"),
        *("thua", "hoi"),
    )
)


def is_noise(folded: Sequence[str]) -> bool:
    """Says whether words that told nothing were only politeness or the like."""
    return all(word in _NOISE or not any(map(str.isalnum, word)) for word in folded)
