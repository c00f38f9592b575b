from dataclasses import replace
from datetime import time

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue import (
    Edited,
    Input,
    Late,
    Photos,
    Press,
    Say,
    Talk,
    UnsupportedInput,
    VoiceNote,
    open_at_review,
    open_talk,
    resume,
    step,
)
from dialogue.path import walk
from dialogue.report_answers import to_answers
from dialogue.report_form import REPORT
from dialogue.report_record import from_answers
from domain.report import check_report
from tests.dialogue.conversation import PLANNED, TODAY, USUAL

TYPED = (
    "28|28/32, phép 3|đủ|hôm qua|5/11|28/11|không|có|xong|quay lại|bỏ qua|gửi|hủy|1|2|1 3"
    "|<b>&|Đường ngập|33|7h - 9h|5h|thứ tư|khoảng 30|vắng 4|32 vắng 4|không có nước sạch"
    "|dạ không có ạ|bình thường|mùng 5|rằm|"
)
WORDS = st.sampled_from([*TYPED.split("|"), "\u200f\u0301", "x" * 5000])
SLOTS = st.sampled_from(["", "opening", "present", "words.0", "category.0", "review", "?"])
IDS = st.integers(1, 5)
CLOCK = time(12)
PRESS_ANY = st.integers(0, 30)
OTHERS = st.one_of(
    st.builds(Say, WORDS | st.text(max_size=20)),
    st.builds(Press, st.text(max_size=8)),
    st.builds(Photos, st.tuples(IDS)),
    st.builds(VoiceNote, IDS, st.booleans()),
    st.builds(UnsupportedInput, st.text(max_size=5)),
    st.builds(Edited, WORDS, SLOTS),
    st.builds(Late, WORDS, SLOTS),
)
FACTS = st.sampled_from(
    [
        USUAL.to_facts(),
        {**USUAL.to_facts(), "planned_date": None, "total": None, "topics": (), "cadre": ""},
        {**USUAL.to_facts(), "frame": True},
    ]
)


def pressed(talk: Talk, number: int) -> Input:
    view = resume(REPORT, talk, today=TODAY, language="vi").show
    assert view
    keys = [choice.key for choice in view.choices + view.navigation]
    return Press(keys[number % len(keys)])


@settings(max_examples=150, deadline=None)
@given(FACTS, st.lists(PRESS_ANY | OTHERS, max_size=40))
def test_nobody_is_ever_left_without_a_question(
    facts: dict[str, object], moves: list[int | Input]
) -> None:
    talk = open_talk(REPORT, facts=facts, today=TODAY)  # type: ignore[arg-type]
    for move in moves:
        given_now = pressed(talk, move) if isinstance(move, int) else move
        took = step(REPORT, talk, given_now, today=TODAY, clock=CLOCK, language="vi")
        kept = Talk.from_dict(talk.to_dict())
        again = step(REPORT, kept, given_now, today=TODAY, clock=CLOCK, language="vi")
        assert again == took
        assert took.finished or took.show or took.notes or isinstance(given_now, Late)
        talk = took.talk
        check_question(talk)
        if took.finished == "sent":
            check_sent(talk)


def check_question(talk: Talk) -> None:
    view = resume(REPORT, talk, today=TODAY, language="vi").show
    assert view
    assert view.keys
    path = walk(REPORT, talk.answers, talk.facts, TODAY)
    slot = path.find(talk.current)
    if slot in path.asked:
        assert 1 <= path.asked.index(slot) + 1 <= len(path.asked) <= 45


def check_sent(talk: Talk) -> None:
    report = to_answers(talk, today=TODAY)
    planned = PLANNED if talk.facts["planned_date"] else None
    check_report(report, planned_date=planned, today=TODAY)
    again = open_at_review(
        REPORT,
        from_answers(report, talk.facts),
        facts=talk.facts,
        aside=tuple(at for slot, at in report.voice_notes if not slot),
        told=report.told,
    )
    assert to_answers(again, today=TODAY) == report


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, max_size=20))
def test_a_backlog_never_answers_the_open_question(backlog: list[str]) -> None:
    talk = open_talk(REPORT, facts=USUAL.to_facts(), today=TODAY)
    talk = step(REPORT, talk, Press("as_planned"), today=TODAY, language="vi").talk
    for text in backlog:
        took = step(REPORT, talk, Late(text), today=TODAY, language="vi")
        # What would fit is offered beside the open question, and is taken by a press alone.
        assert replace(took.talk, offers=()) == talk
