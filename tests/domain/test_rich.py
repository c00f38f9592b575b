import html
import re

from hypothesis import given
from hypothesis import strategies as st

from domain.rich import displayed_length, plain_text, split_rich

FAMILY = "👩‍👩‍👧"
FLAG = "🇻🇳"

words = st.text(
    st.sampled_from("aàạ <>&\n.😀\u0301é" + FLAG + FAMILY), min_size=1, max_size=30
).map(html.escape)
runs = st.one_of(words, words.map(lambda w: f"<b>{w}</b>"), words.map(lambda w: f"<i>{w}</i>"))
rich_texts = st.lists(runs, max_size=12).map("".join)
MARKUP = re.compile(
    r"(?:(?:[^<>&]|&(?:amp|lt|gt|quot|#x27);)"
    r"|<b>(?:[^<>&]|&(?:amp|lt|gt|quot|#x27);)+</b>"
    r"|<i>(?:[^<>&]|&(?:amp|lt|gt|quot|#x27);)+</i>)*"
)


def visible(text: str) -> str:
    return "".join(text.split())


@given(rich_texts, st.integers(min_value=2, max_value=40))
def test_every_part_is_valid_fits_and_nothing_visible_is_lost(text: str, limit: int) -> None:
    parts = split_rich(text, limit)
    assert visible("".join(map(plain_text, parts))) == visible(plain_text(text))
    for part in parts:
        assert displayed_length(part) <= limit
        assert len(parts) == 1 or MARKUP.fullmatch(part)


@given(st.text(st.sampled_from("ab .\n"), max_size=200), st.integers(min_value=5, max_value=40))
def test_blanks_stay_where_they_were_unless_a_part_held_nothing_else(
    text: str, limit: int
) -> None:
    parts = split_rich(text, limit)
    position = 0
    for part in parts:
        position = text.index(part, position) + len(part)


@given(st.text(st.sampled_from("ab. \n"), max_size=200), st.integers(min_value=5, max_value=40))
def test_a_line_that_fits_is_never_torn(text: str, limit: int) -> None:
    parts = split_rich(text, limit)
    for line in text.split("\n"):
        if line.strip() and len(line) < limit:
            assert any(line in part for part in parts), line


def test_a_short_text_stays_as_it_is() -> None:
    assert split_rich("<b>Đồng chí</b> &amp; tôi", 4096) == ("<b>Đồng chí</b> &amp; tôi",)


def test_a_paragraph_is_liked_better_than_a_line_a_sentence_and_a_space() -> None:
    assert split_rich("Một hai.\n\nBa bốn\nnăm. Sáu bảy", 24)[0] == "Một hai.\n\nBa bốn\n"
    assert split_rich("Một hai ba.\n\nBa. bốn năm", 20)[0] == "Một hai ba.\n\n"
    assert split_rich("Một hai ba\nBa. bốn năm", 20)[0] == "Một hai ba\n"
    assert split_rich("Một hai ba. Bốn năm sáu", 20)[0] == "Một hai ba. "
    assert split_rich("Một hai ba bốn năm", 12)[0] == "Một hai ba "


def test_a_tag_is_closed_and_opened_again_around_the_cut() -> None:
    assert split_rich("<b>một hai</b> ba", 5) == ("<b>một </b>", "<b>hai</b> ", "ba")


def test_an_entity_counts_as_one_and_is_never_cut() -> None:
    assert split_rich("&amp;" * 6, 4) == ("&amp;" * 4, "&amp;" * 2)


def test_characters_outside_the_basic_plane_count_twice() -> None:
    assert displayed_length("<i>😀</i>") == 2
    assert split_rich("😀😀😀", 5) == ("😀😀", "😀")


def test_what_is_seen_as_one_character_is_not_torn() -> None:
    assert split_rich("ab" + FAMILY, 8) == ("ab", FAMILY)
    assert split_rich("a" + FLAG * 2, 6) == ("a" + FLAG, FLAG)
    assert split_rich("abcde\u0301", 5) == ("abcd", "e\u0301")


def test_one_endless_character_is_cut_all_the_same() -> None:
    parts = split_rich("e" + "\u0301" * 30, 10)
    assert [len(part) for part in parts] == [10, 10, 10, 1]
