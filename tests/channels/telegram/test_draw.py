import pytest

from channels.telegram.draw import draw_caption, draw_keyboard, draw_text, render_press
from domain.message import Choice, Expects, Message, Prompt


def prompt(count: int, *, columns: int = 1, navigation: tuple[str, ...] = ()) -> Prompt:
    return Prompt(
        id="42",
        expects=Expects.CHOICES,
        choices=tuple(Choice(f"k{n}", f"Mục {n}") for n in range(count)),
        navigation=tuple(Choice(f"n{n}", label) for n, label in enumerate(navigation)),
        selected=frozenset({"k1"}),
        columns=columns,
    )


def labels(drawn: Prompt) -> list[list[str]]:
    rows = draw_keyboard(drawn)["reply_markup"]["inline_keyboard"]
    return [[button["text"] for button in row] for row in rows]


def test_a_text_is_html_without_link_previews() -> None:
    assert draw_text(Message(text="<b>Chào</b> &amp;")) == {
        "text": "<b>Chào</b> &amp;",
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }


def test_choices_stand_in_columns_and_ticked_ones_are_marked() -> None:
    assert labels(prompt(3, columns=2)) == [["Mục 0", "✓ Mục 1"], ["Mục 2"]]


def test_columns_keep_within_what_a_phone_shows() -> None:
    assert [len(row) for row in labels(prompt(9, columns=50))] == [8, 1]
    assert [len(row) for row in labels(prompt(2, columns=0))] == [1, 1]


def test_the_ways_out_stand_below_three_short_ones_or_two_long_ones_to_a_row() -> None:
    assert labels(prompt(1, navigation=("Lùi", "Bỏ qua", "Huỷ")))[1:] == [["Lùi", "Bỏ qua", "Huỷ"]]
    long = ("Quay lại", "Xem ví dụ mẫu", "Huỷ")
    assert labels(prompt(1, navigation=long))[1:] == [["Quay lại", "Xem ví dụ mẫu"], ["Huỷ"]]


def test_a_button_sends_back_its_prompt_and_key() -> None:
    rows = draw_keyboard(prompt(1))["reply_markup"]["inline_keyboard"]
    assert rows[0][0]["callback_data"] == "42:k0"


def test_a_prompt_without_buttons_draws_no_keyboard() -> None:
    assert draw_keyboard(Prompt(id="1", expects=Expects.TEXT)) == {}
    assert draw_caption(Message(text="Ảnh")) == {"caption": "Ảnh", "parse_mode": "HTML"}


@pytest.mark.parametrize(("prompt_id", "key"), [("", "a"), ("a:b", "c"), ("p" * 40, "k" * 24)])
def test_what_no_button_can_carry_is_refused(prompt_id: str, key: str) -> None:
    with pytest.raises(ValueError, match="no button"):
        render_press(prompt_id, key)
