"""The journal says its fields to people: no key, no number of a row, no moment of another zone."""

import re
from collections.abc import Mapping
from typing import Any

import pytest

from operations.directory.journal_values import (
    NAMES,
    WAYS,
    WAYS_OF_SUBJECT,
    name_of_field,
    say_fields,
)
from storage.maintenance.journal import Entry
from tests.directory import POLICY, at
from texts import LANGUAGES, label

Values = Mapping[str, Any]
KEY = re.compile(r"\b[a-z]+_[a-z_]+\b")
KEYS = frozenset(("read", "returned", "none", "open", "coming", "telegram", "draft"))
ISO = re.compile(r"\d{4}-\d{2}|T\d{2}:\d{2}|\d{1,2}:\d{2}")


def entry(action: str, before: Values | None, after: Values | None) -> Entry:
    return Entry(
        id=1,
        at=at(7),
        who="Ngô Văn Tám",
        action=action,
        where="Xã Long Vĩnh",
        chapter_id=None,
        before=before,
        after=after,
    )


def said(action: str, before: Values | None, after: Values | None) -> list[tuple[str, str, str]]:
    fields = say_fields(entry(action, before, after), language="vi", policy=POLICY)
    return [
        (changed_field.name, changed_field.before, changed_field.after) for changed_field in fields
    ]


NOTED: list[tuple[str, Values | None, Values | None]] = [
    ("report.returned", {"state": "read"}, {"state": "returned", "step": "present"}),
    ("report.sent", None, {"state": "not_held", "version": 1}),
    ("report.corrected", {"starts": "19:00:00"}, {"starts": "19:30:00"}),
    ("report.corrected", {"activities": []}, {"activities": ["discussion", "dialogue"]}),
    ("report.corrected", {"cadre_present": "none"}, {"cadre_present": "substitute"}),
    ("report.corrected", {"photos": [12, 13]}, {"photos": [12]}),
    ("report.confirmed", {"word": None}, {"word": "confirmed"}),
    ("case.answered", {"state": "open"}, {"state": "passed_up"}),
    ("case.answered", {"answered_at": None}, {"answered_at": "2026-11-01T13:09:31.814466+00:00"}),
    ("case.term_set", {"level": "ấp", "days": 7}, {"level": "ấp", "days": 10}),
    ("case.due_set", {"due_on": None}, {"due_on": "2026-11-15"}),
    ("exemplar.registered", {"state": "draft"}, {"state": "registered"}),
    ("meeting.graded", {"grade": "trung_binh"}, {"grade": "Khá", "points": 1200}),
    ("chapter.members", {"member_count": 900}, {"member_count": 1200}),
    ("chapter.time", {"start_time": "18:30"}, {"start_time": "19:00"}),
    ("chapter.day", {"rule": None}, {"rule": {"kind": "day", "day": 5}}),
    ("period.reopened", {"closed_on": "2026-11-10"}, {"period": "2026-Q4"}),
    ("kind.shift", {"shift": "none"}, {"shift": "next_day_off_skipped"}),
    ("visit.answered", {"said": None}, {"said": "coming", "sent": None}),
    ("duty.set", None, {"per": "month", "visits": 2, "to": ""}),
    ("person.cut_off", {"channels": ["telegram", "web"], "codes": 1}, None),
    ("preference.changed", {"bundle_at": None}, {"bundle_at": "18:00", "urgent": ["cases"]}),
    ("enquiry.answered", {"settled": False}, {"settled": True}),
    ("counters.given", {}, {"period": "2026-Q4", "Hội viên mới": 3}),
    ("directory.change", {"words": {"leader": "trưởng"}}, {"words": {"leader": "tổ trưởng"}}),
]


@pytest.mark.parametrize(("action", "before", "after"), NOTED)
def test_every_value_is_said_to_people(
    action: str, before: Values | None, after: Values | None
) -> None:
    fields = said(action, before, after)
    assert fields
    for words in (word for field in fields for word in field):
        assert KEY.findall(words) == []
        assert ISO.findall(words) == []
        assert words not in KEYS


def test_a_state_and_a_question_have_their_words() -> None:
    fields = said("report.returned", {"state": "read"}, {"state": "returned", "step": "present"})
    assert fields == [("Tình trạng", "đã xem", "đề nghị bổ sung"), ("Mục", "", "Có mặt")]


def test_a_moment_is_said_where_the_people_are() -> None:
    after = {"answered_at": "2026-11-01T13:09:31.814466+00:00"}
    (field,) = said("case.answered", {"answered_at": None}, after)
    assert field == ("Trả lời lúc", "", "20h09 ngày 01/11/2026")


def test_days_times_and_numbers_are_written_as_people_write_them() -> None:
    assert said("chapter.members", {"member_count": 900}, {"member_count": 1200}) == [
        ("Số lượng", "900", "1.200")
    ]
    assert said("chapter.time", {"start_time": "18:30"}, {"start_time": "19:00"}) == [
        ("Giờ", "18h30", "19h00")
    ]
    assert said("case.due_set", {"due_on": "2026-11-15"}, {"due_on": None}) == [
        ("Hạn", "15/11/2026", "")
    ]


def test_a_field_that_cannot_be_said_is_left_out() -> None:
    assert said("case.answered", {"case": 7}, {"case": 8, "path": "/1/2/", "id": 9}) == []
    assert said("case.joined", {"joined_to": None}, {"joined_to": 12}) == []


def test_the_figures_of_a_quarter_stand_by_the_names_that_the_office_gave() -> None:
    fields = said("counters.given", {}, {"period": "2026-Q4", "Hội viên mới": 3})
    assert fields == [("Kỳ", "", "quý IV năm 2026"), ("Hội viên mới", "", "3")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_that_is_said_has_a_name(language: str) -> None:
    fields = {*WAYS, *(key for ways in WAYS_OF_SUBJECT.values() for key in ways)}
    for key in fields:
        assert label(name_of_field(key), language)
    for name in NAMES.values():
        assert label(name, language)
