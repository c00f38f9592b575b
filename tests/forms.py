"""A questionnaire about a flood, as an office writes it into an XLSForm."""

from domain.questionnaires.sheets import Sheets

HEADINGS = (
    "type",
    "name",
    "label::Tiếng Việt (vi)",
    "label::English (en)",
    "hint",
    "required",
    "relevant",
    "constraint",
    "constraint_message",
    "default",
    "appearance",
)
SHORT = ("type", "name", "vi", "en", *HEADINGS[4:])


def survey(*rows: dict[str, str]) -> list[list[str]]:
    """The sheet of the questions; of a row only what is filled in is given."""
    return [list(HEADINGS), *([row.get(name, "") for name in SHORT] for row in rows)]


def flood(houses: str = "Số hộ bị ngập", *more: dict[str, str]) -> Sheets:
    """Six questions, three of them asked only where houses are flooded."""
    return {
        "survey": survey(
            {"type": "note", "name": "intro", "vi": "Phiếu thiệt hại do ngập", "en": "Floods"},
            {
                "type": "integer",
                "name": "houses",
                "vi": houses,
                "en": "Flooded houses",
                "hint": "Chỉ tính nhà ở",
                "required": "yes",
                "constraint": ". >= 0 and . <= 5000",
                "constraint_message": "Số hộ từ 0 đến 5000.",
            },
            {
                "type": "begin_group",
                "name": "flooded",
                "vi": "Khi có nhà ngập",
                "relevant": "${houses} > 0",
            },
            {"type": "select_one need", "name": "need", "vi": "Cần gì nhất", "required": "yes"},
            {"type": "select_multiple need", "name": "also", "vi": "Còn cần gì"},
            {"type": "decimal", "name": "depth", "vi": "Nước sâu mấy mét", "constraint": ". < 10"},
            {"type": "end_group"},
            {"type": "date", "name": "since", "vi": "Ngập từ ngày nào", "appearance": "w1"},
            {"type": "time", "name": "hour", "vi": "Từ mấy giờ"},
            {"type": "text", "name": "more", "vi": "Ý kiến khác"},
            *more,
        ),
        "choices": [
            ["list_name", "name", "label"],
            ["need", "rice", "Gạo"],
            ["need", "water", "Nước uống"],
            ["need", "boat", "Xuồng"],
        ],
        "settings": [
            ["form_title", "form_id", "version", "default_language"],
            ["Thiệt hại do ngập", "flood", "2026-11", "Tiếng Việt (vi)"],
        ],
    }


def water(households: str = "Số hộ dùng nước sạch", *more: dict[str, str]) -> Sheets:
    """What an office asks with reports: a number with the last one offered, then why not more."""
    return {
        "survey": survey(
            {
                "type": "integer",
                "name": "water",
                "vi": households,
                "en": "Households with clean water",
                "required": "yes",
                "constraint": ". >= 0 and . <= 500",
                "constraint_message": "Số hộ từ 0 đến 500.",
                "default": "${last-saved#water}",
            },
            {
                "type": "select_one why",
                "name": "why",
                "vi": "Vì sao còn hộ chưa dùng",
                "required": "yes",
                "relevant": "${water} < 100",
            },
            {"type": "text", "name": "wish", "vi": "Mong muốn về nước sạch"},
            *more,
        ),
        "choices": [
            ["list_name", "name", "label"],
            ["why", "far", "Xa đường ống"],
            ["why", "dear", "Giá cao"],
        ],
        "settings": [["form_title", "form_id"], ["Nước sạch", "water"]],
    }


def damage(*more: dict[str, str]) -> Sheets:
    """House by house what a storm has done, then what else there is to say."""
    return {
        **flood(),
        "survey": survey(
            {"type": "begin_repeat", "name": "house", "vi": "Nhà bị hư hỏng", "en": "House"},
            {"type": "text", "name": "owner", "vi": "Tên chủ hộ", "required": "yes"},
            {
                "type": "integer",
                "name": "people",
                "vi": "Mấy người",
                "required": "yes",
                "constraint": ". > 0",
                "constraint_message": "Ít nhất một người.",
            },
            {
                "type": "select_one need",
                "name": "need",
                "vi": "Cần gì nhất",
                "required": "yes",
                "relevant": "${people} > 2",
            },
            {"type": "end_repeat"},
            {"type": "text", "name": "more", "vi": "Ý kiến khác"},
            *more,
        ),
    }
