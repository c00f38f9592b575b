from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar

from documents.calendar_file import render_calendar
from domain.calendar_feed import FeedEntry

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 1, 5, tzinfo=UTC)


def entry(number: int = 1, **values: object) -> FeedEntry:
    usual: dict[str, object] = {
        "meeting_id": number,
        "chapter_id": 1,
        "chapter_name": "Chi hội phụ nữ ấp Cái Cối",
        "place": "Nhà văn hóa ấp",
        "day": date(2026, 11, 5),
        "start_time": "19:00",
        "duration_min": 90,
        "is_off": False,
        "revision": 0,
    }
    return FeedEntry(**(usual | values))  # type: ignore[arg-type]


def rendered(*entries: FeedEntry) -> bytes:
    return render_calendar(entries, name="Lịch", host="sinhhoat.example.vn", zone=ZONE, now=NOW)


def test_another_program_reads_back_what_was_written() -> None:
    calendar = Calendar.from_ical(rendered(entry()))
    (event,) = calendar.walk("VEVENT")
    assert event["UID"] == "meeting-1@sinhhoat.example.vn"
    assert event["SUMMARY"] == "Chi hội phụ nữ ấp Cái Cối"
    assert event["LOCATION"] == "Nhà văn hóa ấp"
    start, end = event["DTSTART"].dt, event["DTEND"].dt
    assert start == datetime(2026, 11, 5, 12, tzinfo=UTC)
    assert end - start == timedelta(minutes=90)
    assert event["DTSTAMP"].dt == NOW
    (zone,) = calendar.walk("VTIMEZONE")
    assert zone["TZID"] == event["DTSTART"].params["TZID"] == "Asia/Ho_Chi_Minh"


def test_a_moved_meeting_keeps_its_uid_and_one_that_falls_out_is_cancelled() -> None:
    before = Calendar.from_ical(rendered(entry())).walk("VEVENT")[0]
    moved = entry(day=date(2026, 11, 12), revision=1)
    after = Calendar.from_ical(rendered(moved)).walk("VEVENT")[0]
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["DTSTART"].dt.day == 12
    off = Calendar.from_ical(rendered(entry(is_off=True))).walk("VEVENT")[0]
    assert (off["UID"], off["STATUS"]) == (before["UID"], "CANCELLED")


def test_lines_are_folded_by_octets_and_end_as_the_standard_asks() -> None:
    name = "Chi hội; phụ nữ, ấp \\ Cái Cối\nBEGIN:VEVENT " * 6
    content = rendered(entry(chapter_name=name))
    assert content.endswith(b"END:VCALENDAR\r\n")
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in b"".join(lines)
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert event["SUMMARY"] == name.rstrip("\n")


def test_a_calendar_without_meetings_is_one_too() -> None:
    calendar = Calendar.from_ical(rendered())
    assert calendar["PRODID"]
    assert calendar["VERSION"] == "2.0"
    assert calendar.walk("VEVENT") == []


def test_nothing_but_name_time_and_place_is_told() -> None:
    (event,) = Calendar.from_ical(rendered(entry())).walk("VEVENT")
    assert set(event) == {
        "UID",
        "DTSTAMP",
        "SEQUENCE",
        "SUMMARY",
        "LOCATION",
        "DTSTART",
        "DTEND",
        "STATUS",
    }
