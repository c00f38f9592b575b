"""Forms to begin with: how much a flood damaged, and who has clean water."""

from collections.abc import Mapping
from enum import StrEnum

from domain.questionnaires.sheets import CHOICES, SETTINGS, SURVEY, Sheets


class Example(StrEnum):
    """The examples by their names."""

    FLOOD = "flood"
    WATER = "water"


_HEADINGS = (
    "type",
    "name",
    "label::Tiếng Việt (vi)",
    "label::English (en)",
    "hint::Tiếng Việt (vi)",
    "required",
    "relevant",
    "constraint",
    "constraint_message::Tiếng Việt (vi)",
    "default",
)
_NOT_NEGATIVE = (". >= 0 and . <= 5000", "Xin ghi số từ 0 đến 5000.")
_CHOICES = ("list_name", "name", "label::Tiếng Việt (vi)", "label::English (en)")
_SETTINGS = ("form_title", "form_id", "default_language")
_LANGUAGE = "Tiếng Việt (vi)"

_FLOOD: Sheets = {
    SURVEY: (
        _HEADINGS,
        ("integer", "houses", "Số nhà bị ngập", "Flooded houses", "", "yes", "", *_NOT_NEGATIVE),
        ("begin_group", "damage", "Khi có nhà ngập", "Where houses are", "", "", "${houses} > 0"),
        (
            "integer",
            "moved",
            "Số hộ phải di dời",
            "Households moved",
            "",
            "yes",
            "",
            *_NOT_NEGATIVE,
        ),
        (
            "decimal",
            "fields",
            "Diện tích lúa, hoa màu bị ngập",
            "Flooded fields",
            "Tính bằng ha, ví dụ 1,5",
            "",
            "",
            ". >= 0",
            "Xin ghi số từ 0 trở lên.",
        ),
        ("select_multiple need", "need", "Hiện cần gì", "Needed now"),
        ("image", "picture", "Ảnh chỗ bị ngập", "A picture"),
        ("end_group",),
        ("text", "more", "Ý kiến khác", "Anything else"),
    ),
    CHOICES: (
        _CHOICES,
        ("need", "boat", "Xuồng, áo phao", "Boats, life jackets"),
        ("need", "food", "Lương thực", "Food"),
        ("need", "water", "Nước uống", "Drinking water"),
        ("need", "medicine", "Thuốc", "Medicine"),
    ),
    SETTINGS: (_SETTINGS, ("Thiệt hại do ngập lụt", "flood_damage", _LANGUAGE)),
}
_WATER: Sheets = {
    SURVEY: (
        _HEADINGS,
        (
            "integer",
            "clean_water",
            "Số hộ dùng nước sạch",
            "Households with clean water",
            "Hộ có nước máy hoặc giếng đạt chuẩn",
            "yes",
            "",
            *_NOT_NEGATIVE,
            "${last-saved#clean_water}",
        ),
    ),
    CHOICES: (_CHOICES,),
    SETTINGS: (_SETTINGS, ("Hộ dùng nước sạch", "clean_water", _LANGUAGE)),
}
EXAMPLES: Mapping[Example, Sheets] = {Example.FLOOD: _FLOOD, Example.WATER: _WATER}


def title_of(example: Example) -> str:
    """Returns what an example is called."""
    return EXAMPLES[example][SETTINGS][1][0]
