"""What an office writes into a form is read, or named by sheet, row and column."""

import pytest

from domain.questionnaires.definition import QuestionType
from domain.questionnaires.reading import MOST_QUESTIONS, read_form
from domain.questionnaires.sheets import Sheets
from domain.questionnaires.versions import find_other_form, find_retyped
from tests.forms import flood, survey


def faults(sheets: Sheets, *, mild: bool = False) -> list[tuple[str, int, str, str]]:
    found = read_form(sheets).faults
    return [
        (fault.sheet, fault.row, fault.column, fault.code) for fault in found if fault.mild is mild
    ]


def of_rows(*rows: dict[str, str]) -> Sheets:
    return {**flood(), "survey": survey(*rows)}


def test_a_form_says_what_is_asked_when_and_in_which_words() -> None:
    read = read_form(flood())
    assert read.is_sound
    assert faults(flood(), mild=True) == [("survey", 1, "K", "column-unused")]
    definition = read.definition
    assert definition.words(definition.titles, "vi") == "Thiệt hại do ngập"
    assert [asked.type for asked in definition.questions] == [
        QuestionType.NOTE,
        QuestionType.INTEGER,
        QuestionType.SELECT_ONE,
        QuestionType.SELECT_MULTIPLE,
        QuestionType.DECIMAL,
        QuestionType.DATE,
        QuestionType.TIME,
        QuestionType.TEXT,
    ]
    houses, depth = definition.find("houses"), definition.find("depth")
    assert houses is not None
    assert depth is not None
    assert houses.required
    assert definition.words(houses.labels, "en") == "Flooded houses"
    assert depth.relevant is not None
    assert depth.relevant.names == {"houses"}
    assert definition.words(depth.labels, "en") == "Nước sâu mấy mét"


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        (({"type": "geopoint", "name": "a", "vi": "A"},), (2, "A", "type")),
        (({"type": "begin_repeat", "name": "a", "vi": "A"},), (2, "A", "group-unended")),
        (({"type": "begin_repeat", "name": "a"}, {"type": "end_repeat"}), (2, "A", "unlabelled")),
        (
            ({"type": "begin_repeat", "name": "a", "vi": "A"}, {"type": "end_repeat"}),
            (2, "A", "repeat-empty"),
        ),
        (
            ({"type": "begin_repeat", "name": "a", "vi": "A"}, {"type": "end_group"}),
            (3, "A", "group-unbegun"),
        ),
        (
            (
                {"type": "begin_repeat", "name": "a", "vi": "A"},
                {"type": "begin_repeat", "name": "b", "vi": "B"},
            ),
            (3, "A", "repeat-nested"),
        ),
        (
            (
                {"type": "begin_repeat", "name": "a", "vi": "A"},
                {"type": "integer", "name": "b", "vi": "B"},
                {"type": "end_repeat"},
                {"type": "text", "name": "c", "vi": "C", "relevant": "${b} > 1"},
            ),
            (5, "G", "name-repeated"),
        ),
        (
            (
                {"type": "begin_repeat", "name": "a", "vi": "A"},
                {
                    "type": "integer",
                    "name": "b",
                    "vi": "B",
                    "default": "${last-saved#b}",
                },
                {"type": "end_repeat"},
            ),
            (3, "J", "default"),
        ),
        (({"type": "text", "name": "a b", "vi": "A"},), (2, "B", "name")),
        (({"type": "text", "name": "x" * 40, "vi": "A"},), (2, "B", "name")),
        (({"type": "text", "name": "a"},), (2, "A", "unlabelled")),
        (({"type": "text", "name": "a", "vi": "${b}"},), (2, "C", "label-reference")),
        (({"type": "select_one none", "name": "a", "vi": "A"},), (2, "A", "list-missing")),
        (
            ({"type": "text", "name": "a", "vi": "A", "required": "maybe"},),
            (2, "F", "required"),
        ),
        (
            ({"type": "integer", "name": "a", "vi": "A", "default": "abc"},),
            (2, "J", "default"),
        ),
        (
            ({"type": "text", "name": "a", "vi": "A", "relevant": "${b} ="},),
            (2, "G", "expression-unfinished"),
        ),
        (
            ({"type": "text", "name": "a", "vi": "A", "constraint": "regex(., '(?=a)')"},),
            (2, "H", "expression-pattern"),
        ),
        (
            ({"type": "text", "name": "a", "vi": "A", "relevant": "${b} = 1"},),
            (2, "G", "name-unknown"),
        ),
        (({"type": "begin_group", "name": "g", "vi": "G"},), (2, "A", "group-unended")),
        (({"type": "end_group"},), (2, "A", "group-unbegun")),
    ],
)
def test_each_fault_is_named_where_it_stands(
    rows: tuple[dict[str, str], ...], fault: tuple[int, str, str]
) -> None:
    last = {"type": "text", "name": "last", "vi": "Cuối"}
    found = faults(of_rows(*rows, last))
    assert ("survey", *fault) in found


def test_questions_that_wait_for_one_another_and_for_later_ones_are_refused() -> None:
    found = faults(
        of_rows(
            {"type": "text", "name": "a", "vi": "A", "relevant": "${b} = 1"},
            {"type": "text", "name": "b", "vi": "B", "relevant": "${a} = 1"},
            {"type": "text", "name": "c", "vi": "C", "relevant": "${d} = 1"},
            {"type": "text", "name": "d", "vi": "D"},
        )
    )
    assert found == [
        ("survey", 2, "G", "cycle"),
        ("survey", 3, "G", "cycle"),
        ("survey", 4, "G", "name-later"),
    ]


def test_two_questions_of_one_name_and_too_many_are_refused() -> None:
    twice = [{"type": "text", "name": name, "vi": "A"} for name in ("a", "A")]
    assert [code for *_, code in faults(of_rows(*twice))] == ["name-twice", "name-twice"]
    many = [{"type": "text", "name": f"q{at}", "vi": f"Câu {at}"} for at in range(500)]
    assert faults(of_rows(*many)) == [("survey", MOST_QUESTIONS + 2, "A", "too-many")]
    assert [code for *_, code in faults(of_rows())] == ["no-questions"]


def test_what_devices_note_is_named_and_left_out() -> None:
    sheets = of_rows({"type": "start", "name": "start"}, {"type": "text", "name": "a", "vi": "A"})
    assert faults(sheets) == []
    assert ("survey", 2, "A", "type-unused") in faults(sheets, mild=True)


def test_a_next_version_is_of_the_same_form_and_keeps_types() -> None:
    other = {**flood(), "settings": [["form_title", "form_id"], ["Khác", "other"]]}
    assert [fault.code for fault in find_other_form(flood(), other)] == ["form-other"]
    assert list(find_other_form(flood(), flood("Nhãn mới"))) == []
    retyped = of_rows({"type": "text", "name": "houses", "vi": "Số hộ"})
    (fault,) = find_retyped(flood(), retyped)
    assert (fault.row, fault.code, fault.what) == (2, "type-changed", "houses")
