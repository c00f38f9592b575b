"""The report as `/baocao` asks it, for the bots that ours is compared with."""

from dataclasses import dataclass
from typing import Any

Kept = dict[str, Any]

_DONE = "receipt"
_STEP_BUTTONS = {"example": "Xem ví dụ", "back": "Quay lại", "cancel": "Tạm dừng"}
_ACTIVITIES = {"discussion": "Thảo luận", "dialogue": "Đối thoại", "commendation": "Biểu dương"}
_DIFFICULTIES = {
    "infrastructure": "Hạ tầng",
    "economy": "Kinh tế, đời sống",
    "rights": "Quyền lợi hội viên",
    "organization": "Tổ chức, nhân sự",
    "funding": "Kinh phí",
    "environment": "Môi trường",
    "security": "An ninh trật tự",
    "other": "Khó khăn khác",
}


@dataclass(frozen=True)
class Step:
    """One question: its words, its buttons by key, and the step after it."""

    text: str
    buttons: dict[str, str]
    then: str
    is_typed: bool = False


STEPS = {
    "opening": Step(
        "Câu 1/5\nBáo cáo sinh hoạt định kỳ, Chi hội.\nĐịa điểm: Nhà văn hóa ấp\n"
        "Buổi sinh hoạt đã tổ chức thế nào?",
        {
            "as_planned": "Đúng như trên",
            "details": "Có điểm khác",
            "moved": "Dời sang ngày khác",
            "not_held": "Không tổ chức được",
        },
        "present",
    ),
    "present": Step("Câu 2/5\nCó bao nhiêu hội viên dự?", {}, "topic", is_typed=True),
    "topic": Step(
        "Câu 3/5\nXin đồng chí ghi chủ đề buổi sinh hoạt.",
        {"no_topic": "Không có chủ đề"},
        "activities",
        is_typed=True,
    ),
    "activities": Step(
        "Câu 4/5\nBuổi sinh hoạt có phần nào dưới đây? Đồng chí chọn rồi bấm “Xong”.",
        _ACTIVITIES | {"done": "Xong"},
        "category",
    ),
    "category": Step(
        "Câu 5/5\nĐơn vị có khó khăn, vướng mắc gì không?",
        {"none": "Không có"} | _DIFFICULTIES,
        "words",
    ),
    "words": Step(
        "Khó khăn 1\nĐồng chí ghi ngắn gọn khó khăn đó. Không ghi nội dung mật.",
        {},
        "level",
        is_typed=True,
    ),
    "level": Step(
        "Khó khăn 1\nĐề nghị cấp nào giải quyết?",
        {"chapter": "Đơn vị", "hamlet": "Ấp", "commune": "Xã", "higher": "Cấp trên"},
        "more",
    ),
    "more": Step("Còn khó khăn nào khác không?", {"none": "Không còn"} | _DIFFICULTIES, "review"),
    "review": Step(
        "Mời đồng chí xem lại. Nếu đúng, bấm “Gửi báo cáo”.", {"send": "Gửi báo cáo"}, _DONE
    ),
    _DONE: Step("Đã nhận báo cáo. Cảm ơn đồng chí.", {"menu": "Về trang chính"}, _DONE),
}


def answer(name: str, given: str, kept: Kept) -> str:
    """Keeps what was answered and returns the step after it."""
    if name == "activities" and given != "done":
        ticked = kept.setdefault(name, [])
        ticked.remove(given) if given in ticked else ticked.append(given)
        return name
    kept.setdefault(name, given)
    return "review" if (name, given) == ("category", "none") else STEPS[name].then


def words(name: str, kept: Kept) -> str:
    """Returns the words of a step; the review says what was answered."""
    if name != "review":
        return STEPS[name].text
    return "\n".join([*(f"{key}: {value}" for key, value in kept.items()), STEPS[name].text])


def rows(name: str, kept: Kept) -> list[dict[str, str]]:
    """Returns the rows of buttons of a step, label by key."""
    ticked = kept.get(name, ()) if name == "activities" else ()
    own = [
        {key: f"✓ {text}" if key in ticked else text} for key, text in STEPS[name].buttons.items()
    ]
    return own if name == _DONE else [*own, _STEP_BUTTONS]
