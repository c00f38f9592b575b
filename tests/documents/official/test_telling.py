"""Sentences are chosen by the facts, carry their numbers, and say what they rest on."""

from dataclasses import replace
from datetime import date

import pytest

from documents.official.lists import find_merits
from documents.official.paper import Paragraph
from documents.official.periodic import tell
from documents.official.profiles import place_date_line
from documents.official.telling import difficulties, meetings, outlook, units
from documents.official.telling.sentences import Telling
from domain.indicators import Figure, Indicator, Sense
from domain.official import DocumentKind
from domain.periodic_facts import PeriodicFacts, SourceReport, ToldAim, ToldCase
from domain.records import DifficultyState
from tests.documents.official.papers import facts, line, with_line
from texts import LANGUAGES

NOTHING = replace(
    facts(), units=(), by_place=(), by_kind=(), reports=(), missing=(), is_final=True
)
FIGURES = [kind for kind in DocumentKind if kind.has_figures]


def told(found: PeriodicFacts) -> str:
    return " ".join(sentence.text for sentence in meetings.held(Telling(found, "vi")))


def aim(value: int, *, met: bool | None, sense: Sense = Sense.MIN) -> ToldAim:
    return ToldAim(
        value=value, sense=sense, kind="", figure=Figure(54, 61), met=met, programme="Đề án 01"
    )


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (Figure(56, 61), "giảm 3,3 điểm phần trăm so với kỳ trước (91,8%)"),
        (Figure(50, 61), "tăng 6,5 điểm phần trăm so với kỳ trước (82%)"),
        (Figure(54, 61), "bằng kỳ trước"),
        # A difference that the reader does not see is none.
        (Figure(5401, 6100), "bằng kỳ trước"),
    ],
)
def test_a_share_is_told_beside_the_span_before(before: Figure, words: str) -> None:
    found = with_line(line(Indicator.HELD, Figure(54, 61), before=before))
    assert (
        told(found) == f"Các đơn vị đã tổ chức 54/61 buổi sinh hoạt đến hạn, đạt 88,5%, {words}."
    )


def test_nothing_is_compared_with_a_span_of_which_nothing_is_known() -> None:
    found = with_line(line(Indicator.HELD, Figure(54, 61), before=Figure(0, 0)))
    assert told(found).endswith("đạt 88,5%.")


def test_a_target_is_said_to_be_met_or_not_or_is_left_out() -> None:
    for met, words in ((True, "đạt chỉ tiêu"), (False, "chưa đạt chỉ tiêu")):
        found = with_line(line(Indicator.HELD, Figure(54, 61), aims=(aim(9550, met=met),)))
        assert f"Kết quả này {words} (từ 95,5%) của Đề án 01." in told(found)
    found = with_line(line(Indicator.HELD, Figure(54, 61), aims=(aim(9550, met=None),)))
    assert "chỉ tiêu" not in told(found)


def test_a_target_that_is_missed_becomes_a_shortcoming_and_a_task() -> None:
    found = with_line(line(Indicator.HELD, Figure(54, 61), aims=(aim(9550, met=False),)))
    telling = Telling(found, "vi")
    assert (
        "Chưa đạt chỉ tiêu về số buổi sinh hoạt đã tổ chức: 88,5% (54/61), chỉ tiêu từ 95,5%"
        in (next(outlook.shortcomings(telling)).text)
    )
    assert "Tập trung thực hiện chỉ tiêu" in next(outlook.tasks(telling)).text


def test_a_sentence_on_reports_names_as_many_as_its_number() -> None:
    found = facts()
    late = next(
        sentence
        for sentence in meetings.discipline(Telling(found, "vi"))
        if "chậm" in sentence.text
    )
    assert late.text == "Có 1 báo cáo gửi chậm."
    assert late.reports == ("11.26-0009",)
    assert late.basis == "Căn cứ 1 báo cáo: 11.26-0009."


@pytest.mark.parametrize("kind", FIGURES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_every_kind_says_what_it_rests_on(
    kind: DocumentKind, language: str
) -> None:
    body = tell(kind, facts(), language, section="{number}. {name}").body
    sentences = [
        sentence for block in body if isinstance(block, Paragraph) for sentence in block.sentences
    ]
    assert sentences
    assert all(sentence.basis for sentence in sentences)


def test_what_is_missing_stands_in_a_paragraph_of_its_own() -> None:
    gaps = " ".join(sentence.text for sentence in units.gaps(Telling(facts(), "vi")))
    assert "Còn 1/10 buổi đến hạn chưa có báo cáo, của: Chi hội Phụ nữ ấp La Ghi" in gaps
    assert "Số liệu tính đến ngày 31/12/2026, chưa chốt." in gaps
    assert "chưa cung cấp số liệu về: đoàn viên, hội viên mới" in gaps


@pytest.mark.parametrize("kind", FIGURES)
def test_where_nothing_happened_nothing_is_claimed(kind: DocumentKind) -> None:
    body = tell(kind, NOTHING, "vi", section="{number}- {name}").body
    text = " ".join(paragraph.text for paragraph in body if isinstance(paragraph, Paragraph))
    assert "đạt" not in text
    assert "không có đơn vị nào" not in text
    if kind is DocumentKind.PERIODIC:
        assert "chưa có buổi sinh hoạt nào đến hạn báo cáo" in text


def case(number: int, **values: object) -> ToldCase:
    usual: dict[str, object] = {
        "number": f"11.26-{number:04}",
        "chapter": "Chi hội Phụ nữ ấp La Ghi",
        "category": "infrastructure",
        "text": "Đường ấp ngập.",
        "state": DifficultyState.OPEN,
    }
    return ToldCase(**(usual | values))  # type: ignore[arg-type]


def test_difficulties_are_counted_by_what_became_of_them() -> None:
    found = replace(
        facts(),
        cases=(
            case(1, is_overdue=True),
            case(2, state=DifficultyState.PASSED_UP, category="funding"),
            case(3, state=DifficultyState.SOLVED),
        ),
    )
    telling = Telling(found, "vi")
    assert [sentence.text for sentence in difficulties.raised(telling)] == [
        "Các đơn vị nêu 3 khó khăn, vướng mắc: hạ tầng (2); kinh phí (1).",
        "Đã tháo gỡ 1/3 khó khăn, đạt 33,3%.",
        "Có 1 khó khăn đã chuyển cấp trên giải quyết.",
        "Có 1 khó khăn quá hạn trả lời.",
    ]
    # The sentence ends once, though the words quoted end with a stop.
    waiting = difficulties.open_cases(telling)
    assert waiting[0].text == "- Chi hội Phụ nữ ấp La Ghi: “Đường ấp ngập”."
    assert len(waiting) == 2


def test_units_are_commended_only_where_everything_came_in_time() -> None:
    flags = frozenset({"held", "on_time"})
    reports = tuple(
        SourceReport(
            number=str(number),
            chapter=chapter,
            area="Ấp",
            month="2026-11",
            flags=flags if is_good else frozenset({"held", "late"}),
            present=present,
            room=10,
        )
        for number, (chapter, is_good, present) in enumerate(
            [("A", True, 9), ("A", True, 8), ("B", True, 10), ("C", True, 9), ("C", False, 9)]
        )
    )
    found = find_merits(replace(facts(), reports=reports, missing=("D",)))
    assert [(merit.chapter, merit.reports) for merit in found] == [("B", 1), ("A", 2)]
    found = find_merits(replace(facts(), reports=reports, missing=("B",)))
    assert [merit.chapter for merit in found] == ["A"]


def test_a_place_and_date_have_noughts_where_the_rule_wants_them() -> None:
    written = [
        place_date_line("Long Vĩnh", day, around=day)
        for day in (date(2026, 2, 5), date(2026, 5, 15), date(2026, 12, 1))
    ]
    assert written == [
        "Long Vĩnh, ngày 05 tháng 02 năm 2026",
        "Long Vĩnh, ngày 15 tháng 5 năm 2026",
        "Long Vĩnh, ngày 01 tháng 12 năm 2026",
    ]
