"""Holds what people read to one word for each thing (and to how a message begins)."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent

ROOT = Path(__file__).parent.parent.parent / "texts"
MOST_LETTERS = 40

# What to stop saying, with what to say instead. Words that people type are not held to it.
STOPPED = {
    r"\bhọp\b": "sinh hoạt, tổ chức",
    r"cuộc sinh hoạt": "buổi sinh hoạt",
    r"\bnơi\b": "đơn vị, địa bàn, địa điểm, cấp giải quyết",
    r"\bchi hội\b": "đơn vị",
    r"xử lý|vụ việc": "giải quyết, khó khăn",
    r"góp ý|nói thêm": "hướng dẫn, bổ sung ý kiến",
    r"chuyển lên\b|chuyển về\b": "chuyển cấp trên, giao cấp dưới",
    r"chưa xong|được tháo gỡ:": "chưa tháo gỡ, đã tháo gỡ",
    r"bản soạn|(?:viết|ghi|làm) dở": "bản nháp",
    r"làm thử|làm được|thôi không làm": "tập làm; áp dụng thử, đã áp dụng, dừng áp dụng",
    r"mã được cấp|lời mời": "mã mời",
    r"rút đồng ý|rút lại đồng ý": "rút lại sự đồng ý",
    r"bên quản lý": "cơ quan quản lý dữ liệu",
    r"trợ lý|\bbot\b": "hệ thống",
    r"cán bộ văn phòng|người theo dõi": "cán bộ tổng hợp, người xem số liệu",
    r"người phụ trách báo cáo": "người báo cáo của đơn vị",
    r"nghỉ phép|cho nghỉ": "tạm vắng, tạm nghỉ",
    r"giữ việc": "nhiệm vụ",
    r"thành viên": "số người dự, đoàn viên, hội viên",
    r"đã khóa từ|kỳ (?:báo cáo )?(?:này )?đã khóa": "chốt số liệu",
    r"\bHãy\b": "Xin đồng chí",
    r"thưa đồng chí": "Đồng chí xác nhận?",
    r"\bký tự\b": "chữ cái",
    r"\d{1,2}:\d{2}\b": "18h30",
    r"\bviệc ấy\b|\bngày ấy\b|\bngười ấy\b|chỗ này|ở đây|ở đó": "the thing itself",
    r"không họp được": "không tổ chức được",
    r"—": "a comma or a new line",
}
# Texts in which a word is the right one.
EXCEPTIONS = {
    "doc-check-sign-recipients": "the sign of a document is prescribed: Nơi nhận",
    "doc-recipients": "the sign of a document is prescribed: Nơi nhận",
    "journal-field-recipients": "the sign of a document is prescribed: Nơi nhận",
    "doctor-do-telegram": "Telegram's own word, for who runs the machine",
    "doctor-do-zalo": "Zalo's own word, for who runs the machine",
    "doctor-no-token": "Telegram's own word, for who runs the machine",
    "kind-word-unit": "it is the usual word of one kind",
    "code-wrong": "a code does consist of single characters",
    "enrolment-code-misread": "a code does consist of single characters",
    "enrolment-stranger": "it names the kinds themselves to somebody who knows nothing yet",
    "exemplar-ask-lead": "the example is a kind's own title",
    "health-name-aside": "a message is worked on by a machine",
    "health-red-aside": "a message is worked on by a machine",
    "health-red-inbox": "a message is worked on by a machine",
    "help-withdrawal": "the law's word for what is done with data",
    "indicator-former-held_on_day": "an older workbook may still call it so",
    "workbook-correct": "the example names one kind",
    "workbook-fault-list-kind": "the example names one kind",
    "workbook-fault-list-needed": "the example names one kind",
    "workbook-fault-reform-members": "the example names chapters of one kind",
    "workbook-guide-12": "a cell may be written as Excel writes it, too",
    "workbook-guide-18": "the example names chapters of one kind",
}
SPOKEN = re.compile(r".*-words")
LABEL = re.compile(r"menu-(?!ask|greeting|not|thanks|hello).*|.*-button-.*|button-.*")
PLEASE = re.compile(r"\bxin\b(?! lỗi| chào| mã)", re.IGNORECASE)


# A messenger may have no buttons.
BUTTONS = {
    "vi": re.compile(r"\b(?:bấm|nút)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:press|pressed|tap|button|buttons|click)\b", re.IGNORECASE),
}
# Texts that only somebody with a button reads: of the page, of Telegram, after a press.
WITH_BUTTONS = {
    "dialogue-old-button",
    "old-button",
    "old-button-note",
    "slip-bot",
    "slip-step-agree",
    "voice-empty",
    "web-door-link",
}


@cache
def texts(language: str = "vi") -> dict[str, str]:
    """Every text by its key: what stands between the placeables, each way of a choice."""
    found: dict[str, str] = {}
    for file in sorted((ROOT / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            if isinstance(entry, fluent.Message) and entry.value is not None:
                found[entry.id.name] = _plain(entry.value)
    return found


def _plain(pattern: fluent.Pattern) -> str:
    return re.sub(r"</?[bi]>", "", "".join(map(_part, pattern.elements)))


def _part(element: Any) -> str:
    if isinstance(element, fluent.TextElement):
        return element.value
    expression = element.expression
    if isinstance(expression, fluent.SelectExpression):
        return "|".join(_plain(variant.value) for variant in expression.variants)
    return "\N{REPLACEMENT CHARACTER}"


def held() -> dict[str, str]:
    """The texts that the word list holds for."""
    return {
        key: text
        for key, text in texts().items()
        if not SPOKEN.fullmatch(key) and key not in EXCEPTIONS
    }


@pytest.mark.parametrize(("word", "instead"), STOPPED.items())
def test_nothing_says_what_has_another_word(word: str, instead: str) -> None:
    flags = re.IGNORECASE if word == word.lower() else re.NOFLAG
    found = {key: text for key, text in held().items() if re.search(word, text, flags)}
    assert found == {}, f"say: {instead}"


@pytest.mark.parametrize("language", BUTTONS)
def test_no_text_speaks_of_buttons(language: str) -> None:
    found = {key for key, text in texts(language).items() if BUTTONS[language].search(text)}
    assert found - WITH_BUTTONS == set()


def test_a_sentence_begins_with_a_capital_letter() -> None:
    small = {
        key: text
        for key, text in texts().items()
        if text.rstrip().endswith((".", "?")) and text.lstrip()[:1].islower()
    }
    assert small == {}


def test_what_adds_to_a_review_says_what_it_does() -> None:
    adding = {k: text for k, text in texts().items() if re.fullmatch(r"report-.*-add", k)}
    assert adding
    assert [k for k, text in adding.items() if not re.match(r"Ghi thêm: |Thêm |Sửa ", text)] == []


def test_a_button_begins_with_a_capital_letter() -> None:
    small = {k: text for k, text in texts().items() if LABEL.fullmatch(k) and text[:1].islower()}
    assert small == {}


def test_a_button_can_be_read_on_a_small_phone() -> None:
    long = {
        key: text
        for key, text in texts().items()
        if LABEL.fullmatch(key) and max(map(len, text.split("|"))) > MOST_LETTERS
    }
    assert long == {}


def test_nothing_says_please_twice() -> None:
    twice = {
        key: text
        for key, text in texts().items()
        if not SPOKEN.fullmatch(key)
        and max(len(PLEASE.findall(part)) for part in text.split("|")) > 1
    }
    assert twice == {}


def test_every_exception_is_one() -> None:
    def says_a_stopped_word(text: str) -> bool:
        return any(re.search(word, text, re.IGNORECASE) for word in STOPPED)

    known = texts()
    assert [key for key in EXCEPTIONS if not says_a_stopped_word(known.get(key, ""))] == []
