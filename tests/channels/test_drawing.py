"""What is stored, drawn for messengers of any abilities, and typed answers read back."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.drawing import draw
from dialogue.plain import has_numbers, resolve_several, resolve_typed, write_out
from domain.abilities import ChannelAbilities
from domain.message import Choice, Expects, Message, Prompt
from domain.rich import displayed_length, plain_text
from texts import escape_rich

BUTTONS = ChannelAbilities(buttons=True, edits=True, files=True, text_limit=60)
PLAIN = ChannelAbilities(text_limit=60)

names = st.text(st.sampled_from("abcdê & <"), min_size=2, max_size=12).filter(str.strip)
lines = st.lists(st.text(st.sampled_from("abc .<12"), max_size=30), max_size=12)


def prompt_of(*labels: str, expects: Expects = Expects.CHOICE, lettered: bool = False) -> Prompt:
    choices = tuple(Choice(f"k{at}", label) for at, label in enumerate(labels))
    return Prompt(id="1.1", expects=expects, choices=choices, lettered=lettered)


def places(text: str) -> dict[str, str]:
    """What stands before each label of a list, by the label."""
    found = re.finditer(r"^(\d+|[a-z])\. (?:\[[x ]\] )?(.*)$", plain_text(text), re.MULTILINE)
    return {entry[2]: entry[1] for entry in found}


@given(st.lists(names, min_size=1, max_size=20), st.booleans())
def test_what_stands_before_a_choice_chooses_it(labels: list[str], lettered: bool) -> None:
    prompt = prompt_of(*labels, lettered=lettered)
    drawn = write_out(Message(text="Chọn:", prompt=prompt), "vi")
    assert drawn.prompt is None
    listed = re.findall(r"^(\d+|[a-z])\. ", plain_text(drawn.text), re.MULTILINE)
    assert len(listed) == len(labels)
    for choice, place in zip(prompt.choices, listed, strict=True):
        assert resolve_typed(prompt, place) in (choice.key, None), "None where a label is as short"
        assert resolve_typed(prompt, f"{place}.") in (choice.key, None)


@given(st.sets(st.integers(0, 8), min_size=2), st.sampled_from([", ", ",", " ", " và ", "; "]))
def test_several_are_chosen_at_once(wanted: set[int], between: str) -> None:
    labels = [f"Mục thứ {name}" for name in ("ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")]
    prompt = prompt_of(*labels, "Mục khác", "Mục cuối", expects=Expects.CHOICES)
    typed = between.join(str(place + 1) for place in sorted(wanted))
    keys = tuple(f"k{place}" for place in sorted(wanted))
    assert resolve_several(prompt, typed) == keys
    assert resolve_several(prompt, f"{typed}{between}99") == (), "all of them or none"
    assert resolve_several(replace(prompt, expects=Expects.CHOICE), typed) == ()


@pytest.mark.parametrize("expects", [Expects.COUNT, Expects.DATE, Expects.TEXT, Expects.PHOTOS])
def test_where_a_number_may_be_the_answer_choices_are_words(expects: Expects) -> None:
    prompt = prompt_of("Hôm nay", "Hôm qua", expects=expects)
    text = write_out(Message(text="Ngày nào?", prompt=prompt), "vi").text
    assert text == "Ngày nào?\n\nHoặc gõ: Hôm nay · Hôm qua"
    assert resolve_typed(prompt, "1") is None
    assert resolve_typed(prompt, "hôm qua") == "k1"


def test_letters_are_read_and_numbers_are_not_where_the_text_has_its_own() -> None:
    prompt = prompt_of("Tốt", "Khá", lettered=True)
    assert places(write_out(Message(text="1. Ấp A\n2. Ấp B", prompt=prompt), "vi").text) == {
        "Ấp A": "1",
        "Ấp B": "2",
        "Tốt": "a",
        "Khá": "b",
    }
    assert (resolve_typed(prompt, "B"), resolve_typed(prompt, "(b)")) == ("k1", "k1")
    assert resolve_typed(prompt, "2") is None
    assert resolve_typed(prompt_of("Tốt", "Khá"), "b") is None


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("Có hai mục:\n1. Một\n2. Hai", True),
        ("<b>1.</b> Một", True),
        ("  2) Hai", True),
        ("Ngày 5. Xong", False),
        ("28/32", False),
        ("1.000 đồng", False),
    ],
)
def test_a_list_of_the_texts_own_is_seen(text: str, has: bool) -> None:
    assert has_numbers(text) is has


@given(lines, st.booleans(), st.lists(names, max_size=5))
def test_every_part_fits_and_nothing_is_lost(
    words: list[str], buttons: bool, labels: list[str]
) -> None:
    text = escape_rich("\n".join(["x", *words]))
    prompt = prompt_of(*labels) if labels else None
    message = Message(text=text, prompt=prompt, attachments=(7,))
    abilities = BUTTONS if buttons else PLAIN
    parts = draw(message, abilities, "vi")
    assert all(displayed_length(part.text) <= abilities.text_limit for part in parts)
    shown = "".join("".join(plain_text(part.text) for part in parts).split())
    assert shown.startswith("".join(plain_text(text).split()))
    assert [part.prompt for part in parts] == [
        *[None] * (len(parts) - 1),
        prompt if buttons else None,
    ]
    files = [part.attachments for part in parts]
    assert files == ([(7,), *[()] * (len(parts) - 1)] if buttons else [()] * len(parts))


def test_notes_stand_below_the_last_part_where_there_is_room() -> None:
    message = Message(text="Có họp không?", notes=("Có", "x" * 60, "Máy khác"))
    (shown,) = draw(message, BUTTONS, "vi")
    assert shown.text == "Có họp không?\n\n<i>Có</i>\n\n<i>Máy khác</i>"


def test_files_are_named_where_none_can_be_shown() -> None:
    (shown,) = draw(Message(text="Ảnh", attachments=(1, 2)), replace(PLAIN, text_limit=500), "en")
    assert "2 files" in shown.text
    assert shown.attachments == ()
